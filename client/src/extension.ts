import * as vscode from "vscode";
import { bearsResults } from "../../server/src/text/gate.js";
import { registerFirstMinutes } from "./commands/firstMinutes.js";
import { registerCommands } from "./commands/commands.js";
import { Server } from "./languageClient.js";
import { registerDecisionActions } from "./review/actions.js";
import { registerDecisionCommands } from "./review/commands.js";
import { fillForm } from "./review/form.js";
import { Decisions } from "./review/decisions.js";
import { DecisionMarks } from "./review/marks.js";
import { startWhenNeeded } from "./startWhenNeeded.js";
import { ComparePanel } from "./views/compare/comparePanel.js";
import { ReviewView } from "./views/review/reviewView.js";
import { StatusItem } from "./views/statusItem.js";
import { ForestPlotPage } from "./views/webview/forestPlot.js";
import { ReviewTablePage } from "./views/webview/reviewTable.js";
import { UnreadMarks } from "./views/unreadMarks.js";

/** What the extension gives to others, tests among them. */
export interface OutcomeLens {
  /** The server, its state and what it says about open documents. */
  readonly server: Pick<Server, "isRunning" | "summaryOf" | "onDidSummarise">;
}

export function activate(context: vscode.ExtensionContext): OutcomeLens {
  const server = new Server(context);
  const decisions = new Decisions(server);
  context.subscriptions.push(
    server,
    ...registerCommands(server),
    registerFirstMinutes(context),
    new StatusItem(server),
    new ReviewView(server),
    new ReviewTablePage(server, context.extensionUri),
    new ForestPlotPage(server, context.extensionUri),
    new UnreadMarks(server),
    new ComparePanel(server, context.extensionUri, (statement) =>
      fillForm(server, statement, vscode.l10n.t("What both settle on")),
    ),
    decisions,
    new DecisionMarks(decisions),
    registerDecisionCommands(server, decisions),
    registerDecisionActions(decisions),
    startWhenNeeded(server, bearsResults),
  );
  return { server };
}
