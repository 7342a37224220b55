/** Requests for the rows of the review table, and for plots made of them. */
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { columns, type ColumnName } from "../../export/columns.js";
import { toRows } from "../../export/rows.js";
import { toLspRange } from "../../service/location.js";
import type { PlotParams, PlotResult, PlotTarget, RowsParams, RowsResult, TableRow } from "../messages.js";
import { on } from "../on.js";
import type { Session } from "../session.js";
import type { TableContent, TableDocument } from "./reviewTable.js";

/** Hashes and formulas stand in files; on the screen they would be noise. */
const NOT_SHOWN: readonly ColumnName[] = ["sha256", "sei_source", "first_author", "year", "doi", "pmid"];

const SHOWN = columns.map(({ name }) => name).filter((name) => !NOT_SHOWN.includes(name));

export function registerTableRequests(session: Session): void {
  on(session, "outcomeLens/rows", (params, token) => rows(session, params, token));
  on(session, "outcomeLens/plot", (params, token) => plotOf(session, params, token));
}

async function rows(session: Session, params: RowsParams, token: CancellationToken): Promise<RowsResult> {
  const { documents, skipped, failures, revision } = await session.table.content(params, token);
  const { since = -1 } = params;
  return {
    columns: SHOWN,
    order: documents.map(({ uri }) => uri),
    changed: documents
      .filter((document) => document.revision > since)
      .map((document) => ({ uri: document.uri, rows: rowsOf(document) })),
    revision,
    skipped,
    failures,
  };
}

function rowsOf({ document, studies }: TableDocument): TableRow[] {
  return toRows({ studies }).map((row) => ({
    cells: SHOWN.map((name) => row[name]),
    range: toLspRange(document, { start: Number(row.start), end: Number(row.end) }),
  }));
}

async function plotOf(session: Session, params: PlotParams, token: CancellationToken): Promise<PlotResult> {
  const content = await session.table.content(params, token);
  const { failures } = content;
  const review = { studies: content.documents.flatMap(({ studies }) => studies) };
  // A bundle of its own (esbuild.js), loaded by those who draw.
  const { plot, plotChoices, PlotError } = await import("../../plot/plot.js");
  try {
    const drawn = plot(review, params.request);
    const targets = targetsOf(content, [
      ...drawn.data.rows,
      ...drawn.data.leftOut.flatMap(({ places }) => places),
    ]);
    return { plot: drawn, message: "", choices: drawn.choices, targets, failures };
  } catch (error) {
    if (!(error instanceof PlotError)) throw error;
    const choices = plotChoices(review, params.request);
    return { plot: null, message: error.message, choices, targets: {}, failures };
  }
}

function targetsOf(
  { documents }: TableContent,
  places: readonly { readonly document: string; readonly start: number; readonly end: number }[],
): Record<string, PlotTarget> {
  const found = new Map<string, { readonly uri: string; readonly text: TextDocument }>();
  for (const { uri, document: text, studies } of documents) {
    for (const { document } of studies) found.set(document.path, { uri, text });
  }
  return Object.fromEntries(
    places.flatMap(({ document, start, end }): [string, PlotTarget][] => {
      const place = found.get(document);
      if (place === undefined) return [];
      return [
        [`${document} ${start} ${end}`, { uri: place.uri, range: toLspRange(place.text, { start, end }) }],
      ];
    }),
  );
}
