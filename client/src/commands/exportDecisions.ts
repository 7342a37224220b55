/** Which statements an export takes, asked before and told afterwards. */
import * as vscode from "vscode";
import type { ExportResult, ReviewCounts } from "../../../server/src/lsp/messages.js";
import { counted } from "../counts.js";
import type { Server } from "../languageClient.js";

/** What the file does not have, so that nobody takes it for everything. */
export function leftOut({ which, undecided, rejected, stale }: ExportResult["taken"]): string {
  const left =
    which === "all" || undecided + rejected === 0
      ? ""
      : ` ${vscode.l10n.t("Left out: {0} undecided and {1} rejected statements.", undecided, rejected)}`;
  if (stale === 0) return left;
  return `${left} ${vscode.l10n.t("{0} decisions lost their place in the text and are left out.", stale)}`;
}

/** Asked only where somebody decided something: without decisions everything is taken, as read. */
export async function chooseDecisions(
  server: Server,
  uris: readonly vscode.Uri[],
): Promise<"decided" | "all" | undefined> {
  const { documents } = await server.request("outcomeLens/review/overview", { uris: uris.map(String) });
  const count = (...states: readonly (keyof ReviewCounts)[]) =>
    documents.reduce((sum, { counts }) => states.reduce((all, state) => all + counts[state], sum), 0);
  const [kept, rejected, undecided] = [
    count("accepted", "corrected", "added"),
    count("rejected"),
    count("undecided"),
  ];
  if (kept + rejected + count("stale") === 0) return "all";
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t("Accepted, corrected and added"),
        description: counted.statements(kept),
        which: "decided" as const,
      },
      {
        label: vscode.l10n.t("Everything"),
        description: vscode.l10n.t("{0} undecided and {1} rejected too", undecided, rejected),
        which: "all" as const,
      },
    ],
    {
      title: vscode.l10n.t("Export Review Table: which statements?"),
      placeHolder: vscode.l10n.t("Each row says what was decided"),
    },
  );
  return picked?.which;
}
