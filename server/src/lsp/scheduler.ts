/** Work put off until a document has been left alone for a moment; at most one piece of it for each document. */
import type { Disposable } from "vscode-languageserver";
import type { Host } from "./host.js";

export class Scheduler {
  private readonly waiting = new Map<string, Disposable>();

  constructor(
    private readonly host: Pick<Host, "setTimeout" | "setImmediate">,
    private readonly work: (key: string) => void,
  ) {}

  /** Replaces what was waiting for the same key. No delay: as soon as the messages at hand were handled. */
  schedule(key: string, milliseconds = 0): void {
    this.cancel(key);
    const run = (): void => {
      this.waiting.delete(key);
      this.work(key);
    };
    this.waiting.set(
      key,
      milliseconds > 0 ? this.host.setTimeout(run, milliseconds) : this.host.setImmediate(run),
    );
  }

  cancel(key: string): void {
    this.waiting.get(key)?.dispose();
    this.waiting.delete(key);
  }

  dispose(): void {
    for (const key of [...this.waiting.keys()]) this.cancel(key);
  }
}
