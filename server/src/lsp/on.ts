/** How requests of our own are answered. */
import type { CancellationToken } from "vscode-languageserver";
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { ServerRequests } from "./messages.js";
import { messageOf } from "./runner.js";
import type { Session } from "./session.js";

/** Unlike the features of LSP these do not fall back: a person asked, and is told what went wrong. */
export function on<Method extends keyof ServerRequests>(
  { connection, runner }: Session,
  method: Method,
  work: (
    params: ServerRequests[Method]["params"],
    token: CancellationToken,
  ) => Promise<ServerRequests[Method]["result"]>,
): void {
  connection.onRequest(method, (params: ServerRequests[Method]["params"], token: CancellationToken) =>
    runner.answer<ServerRequests[Method]["result"]>(
      method,
      token,
      (error) => new ResponseError(ErrorCodes.InternalError, messageOf(error)),
      () => work(params, token),
    ),
  );
}
