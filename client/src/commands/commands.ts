/** The table of palette commands: id → what it does. */
import * as vscode from "vscode";
import type { Server } from "../languageClient.js";
import { checkAllDocuments } from "./checkAllDocuments.js";
import { copyStatistic } from "./copyStatistic.js";
import { createProtocol } from "./createProtocol.js";
import { dismissFinding } from "./dismissFinding.js";
import { exportReviewTable } from "./exportReviewTable.js";
import { nextUnreadNumber } from "./nextUnreadNumber.js";
import { restartServer } from "./restartServer.js";
import { setRuleSeverity } from "./setRuleSeverity.js";
import { showStatementList } from "./showStatementList.js";

// Commands take what a keybinding, a menu or another extension hands them, so that each checks its own arguments.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Command = (server: Server, ...args: any[]) => Promise<unknown>;

const commands: Readonly<Record<string, Command>> = {
  "outcomeLens.createProtocol": createProtocol,
  "outcomeLens.exportReviewTable": exportReviewTable,
  "outcomeLens.checkAllDocuments": checkAllDocuments,
  "outcomeLens.showStatementList": showStatementList,
  "outcomeLens.nextUnreadNumber": nextUnreadNumber,
  "outcomeLens.restartServer": restartServer,
  "outcomeLens.setRuleSeverity": setRuleSeverity,
  "outcomeLens.copyStatistic": copyStatistic,
  "outcomeLens.dismissFinding": dismissFinding,
};

export function registerCommands(server: Server): vscode.Disposable[] {
  return Object.entries(commands).map(([id, command]) =>
    vscode.commands.registerCommand(id, (...args: unknown[]) =>
      command(server, ...args).catch(ignoreCancellation),
    ),
  );
}

/** Who cancels knows it; every other error is the editor's to show, with the command's name. */
function ignoreCancellation(error: unknown): undefined {
  if (error instanceof vscode.CancellationError) return undefined;
  throw error;
}
