/** The review's own files on disk: several windows and programs may change them at once, and none loses what another wrote. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { FileError, reasonOf } from "./documents.js";
import { isUnfinished, writeWhole } from "./writeFile.js";

/** A lock that is older was left by a program that ended in the middle. */
const ABANDONED_MILLISECONDS = 10_000;
const RETRY_MILLISECONDS = 15;

/** Remains of writing that are older belong to no running program. */
const REMAINS_MILLISECONDS = 60_000;

/** Folders that were looked through for remains of an earlier, killed program. */
const tidied = new Set<string>();

/** The file's text; null where there is none. @throws FileError */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (isAbsent(error)) return null;
    throw new FileError(path, reasonOf(error));
  }
}

/**
 * Changes a file in one step: what `change` is given is what the file holds, and nobody who also uses this function
 * writes it before the new text is in place. Folders are made where they are missing.
 *
 * @param change gets the text, null where there is no file, and gives the new one, null to leave it; what it throws is
 *   thrown on and nothing is written
 * @throws FileError when the folder is read-only, the disk is full …; the file is then as it was
 */
export async function updateText(
  path: string,
  change: (text: string | null) => string | null,
): Promise<void> {
  const unlock = await lock(path);
  try {
    await tidy(dirname(path));
    const text = await readText(path);
    const changed = change(text);
    if (changed !== null && changed !== text) await writeWhole(path, changed);
  } finally {
    await unlock();
  }
}

/**
 * All files below a folder whose names end so: paths relative to it, with forward slashes, sorted. None where there is no
 * folder.
 *
 * @throws FileError
 */
export async function listFiles(folder: string, ending: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true });
    return found
      .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
      .sort();
  } catch (error) {
    if (isAbsent(error)) return [];
    throw new FileError(folder, reasonOf(error));
  }
}

/** Waits until no other program changes this file. @returns what gives it free */
async function lock(path: string): Promise<() => Promise<void>> {
  const file = `${path}.lock`;
  try {
    await mkdir(dirname(path), { recursive: true });
    for (;;) {
      try {
        await (await open(file, "wx")).close();
        return () => rm(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        await breakAbandoned(file);
        await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
      }
    }
  } catch (error) {
    throw new FileError(path, reasonOf(error));
  }
}

async function breakAbandoned(file: string): Promise<void> {
  try {
    if (Date.now() - (await stat(file)).mtimeMs < ABANDONED_MILLISECONDS) return;
    // Renamed first: of two programs that find it, one succeeds, and the other waits for the new lock.
    const broken = `${file}.${process.pid}`;
    await rename(file, broken);
    await rm(broken, { force: true });
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}

/** Takes away what a program that was killed between writing and renaming left in the folder. */
async function tidy(folder: string): Promise<void> {
  if (tidied.has(folder)) return;
  tidied.add(folder);
  for (const name of await readdir(folder)) {
    if (!isUnfinished(name)) continue;
    const path = join(folder, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > REMAINS_MILLISECONDS) await rm(path, { force: true });
  }
}

function isAbsent(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}
