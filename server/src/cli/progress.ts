/** "12 of 120 documents  path" on a terminal that shows nothing else meanwhile; silent everywhere else. */
import type { Io } from "./io.js";
import { plainLine } from "./plain.js";

const EVERY_MS = 100;
const CLEAR_LINE = "\r\u001b[2K";

export class Progress {
  private shown = false;
  private last = 0;

  constructor(
    private readonly io: Io,
    private readonly total: number,
  ) {}

  async at(done: number, path: string): Promise<void> {
    if (!this.io.err.isTerminal || this.io.out.isTerminal) return;
    const now = Date.now();
    if (now - this.last < EVERY_MS) return;
    this.last = now;
    this.shown = true;
    const name = plainLine(path).slice(-60);
    await this.io.err.write(`${CLEAR_LINE}${done} of ${this.total} documents  ${name}`);
  }

  async clear(): Promise<void> {
    if (!this.shown) return;
    this.shown = false;
    await this.io.err.write(CLEAR_LINE);
  }
}
