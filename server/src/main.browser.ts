/** The language server in a web worker: messages to and from the page, files by the client, hashes by the browser. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { startServer } from "./lsp/startServer.js";

/** The global of a web worker. */
const worker: object = globalThis;

startServer(createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker)), {
  setTimeout(callback, milliseconds) {
    const handle = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(handle) };
  },
  setImmediate(callback) {
    // Nothing comes sooner in a worker; messages that have arrived go first.
    const handle = setTimeout(callback, 0);
    return { dispose: () => clearTimeout(handle) };
  },
  readDocument: () => Promise.resolve(null),
  now: () => new Date().toISOString(),
  filesAt: () => null,
  async sha256(bytes) {
    const digest = await crypto.subtle.digest("SHA-256", new Uint8Array(bytes));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  },
});
