/** How requests of our own are answered. */
import type { CancellationToken } from "vscode-languageserver";
import { ErrorCodes, ResponseError } from "vscode-languageserver";
import type { ServerRequests } from "./messages.js";
import { Refusal } from "../service/wording.js";
import { messageOf } from "./runner.js";
import type { Session } from "./session.js";

/** Unlike the features of LSP these do not fall back: a person asked, and is told what went wrong. */
export function on<Method extends keyof ServerRequests>(
  session: Session,
  method: Method,
  work: (
    params: ServerRequests[Method]["params"],
    token: CancellationToken,
  ) => Promise<ServerRequests[Method]["result"]>,
): void {
  const { connection, runner } = session;
  connection.onRequest(method, (params: ServerRequests[Method]["params"], token: CancellationToken) =>
    runner.answer<ServerRequests[Method]["result"]>(
      method,
      token,
      (error) => new ResponseError(ErrorCodes.InternalError, told(error, session)),
      () => work(params, token),
    ),
  );
}

function told(error: unknown, { say }: Session): string {
  return error instanceof Refusal ? error.in(say) : messageOf(error);
}
