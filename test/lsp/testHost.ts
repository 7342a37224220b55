/** The server's surroundings in a test: a clock that stands still, and files in memory. */
import { createHash } from "node:crypto";
import type { FileStore, Host } from "../../server/src/lsp/host.js";

export function sha256(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Time passes only when the test says so. */
export class TestHost implements Host {
  readonly files = new Map<string, string>();
  /** False: this host reaches no files, as in a browser. */
  reachesFiles = true;
  /** Reading waits for this; a test may hold it up. */
  disk: Promise<void> = Promise.resolve();
  private timers = new Set<() => void>();

  setTimeout(callback: () => void): { dispose: () => void } {
    this.timers.add(callback);
    return { dispose: () => void this.timers.delete(callback) };
  }

  setImmediate(callback: () => void): { dispose: () => void } {
    const handle = setImmediate(callback);
    return { dispose: () => clearImmediate(handle) };
  }

  get waiting(): number {
    return this.timers.size;
  }

  /** Lets all the time pass that anything waits for. */
  elapse(): void {
    const due = [...this.timers];
    this.timers.clear();
    for (const callback of due) callback();
  }

  async readDocument(uri: string): Promise<{ text: string; sha256: string } | null> {
    if (!this.reachesFiles) return null;
    const text = this.files.get(uri);
    await this.disk;
    if (text === undefined) throw new Error("no such file");
    return { text, sha256: sha256(text) };
  }

  /** Files are read, but their contents come only when the function returned is called. */
  holdDisk(): () => void {
    let release = (): void => undefined;
    this.disk = new Promise((resolve) => {
      release = resolve;
    });
    return () => {
      this.disk = Promise.resolve();
      release();
    };
  }

  sha256(bytes: Uint8Array): Promise<string> {
    return Promise.resolve(sha256(bytes));
  }

  /** One second later at every call. */
  now(): string {
    return new Date(Date.UTC(2026, 0, 1) + 1000 * this.clock++).toISOString();
  }

  filesAt(): FileStore | null {
    return this.reachesFiles ? this.store : null;
  }

  /** Folders that the server follows, and how it is told of a file in them. */
  readonly followed = new Map<string, (path: string) => void>();

  /** Thrown at the next write. */
  writeError: Error | null = null;
  private clock = 0;
  private readonly store: FileStore = {
    readText: (uri) => Promise.resolve(this.files.get(uri) ?? null),
    updateText: (uri, change) =>
      Promise.resolve().then(() => {
        const changed = change(this.files.get(uri) ?? null);
        if (this.writeError !== null) throw this.writeError;
        if (changed !== null) this.files.set(uri, changed);
      }),
    followFolder: (folder, changed) => {
      this.followed.set(folder, changed);
      return { dispose: () => void this.followed.delete(folder) };
    },
    listFiles: (folder, ending) => {
      const below = [...this.files.keys()].filter(
        (uri) => uri.startsWith(`${folder}/`) && uri.endsWith(ending),
      );
      return Promise.resolve(below.map((uri) => decodeURIComponent(uri.slice(folder.length + 1))).sort());
    },
  };
}
