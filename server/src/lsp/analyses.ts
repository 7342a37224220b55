/** One analysis for each open document and version, made when first asked for. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.js";

/** Reads one document, or says with null that it is not to be read. */
export type Analyser = (document: TextDocument, previous: Analysis | undefined) => Analysis | null;

interface Entry {
  readonly version: number;
  readonly outcome: { readonly analysis: Analysis | null } | { readonly error: unknown };
  /** The latest analysis that succeeded: what an incremental reading starts from. */
  readonly previous: Analysis | undefined;
}

export class Analyses {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly analyser: Analyser) {}

  /**
   * @returns null for a document that is not to be read
   * @throws what the analysis of this version threw; it is not tried again before the text changes
   */
  of(document: TextDocument): Analysis | null {
    const { uri, version } = document;
    let entry = this.entries.get(uri);
    if (entry === undefined || entry.version !== version) {
      entry = this.analysed(document, entry?.previous);
      this.entries.set(uri, entry);
    }
    if ("error" in entry.outcome) throw entry.outcome.error;
    return entry.outcome.analysis;
  }

  private analysed(document: TextDocument, previous: Analysis | undefined): Entry {
    const { version } = document;
    try {
      const analysis = this.analyser(document, previous);
      return { version, outcome: { analysis }, previous: analysis ?? previous };
    } catch (error) {
      return { version, outcome: { error }, previous };
    }
  }

  /** Whether some version of the document was analysed since it was opened. */
  knows(uri: string): boolean {
    return this.entries.has(uri);
  }

  forget(uri: string): void {
    this.entries.delete(uri);
  }

  /** After a change of settings or protocol nothing read before holds. */
  forgetAll(): void {
    this.entries.clear();
  }
}
