/** Which statements an export takes, asked before and told afterwards. */
import * as vscode from "vscode";
import type { DecidersResult, ExportResult } from "../../../server/src/lsp/messages.js";
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

/** Which statements are taken, and whose decisions where that has to be said. */
export interface TakenDecisions {
  readonly decisions: "decided" | "all";
  readonly reviewer?: string;
}

/** Asked only where somebody decided something: without decisions everything is taken, as read. */
export async function chooseDecisions(
  server: Server,
  uris: readonly vscode.Uri[],
): Promise<TakenDecisions | undefined> {
  const named = uris.map(String);
  let found = await server.request("outcomeLens/review/deciders", { uris: named });
  const reviewer = found.disputed.length === 0 ? undefined : await chooseReviewer(found);
  if (reviewer === null) return undefined;
  if (reviewer !== undefined)
    found = await server.request("outcomeLens/review/deciders", { uris: named, reviewer });
  const whose = reviewer === undefined ? {} : { reviewer };
  const { kept, rejected } = found;
  if (kept + rejected === 0) return { decisions: "all", ...whose };
  const picked = await vscode.window.showQuickPick(
    [
      {
        label: vscode.l10n.t("Accepted, corrected and added"),
        description: counted.statements(kept),
        which: "decided" as const,
      },
      {
        label: vscode.l10n.t("Everything"),
        description: vscode.l10n.t("undecided and {0} rejected too", rejected),
        which: "all" as const,
      },
    ],
    {
      title: vscode.l10n.t("Export Review Table: which statements?"),
      placeHolder: vscode.l10n.t("Each row says what was decided"),
    },
  );
  return picked && { decisions: picked.which, ...whose };
}

/** As the command line asks for --reviewer. @returns null where the person chose nobody */
async function chooseReviewer({ disputed, choices }: DecidersResult): Promise<string | null> {
  const compare = vscode.l10n.t("Compare Reviewers");
  const [first] = disputed;
  const names = first?.reviewers.join(", ") ?? "";
  const picked = await vscode.window.showQuickPick(
    [
      ...choices.map((reviewer) => ({
        label: vscode.l10n.t("Decisions of {0}", reviewer),
        description: "",
        reviewer,
      })),
      {
        label: compare,
        description: vscode.l10n.t("settle first, and export what is settled"),
        reviewer: null,
      },
    ],
    {
      title: vscode.l10n.t("Export Review Table: whose decisions?"),
      placeHolder: vscode.l10n.t(
        "Nothing is settled on {0} documents, such as {1}: {2}",
        disputed.length,
        first?.path ?? "",
        names,
      ),
    },
  );
  if (picked?.reviewer === null) await vscode.commands.executeCommand("outcomeLens.compareReviewers");
  return picked?.reviewer ?? null;
}
