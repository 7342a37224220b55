/** Files written whole or not at all. */
import { randomBytes } from "node:crypto";
import { mkdir, open, realpath, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { FileError, reasonOf } from "./documents.js";

/** Text is written as UTF-8; pieces are taken when the disk is ready for them. */
export type Content = string | Uint8Array | Iterable<string | Uint8Array>;

const BATCH = 256 * 1024;

/** Small pieces put together, so that not each of them is a call of the system. */
export function* inBatches(pieces: Iterable<string | Uint8Array>): Generator<Buffer> {
  let batch: Buffer[] = [];
  let size = 0;
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    batch.push(bytes);
    size += bytes.length;
    if (size < BATCH) continue;
    yield Buffer.concat(batch);
    [batch, size] = [[], 0];
  }
  if (size > 0) yield Buffer.concat(batch);
}

/**
 * Puts a file in place in one step: written beside it, flushed to disk, renamed over it. Whatever goes
 * wrong before the rename leaves an existing file as it was and nothing new behind.
 * A link is followed; a pipe or device is written to directly.
 *
 * @param path as it is to be shown; relative to `folder`
 * @throws FileError naming the file, when the folder is absent or read-only, the disk is full …
 */
export async function writeWhole(path: string, content: Content, folder = "."): Promise<void> {
  try {
    const target = await targetOf(resolve(folder, path));
    if (target.special) await writeInto(target.path, "w", content);
    else await replace(target.path, content, target.mode);
  } catch (error) {
    throw fault(path, error);
  }
}

/** What the system refused; what whoever makes the content throws is passed on. */
function fault(path: string, error: unknown): unknown {
  const isSystems = typeof (error as NodeJS.ErrnoException).code === "string";
  return isSystems ? new FileError(path, reasonOf(error)) : error;
}

/** The name of a file that was being written when the program ended. */
export function isUnfinished(name: string): boolean {
  return /^\.outcome-lens-[0-9a-f]{12}\.tmp$/.test(name);
}

interface Target {
  readonly path: string;
  /** Permissions of the file that is there; undefined for a new one. */
  readonly mode: number | undefined;
  readonly special: boolean;
}

async function targetOf(path: string): Promise<Target> {
  try {
    const real = await realpath(path);
    const stats = await stat(real);
    if (stats.isDirectory()) throw Object.assign(new Error("is a folder"), { code: "EISDIR" });
    return { path: real, mode: stats.mode & 0o7777, special: !stats.isFile() };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return { path, mode: undefined, special: false };
  }
}

async function replace(path: string, content: Content, mode: number | undefined): Promise<void> {
  const temporary = temporaryBeside(path);
  try {
    await writeInto(temporary, "wx", content, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

function temporaryBeside(path: string): string {
  return join(dirname(path), `.outcome-lens-${randomBytes(6).toString("hex")}.tmp`);
}

/**
 * Puts several files into a folder, which is made if it is not there. All are on disk under other names before the
 * first takes its own, so that a full disk leaves the folder as it was. Other files in it are not touched.
 *
 * @param files their names contain no folder
 * @throws FileError naming the folder
 */
export async function writeFolder(
  path: string,
  files: Iterable<{ readonly name: string; readonly content: Content }>,
  folder = ".",
): Promise<void> {
  const target = resolve(folder, path);
  const finished: { temporary: string; final: string }[] = [];
  let made: string | undefined;
  try {
    made = await mkdir(target, { recursive: true });
    for (const { name, content } of files) {
      const final = join(target, name);
      const temporary = temporaryBeside(final);
      finished.push({ temporary, final });
      await writeInto(temporary, "wx", content);
    }
    for (const { temporary, final } of finished) await rename(temporary, final);
    await flushFolder(target);
  } catch (error) {
    for (const { temporary } of finished) await rm(temporary, { force: true });
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    throw fault(path, error);
  }
}

async function writeInto(path: string, flags: "w" | "wx", content: Content, mode?: number): Promise<void> {
  const file = await open(path, flags);
  try {
    if (mode !== undefined) await file.chmod(mode);
    const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
    for (const bytes of inBatches(pieces)) await file.writeFile(bytes);
    if (flags === "wx") await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the new name survives a power cut; some systems can't open folders, and then there is nothing to do. */
export async function flushFolder(path: string): Promise<void> {
  let folder: FileHandle | undefined;
  try {
    folder = await open(path, "r");
    await folder.sync();
  } catch {
    // The file itself is safe on disk; only the moment of its renaming is not.
  } finally {
    await folder?.close();
  }
}
