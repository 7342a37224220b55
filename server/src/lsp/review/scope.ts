/** Which statements a decision is about. */
import type { Range } from "../../extraction.js";
import { overlap, type ReviewItem } from "../../review/decisions.js";
import { statementsAt } from "../../service/statementsAt.js";
import { Refusal } from "../../service/wording.js";
import type { DecisionScope } from "../messages.js";
import type { Loaded } from "./loaded.js";

export interface Scoped {
  readonly items: readonly ReviewItem[];
  /** True where these very statements were meant and not a stretch of text. */
  readonly exact: boolean;
}

/** @throws Error where a statement that is named is no longer there */
export function scopeOf(scope: DecisionScope, items: readonly ReviewItem[], loaded: Loaded): Scoped {
  if ("ids" in scope) {
    const named = scope.ids.map((id) => items.find((item) => item.id === id));
    if (named.includes(undefined))
      throw new Refusal("This statement is no longer there; the list was renewed.");
    return { items: named.filter((item) => item !== undefined), exact: true };
  }
  if (scope.scope === "document") return { items, exact: false };
  const offset = loaded.document.offsetAt(scope.at);
  if (scope.scope === "statement") return { items: statementAt(offset, items, loaded), exact: true };
  const stretch = scope.scope === "sentence" ? sentenceAt(offset, loaded) : sectionAt(offset, loaded);
  return { items: within(stretch, items), exact: false };
}

/** The statements of one closeness at the place; else the first of its sentence, an undecided one before others. */
function statementAt(offset: number, items: readonly ReviewItem[], loaded: Loaded): ReviewItem[] {
  const placed = items.filter(({ range }) => range !== null);
  const byStatement = new Map(placed.map((item) => [item.statement, item]));
  const hit = statementsAt({ text: loaded.text, statements: [...byStatement.keys()] }, offset);
  const found = hit.flatMap(({ statement }) => byStatement.get(statement) ?? []);
  if (found.length > 0) return found;
  const near = within(sentenceAt(offset, loaded), items);
  const first = near.find(({ state }) => state === "undecided") ?? near[0];
  return first === undefined ? [] : [first];
}

function within(stretch: Range | null, items: readonly ReviewItem[]): ReviewItem[] {
  return stretch === null ? [] : items.filter(({ range }) => range !== null && overlap(range, stretch));
}

/** Outside the sentences that are read, the line. */
function sentenceAt(offset: number, { analysis, text }: Loaded): Range | null {
  const sentence = analysis?.reading.sentences.find(({ start, end }) => start <= offset && offset <= end);
  if (sentence !== undefined) return sentence;
  const end = text.indexOf("\n", offset);
  return { start: text.lastIndexOf("\n", offset - 1) + 1, end: end < 0 ? text.length : end };
}

function sectionAt(offset: number, { analysis, text }: Loaded): Range | null {
  const section = analysis?.sections.find(({ range }) => range.start <= offset && offset <= range.end);
  return section?.range ?? { start: 0, end: text.length };
}
