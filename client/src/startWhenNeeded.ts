/** Starts the server with a review protocol or with the first open document that may report results, and not before. */
import * as vscode from "vscode";
import { hasProtocol, isIncluded, isStudyReport } from "./documents.js";
import type { Server } from "./languageClient.js";

/** How long an edited document must rest before it is looked at, in milliseconds. */
const REST = 400;

/**
 * Looks at the documents that are open, that are opened and, as an empty one may be filled, that are edited.
 * The watch ends with the first start; what a document is, is the server's to say from then on.
 *
 * @param bearsResults a cheap look at a text
 */
export function startWhenNeeded(server: Server, bearsResults: (text: string) => boolean): vscode.Disposable {
  const watches: vscode.Disposable[] = [];
  let resting: NodeJS.Timeout | undefined;
  let ended = false;

  const end = () => {
    ended = true;
    clearTimeout(resting);
    vscode.Disposable.from(...watches).dispose();
  };
  const start = () => {
    if (ended) return;
    end();
    // The server has told the user why it could not start.
    server.start().catch(() => undefined);
  };
  const look = (document: vscode.TextDocument) => {
    if (ended || document.isClosed || !isIncluded(document)) return;
    if (isStudyReport(document) || bearsResults(document.getText())) start();
  };
  watches.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!isIncluded(document)) return;
      clearTimeout(resting);
      resting = setTimeout(() => look(document), REST);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("outcomeLens")) vscode.workspace.textDocuments.forEach(look);
    }),
  );
  vscode.workspace.textDocuments.forEach(look);
  void hasProtocol().then((found) => {
    if (found) start();
  });
  return new vscode.Disposable(end);
}
