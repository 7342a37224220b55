/** What the server takes from the place it runs in: a clock, files and hashes. Node, web worker and tests each bring theirs. */
import type { Disposable } from "vscode-languageserver";

/** A document's text and the hash of the bytes it came from. */
export interface SourceText {
  readonly text: string;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** The review's own files. */
export interface FileStore {
  /** The file's text; null where there is none. @throws Error with a message for people */
  readText(uri: string): Promise<string | null>;
  /**
   * Changes a file in one step: nobody else writes it between `change` being given its text and the new text being in
   * place, and whatever goes wrong leaves it as it was.
   *
   * @param change gets null where there is no file; gives null to leave it as it is
   * @throws Error with a message for people, or what `change` threw
   */
  updateText(uri: string, change: (text: string | null) => string | null): Promise<void>;
  /** All files below a folder with this ending: paths relative to it, with forward slashes, sorted. */
  listFiles(folder: string, ending: string): Promise<readonly string[]>;
  /**
   * Tells of every file in a folder and below it, of those that are there now and then of each that comes, changes or
   * goes: paths relative to it, with forward slashes. For what is no folder nothing happens.
   */
  followFolder(folder: string, changed: (path: string) => void): Disposable;
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
  /** Now, ISO 8601. */
  now(): string;
  /** null where files can't be changed from here: in a browser, and for folders that are not on disk. */
  filesAt(uri: string): FileStore | null;
}
