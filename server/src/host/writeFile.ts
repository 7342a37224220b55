/** Files written whole or not at all. */
import { randomBytes } from "node:crypto";
import { open, realpath, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { FileError, reasonOf } from "./documents.js";

/**
 * Puts a file in place in one step: written beside it, flushed to disk, renamed over it. Whatever goes
 * wrong before the rename leaves an existing file as it was and nothing new behind.
 * A link is followed; a pipe or device is written to directly.
 *
 * @param path as it is to be shown; relative to `folder`
 * @throws FileError naming the file, when the folder is absent or read-only, the disk is full …
 */
export async function writeWhole(path: string, content: string, folder = "."): Promise<void> {
  try {
    const target = await targetOf(resolve(folder, path));
    if (target.special) await writeInto(target.path, "w", content);
    else await replace(target.path, content, target.mode);
  } catch (error) {
    throw new FileError(path, reasonOf(error));
  }
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

async function replace(path: string, content: string, mode: number | undefined): Promise<void> {
  const temporary = join(dirname(path), `.outcome-lens-${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeInto(temporary, "wx", content, mode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await flushFolder(dirname(path));
}

async function writeInto(path: string, flags: "w" | "wx", content: string, mode?: number): Promise<void> {
  const file = await open(path, flags);
  try {
    if (mode !== undefined) await file.chmod(mode);
    await file.writeFile(content, "utf8");
    if (flags === "wx") await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the new name survives a power cut; some systems can't open folders, and then there is nothing to do. */
async function flushFolder(path: string): Promise<void> {
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
