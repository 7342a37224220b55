/** A client and a server in one process, joined by wires in memory, on a host of the test's own. */
import type {
  ClientCapabilities,
  InitializeParams,
  InitializeResult,
  MessageConnection,
  PublishDiagnosticsParams,
  TextDocumentContentChangeEvent,
} from "vscode-languageserver/node";
import { createConnection, createMessageConnection } from "vscode-languageserver/node";
import type {
  ClientNotifications,
  ClientRequests,
  DocumentSummary,
  ExportResult,
  InitializationOptions,
  ServerRequests,
} from "../../server/src/lsp/messages.js";
import { startServer } from "../../server/src/lsp/startServer.js";
import { Inbox } from "./inbox.js";
import { TestHost } from "./testHost.js";
import { Wire } from "./wire.js";

export const FOLDER = "file:///review";

/** Absolute URI of a file in the workspace folder. */
export function fileUri(path: string): string {
  return `${FOLDER}/${path}`;
}

/** The text of a format that has one text file; empty where nothing was exported. */
export function textOf({ files: [file] }: Pick<ExportResult, "files">): string {
  return file !== undefined && "text" in file ? file.text : "";
}

export interface Options {
  /** What the client answers to `workspace/configuration`, section outcomeLens. */
  readonly settings?: unknown;
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  readonly host?: TestHost;
}

export const CAPABILITIES: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

export class Editor {
  readonly host: TestHost;
  readonly diagnostics = new Inbox<PublishDiagnosticsParams>();
  readonly summaries = new Inbox<DocumentSummary>();
  readonly changes = new Inbox<ClientNotifications["outcomeLens/review/changed"]>();
  private readonly published = new Map<string, PublishDiagnosticsParams["diagnostics"]>();
  readonly log: string[] = [];
  readonly progress: unknown[] = [];
  readonly registered: { method: string; registerOptions?: unknown }[] = [];
  settings: unknown;
  private readonly versions = new Map<string, number>();

  private constructor(
    readonly connection: MessageConnection,
    options: Options,
    host: TestHost,
  ) {
    this.host = host;
    this.settings = options.settings ?? null;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.diagnostics.put(params);
    });
    connection.onNotification("outcomeLens/documentSummary", (summary: DocumentSummary) => {
      this.summaries.put(summary);
    });
    connection.onNotification(
      "outcomeLens/review/changed",
      (params: ClientNotifications["outcomeLens/review/changed"]) => {
        this.changes.put(params);
      },
    );
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => {
      this.log.push(message);
    });
    connection.onNotification("$/progress", ({ value }: { value: unknown }) => {
      this.progress.push(value);
    });
    connection.onRequest("workspace/configuration", () => [this.settings]);
    connection.onRequest("client/registerCapability", ({ registrations }: { registrations: [] }) => {
      this.registered.push(...registrations);
    });
    connection.onRequest(
      "outcomeLens/readFile",
      ({ uri }: ClientRequests["outcomeLens/readFile"]["params"]) => {
        const text = host.files.get(uri);
        if (text === undefined) throw new Error("the page has no such file");
        return { base64: Buffer.from(text).toString("base64") };
      },
    );
  }

  /** A client connected to a new server; nothing is said yet. */
  static connect(options: Options = {}): Editor {
    const host = options.host ?? new TestHost();
    const toServer = new Wire();
    const toClient = new Wire();
    startServer(createConnection(toServer.reader, toClient.writer), host);
    const client = createMessageConnection(toClient.reader, toServer.writer);
    const editor = new Editor(client, options, host);
    client.listen();
    return editor;
  }

  /** A client and a server that have introduced themselves. */
  static async start(options: Options = {}): Promise<Editor> {
    const editor = Editor.connect(options);
    await editor.initialize(options);
    await editor.connection.sendNotification("initialized", {});
    return editor;
  }

  initialize({
    capabilities = CAPABILITIES,
    initializationOptions,
  }: Options = {}): Promise<InitializeResult> {
    return this.request<InitializeResult>("initialize", {
      processId: null,
      workspaceFolders: [{ uri: FOLDER, name: "review" }],
      capabilities,
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
    } satisfies Partial<InitializeParams>);
  }

  request<T>(method: string, params?: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  /** A request of our own, typed by its message. */
  ask<Method extends keyof ServerRequests>(
    method: Method,
    params: ServerRequests[Method]["params"],
  ): Promise<ServerRequests[Method]["result"]> {
    return this.request(method, params);
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  open(uri: string, text: string, languageId = "plaintext"): Promise<void> {
    this.versions.set(uri, 1);
    return this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.versions.get(uri) ?? 0) + 1;
    this.versions.set(uri, version);
    return this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  hover(uri: string, line: number, character: number): Promise<{ contents: { value: string } } | null> {
    return this.request("textDocument/hover", { textDocument: { uri }, position: { line, character } });
  }

  /** Changes the settings, and waits until the server has them. */
  async configure(settings: unknown): Promise<void> {
    this.settings = settings;
    await this.notify("workspace/didChangeConfiguration", { settings: { outcomeLens: settings } });
    await this.settled();
  }

  /** What was last published for a file, once all that was sent is handled. */
  async diagnosticsOf(uri: string): Promise<PublishDiagnosticsParams["diagnostics"] | undefined> {
    await this.settled();
    for (const params of this.diagnostics.drain()) this.published.set(params.uri, params.diagnostics);
    return this.published.get(uri);
  }

  /** Of which documents the server said that decisions changed. */
  async decisionsChanged(): Promise<(readonly string[] | null)[]> {
    await this.settled();
    return this.changes.drain().map(({ uris }) => uris);
  }

  /** Resolves when the server has handled all that was sent before and all that it put off without delay. */
  async settled(): Promise<void> {
    for (let i = 0; i < 3; i++) await this.ask("outcomeLens/statements", { uri: "untitled:nothing" });
  }

  dispose(): void {
    this.connection.dispose();
  }
}
