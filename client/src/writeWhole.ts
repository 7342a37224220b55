import * as vscode from "vscode";

/**
 * Writes a file as a whole or not at all: into a file beside it, which then takes its name.
 * Rejects with an error that names the file.
 */
export async function writeWhole(target: vscode.Uri, content: string): Promise<void> {
  const { fs } = vscode.workspace;
  const name = target.path.slice(target.path.lastIndexOf("/") + 1);
  const unfinished = vscode.Uri.joinPath(target, "..", `.${name}.${Math.random().toString(36).slice(2)}.tmp`);
  try {
    await fs.writeFile(unfinished, new TextEncoder().encode(content));
    await fs.rename(unfinished, target, { overwrite: true });
  } catch (error) {
    await fs.delete(unfinished).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(vscode.l10n.t("{0} could not be written: {1}", target.fsPath, reason), { cause: error });
  }
}
