/** The language server on Node: transport by command line (--node-ipc, --stdio …), files and hashes by Node. */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { readDocument } from "./host/documents.js";
import { compileLess } from "./host/engine.js";
import { followFolder } from "./host/followFolder.js";
import { listFiles, readText, updateText } from "./host/fileStore.js";
import type { FileStore } from "./lsp/host.js";
import { startServer } from "./lsp/startServer.js";

compileLess();

const files: FileStore = {
  readText: (uri) => readText(fileURLToPath(uri)),
  updateText: (uri, change) => updateText(fileURLToPath(uri), change),
  listFiles: (folder, ending) => listFiles(fileURLToPath(folder), ending),
  followFolder: (folder, changed) => ({ dispose: followFolder(fileURLToPath(folder), changed) }),
};

startServer(createConnection(), {
  setTimeout(callback, milliseconds) {
    const handle = setTimeout(callback, milliseconds);
    return { dispose: () => clearTimeout(handle) };
  },
  setImmediate(callback) {
    const handle = setImmediate(callback);
    return { dispose: () => clearImmediate(handle) };
  },
  readDocument: async (uri) => (uri.startsWith("file:") ? readDocument(fileURLToPath(uri)) : null),
  now: () => new Date().toISOString(),
  filesAt: (uri) => (uri.startsWith("file:") ? files : null),
  sha256: (bytes) => Promise.resolve(createHash("sha256").update(bytes).digest("hex")),
});
