/** Whose decisions these are: the setting `outcomeLens.reviewer`, asked for once. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import type { Server } from "../languageClient.js";

const ID = /^(?!adjudicated$)[\p{L}\p{N}_][\p{L}\p{N}._-]*(?<!\.)$/u;

/**
 * Asks who decides where the setting is empty, proposing the name in git, and waits until the server knows.
 *
 * @throws CancellationError where nobody answered
 */
export async function ensureReviewer(server: Server, document: vscode.Uri): Promise<void> {
  const settings = vscode.workspace.getConfiguration("outcomeLens");
  if (settings.get<string>("reviewer", "") !== "") return;
  const id = await askReviewer(document);
  if (id === undefined) throw new vscode.CancellationError();
  await settings.update("reviewer", id, vscode.ConfigurationTarget.Global);
  await serverKnows(server, document, id);
}

/** Palette command: decides from now on as somebody else. */
export async function chooseReviewer(server: Server): Promise<string | undefined> {
  const folder = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
  const settings = vscode.workspace.getConfiguration("outcomeLens");
  const id = await askReviewer(folder, settings.get<string>("reviewer", ""));
  if (id === undefined) return undefined;
  // A name in the workspace's settings would win over the person's own.
  const { workspaceValue } = settings.inspect<string>("reviewer") ?? {};
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await settings.update("reviewer", id, workspaceValue === undefined ? Global : Workspace);
  await server.start();
  return id;
}

async function askReviewer(document: vscode.Uri | undefined, current = ""): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t("Who decides?"),
    prompt: vscode.l10n.t(
      "Your decisions are kept in the folder .outcome-review/<name>. Kept in the setting outcomeLens.reviewer.",
    ),
    value: current === "" ? idOf(await nameInGit(document)) : current,
    ignoreFocusOut: true,
    validateInput: (value) =>
      ID.test(value)
        ? undefined
        : vscode.l10n.t('Letters, digits, ".", "_" and "-" only; "adjudicated" is taken.'),
  });
}

/** What git would sign a commit with in the document's folder; empty where there is none. */
async function nameInGit(document: vscode.Uri | undefined): Promise<string> {
  const folder = document === undefined ? undefined : vscode.workspace.getWorkspaceFolder(document)?.uri;
  if (folder?.scheme !== "file") return "";
  try {
    const { stdout } = await promisify(execFile)("git", ["config", "user.name"], {
      cwd: folder.fsPath,
      timeout: 2000,
    });
    return stdout.trim();
  } catch {
    return "";
  }
}

/** "Anna Müller" → "anna-müller". */
function idOf(name: string): string {
  const id = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return ID.test(id) ? id : "";
}

const PATIENCE = 50;

/** The setting reaches the server by a way of its own; a decision must not overtake it. */
async function serverKnows(server: Server, document: vscode.Uri, id: string): Promise<void> {
  for (let tries = 0; tries < PATIENCE; tries++) {
    const { reviewer } = await server.request("outcomeLens/review/document", { uri: document.toString() });
    if (reviewer === id) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
