/** What the server takes from the place it runs in: a clock, files and hashes. Node, web worker and tests each bring theirs. */
import type { Disposable } from "vscode-languageserver";

/** A document's text and the hash of the bytes it came from. */
export interface SourceText {
  readonly text: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

export interface Host {
  /** Calls back once after so many milliseconds, unless disposed of before. */
  setTimeout(callback: () => void, milliseconds: number): Disposable;
  /** Calls back as soon as the messages that have already arrived were handled. */
  setImmediate(callback: () => void): Disposable;
  /**
   * Reads a file.
   *
   * @returns null where the host has no access to this kind of URI and the client must be asked
   * @throws Error with a message for people, where the file is absent or no text
   */
  readDocument(uri: string): Promise<SourceText | null>;
  /** SHA-256, hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string>;
}
