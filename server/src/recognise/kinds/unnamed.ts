/** Counts whose noun is left out or stands elsewhere. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { countedAt, endOfGroup } from "../counted.js";
import type { Draft } from "../draft.js";
import { draftOf, valueOf } from "./common.js";
import { outcomeAfter } from "./counted.js";
import { EVENT_VERBS, OCCURS, PEOPLE, looksLikeEvent } from "../lexicon/people.js";
import { norm } from "../line.js";
import type { Scope } from "../scope.js";

/** "and 46 in the watchful-waiting group", "317 to receive placebo", "148 to the usual-care group": the noun is left out. */
export function ellipsis(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  const previous = scope.drafts
    .filter(
      (d) =>
        (d.kind === "group-size" || d.kind === "proportion") &&
        d.n !== undefined &&
        d.last < cell.first &&
        line.depth[d.first]! <= line.depth[cell.first]!,
    )
    .at(-1);
  const each = inEachGroup(scope, cell, previous);
  if (each) return each;
  // "214 (GS ≤ 18) omitted radiotherapy"
  const skip = line.partner[cell.last + 1]! > cell.last + 1 ? line.partner[cell.last + 1]! : cell.last;
  const after = norm(line, skip + 1);
  const next = norm(line, skip + 2);
  if (
    /^(?:were|was|had|did|died|received|underwent|completed|withdrew|omitted|developed|achieved|experienced|showed|discontinued|responded|proved|remained|entered|enrolled|met|consented|required|reported|allocated|assigned|randomized|randomised|receiving|eligible|evaluable|randomly)$/.test(
      after,
    )
  ) {
    const outcome = outcomeAfter(scope, cell.last + 1);
    if (!previous && !/^(?:,|and|of|whom|;|)$/.test(norm(line, cell.first - 1))) return undefined;
    const draft = draftOf(scope, cell, outcome ? "proportion" : "group-size", "the noun of the count before");
    draft.n = cell.at;
    return draft;
  }
  if (!previous && after === "to" && next === "placebo" && /^(?:and|,)$/.test(norm(line, cell.first - 1))) {
    const draft = draftOf(scope, cell, "group-size", "so many to placebo");
    draft.n = cell.at;
    return draft;
  }
  if (!previous || cell.first - previous.last > 30) return undefined;
  const assigned =
    (after === "to" &&
      (/^(?:the|receive|a|an|placebo|control|group|arm)$/.test(next) ||
        line.tokens[cell.last + 2]?.type === "word")) ||
    /^(?:in|with|from|on|placebo|controls?|receiving|at|for)$/.test(after);
  const joins =
    /^(?:and|,|:|;|vs|versus|v|or|while|whereas|with|compared|than)$/.test(norm(line, cell.first - 1)) ||
    norm(line, cell.first - 1) === "the" ||
    norm(line, cell.first - 1) === "(";
  if (!joins) return undefined;
  const bare = /^(?:[,.;)\]]|patients|respectively|and|of|)$/.test(after);
  if (!assigned && !bare) return undefined;
  const draft = draftOf(scope, cell, previous.kind, "continues the count before");
  draft.n = cell.at;
  return draft;
}

/** "leaving 197 in each group", "(86 per arm)". */
function inEachGroup(scope: Scope, cell: Cell, previous: Draft | undefined): Draft | undefined {
  const { line } = scope;
  const i = cell.last + 1;
  const at = norm(line, i) === "per" ? i + 1 : norm(line, i + 1) === "each" ? i + 2 : 0;
  if (!/^(?:in|to|from|per)$/.test(norm(line, i)) || !/^(?:group|arm|cohort|condition)$/.test(norm(line, at)))
    return undefined;
  const around = scope.drafts.find((d) => d.first < cell.first && d.last > cell.last);
  const counts =
    around?.kind === "proportion" || (previous?.kind === "proportion" && cell.first - previous.last < 4);
  const draft = draftOf(scope, cell, counts ? "proportion" : "group-size", "so many in each group");
  draft.n = cell.at;
  return draft;
}

/** "The number of patients requiring rescue in the A group was 8 and in the B group was 16". */
export function numberOf(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  if (!/^(?:was|were)$/.test(norm(line, cell.first - 1))) return undefined;
  let at = -1;
  for (let k = cell.first - 2; k >= 0 && norm(line, k) !== ";"; k--) {
    if (/^(?:median|mean|average|scores?|levels?)$/.test(norm(line, k))) return undefined;
    if (norm(line, k) === "of" && /^numbers?$/.test(norm(line, k - 1))) at = k;
  }
  const counted = at < 0 ? undefined : countedAt(line, at + 1, 4);
  if (!counted && !(at > 0 && [1, 2, 3].some((s) => looksLikeEvent(norm(line, at + s))))) return undefined;
  const draft = draftOf(scope, cell, "proportion", "'number of'");
  draft.head = { from: at - 1, to: at + 1 };
  draft.n = cell.at;
  return draft;
}

/** "187 village pharmacies were enrolled": whatever is counted, it was enrolled. */
export function subjectOf(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  // "we recruited 396 MSM": an abbreviation for people
  if (
    /^(?:recruited|enrolled|randomi[sz]ed)$/.test(norm(line, cell.first - 1)) &&
    /^[A-Z]{3,}/.test(line.tokens[cell.last + 1]?.text ?? "")
  ) {
    const draft = draftOf(scope, cell, "group-size", `so many were ${norm(line, cell.first - 1)}`);
    draft.n = cell.at;
    return draft;
  }
  for (let k = cell.last + 1; k < cell.last + 5; k++) {
    const t = line.tokens[k];
    if (t?.type !== "word") return undefined;
    if ((t.norm === "were" || t.norm === "was") && k > cell.last + 1) {
      if (
        !/^(?:enrolled|randomized|randomised|recruited|included|allocated|assigned|randomly|trained|screened|analyzed|analysed|invited|studied|surveyed|identified|selected)$/.test(
          norm(line, k + 1),
        )
      )
        return undefined;
      const draft = draftOf(scope, cell, "group-size", `so many were ${norm(line, k + 1)}`);
      draft.n = cell.at;
      return draft;
    }
    if (/^(?:of|in|to|and|or|with|for|at|on|by|from|the|had|that|which|who)$/.test(t.norm)) return undefined;
  }
  return undefined;
}

/** "placebo (1083)", "TARV-DOX: 132": a bracketed or listed size right after a group's name. */
export function sizeOfGroup(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  const before = norm(line, cell.first - 1);
  if (
    (before === ":" || before === ",") &&
    line.tokens[cell.first - 2]?.type === "word" &&
    /^(?:[;,)\]]|and|$)/.test(norm(line, cell.last + 1)) &&
    before === ":" &&
    assignsBefore(scope, cell.first)
  ) {
    const draft = draftOf(scope, cell, "group-size", "listed after a group");
    draft.n = cell.at;
    return draft;
  }
  const told = countInGroup(scope, cell);
  if (told) return told;
  if ((before === "(" || before === "[") && /^[)\]]$/.test(norm(line, cell.last + 1))) {
    const siblings = scope.cells.filter(
      (c) =>
        c !== cell &&
        /^[([]$/.test(norm(line, c.first - 1)) &&
        /^[)\]]$/.test(norm(line, c.last + 1)) &&
        scope.line.tokens[c.at]!.integer,
    );
    const groupWord =
      /^(?:group|arm|placebo|control|controls|cohort|therapy|treatment|patients|participants|women|men)$/.test(
        norm(line, cell.first - 2),
      );
    if (
      (siblings.length > 0 || groupWord) &&
      valueOf(scope, cell) > 4 &&
      !looksLikeEvent(norm(line, cell.first - 2)) &&
      assignsBefore(scope, cell.first)
    ) {
      const draft = draftOf(scope, cell, "group-size", "bracket after a group");
      draft.n = cell.at;
      return draft;
    }
  }
  return undefined;
}

/** "discharges (13 in the early group vs 11 …)", "(34 in the tarvenib group and …)", "There were 27 in the TM group". */
function countInGroup(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  const i = cell.last + 1;
  if (norm(line, i) !== "in" || endOfGroup(line, i) === i) return undefined;
  const before = norm(line, cell.first - 1);
  let kind: "proportion" | "group-size" | undefined;
  if (before === "were" && norm(line, cell.first - 2) === "there") kind = "group-size";
  if (before === "(" || before === "[")
    for (let k = cell.first - 2; k >= 0 && k > cell.first - 9 && !kind; k--) {
      const w = norm(line, k);
      if (line.tokens[k]!.type !== "word") break;
      if (looksLikeEvent(w) || EVENT_VERBS.has(w) || OCCURS.has(w)) kind = "proportion";
      else if (PEOPLE.has(w) || MEMBERS.has(w)) kind = "group-size";
    }
  if (!kind) return undefined;
  const draft = draftOf(scope, cell, kind, "so many in a group");
  draft.n = cell.at;
  return draft;
}

const MEMBERS = words("population sample set analysis total cohort enrolled included randomized randomised");

function assignsBefore(scope: Scope, i: number): boolean {
  for (let k = Math.max(0, i - 40); k < i; k++)
    if (
      /^(?:randomized|randomised|randomly|assigned|allocated|enrolled|received|receive|divided|groups|arms|treated|assignment|randomization)$/.test(
        norm(scope.line, k),
      )
    )
      return true;
  return false;
}
