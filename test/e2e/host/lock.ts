/** A lock between processes, kept as a folder that names its owner. */
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Runs `action` while no other process holds the lock at `path`.
 * A lock whose owner no longer lives is taken over.
 *
 * @param onWait called once when another process holds the lock
 */
export async function withLock<T>(path: string, onWait: () => void, action: () => Promise<T>): Promise<T> {
  let waited = false;
  while (!(await take(path))) {
    if (!(await ownerLives(path))) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    if (!waited) onWait();
    waited = true;
    await delay(250);
  }
  try {
    return await action();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function take(path: string): Promise<boolean> {
  try {
    await mkdir(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
  await writeFile(join(path, "owner"), String(process.pid));
  return true;
}

async function ownerLives(path: string): Promise<boolean> {
  // Between the folder's making and the owner's note there is a moment without a note.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const owner = await readFile(join(path, "owner"), "utf8").catch(() => "");
    if (owner !== "") return processLives(Number(owner));
    await delay(50);
  }
  return false;
}

function processLives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
