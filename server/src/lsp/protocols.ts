/** The protocol of each workspace folder: read, its mistakes shown at their places, the last good one kept in force. */
import type { Diagnostic } from "vscode-languageserver";
import { DiagnosticSeverity } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { AnalyseOptions } from "../options.js";
import type { Fault } from "../review/json.js";
import { faultMaker } from "../review/json.js";
import { parseProtocol } from "../review/parseProtocol.js";
import type { KnownTerms } from "../review/parseProtocol.js";
import type { Protocol } from "../review/protocol.js";
import { isInReview, PROTOCOL_FILE, protocolOptions } from "../review/protocol.js";
import { DIAGNOSTIC_SOURCE } from "../service/diagnostics.js";
import { toLspRange } from "../service/location.js";
import type { ProtocolFile } from "../service/protocolFixes.js";
import type { Publisher } from "./publisher.js";
import type { Sources } from "./sources.js";
import type { Workspace } from "./workspace.js";

interface InForce {
  readonly protocol: Protocol;
  readonly options: AnalyseOptions;
}

export class Protocols {
  private readonly inForce = new Map<string, InForce>();
  /** Texts as last read, to tell a change from a repetition. */
  private readonly texts = new Map<string, string | null>();
  private loading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly workspace: Workspace,
    private readonly sources: Sources,
    private readonly publisher: Publisher,
    private readonly known: KnownTerms,
    /** Those of a folder's patterns that no file matches; none where nobody can tell. */
    private readonly unmatched: (folder: string, patterns: readonly string[]) => Promise<readonly string[]>,
  ) {}

  /** True for a file that is the protocol of a workspace folder. */
  isProtocol(uri: string): boolean {
    return this.workspace.place(uri)?.path === PROTOCOL_FILE;
  }

  /**
   * Reads the protocols of all folders anew, one reading after the other: a slow one must not undo a later one.
   *
   * @returns whether one that is in force changed
   */
  load(): Promise<boolean> {
    const loaded = this.loading.then(() => this.loadAll());
    this.loading = loaded.catch(() => undefined);
    return loaded;
  }

  private async loadAll(): Promise<boolean> {
    const folders = this.workspace.all();
    for (const folder of [...this.inForce.keys()]) {
      if (!folders.includes(folder)) this.drop(folder);
    }
    const changes = await Promise.all(folders.map((folder) => this.loadFolder(folder)));
    return changes.includes(true);
  }

  of(uri: string): Protocol | null {
    const folder = this.workspace.place(uri)?.folder;
    return (folder === undefined ? undefined : this.inForce.get(folder))?.protocol ?? null;
  }

  options(uri: string): AnalyseOptions {
    const folder = this.workspace.place(uri)?.folder;
    return (folder === undefined ? undefined : this.inForce.get(folder))?.options ?? {};
  }

  /** False for a document that the protocol of its folder does not name. */
  isInReview(uri: string): boolean {
    const place = this.workspace.place(uri);
    const protocol = this.of(uri);
    return place === null || protocol === null || isInReview(protocol, place.path);
  }

  /** Patterns of the documents that a folder's protocol names. */
  documents(folder: string): readonly string[] {
    return this.inForce.get(folder)?.protocol.documents ?? [];
  }

  /** The protocol over a document with its file, where that holds the protocol in force. */
  async fileOf(uri: string): Promise<ProtocolFile | null> {
    const folder = this.workspace.place(uri)?.folder;
    const protocol = this.of(uri);
    if (folder === undefined || protocol === null) return null;
    const { document } = await this.sources.get(`${folder}/${PROTOCOL_FILE}`);
    return parseProtocol(document.getText(), this.known).value === undefined ? null : { protocol, document };
  }

  /** Shows at their places the patterns of all protocols that no file matches; called again when files come and go. */
  async checkPatterns(): Promise<void> {
    for (const [folder, { protocol }] of this.inForce) {
      const { documents = [] } = protocol;
      const text = this.texts.get(folder);
      const unmatched = documents.length === 0 ? [] : await this.unmatched(folder, documents);
      if (typeof text !== "string" || this.texts.get(folder) !== text) continue;
      const { value, faults } = parseProtocol(text, this.known);
      if (value === undefined) continue;
      const make = faultMaker(text);
      const idle = documents.flatMap((pattern, i) =>
        unmatched.includes(pattern)
          ? [make(["documents", i], `No file matches "${pattern}".`, "warning")]
          : [],
      );
      const uri = `${folder}/${PROTOCOL_FILE}`;
      const document = TextDocument.create(uri, "json", 0, text);
      this.publisher.diagnostics(
        uri,
        [...faults, ...idle].map((fault) => toDiagnostic(fault, document)),
      );
    }
  }

  private async loadFolder(folder: string): Promise<boolean> {
    const uri = `${folder}/${PROTOCOL_FILE}`;
    // A folder without a protocol is the usual case and no fault.
    const source = await this.sources.get(uri).catch(() => null);
    const text = source?.document.getText() ?? null;
    if (text === (this.texts.get(folder) ?? null)) return false;
    this.texts.set(folder, text);
    if (source === null) return this.drop(folder);
    const { value, faults } = parseProtocol(source.document.getText(), this.known);
    this.publisher.diagnostics(
      uri,
      faults.map((fault) => toDiagnostic(fault, source.document)),
      source.open ? source.document.version : undefined,
    );
    if (value === undefined) return false;
    this.inForce.set(folder, { protocol: value, options: protocolOptions(value) });
    return true;
  }

  private drop(folder: string): boolean {
    this.texts.delete(folder);
    this.publisher.diagnostics(`${folder}/${PROTOCOL_FILE}`, []);
    return this.inForce.delete(folder);
  }
}

function toDiagnostic({ start, end, severity, message }: Fault, document: TextDocument): Diagnostic {
  return {
    range: toLspRange(document, { start, end }),
    severity: severity === "error" ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: "protocol",
    source: DIAGNOSTIC_SOURCE,
    message,
  };
}
