/** The answer to `initialize`: all that this server can do, and nothing that it cannot. */
import type { InitializeResult } from "vscode-languageserver";
import { CodeActionKind, TextDocumentSyncKind } from "vscode-languageserver";
import { FIX_ALL } from "../service/fixAll.js";
import { TOKEN_TYPES } from "../service/semanticTokens.js";
import { VERSION } from "../version.js";

export function initializeResult(): InitializeResult {
  return {
    serverInfo: { name: "Outcome Lens", version: VERSION },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      hoverProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [] },
        full: { delta: true },
        range: true,
      },
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    },
  };
}
