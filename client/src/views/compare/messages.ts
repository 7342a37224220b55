/** What the panel of Compare Reviewers and its page say to each other. Types only. */
import type { CompareResult, ComparedDocument } from "../../../../server/src/lsp/messages.js";
import type { compareWords } from "./words.js";

export interface Place {
  readonly uri: string;
  readonly pair: string;
}

/** Page to panel. */
export type FromPage =
  | { readonly do: "ready" | "refresh" | "choose" }
  | ({ readonly do: "settle"; readonly take: "a" | "b" | "reject" } & Place)
  | ({ readonly do: "correct" } & Place)
  | { readonly do: "settleAgreed"; readonly uri: string }
  | ({ readonly do: "reveal"; readonly side: "a" | "b" } & Place);

/** Panel to page. */
export type ToPage =
  | { readonly show: "result"; readonly result: CompareResult; readonly words: Words }
  /** One document after something was settled in it. */
  | { readonly show: "document"; readonly document: ComparedDocument };

/** Texts of the page in the editor's language; the page fills in `{0}` and so on. */
export type Words = ReturnType<typeof compareWords>;
