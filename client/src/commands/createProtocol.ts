import * as vscode from "vscode";
import { unmatchedPatterns } from "../documents.js";
import type { Server } from "../languageClient.js";
import { writeWhole } from "../writeWhole.js";

const NAME = "outcome-review.json";

/**
 * Asks for title, outcomes, groups and documents, and writes the review's protocol.
 *
 * @returns the file written or opened; undefined where the user broke off
 */
export async function createProtocol(server: Server): Promise<vscode.Uri | undefined> {
  const folder = await chooseFolder();
  if (folder === undefined) return undefined;
  const target = vscode.Uri.joinPath(folder.uri, NAME);
  const answer = await mayWrite(target);
  if (answer === "open") return open(target);
  if (answer === "no") return undefined;
  const title = await ask(1, vscode.l10n.t("What is the review about? Its title"), folder.name);
  if (title === undefined) return undefined;
  const outcomes = await chooseOutcomes(server);
  if (outcomes === undefined) return undefined;
  const others = await ask(
    3,
    vscode.l10n.t("Outcomes that the list did not have, separated by semicolons"),
    "",
  );
  if (others === undefined) return undefined;
  const groups = await ask(
    4,
    vscode.l10n.t("Groups that are compared, separated by semicolons; of two the second is the control"),
    "",
  );
  if (groups === undefined) return undefined;
  const documents = await chooseDocuments(folder);
  if (documents === undefined) return undefined;
  const { content } = await server.request("outcomeLens/draftProtocol", {
    title,
    outcomes: [...outcomes, ...listed(others)],
    groups: listed(groups),
    documents: listed(documents),
  });
  await writeWhole(target, new TextEncoder().encode(content));
  return open(target);
}

const STEPS = 5;

function stepTitle(step: number): string {
  return vscode.l10n.t("Create Review Protocol ({0}/{1})", step, STEPS);
}

function ask(step: number, prompt: string, value: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({ title: stepTitle(step), prompt, value, ignoreFocusOut: true });
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    const openFolder = vscode.l10n.t("Open Folder…");
    const choice = await vscode.window.showInformationMessage(
      vscode.l10n.t("A review protocol stands in a folder, beside the documents: open that folder first."),
      openFolder,
    );
    if (choice !== undefined) await vscode.commands.executeCommand("vscode.openFolder");
    return undefined;
  }
  return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}

async function mayWrite(target: vscode.Uri): Promise<"yes" | "open" | "no"> {
  const exists = await vscode.workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!exists) return "yes";
  const openIt = vscode.l10n.t("Open It");
  const replace = vscode.l10n.t("Replace It");
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t("This folder has a review protocol already."),
    { modal: true, detail: vscode.l10n.t("Replacing it loses what it says.") },
    openIt,
    replace,
  );
  return choice === replace ? "yes" : choice === openIt ? "open" : "no";
}

async function chooseOutcomes(server: Server): Promise<readonly string[] | undefined> {
  const standard = await server.request("outcomeLens/standardOutcomes", {});
  const picked = await vscode.window.showQuickPick(
    standard.map(({ code, label }) => ({ label: code, description: label })),
    {
      title: stepTitle(2),
      placeHolder: vscode.l10n.t("Outcomes to collect; others come next"),
      canPickMany: true,
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
  return picked?.map(({ label }) => label);
}

function chooseDocuments(folder: vscode.WorkspaceFolder): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: stepTitle(5),
    prompt: vscode.l10n.t(
      "The review's documents: glob patterns relative to the folder, separated by semicolons",
    ),
    value: "**/*.txt",
    ignoreFocusOut: true,
    validateInput: async (text) => {
      const unmatched = await unmatchedPatterns(folder.uri, listed(text)).catch(() => []);
      return unmatched.length === 0
        ? undefined
        : {
            message: vscode.l10n.t("No file matches {0} yet.", unmatched.join("; ")),
            severity: vscode.InputBoxValidationSeverity.Warning,
          };
    },
  });
}

function listed(text: string): string[] {
  return text
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

async function open(target: vscode.Uri): Promise<vscode.Uri> {
  await vscode.window.showTextDocument(target);
  return target;
}
