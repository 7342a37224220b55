/** What a person decided, as a change of the decision file. */
import type { Statement } from "../../extraction.js";
import { statement as statementSchema } from "../../extraction.js";
import type { Entry } from "../../review/annotations.js";
import { entryOf, putEntries, removeEntries, type Change, type Stamp } from "../../review/changes.js";
import { correctStatement } from "../../review/correct.js";
import { unusedId, type ReviewItem } from "../../review/decisions.js";
import { describeIssue } from "../../review/issues.js";
import { Refusal } from "../../service/wording.js";
import type { DecideAction } from "../messages.js";
import type { Loaded } from "./loaded.js";
import type { Before } from "./review.js";
import { scopeOf, type Scoped } from "./scope.js";

export interface Moment {
  readonly loaded: Loaded;
  readonly items: readonly ReviewItem[];
  readonly stamp: Stamp;
  /** The change that "undo-last" takes back. */
  readonly last: Before | undefined;
}

export interface Decided {
  readonly change: Change;
  /** Ids of the entries that are put or taken away. */
  readonly ids: readonly string[];
}

/** @throws Error with a message for people, where the statement is gone, stale or does not fit the schema */
export function decided(action: DecideAction, moment: Moment): Decided {
  const { items, loaded, stamp, last } = moment;
  switch (action.do) {
    case "accept":
      return put(accepted(scopeOf(action.on, items, loaded), moment, action.note));
    case "reject":
      return put(rejected(scopeOf(action.on, items, loaded), moment, action.note));
    case "correct": {
      const item = single(scopeOf(action.on, items, loaded));
      const statement = correctStatement(inText(item), checked(action.statement));
      return put([entryFor(item, "corrected", statement, stamp, action.note)]);
    }
    case "add":
      return put([added(action, moment)]);
    case "note":
      return put(scopeOf(action.on, items, loaded).items.flatMap((item) => noted(item, action.note)));
    case "undo": {
      const ids = scopeOf(action.on, items, loaded).items.flatMap(({ entry }) => entry?.statementId ?? []);
      return { change: removeEntries(ids), ids };
    }
    case "undo-last":
      return last === undefined ? put([]) : restored(last);
  }
}

/** Entries that a change would put in or take away, as they are before it. */
export function beforeChange(entries: readonly Entry[], ids: readonly string[]): Before {
  return new Map(ids.map((id) => [id, entries.find(({ statementId }) => statementId === id) ?? null]));
}

function put(entries: readonly Entry[]): Decided {
  return { change: putEntries(entries), ids: entries.map(({ statementId }) => statementId) };
}

/** Corrected and added statements are kept already: accepting must not undo what was typed. */
function accepted({ items, exact }: Scoped, { stamp }: Moment, note?: string): Entry[] {
  return items
    .filter(({ state }) => state === "undecided" || (exact && (state === "rejected" || state === "stale")))
    .map((item) => entryFor(item, "accepted", item.read ?? inText(item), stamp, note));
}

function rejected({ items, exact }: Scoped, { stamp }: Moment, note?: string): Entry[] {
  return items
    .filter(({ state }) => state === "undecided" || (exact && state !== "rejected"))
    .map((item) => entryFor(item, "rejected", inText(item), stamp, note));
}

function added(
  { range, statement, note }: DecideAction & { do: "add" },
  { loaded, items, stamp }: Moment,
): Entry {
  const { document, text } = loaded;
  const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  if (text.slice(start, end).trim() === "") throw new Refusal("Select the words that report the statement.");
  const taken = new Set(items.map(({ id }) => id));
  const id = unusedId(`added-${Date.parse(stamp.at).toString(36)}`, taken);
  const whole = checked({ ...statement, id, range: { start, end }, quote: text.slice(start, end) });
  return entryOf(id, "added", withoutExplanation(whole), stamp, note);
}

function noted({ entry }: ReviewItem, note: string): Entry[] {
  if (entry === null) return [];
  const { note: _note, ...rest } = entry;
  return [note.trim() === "" ? rest : { ...rest, note }];
}

function restored(last: Before): Decided {
  const back = [...last.values()].filter((entry) => entry !== null);
  const gone = [...last].flatMap(([id, entry]) => (entry === null ? [id] : []));
  return {
    change: (annotations) => putEntries(back)(removeEntries(gone)(annotations)),
    ids: [...last.keys()],
  };
}

function entryFor(
  item: ReviewItem,
  decision: "accepted" | "rejected" | "corrected",
  statement: Statement,
  stamp: Stamp,
  note: string | undefined,
): Entry {
  return entryOf(item.id, decision, withoutExplanation(statement), stamp, note ?? item.entry?.note);
}

/** @throws Error for a stale statement: it has no place in the text */
function inText({ range, statement }: ReviewItem): Statement {
  if (range === null)
    throw new Refusal("The text of this statement changed: re-anchor it or undo its decision first.");
  return statement;
}

function single({ items }: Scoped): ReviewItem {
  const [item] = items;
  if (item === undefined) throw new Refusal("There is no statement here.");
  return item;
}

/** How a statement was read is the program's to tell, and would fill the file. */
function withoutExplanation({ explain: _explain, ...statement }: Statement): Statement {
  return statement;
}

function checked(value: unknown): Statement {
  const result = statementSchema.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.flatMap((issue) => describeIssue(issue, value));
  throw new Error(faults.map(({ path, message }) => `${path.join(".")}: ${message}`).join(" "));
}
