/** The part of messages.ts that is about the review table and plots made from it. Types only. */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { Cell, ColumnName } from "../export/columns.js";
import type { Plot, PlotRequest } from "../plot/plot.js";
import type { Failure, WithProgress } from "./messages.js";

export type { Cell, ColumnName, Plot, PlotRequest };
export type {
  Choice,
  ContrastChoice,
  LeaveOneOutRow,
  LeftOut,
  PlotChoices,
  PlotData,
  PlotPlace,
  PlotRow,
} from "../plot/request.js";

/** Documents whose statements are rows; the server keeps what it read of them until they change. */
export interface TableParams extends WithProgress {
  readonly uris: readonly string[];
  /** Pass over documents that are not included or report no results. */
  readonly includedOnly?: boolean;
}

export interface RowsParams extends TableParams {
  /** The revision that the client has: only documents that changed since are sent. Without it all are. */
  readonly since?: number;
}

/** A statement: its cells in the order of `RowsResult.columns`, and where it stands in the text. */
export interface TableRow {
  readonly cells: readonly Cell[];
  readonly range: LspRange;
}

export interface RowsResult {
  readonly columns: readonly ColumnName[];
  /** All documents of the table, in order; those that are not in `changed` are as the client has them. */
  readonly order: readonly string[];
  readonly changed: readonly { readonly uri: string; readonly rows: readonly TableRow[] }[];
  readonly revision: number;
  /** Documents that report no results or are not included. */
  readonly skipped: number;
  readonly failures: readonly Failure[];
}

export interface PlotParams extends TableParams {
  readonly request: PlotRequest;
}

/** Where a row of the plot stands in its text. */
export interface PlotTarget {
  readonly uri: string;
  readonly range: LspRange;
}

export interface PlotResult {
  /** null where the request can't be drawn; `message` then says why. */
  readonly plot: Plot | null;
  readonly message: string;
  readonly choices: Plot["choices"];
  /** "document start end" of rows and of what was left out → its place. */
  readonly targets: Readonly<Record<string, PlotTarget>>;
  readonly failures: readonly Failure[];
}

/** Client to server, as in messages.ts. */
export interface TableRequests {
  "outcomeLens/rows": { params: RowsParams; result: RowsResult };
  "outcomeLens/plot": { params: PlotParams; result: PlotResult };
}

/** Server to client, once rows were asked for: rows of these documents changed; null: any may have, or documents came and went. */
export interface TableNotifications {
  "outcomeLens/rowsChanged": { readonly uris: readonly string[] | null };
}
