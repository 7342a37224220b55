import * as vscode from "vscode";

interface Part {
  readonly target: vscode.Uri;
  readonly content: Uint8Array;
}

/**
 * Writes a file as a whole or not at all: into a file beside it, which then takes its name.
 * Rejects with an error that names the file.
 */
export async function writeWhole(target: vscode.Uri, content: Uint8Array): Promise<void> {
  await writeAll([{ target, content }]);
}

/**
 * Writes files into a folder, which is made if it is not there. All are written under other names before the first
 * takes its own, so that a full disk leaves the folder as it was. Other files in it stay.
 */
export async function writeFolder(
  folder: vscode.Uri,
  files: readonly { readonly name: string; readonly content: Uint8Array }[],
): Promise<void> {
  await writeAll(files.map(({ name, content }) => ({ target: vscode.Uri.joinPath(folder, name), content })));
}

/** `writeFile` makes the folders that are missing. */
async function writeAll(parts: readonly Part[]): Promise<void> {
  const { fs } = vscode.workspace;
  const finished: { unfinished: vscode.Uri; target: vscode.Uri }[] = [];
  let current = parts[0]?.target;
  try {
    for (const { target, content } of parts) {
      current = target;
      const name = target.path.slice(target.path.lastIndexOf("/") + 1);
      const unfinished = vscode.Uri.joinPath(
        target,
        "..",
        `.${name}.${Math.random().toString(36).slice(2)}.tmp`,
      );
      finished.push({ unfinished, target });
      await fs.writeFile(unfinished, content);
    }
    for (const { unfinished, target } of finished) {
      current = target;
      await fs.rename(unfinished, target, { overwrite: true });
    }
  } catch (error) {
    for (const { unfinished } of finished) await fs.delete(unfinished).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(vscode.l10n.t("{0} could not be written: {1}", current?.fsPath ?? "", reason), {
      cause: error,
    });
  }
}
