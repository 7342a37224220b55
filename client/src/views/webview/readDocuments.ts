/** What a page shows of all documents, asked of the server. */
import * as vscode from "vscode";
import { withProgress } from "../../commands/progress.js";
import { activeReportEditor, findIncluded } from "../../documents.js";
import type { Server } from "../../languageClient.js";
import type { ServerRequests } from "../../../../server/src/lsp/messages.js";
import type { Page } from "./page.js";

type Method = "outcomeLens/rows" | "outcomeLens/plot";

interface Failed {
  readonly type: "failed";
  readonly message: string;
}

/** All documents of the workspace; without one the report that is open. */
export async function documentsToShow(): Promise<string[]> {
  if (vscode.workspace.workspaceFolders !== undefined) return (await findIncluded()).map(String);
  const active = activeReportEditor()?.document.uri;
  return active === undefined ? [] : [active.toString()];
}

/**
 * Asks once, and shows on the page why there is no answer.
 *
 * @param title of the progress, where reading may take long; without it nothing is told
 */
export async function readDocuments<M extends Method>(
  server: Server,
  page: Pick<Page<never, Failed>, "post">,
  {
    method,
    params,
    title,
  }: {
    readonly method: M;
    readonly params: ServerRequests[M]["params"];
    readonly title: string | undefined;
  },
): Promise<ServerRequests[M]["result"]> {
  try {
    return title === undefined
      ? await server.request(method, params)
      : await withProgress(title, (onStep, token) =>
          server.requestWithProgress(method, params, onStep, token),
        );
  } catch (error) {
    const message =
      error instanceof vscode.CancellationError
        ? vscode.l10n.t("Reading was cancelled.")
        : error instanceof Error
          ? error.message
          : String(error);
    page.post({ type: "failed", message });
    throw error;
  }
}
