/** Keeps the Problems view true: publishes what was found, and takes back what no longer holds. */
import type { Connection, Diagnostic } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.js";
import { diagnostics } from "../service/diagnostics.js";
import { figures } from "../service/summary.js";
import type { ClientNotifications, DocumentSummary } from "./messages.js";

export class Publisher {
  /** What the client has of each document with diagnostics. */
  private readonly shown = new Map<string, string>();
  /** Open documents whose summary the client has. */
  private readonly summarised = new Set<string>();

  constructor(private readonly connection: Connection) {}

  /** @param analysis null for a document that is not read, or whose analysis failed: nothing stale stays */
  open(document: TextDocument, analysis: Analysis | null): void {
    this.diagnostics(
      document.uri,
      analysis === null ? [] : diagnostics(analysis, document),
      document.version,
    );
    if (analysis === null && !this.summarised.has(document.uri)) return;
    this.summarised.add(document.uri);
    this.notify("outcomeLens/documentSummary", {
      uri: document.uri,
      version: document.version,
      active: analysis !== null,
      ...figures(analysis, document),
    } satisfies DocumentSummary);
  }

  /** A document that is not open in the editor. */
  file(document: TextDocument, analysis: Analysis | null): void {
    this.diagnostics(document.uri, analysis === null ? [] : diagnostics(analysis, document));
  }

  /**
   * An empty list is sent only where something is to be taken back, and none twice: a list that comes anew has editors ask for
   * quick fixes anew, and close the menu of those that is just being opened.
   */
  diagnostics(uri: string, list: Diagnostic[], version?: number): void {
    if (list.length === 0 && !this.shown.delete(uri)) return;
    const told = JSON.stringify([version, list]);
    if (list.length > 0 && this.shown.get(uri) === told) return;
    if (list.length > 0) this.shown.set(uri, told);
    void this.connection.sendDiagnostics({
      uri,
      diagnostics: list,
      ...(version === undefined ? {} : { version }),
    });
  }

  /** @param fileStays the findings stay listed, because the file itself is checked next */
  closed(uri: string, fileStays: boolean): void {
    this.summarised.delete(uri);
    if (!fileStays) this.diagnostics(uri, []);
  }

  private notify<Method extends keyof ClientNotifications>(
    method: Method,
    params: ClientNotifications[Method],
  ): void {
    void this.connection.sendNotification(method, params);
  }
}
