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

  at(done: number, path: string): Promise<void> {
    return this.show(`${done} of ${this.total} documents`, path);
  }

  async show(what: string, path: string): Promise<void> {
    if (!this.io.err.isTerminal || this.io.out.isTerminal) return;
    const now = Date.now();
    if (now - this.last < EVERY_MS) return;
    this.last = now;
    this.shown = true;
    const name = plainLine(path).slice(-60);
    await this.io.err.write(`${CLEAR_LINE}${what}  ${name}`);
  }

  async clear(): Promise<void> {
    if (!this.shown) return;
    this.shown = false;
    await this.io.err.write(CLEAR_LINE);
  }
}

/** "1200 documents, 1.8 MB/s, 3 min left  path" for a run over files whose size is known. */
export class Pace {
  private readonly start = Date.now();
  private readonly line: Progress;
  private documents = 0;
  private characters = 0;

  /** @param total bytes of all files, as they are on disk */
  constructor(
    io: Io,
    private readonly total: number,
    private readonly read: { readonly bytes: number },
  ) {
    this.line = new Progress(io, 0);
  }

  async at(documents: number, characters: number, path: string): Promise<void> {
    this.documents += documents;
    this.characters += characters;
    const seconds = Math.max(0.001, (Date.now() - this.start) / 1000);
    const share = this.total > 0 ? Math.min(1, this.read.bytes / this.total) : 0;
    const left = share > 0.001 ? `, ${span((seconds / share) * (1 - share))} left` : "";
    const speed = (this.characters / 1e6 / seconds).toFixed(1);
    await this.line.show(`${this.documents} documents, ${speed} MB/s${left}`, path);
  }

  clear(): Promise<void> {
    return this.line.clear();
  }
}

/** "40 s", "3 min", "2.5 h". */
function span(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
