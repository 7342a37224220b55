/** Which documents Outcome Lens is about, as far as names can tell; the server looks at the text itself. */
import * as vscode from "vscode";

export const languages = ["plaintext", "markdown", "study-report"] as const;

/** `output`, `git` and other schemes show texts that nobody reviews. */
const schemes = ["file", "untitled", "vscode-vfs"] as const;

export const documentSelector = languages.flatMap((language) =>
  schemes.map((scheme) => ({ language, scheme })),
);

/** Files of the review that the server reads as they stand in the editor. */
export const reviewFiles = schemes.flatMap((scheme) =>
  ["**/outcome-review.json", "**/.outcome-review/**/*.json"].map((pattern) => ({
    language: "json",
    scheme,
    pattern,
  })),
);

/** What a folder that is chosen as a whole is searched for; the server leaves out what is not included. */
const readable = "**/*.{txt,md,abstract,nbib,ris}";

/** The editor that a command is about: the active one, or beside a panel or a table the first that shows a report. */
export function activeReportEditor(): vscode.TextEditor | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  const editors =
    activeTextEditor === undefined ? visibleTextEditors : [activeTextEditor, ...visibleTextEditors];
  return editors.find(({ document }) => vscode.languages.match(documentSelector, document) > 0);
}

/** True for a file that is a report by its very extension. */
export function isStudyReport(document: vscode.TextDocument): boolean {
  return document.languageId === "study-report";
}

/** True where a folder of the workspace is a review, so that the review's documents are read whatever they hold. */
export async function hasProtocol(): Promise<boolean> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = await Promise.all(
    folders.map(({ uri }) =>
      vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, "outcome-review.json")).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}

function patterns(name: "include" | "exclude"): readonly string[] {
  const value = vscode.workspace.getConfiguration("outcomeLens").get<unknown>(name);
  return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

/** True where language, scheme and the patterns of the settings allow the document to be read. */
export function isIncluded(document: vscode.TextDocument): boolean {
  if (vscode.languages.match(documentSelector, document) === 0) return false;
  if (document.isUntitled || isStudyReport(document)) return true;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const matches = (pattern: string) =>
    vscode.languages.match(
      { pattern: folder === undefined ? pattern : new vscode.RelativePattern(folder, pattern) },
      document,
    ) > 0;
  return patterns("include").some(matches) && !patterns("exclude").some(matches);
}

/** Files of the workspace that the include patterns name, sorted; those excluded are passed over by the server. */
export async function findIncluded(token?: vscode.CancellationToken): Promise<vscode.Uri[]> {
  const found = await Promise.all(patterns("include").map((pattern) => find(pattern, token)));
  return sorted(found.flat());
}

/** Files as given and, in place of a folder, the readable files in it; sorted. */
export async function expandFolders(
  uris: readonly vscode.Uri[],
  token?: vscode.CancellationToken,
): Promise<vscode.Uri[]> {
  const expanded = await Promise.all(
    uris.map(async (uri) => {
      const { type } = await vscode.workspace.fs.stat(uri);
      const isFolder = (type & vscode.FileType.Directory) !== 0;
      return isFolder ? find(new vscode.RelativePattern(uri, readable), token) : [uri];
    }),
  );
  return sorted(expanded.flat());
}

/** The most files that one search gives; beyond it a review needs a narrower folder. */
const MOST_FILES = 50_000;

function find(pattern: vscode.GlobPattern, token?: vscode.CancellationToken): Thenable<vscode.Uri[]> {
  return vscode.workspace.findFiles(pattern, "**/{node_modules,.*}/**", MOST_FILES, token);
}

function sorted(uris: readonly vscode.Uri[]): vscode.Uri[] {
  const byName = new Map(uris.map((uri) => [uri.toString(), uri]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, uri]) => uri);
}

/** Name for messages and lists: relative to the workspace, with the folder where there are several. */
export function nameOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri);
}

/** Those of the glob patterns, relative to the folder, that no file matches. */
export async function unmatchedPatterns(
  folder: vscode.Uri,
  globs: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    globs.map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(folder, glob), null, 1)),
  );
  return globs.filter((_, i) => found[i]?.length === 0);
}
