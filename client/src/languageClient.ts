/** Starts, restarts and stops the language server, and speaks with it in the types of its messages. */
import * as vscode from "vscode";
import type {
  ClientNotifications,
  ClientRequests,
  DocumentSummary,
  ServerRequests,
} from "../../server/src/lsp/messages.js";
import type * as connection from "./connection.js";
import { unmatchedPatterns } from "./documents.js";
import { createTraceChannel, type TraceChannel } from "./traceChannel.js";

type Params<M extends keyof ServerRequests> = ServerRequests[M]["params"];
type Result<M extends keyof ServerRequests> = ServerRequests[M]["result"];

/** A step of long work: how far it is, in percent of the whole, and what it is about. */
export interface Step {
  readonly percentage?: number;
  readonly message?: string;
}

export class Server implements vscode.Disposable {
  private client: connection.Connection | undefined;
  private starting: Promise<connection.Connection> | undefined;
  private log: vscode.LogOutputChannel | undefined;
  private trace: TraceChannel | undefined;
  private progressTokens = 0;
  private readonly summaries = new Map<string, DocumentSummary>();
  private readonly summarised = new vscode.EventEmitter<vscode.Uri>();
  private readonly closed: vscode.Disposable;

  private readonly rowChanges = new vscode.EventEmitter<readonly string[] | null>();
  private readonly reviewChanges = new vscode.EventEmitter<readonly string[] | null>();

  /** Fires with the documents whose decisions changed; with null where any may have. */
  readonly onDidChangeReview = this.reviewChanges.event;
  /** Fires with the documents whose rows of the review table changed; with null where documents may have come or gone. */
  readonly onDidChangeRows = this.rowChanges.event;
  /** Fires after each analysis of an open document, and for every document when the server stops. */
  readonly onDidSummarise = this.summarised.event;

  constructor(private readonly context: vscode.ExtensionContext) {
    this.closed = vscode.workspace.onDidCloseTextDocument(({ uri }) => this.summaries.delete(uri.toString()));
  }

  get isRunning(): boolean {
    return this.client?.isRunning() ?? false;
  }

  /** Figures of an open document as the server last sent them. */
  summaryOf(uri: vscode.Uri): DocumentSummary | undefined {
    return this.summaries.get(uri.toString());
  }

  /** Starts the server where it is not running. Rejects, after telling the user, where it cannot start. */
  async start(): Promise<void> {
    await this.running();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    const { client, starting } = this;
    this.client = undefined;
    this.starting = undefined;
    await starting?.catch(() => undefined);
    await client?.dispose().catch((error: unknown) => this.log?.warn(String(error)));
    this.forgetSummaries();
  }

  /** Sends a request, starting the server where need be. Rejects with `CancellationError` where the user cancelled. */
  async request<M extends keyof ServerRequests>(
    method: M,
    params: Params<M>,
    token?: vscode.CancellationToken,
  ): Promise<Result<M>> {
    const client = await this.running();
    try {
      // The library sends a token that is undefined as a second parameter.
      return await (token === undefined
        ? client.sendRequest<Result<M>>(method, params)
        : client.sendRequest<Result<M>>(method, params, token));
    } catch (error) {
      if (token?.isCancellationRequested === true) throw new vscode.CancellationError();
      throw error;
    }
  }

  /** A request that reports its steps while it runs. */
  async requestWithProgress<
    M extends
      | "outcomeLens/export"
      | "outcomeLens/checkAll"
      | "outcomeLens/review/compare"
      | "outcomeLens/rows"
      | "outcomeLens/plot",
  >(
    method: M,
    params: Omit<Params<M>, "workDoneToken">,
    onStep: (step: Step) => void,
    token: vscode.CancellationToken,
  ): Promise<Result<M>> {
    const client = await this.running();
    const workDoneToken = `outcomeLens/${(this.progressTokens += 1)}`;
    const { onWorkDone } = await library();
    const progress = onWorkDone(client, workDoneToken, onStep);
    try {
      return await this.request(method, { ...params, workDoneToken }, token);
    } finally {
      progress.dispose();
    }
  }

  dispose(): void {
    this.closed.dispose();
    void this.stop().finally(() => {
      this.summarised.dispose();
      this.reviewChanges.dispose();
      this.rowChanges.dispose();
      this.trace?.dispose();
      this.log?.dispose();
    });
  }

  private running(): Promise<connection.Connection> {
    this.starting ??= this.launch().catch(async (error: unknown) => {
      this.starting = undefined;
      const reason = await reasonOf(error);
      this.tell(vscode.l10n.t("Outcome Lens: the language server could not start: {0}", reason));
      throw error;
    });
    return this.starting;
  }

  private async launch(): Promise<connection.Connection> {
    this.log ??= vscode.window.createOutputChannel("Outcome Lens", { log: true });
    this.trace ??= createTraceChannel(this.log);
    void vscode.commands.executeCommand("setContext", "outcomeLens.serverStarted", true);
    const module = vscode.Uri.joinPath(this.context.extensionUri, "dist", "server.js");
    await vscode.workspace.fs.stat(module);
    const { connect, onStopped } = await library();
    const places = {
      module: module.fsPath,
      storage: this.context.storageUri,
      texts: vscode.l10n.bundle,
    };
    const client = connect(places, { log: this.log, trace: this.trace.channel }, () => {
      this.starting = undefined;
      this.tell(vscode.l10n.t("Outcome Lens: the language server crashed too often and stays down."));
    });
    onStopped(client, () => this.forgetSummaries());
    this.listen(client);
    this.client = client;
    await client.start();
    // The library's promise is kept even where the server's process ended instead of answering.
    if (!client.isRunning()) throw new Error(endedEarly());
    client.crashes.hasRun = true;
    return client;
  }

  private listen(client: connection.Connection): void {
    client.onNotification(
      "outcomeLens/documentSummary" satisfies keyof ClientNotifications,
      (summary: DocumentSummary) => {
        const uri = client.protocol2CodeConverter.asUri(summary.uri);
        this.summaries.set(uri.toString(), summary);
        this.summarised.fire(uri);
      },
    );
    client.onNotification(
      "outcomeLens/review/changed" satisfies keyof ClientNotifications,
      ({ uris }: ClientNotifications["outcomeLens/review/changed"]) => {
        const asUri = (uri: string) => client.protocol2CodeConverter.asUri(uri).toString();
        this.reviewChanges.fire(uris?.map(asUri) ?? null);
      },
    );
    client.onNotification(
      "outcomeLens/rowsChanged" satisfies keyof ClientNotifications,
      ({ uris }: ClientNotifications["outcomeLens/rowsChanged"]) => this.rowChanges.fire(uris),
    );
    client.onRequest(
      "outcomeLens/readFile" satisfies keyof ClientRequests,
      async ({
        uri,
      }: ClientRequests["outcomeLens/readFile"]["params"]): Promise<
        ClientRequests["outcomeLens/readFile"]["result"]
      > => {
        const bytes = await vscode.workspace.fs.readFile(client.protocol2CodeConverter.asUri(uri));
        return { base64: Buffer.from(bytes).toString("base64") };
      },
    );
    client.onRequest(
      "outcomeLens/unmatchedPatterns" satisfies keyof ClientRequests,
      ({ folder, patterns }: ClientRequests["outcomeLens/unmatchedPatterns"]["params"]) =>
        unmatchedPatterns(client.protocol2CodeConverter.asUri(folder), patterns),
    );
  }

  private forgetSummaries(): void {
    const uris = [...this.summaries.keys()].map((uri) => vscode.Uri.parse(uri, true));
    this.summaries.clear();
    for (const uri of uris) this.summarised.fire(uri);
  }

  private tell(message: string): void {
    this.log?.error(message);
    const restart = vscode.l10n.t("Restart Server");
    const showLog = vscode.l10n.t("Show Log");
    void vscode.window.showErrorMessage(message, restart, showLog).then((choice) => {
      if (choice === restart) return vscode.commands.executeCommand("outcomeLens.restartServer");
      if (choice === showLog) this.log?.show();
      return undefined;
    });
  }
}

async function reasonOf(error: unknown): Promise<string> {
  if ((await library()).isUnanswered(error)) return endedEarly();
  return error instanceof Error ? error.message : String(error);
}

/** The client library, loaded when it is first needed. */
function library(): Promise<typeof connection> {
  return import("./connection.js");
}

function endedEarly(): string {
  return vscode.l10n.t("it ended before it was ready; the log has what it wrote.");
}
