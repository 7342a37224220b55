/**
 * All that needs the client library. It is a bundle of its own, loaded when the server is first started: the editor reads
 * a tenth of the code when the extension is activated.
 */
import type * as vscode from "vscode";
import {
  ErrorCodes,
  LanguageClient,
  ResponseError,
  State,
  TransportKind,
  WorkDoneProgress,
} from "vscode-languageclient/node";
import type { WorkDoneProgressBegin, WorkDoneProgressReport } from "vscode-languageclient/node";
import type { InitializationOptions } from "../../server/src/lsp/messages.js";
import { CrashPolicy } from "./crashes.js";
import { documentSelector, reviewFiles } from "./documents.js";

export interface Channels {
  readonly log: vscode.LogOutputChannel;
  readonly trace: vscode.LogOutputChannel;
}

export interface Places {
  /** The server's module. */
  readonly module: string;
  /** Where it may keep what is safe to lose; undefined where there is no workspace. */
  readonly storage: vscode.Uri | undefined;
  /** The texts' translations into VS Code's language; undefined in English. */
  readonly texts: Readonly<Record<string, string>> | undefined;
}

/** A client whose failures are told by `Server`, once and in words of ours; the library would tell each at every step. */
class QuietClient extends LanguageClient {
  readonly crashes: CrashPolicy;

  constructor({ module, storage, texts }: Places, { log, trace }: Channels, onGivenUp: () => void) {
    const crashes = new CrashPolicy(onGivenUp);
    super(
      "outcomeLens",
      "Outcome Lens",
      { module, transport: TransportKind.ipc },
      {
        documentSelector: [...documentSelector, ...reviewFiles],
        diagnosticCollectionName: "outcomeLens",
        outputChannel: log,
        traceOutputChannel: trace,
        initializationOptions: {
          readFile: true,
          findFiles: true,
          ...(storage === undefined ? {} : { storage: storage.toString() }),
          ...(texts === undefined ? {} : { texts }),
        } satisfies InitializationOptions,
        initializationFailedHandler: () => false,
        errorHandler: crashes,
      },
    );
    this.crashes = crashes;
  }

  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

export type Connection = QuietClient;

/** A client that is not started yet. @param onGivenUp called when the server crashed too often and is not started again */
export function connect(places: Places, channels: Channels, onGivenUp: () => void): Connection {
  return new QuietClient(places, channels, onGivenUp);
}

/** Calls back with every step of the work that reports under the token. */
export function onWorkDone(
  client: Connection,
  token: string,
  onStep: (step: WorkDoneProgressBegin | WorkDoneProgressReport) => void,
): Pick<vscode.Disposable, "dispose"> {
  return client.onProgress(WorkDoneProgress.type, token, (value) => {
    if (value.kind !== "end") onStep(value);
  });
}

export function onStopped(client: Connection, callback: () => void): Pick<vscode.Disposable, "dispose"> {
  return client.onDidChangeState(({ newState }) => {
    if (newState !== State.Running) callback();
  });
}

/** True for a request that the server's end left without an answer. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected;
}
