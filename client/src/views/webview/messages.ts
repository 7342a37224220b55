/** What the pages of the review table and the forest plot, and the extension behind them, say to each other. Types only. */
import type { Range as LspRange } from "vscode-languageserver-types";
import type { PlotRequest, PlotResult, RowsResult } from "../../../../server/src/lsp/messages.js";

/** Where a statement stands. */
export interface Place {
  readonly uri: string;
  readonly range: LspRange;
}

/** Said by every page once it listens; the answer is `words`, then what it shows. */
export interface Ready {
  readonly type: "ready";
}

/** Show the statement in its text. */
export interface Open extends Place {
  readonly type: "open";
  /** Move the keyboard into the text; else it stays in the page. */
  readonly focus: boolean;
}

/** Texts of the page in the editor's language, by their English. */
export interface Words {
  readonly type: "words";
  readonly words: Readonly<Record<string, string>>;
}

export type FromTable =
  Ready | Open | { readonly type: "copy"; readonly text: string; readonly rows: number };

export type ToTable =
  | Words
  /** `fresh`: forget the rows at hand first. */
  | { readonly type: "rows"; readonly rows: RowsResult; readonly fresh: boolean }
  /** The editor's selection: its statement is marked. */
  | { readonly type: "select"; readonly place: Place }
  | { readonly type: "failed"; readonly message: string };

export type FromPlot =
  | Ready
  | Open
  | { readonly type: "request"; readonly request: PlotRequest }
  | { readonly type: "save"; readonly format: "svg" }
  | { readonly type: "save"; readonly format: "png"; readonly base64: string };

export type ToPlot =
  | Words
  | { readonly type: "plot"; readonly result: PlotResult }
  | { readonly type: "failed"; readonly message: string };
