/** What happens in a folder and below it, from this moment on. */
import { watch, type FSWatcher } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/**
 * Tells of every file below a folder: of those that are there now, and then of each that comes, changes or goes. Folders
 * that appear are followed before their contents are listed, so nothing that is put into them at once is missed, as it is
 * by watchers that learn of a folder only after it was filled. What cannot be watched is left alone. Does not keep the
 * program running.
 *
 * @param path a folder; for anything else nothing happens
 * @param changed gets the file's path relative to the folder, with forward slashes, perhaps several times for one change
 * @returns what ends it
 */
export function followFolder(path: string, changed: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();
  let isOver = false;

  const leave = (folder: string): void => {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  };

  const enter = async (folder: string): Promise<void> => {
    if (isOver || watchers.has(folder)) return;
    const watcher = watch(folder, { persistent: false });
    watchers.set(folder, watcher);
    watcher.on("error", () => leave(folder));
    watcher.on("change", (_, name) => look(join(folder, String(name))));
    for (const name of await readdir(folder)) look(join(folder, name));
  };

  const look = (entry: string): void => {
    void stat(entry)
      .then((found) => (found.isDirectory() ? enter(entry) : tell(entry)))
      .catch(() => {
        leave(entry);
        tell(entry);
      });
  };

  const tell = (file: string): void => {
    if (!isOver) changed(relative(path, file).replaceAll("\\", "/"));
  };

  void stat(path)
    .then((found) => (found.isDirectory() ? enter(path) : undefined))
    .catch(() => leave(path));
  return () => {
    isOver = true;
    for (const folder of [...watchers.keys()]) leave(folder);
  };
}
