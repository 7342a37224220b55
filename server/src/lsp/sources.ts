/** Texts of documents, open in the editor or not, with the hash of the bytes behind them. */
import type { Connection, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { decode } from "../import/decode.js";
import type { Host, SourceText } from "./host.js";
import type { ClientRequests, InitializationOptions } from "./messages.js";

export interface Source {
  readonly document: TextDocument;
  readonly open: boolean;
}

export class Sources {
  /** What the client does for a server that reaches no files. */
  client: Pick<InitializationOptions, "readFile" | "findFiles"> = {};

  constructor(
    private readonly connection: Connection,
    private readonly host: Host,
    private readonly documents: TextDocuments<TextDocument>,
  ) {}

  isOpen(uri: string): boolean {
    return this.documents.get(uri) !== undefined;
  }

  /** The document as the editor shows it, else the file. @throws Error where it cannot be read */
  async get(uri: string): Promise<Source> {
    const open = this.documents.get(uri);
    if (open !== undefined) return { document: open, open: true };
    return { document: unopened(uri, await this.file(uri)), open: false };
  }

  /** Like `get`, with the hash: of the file where it holds the text shown, else of the text as UTF-8. */
  async hashed(uri: string): Promise<Source & { readonly sha256: string }> {
    const open = this.documents.get(uri);
    if (open === undefined) {
      const file = await this.file(uri);
      return { document: unopened(uri, file), open: false, sha256: file.sha256 };
    }
    const text = open.getText();
    const file = await this.file(uri).catch(() => null);
    const sha256 = file?.text === text ? file.sha256 : await this.host.sha256(new TextEncoder().encode(text));
    return { document: open, open: true, sha256 };
  }

  /** What the file holds, whatever the editor shows. @throws Error where it cannot be read */
  async file(uri: string): Promise<SourceText> {
    const own = await this.host.readDocument(uri);
    if (own !== null) return own;
    if (this.client.readFile !== true) throw new Error("cannot be read from here");
    const bytes = fromBase64((await this.ask("outcomeLens/readFile", { uri })).base64);
    return { text: decode(bytes).text, sha256: await this.host.sha256(bytes) };
  }

  /** Those of a folder's patterns that no file matches; none where the client does not tell. */
  async unmatched(folder: string, patterns: readonly string[]): Promise<readonly string[]> {
    return this.client.findFiles === true
      ? this.ask("outcomeLens/unmatchedPatterns", { folder, patterns })
      : [];
  }

  private ask<Method extends keyof ClientRequests>(
    method: Method,
    params: ClientRequests[Method]["params"],
  ): Promise<ClientRequests[Method]["result"]> {
    return this.connection.sendRequest(method, params);
  }
}

function unopened(uri: string, { text }: SourceText): TextDocument {
  return TextDocument.create(uri, "", 0, text);
}

function fromBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
}
