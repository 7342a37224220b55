import * as vscode from "vscode";
import type { ExportedFile, ExportFormat, ExportResult, FormatId } from "../../../server/src/lsp/messages.js";
import { counted } from "../counts.js";
import { activeReportEditor, expandFolders, findIncluded, isIncluded, nameOf } from "../documents.js";
import type { Server } from "../languageClient.js";
import { writeFolder, writeWhole } from "../writeWhole.js";
import { chooseDecisions, leftOut, type TakenDecisions } from "./exportDecisions.js";
import { describeFailures, warnOfFailures, withProgress } from "./progress.js";

/** What a caller may settle in advance; what is not settled is asked. */
export interface ExportOptions {
  /** Documents and folders, in any order. */
  readonly uris?: readonly vscode.Uri[];
  readonly documents?: "active" | "all";
  readonly format?: FormatId;
  /** Accepted, corrected and added statements, or everything. */
  readonly decisions?: "decided" | "all";
  /** Whose, where several decided and nothing is settled. */
  readonly reviewer?: string;
  /** The file to write, or the folder of a format with several files. */
  readonly target?: vscode.Uri;
}

interface Choice {
  readonly uris: readonly vscode.Uri[];
  /** True where the documents were searched for, so that some may be no reports of results. */
  readonly searched: boolean;
}

/**
 * Writes the review table of the chosen documents.
 *
 * @param first options, or the file or folder that was clicked in the explorer
 * @param selection all that is selected in the explorer
 * @returns the file written; undefined where the user chose nothing
 */
export async function exportReviewTable(
  server: Server,
  first?: ExportOptions | vscode.Uri,
  selection?: readonly vscode.Uri[],
): Promise<vscode.Uri | undefined> {
  const options: ExportOptions =
    first instanceof vscode.Uri ? { uris: selection?.length ? selection : [first] } : (first ?? {});
  const choice = await chooseDocuments(options);
  if (choice === undefined) return undefined;
  if (choice.uris.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t("No document to export: none matches the setting outcomeLens.include."),
    );
    return undefined;
  }
  const format = await chooseFormat(await server.request("outcomeLens/exportFormats", {}), options.format);
  if (format === undefined) return undefined;
  const taken = await decisionsToTake(server, choice, options);
  if (taken === undefined) return undefined;
  const target = options.target ?? (await chooseTarget(choice.uris, format));
  if (target === undefined) return undefined;
  return exportTo(server, choice, { format, ...taken }, target);
}

function decisionsToTake(
  server: Server,
  { uris }: Choice,
  { decisions, reviewer }: ExportOptions,
): Promise<TakenDecisions | undefined> {
  if (decisions === undefined) return chooseDecisions(server, uris);
  return Promise.resolve({ decisions, ...(reviewer === undefined ? {} : { reviewer }) });
}

async function exportTo(
  server: Server,
  { uris, searched }: Choice,
  { format, ...taken }: TakenDecisions & { readonly format: ExportFormat },
  target: vscode.Uri,
) {
  const result = await withProgress(
    vscode.l10n.t("Outcome Lens: exporting the review table"),
    (onStep, token) =>
      server.requestWithProgress(
        "outcomeLens/export",
        { uris: uris.map(String), format: format.id, ...taken, includedOnly: searched },
        onStep,
        token,
      ),
  );
  if (result.documents === 0) {
    void vscode.window.showErrorMessage(
      result.failures.length > 0
        ? describeFailures(result.failures)
        : vscode.l10n.t("Nothing to export: none of the documents reports results."),
    );
    return undefined;
  }
  const [first] = result.files;
  if (format.ending === undefined) await writeFolder(target, result.files.map(bytesOf));
  else if (first !== undefined) await writeWhole(target, bytesOf(first).content);
  warnOfFailures(result.failures);
  await show(target, format, result);
  return target;
}

function bytesOf(file: ExportedFile): { name: string; content: Uint8Array } {
  const { name } = file;
  if ("text" in file) return { name, content: new TextEncoder().encode(file.text) };
  return { name, content: Uint8Array.from(atob(file.base64), (character) => character.charCodeAt(0)) };
}

async function show(
  target: vscode.Uri,
  { ending, binary }: ExportFormat,
  { statements, documents, taken }: ExportResult,
): Promise<void> {
  const reveal = vscode.l10n.t("Show in Explorer");
  void vscode.window
    .showInformationMessage(
      vscode.l10n.t(
        "{0}: {1} of {2}.",
        nameOf(target),
        counted.statements(statements),
        counted.documents(documents),
      ) + leftOut(taken),
      reveal,
    )
    .then((choice) => choice && vscode.commands.executeCommand("revealInExplorer", target));
  if (ending === undefined || binary === true) {
    await vscode.commands.executeCommand("revealInExplorer", target);
    return;
  }
  try {
    await vscode.window.showTextDocument(target, { preview: true });
  } catch {
    // Too large for a text editor: the folder shows where it is.
    await vscode.commands.executeCommand("revealInExplorer", target);
  }
}

async function chooseDocuments(options: ExportOptions): Promise<Choice | undefined> {
  if (options.uris !== undefined) return fromSelection(options.uris);
  const active = activeReportEditor()?.document;
  const source = options.documents ?? (await chooseSource(active));
  switch (source) {
    case undefined:
      return undefined;
    case "active":
      return { uris: active === undefined ? [] : [active.uri], searched: false };
    case "all":
      return { uris: await findIncluded(), searched: true };
    case "choose":
      return pickDocuments(await findIncluded());
  }
}

async function fromSelection(selection: readonly vscode.Uri[]): Promise<Choice> {
  const uris = await expandFolders(selection);
  const named = new Set(selection.map(String));
  return { uris, searched: uris.some((uri) => !named.has(uri.toString())) };
}

async function chooseSource(
  active: vscode.TextDocument | undefined,
): Promise<"active" | "all" | "choose" | undefined> {
  const ofActive =
    active !== undefined && isIncluded(active)
      ? [
          {
            label: vscode.l10n.t("Active document"),
            description: nameOf(active.uri),
            source: "active" as const,
          },
        ]
      : [];
  const ofWorkspace =
    vscode.workspace.workspaceFolders === undefined
      ? []
      : [
          {
            label: vscode.l10n.t("All documents"),
            description: vscode.l10n.t("every one that reports results"),
            source: "all" as const,
          },
          { label: vscode.l10n.t("Choose documents…"), source: "choose" as const },
        ];
  const picked = await vscode.window.showQuickPick([...ofActive, ...ofWorkspace], {
    title: vscode.l10n.t("Export Review Table (1/2)"),
    placeHolder: vscode.l10n.t("Documents to export"),
  });
  return picked?.source;
}

async function pickDocuments(found: readonly vscode.Uri[]): Promise<Choice | undefined> {
  const picked = await vscode.window.showQuickPick(
    found.map((uri) => ({ label: nameOf(uri), uri })),
    {
      title: vscode.l10n.t("Export Review Table (1/2)"),
      placeHolder: vscode.l10n.t("Documents to export"),
      canPickMany: true,
    },
  );
  if (picked === undefined || picked.length === 0) return undefined;
  return { uris: picked.map(({ uri }) => uri), searched: false };
}

/** @param settled the format that the caller named; without one it is asked for */
async function chooseFormat(
  formats: readonly ExportFormat[],
  settled: FormatId | undefined,
): Promise<ExportFormat | undefined> {
  if (settled !== undefined) return formats.find(({ id }) => id === settled);
  const picked = await vscode.window.showQuickPick(
    formats.map((format) => ({ label: format.label, description: format.purpose, format })),
    {
      title: vscode.l10n.t("Export Review Table (2/2)"),
      placeHolder: vscode.l10n.t("Format"),
      matchOnDescription: true,
    },
  );
  return picked?.format;
}

function chooseTarget(
  uris: readonly vscode.Uri[],
  { id, label, ending }: ExportFormat,
): Thenable<vscode.Uri | undefined> {
  const [first] = uris;
  const folder =
    first === undefined
      ? undefined
      : (vscode.workspace.getWorkspaceFolder(first) ?? vscode.workspace.workspaceFolders?.[0]);
  if (ending === undefined) return chooseFolder(folder?.uri, `review-${id}`);
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t("Export Review Table"),
    saveLabel: vscode.l10n.t("Export"),
    filters: { [label]: [ending] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder.uri, `review.${ending}`) }),
  });
}

/** A folder of that name in a folder that is asked for; where it is there already, the user is asked once more. */
async function chooseFolder(start: vscode.Uri | undefined, name: string): Promise<vscode.Uri | undefined> {
  const [parent] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t("Export Review Table: where to make the folder {0}", name),
      openLabel: vscode.l10n.t("Export"),
      canSelectFiles: false,
      canSelectFolders: true,
      ...(start === undefined ? {} : { defaultUri: start }),
    })) ?? [];
  if (parent === undefined) return undefined;
  const folder = vscode.Uri.joinPath(parent, name);
  const isThere = await vscode.workspace.fs.stat(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) return folder;
  const replace = vscode.l10n.t("Replace");
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t("{0} is there already. Replace the files that an earlier export left in it?", name),
    { modal: true, detail: vscode.l10n.t("Other files in it stay as they are.") },
    replace,
  );
  return answer === replace ? folder : undefined;
}
