/** The server as it runs in a web worker: in a context that knows JavaScript and the web, but nothing of Node. */
import { webcrypto } from "node:crypto";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { fileURLToPath } from "node:url";
import type { MessageConnection } from "vscode-languageserver/node";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createMessageConnection,
} from "vscode-languageserver/node";
import type { DataCallback, Disposable, Message } from "vscode-languageserver/node";
import { afterEach, expect, it } from "vitest";
import type { ExportResult, FormatId } from "../../server/src/lsp/messages.js";
import { textOf } from "./harness.js";
import { sha256 } from "./testHost.js";

const TEXT =
  "\uFEFFResults: 12 of 40 patients (35.0%) slept; the hazard ratio was 0.71 (95% CI 0.55 to 0.92).\n";

interface Scope {
  onmessage?: (event: { data: unknown }) => void;
  [name: string]: unknown;
}

/** The page's end of a worker. */
class FromWorker extends AbstractMessageReader {
  receive: DataCallback = () => undefined;
  listen(callback: DataCallback): Disposable {
    this.receive = callback;
    return { dispose: () => undefined };
  }
}

class ToWorker extends AbstractMessageWriter {
  constructor(private readonly scope: Scope) {
    super();
  }
  write(message: Message): Promise<void> {
    setImmediate(() => this.scope.onmessage?.({ data: structuredClone(message) }));
    return Promise.resolve();
  }
  end(): void {
    // A worker has no end of its stream.
  }
}

let connection: MessageConnection | undefined;
afterEach(() => connection?.dispose());

async function startWorker(): Promise<MessageConnection> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../../server/src/main.browser.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "browser",
    target: "es2022",
    format: "iife",
  });
  const reader = new FromWorker();
  const scope: Scope = {
    postMessage: (message: Message) => setImmediate(() => reader.receive(structuredClone(message))),
    addEventListener: () => undefined,
    setTimeout,
    clearTimeout,
    TextEncoder,
    TextDecoder,
    URL,
    crypto: webcrypto,
    atob,
    btoa,
    console,
    performance,
  };
  scope["self"] = scope;
  const context = createContext(scope);
  const started = createMessageConnection(reader, new ToWorker(scope));
  started.listen();
  runInContext(outputFiles[0]?.text ?? "", context);
  return started;
}

it("reads, checks and exports without Node, files read by the client", async () => {
  const started = (connection = await startWorker());
  connection.onRequest("outcomeLens/readFile", () => ({ base64: Buffer.from(TEXT).toString("base64") }));
  await connection.sendRequest("initialize", {
    processId: null,
    capabilities: {},
    initializationOptions: { readFile: true },
  });
  await connection.sendNotification("initialized", {});
  const uri = "vscode-vfs://github/someone/review/a.txt";
  const exportAs = async (format: FormatId): Promise<string> =>
    textOf(await started.sendRequest<ExportResult>("outcomeLens/export", { uris: [uri], format }));
  expect(await exportAs("csv")).toMatch(/^study_id,/);
  expect(JSON.parse(await exportAs("json"))).toMatchObject({
    studies: [
      {
        document: { path: "a.txt", sha256: sha256(TEXT), length: TEXT.length - 1 },
        findings: [{ rule: "percent-mismatch" }],
      },
    ],
  });
});
