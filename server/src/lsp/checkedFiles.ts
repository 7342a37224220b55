/** Documents of the last "Check All": their findings stay listed while the documents are closed, and stay true. */
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.js";
import type { Publisher } from "./publisher.js";
import type { Sources } from "./sources.js";

export interface CheckedFilesParts {
  readonly sources: Sources;
  readonly publisher: Publisher;
  /** null for a document that is not one to be read. */
  readonly analysisOf: (document: TextDocument, open: boolean) => Promise<Analysis | null>;
}

export class CheckedFiles {
  private uris = new Set<string>();

  constructor(private readonly parts: CheckedFilesParts) {}

  /** @returns whether it was one of them */
  remove(uri: string): boolean {
    return this.uris.delete(uri);
  }

  has(uri: string): boolean {
    return this.uris.has(uri);
  }

  /** A new list takes the place of the old one; findings of documents that left it are taken back. */
  replace(uris: readonly string[]): void {
    const fresh = new Set(uris);
    for (const uri of this.uris) {
      if (!fresh.has(uri) && !this.parts.sources.isOpen(uri)) this.parts.publisher.diagnostics(uri, []);
    }
    this.uris = fresh;
  }

  /** Those that no editor shows. */
  closed(): string[] {
    return [...this.uris].filter((uri) => !this.parts.sources.isOpen(uri));
  }

  /**
   * Checks one document and shows its findings.
   *
   * @returns null where the document is not one to be read
   * @throws Error where it cannot be read, after its findings were taken back
   */
  async check(uri: string): Promise<Analysis | null> {
    const { sources, publisher, analysisOf } = this.parts;
    try {
      const { document, open } = await sources.get(uri);
      const analysis = await analysisOf(document, open);
      // An open document speaks for itself, with its version; it may have been opened while the file was read.
      if (!sources.isOpen(uri)) publisher.file(document, analysis);
      return analysis;
    } catch (error) {
      publisher.diagnostics(uri, []);
      throw error;
    }
  }
}
