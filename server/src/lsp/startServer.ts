/** The language server: joins a connection and a host to the features. Node, web worker and tests call it alike. */
import type { Connection, InitializeParams } from "vscode-languageserver";
import { initializeResult } from "./capabilities.js";
import { registerFeatures } from "./features.js";
import type { Host } from "./host.js";
import { registerRequests } from "./requests.js";
import { registerReview } from "./review/requests.js";
import { Session } from "./session.js";
import { registerTableRequests } from "./table/requests.js";

/** Starts to listen on the connection; the client's `exit` ends it. */
export function startServer(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  connection.onInitialize((params: InitializeParams) => {
    session.initialize(params);
    return initializeResult();
  });
  connection.onInitialized(() => session.start());
  connection.onShutdown(() => session.shutdown());
  registerFeatures(session);
  registerRequests(session);
  registerReview(session);
  registerTableRequests(session);
  session.listen();
  connection.listen();
}
