/** Bare whole numbers: sizes of groups and counts of outcomes. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { countedAt } from "../counted.js";
import { type Draft, isNR } from "../draft.js";
import { draftOf, isInteger, valueOf } from "./common.js";
import { countedOf } from "./counted.js";
import { ellipsis, numberOf, sizeOfGroup, subjectOf, thereWere } from "./unnamed.js";
import { EVENTS, looksLikeEvent } from "../lexicon/people.js";
import { inWords, norm } from "../line.js";
import type { Scope } from "../scope.js";

/** A bare whole number: a group's size, a count of an outcome, or nothing. */
export function countOf(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  if (
    cell.form !== "number" ||
    isNR(cell.value) ||
    !isInteger(scope, cell) ||
    cell.unit ||
    cell.spread !== undefined ||
    cell.interval
  )
    return undefined;
  const value = valueOf(scope, cell);
  if (value < 0) return undefined;
  const enn =
    (norm(line, cell.first - 1) === "=" ||
      norm(line, cell.first - 1) === ":" ||
      norm(line, cell.first - 1) === "of") &&
    norm(line, cell.first - 2) === "n";
  if (enn && norm(line, cell.first - 1) !== "of") return ennOf(scope, cell);
  if (inWords(line.tokens[cell.at]!) && value === 0)
    return norm(line, cell.first - 1) === "time" ? undefined : zeroOf(scope, cell);
  const counted = countedAt(line, cell.last + 1) ?? countedNext(scope, cell);
  if (counted) return countedOf(scope, cell, counted);
  return (
    eventCount(scope, cell) ??
    numberOf(scope, cell) ??
    ellipsis(scope, cell) ??
    sizeOfGroup(scope, cell) ??
    thereWere(scope, cell) ??
    subjectOf(scope, cell)
  );
}

/** "78 placebo and 75 tarvenib-treated patients": the noun stands after the next count. */
function countedNext(scope: Scope, cell: Cell): ReturnType<typeof countedAt> {
  const { line } = scope;
  const next = scope.cells[scope.cells.indexOf(cell) + 1];
  if (!next || next.first - cell.last > 4 || next.first - cell.last < 3) return undefined;
  if (!/^(?:and|or|vs|versus)$/.test(norm(line, next.first - 1)) || next.form !== "number" || next.unit)
    return undefined;
  for (let k = cell.last + 1; k < next.first - 1; k++)
    if (
      line.tokens[k]!.type !== "word" ||
      /^(?:of|in|to|for|with|on|at|by|were|was|had)$/.test(norm(line, k))
    )
      return undefined;
  const counted = countedAt(line, next.last + 1, 4);
  return counted?.people ? { ...counted, to: cell.last + 1 } : undefined;
}

/** "none of the patients achieved CR", "no deaths occurred". */
function zeroOf(scope: Scope, cell: Cell): Draft {
  const draft = draftOf(scope, cell, "proportion", "'none'");
  draft.n = cell.at;
  return draft;
}

/** "n = 134": a size, unless it counts an event that is named right before it. */
function ennOf(scope: Scope, cell: Cell): Draft {
  const { line } = scope;
  let k = cell.first - 3;
  const open = norm(line, k) === "(" || norm(line, k) === "[";
  if (open) k--;
  const event =
    open &&
    (looksLikeEvent(norm(line, k)) ||
      verbInClause(
        scope,
        k,
        /^(?:withdrew|discontinued|died|occurred|developed|reported|experienced|had|events?|deaths?|reasons?|due|classified|categori[sz]ed|graded|judged)$/,
      )) &&
    valueOf(scope, cell) < 100 &&
    scope.section !== "methods";
  const counted = countedAt(line, cell.last + 1, 3);
  const versus = /^(?:vs|versus|v)$/.test(norm(line, cell.last + 1)) && valueOf(scope, cell) < 50;
  // one small "n =" of an event makes its neighbours counts too
  const follows =
    scope.drafts.some((d) => d.kind === "proportion" && d.explain[0]?.includes("'n ='")) &&
    valueOf(scope, cell) < 100;
  const nested = line.depth[cell.first]! >= 2 && scope.drafts.some((d) => d.kind === "proportion");
  // "thrombosis n=1": a group of one is rare, an event that one had is not
  const single = valueOf(scope, cell) === 1 && scope.section !== "methods";
  const named = !open && looksLikeEvent(norm(line, k)) && valueOf(scope, cell) < 100;
  const counts = (event && !counted) || versus || follows || nested || single || named;
  const draft = draftOf(
    scope,
    cell,
    counts ? "proportion" : "group-size",
    counts ? "'n =' after an event" : "'n ='",
  );
  draft.first = cell.first - 2;
  draft.n = cell.at;
  return draft;
}

function verbInClause(scope: Scope, from: number, verbs: RegExp): boolean {
  for (let k = from; k >= 0 && k > from - 30; k--) {
    const w = norm(scope.line, k);
    if (w === ";" || w === ".") return false;
    if (verbs.test(w)) return true;
  }
  return false;
}

/** "to be done after 532 events". */
const PLANNED_AT = words("after until when at about approximately least every");

/** "93 deaths", "318 cardiovascular events", "nine exacerbations". */
function eventCount(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  for (let k = cell.last + 1; k < cell.last + 6; k++) {
    const t = line.tokens[k];
    if (t?.type !== "word") return undefined;
    if (EVENTS.has(t.norm)) {
      const next = norm(line, k + 1);
      // "a 550 bedded cancer centre"
      if (/^an?$/.test(norm(line, cell.first - 1))) return undefined;
      if (scope.section === "methods" && PLANNED_AT.has(norm(line, cell.first - 1))) return undefined;
      if (EVENTS.has(next)) continue;
      // "coronavirus 2 infection", "a score of 6, death": the number names something
      if (k === cell.last + 1 && valueOf(scope, cell) > 1 && EVENTS.has(`${t.norm}s`)) return undefined;
      if (
        line.tokens[k + 1]?.type === "word" &&
        /^(?:rate|rates|risk|scale|score|patients|survivors|therapy|treatment|screening|status|cell|cells|center|centers)$/.test(
          next,
        )
      )
        continue;
      const draft = draftOf(scope, cell, "proportion", `count of ${t.norm}`);
      draft.counts = true;
      draft.n = cell.at;
      draft.last = k;
      return draft;
    }
    if (/^(?:of|in|to|for|with|and|or|was|were|had|the|at|by)$/.test(t.norm)) return undefined;
  }
  return undefined;
}
