/** A large output that outlives its process: written beside its name, its progress in a journal, renamed when it is whole. */
import { createHash } from "node:crypto";
import { open, readFile, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { FileError, reasonOf } from "../host/documents.js";
import { flushFolder } from "../host/writeFile.js";
import type { Target } from "./inputs.js";
import { START, type Position } from "./stream.js";

const FORMAT = "outcome-lens/resume/1";

/** Work that is lost when the process is killed is what was done since the last entry of the journal. */
const EVERY_MS = 500;

/** What is safe on disk: the output up to `bytes` holds everything before `position`. */
interface Entry {
  readonly position: Position;
  readonly bytes: number;
  readonly studies: number;
  readonly faults: number;
}

interface Head {
  readonly format: typeof FORMAT;
  /** Of the rules and of all inputs, by name, size and time of their last change. */
  readonly inputs: string;
}

const NOTHING: Entry = { position: START, bytes: 0, studies: 0, faults: 0 };

/**
 * The output of one run. Bytes reach the disk before the journal says so; what was written after the journal's last entry is cut off
 * when the run goes on, so that nothing is lost, doubled or broken off in the middle.
 */
export class ResumableFile {
  private pending: Uint8Array[] = [];
  private last = Date.now();

  private constructor(
    private readonly path: string,
    private readonly target: string,
    private readonly output: FileHandle,
    private readonly journal: FileHandle,
    private entry: Entry,
  ) {}

  /** Where to go on, and what was counted until there. */
  get done(): Entry {
    return this.entry;
  }

  /**
   * @param path as it is to be shown; relative to `folder`
   * @param inputs hash of what the run reads and by which rules, see `inputsHash`
   * @returns how many faults were found, where the output is whole already
   * @throws FileError where another run's remains are in the way, or the inputs changed since
   */
  static async open(
    path: string,
    folder: string,
    inputs: string,
    resume: boolean,
  ): Promise<ResumableFile | number> {
    const target = resolve(folder, path);
    const [partial, journalPath] = [`${target}.partial`, `${target}.journal`];
    try {
      const found = await readJournal(journalPath);
      if (found !== undefined && !resume) {
        throw new FileError(
          path,
          "a run that did not end left its journal; --resume goes on with it, or delete it",
        );
      }
      if (found !== undefined && found.head.inputs !== inputs) {
        throw new FileError(
          path,
          "inputs or rules changed since the run that did not end; delete its journal",
        );
      }
      if (found !== undefined && !(await exists(partial)) && (await exists(target))) {
        await rm(journalPath);
        return found.entry.faults;
      }
      const entry = found?.entry ?? NOTHING;
      const output = await open(partial, found === undefined ? "w" : "a");
      if ((await output.stat()).size < entry.bytes) {
        throw new FileError(
          path,
          "its .partial file is shorter than its journal says; delete both and start anew",
        );
      }
      await output.truncate(entry.bytes);
      const journal = await open(journalPath, found === undefined ? "w" : "a");
      const file = new ResumableFile(path, target, output, journal, entry);
      if (found === undefined) await file.note({ format: FORMAT, inputs } satisfies Head);
      return file;
    } catch (error) {
      throw error instanceof FileError ? error : new FileError(path, reasonOf(error));
    }
  }

  /** @param faults so many were found in the batch */
  async add(lines: Uint8Array, studies: number, faults: number, position: Position): Promise<void> {
    this.pending.push(lines);
    const { entry } = this;
    this.entry = {
      position,
      bytes: entry.bytes + lines.length,
      studies: entry.studies + studies,
      faults: entry.faults + faults,
    };
    if (Date.now() - this.last >= EVERY_MS) await this.flush();
  }

  /** Puts the whole output in its place. */
  async close(): Promise<void> {
    await this.flush();
    await this.output.close();
    await this.journal.close();
    try {
      await rename(`${this.target}.partial`, this.target);
      await flushFolder(dirname(this.target));
      await rm(`${this.target}.journal`);
    } catch (error) {
      throw new FileError(this.path, reasonOf(error));
    }
  }

  /** Leaves everything as it is, for --resume. */
  async abandon(): Promise<void> {
    await this.output.close().catch(() => undefined);
    await this.journal.close().catch(() => undefined);
  }

  private async flush(): Promise<void> {
    try {
      if (this.pending.length > 0) await this.output.appendFile(Buffer.concat(this.pending));
      this.pending = [];
      await this.output.datasync();
      await this.note(this.entry);
    } catch (error) {
      throw new FileError(this.path, reasonOf(error));
    }
    this.last = Date.now();
  }

  private async note(value: Head | Entry): Promise<void> {
    await this.journal.appendFile(`${JSON.stringify(value)}\n`);
    await this.journal.datasync();
  }
}

/** The journal's head and its last whole entry; undefined where there is none, or not even its head was written. */
async function readJournal(path: string): Promise<{ head: Head; entry: Entry } | undefined> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  });
  // What stands after the last line end was being written when the process died.
  const [first, ...rest] = (text ?? "").split("\n").slice(0, -1);
  if (first === undefined) return undefined;
  const head = JSON.parse(first) as Head;
  const last = rest.at(-1);
  return { head, entry: last === undefined ? NOTHING : (JSON.parse(last) as Entry) };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** Hash of the rules and of the inputs by name, size and time of their last change. */
export async function inputsHash(targets: readonly Target[], rules: string, folder: string): Promise<string> {
  const hash = createHash("sha256").update(rules);
  for (const target of targets) {
    if ("error" in target) {
      hash.update(`\n${target.error.message}`);
      continue;
    }
    const stats = await stat(resolve(folder, target.path)).catch(() => undefined);
    hash.update(`\n${target.path}\t${stats?.size ?? "absent"}\t${stats?.mtimeMs ?? ""}`);
  }
  return hash.digest("hex");
}
