/**
 * Figures of documents, kept from one start of the server to the next, so that a large review is on screen before anything is
 * read again. Each is kept under a hash of all that it was made of: it is true or it is not found, and the file is safe to lose.
 */
import * as z from "zod/mini";
import { severity } from "../../extraction.js";
import type { Disposable } from "vscode-languageserver";
import type { Host } from "../host.js";
import type { OverviewDocument } from "../messages.js";
import type { Runner } from "../runner.js";

/** What an overview says of a document and can't be told without reading it. */
export type DocumentFigures = Pick<OverviewDocument, "counts" | "findings" | "unread">;

/** Changes with the meaning of the figures: those of another format are forgotten. */
const FORMAT = "outcome-lens/figures/1";

const FILE = "figures.json";

/** Figures that this session did not ask for and that are kept all the same: of other branches, of another reviewer. */
const MOST_UNUSED = 2000;

/** Figures that come within this time are written together. */
const TOGETHER_MILLISECONDS = 1000;

const count = z.int().check(z.nonnegative());
const keptFile = z.object({
  format: z.literal(FORMAT),
  figures: z.record(
    z.string(),
    z.strictObject({
      counts: z.strictObject({
        statements: count,
        undecided: count,
        accepted: count,
        rejected: count,
        corrected: count,
        added: count,
        stale: count,
      }),
      findings: z.record(severity, count),
      unread: count,
    }),
  ),
});

export class KeptFigures {
  /** URI of a folder that is ours; null: nothing outlives this session. */
  folder: string | null = null;
  /** The last used stand last. */
  private readonly figures = new Map<string, DocumentFigures>();
  private readonly used = new Set<string>();
  private loading: Promise<void> | undefined;
  private waiting: Disposable | undefined;

  constructor(
    private readonly host: Host,
    private readonly runner: Runner,
  ) {}

  /** @param key a hash of all that the figures depend on */
  async get(key: string): Promise<DocumentFigures | undefined> {
    this.loading ??= this.load();
    await this.loading;
    const found = this.figures.get(key);
    if (found !== undefined) this.use(key, found);
    return found;
  }

  set(key: string, figures: DocumentFigures): void {
    this.use(key, figures);
    this.waiting ??= this.host.setTimeout(() => void this.save(), TOGETHER_MILLISECONDS);
  }

  /** Writes at once what waits to be written. */
  async flush(): Promise<void> {
    if (this.waiting !== undefined) await this.save();
  }

  private use(key: string, figures: DocumentFigures): void {
    this.figures.delete(key);
    this.figures.set(key, figures);
    this.used.add(key);
  }

  private async load(): Promise<void> {
    const { folder } = this;
    const store = folder === null ? null : this.host.filesAt(folder);
    if (store === null) return;
    await this.runner.background("Reading kept figures", async () => {
      for (const [key, figures] of read(await store.readText(`${folder}/${FILE}`))) {
        if (!this.figures.has(key)) this.figures.set(key, figures);
      }
    });
  }

  private async save(): Promise<void> {
    this.waiting?.dispose();
    this.waiting = undefined;
    const { folder } = this;
    const store = folder === null ? null : this.host.filesAt(folder);
    if (store === null) return;
    await this.runner.background("Keeping figures", () =>
      store.updateText(`${folder}/${FILE}`, (text) => {
        // Another window may have put its own there meanwhile.
        const all = new Map([...read(text), ...this.figures]);
        const unused = [...all.keys()].filter((key) => !this.used.has(key));
        for (const key of unused.slice(0, Math.max(0, unused.length - MOST_UNUSED))) all.delete(key);
        return JSON.stringify({ format: FORMAT, figures: Object.fromEntries(all) }) + "\n";
      }),
    );
  }
}

/** A file of another version, or one that something damaged, says nothing. */
function read(text: string | null): [string, DocumentFigures][] {
  if (text === null) return [];
  try {
    return Object.entries(keptFile.parse(JSON.parse(text)).figures);
  } catch {
    return [];
  }
}
