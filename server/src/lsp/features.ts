/** The requests of LSP, each answered by a feature of service/ behind the error boundary. */
import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  ResponseError,
  SemanticTokens,
} from "vscode-languageserver";
import { CodeActionKind } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.js";
import { codeActions } from "../service/codeActions.js";
import { asksForFixAll, fixAll } from "../service/fixAll.js";
import { copyAction } from "../service/copyStatistic.js";
import { foldingRanges } from "../service/folding.js";
import { hover } from "../service/hover.js";
import { protocolFixes } from "../service/protocolFixes.js";
import { semanticTokens } from "../service/semanticTokens.js";
import { documentSymbols } from "../service/symbols.js";
import { dismissedIn } from "./review/loaded.js";
import type { Session } from "./session.js";
import { TokenResults } from "./tokenResults.js";

export function registerFeatures(session: Session): void {
  const { connection, configuration } = session;
  connection.onHover((params, token) =>
    answer(session, "Hover", params, token, null, async ({ analysis, document }) =>
      configuration.settings["hover.enable"]
        ? hover(analysis, document, document.offsetAt(params.position), {
            details: configuration.settings["hover.details"],
            dismissed: await dismissedIn(session, document, analysis),
          })
        : null,
    ),
  );
  connection.onDocumentSymbol((params, token) =>
    answer(session, "Outline", params, token, null, ({ analysis, document }) =>
      documentSymbols(analysis, document),
    ),
  );
  connection.onFoldingRanges((params, token) =>
    answer(session, "Folding", params, token, null, ({ analysis, document }) =>
      foldingRanges(analysis, document),
    ),
  );
  connection.onCodeAction((params, token) => {
    const { only } = params.context;
    if (asksForFixAll(only))
      return session.runner.answer(
        "Fix all",
        token,
        () => [],
        () => tidied(session, params),
      );
    // On saving, the editor asks for kinds of others only.
    if (only?.every((kind) => kind.startsWith(CodeActionKind.Source)) === true) return [];
    return answer(session, "Quick fixes", params, token, null, async ({ analysis, document }) => {
      const { diagnostics } = params.context;
      return [
        ...(await protocolActions(session, analysis, document, params)),
        ...codeActions(document.uri, diagnostics, session.say),
        ...copyAction(analysis, document.uri, document.offsetAt(params.range.start), session.say),
      ];
    });
  });
  registerSemanticTokens(session);
}

/** @returns nothing for a document: its text is never changed */
function tidied(
  { documents, workspace, say }: Session,
  { textDocument: { uri } }: CodeActionParams,
): CodeAction[] {
  const document = documents.get(uri);
  return document === undefined ? [] : fixAll(document, workspace.place(uri)?.path ?? null, say);
}

async function protocolActions(
  { protocols, workspace, say }: Session,
  analysis: Analysis,
  document: TextDocument,
  { range, context }: CodeActionParams,
): Promise<CodeAction[]> {
  const file = await protocols.fileOf(document.uri);
  if (file === null) return [];
  const offsets = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const path = workspace.pathOf(document.uri);
  return protocolFixes(analysis, document, path, offsets, context.diagnostics, { ...file, say });
}

function registerSemanticTokens(session: Session): void {
  const { semanticTokens: requests } = session.connection.languages;
  const results = new TokenResults();
  const none: SemanticTokens = { data: [] };
  session.documents.onDidClose(({ document }) => {
    results.forget(document.uri);
  });
  requests.on((params, token) =>
    answer(session, "Colours", params, token, none, ({ analysis, document }) =>
      results.full(document.uri, semanticTokens(analysis)),
    ),
  );
  requests.onDelta((params, token) =>
    answer(session, "Changed colours", params, token, none, ({ analysis, document }) =>
      results.delta(document.uri, params.previousResultId, semanticTokens(analysis)),
    ),
  );
  requests.onRange((params, token) =>
    answer(session, "Colours of a part", params, token, none, ({ analysis, document }) =>
      results.part(
        semanticTokens(analysis, {
          start: document.offsetAt(params.range.start),
          end: document.offsetAt(params.range.end),
        }),
      ),
    ),
  );
}

/** The feature's answer; the fallback for a document that is not read and for a feature that throws. */
function answer<T>(
  session: Session,
  name: string,
  params: { readonly textDocument: { readonly uri: string } },
  token: CancellationToken,
  fallback: T,
  feature: (read: { readonly document: TextDocument; readonly analysis: Analysis }) => T | Promise<T>,
): Promise<T | ResponseError> {
  return session.runner.answer<T>(
    name,
    token,
    () => fallback,
    async () => {
      const read = await session.read(params.textDocument.uri);
      return read === null ? fallback : feature(read);
    },
  );
}
