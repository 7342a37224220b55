/** Counts whose noun is left out or stands elsewhere. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { countedAt, endOfGroup } from "../counted.js";
import type { Draft } from "../draft.js";
import { draftOf, valueOf } from "./common.js";
import { outcomeAfter } from "./verbs.js";
import {
  EVENT_PARTICIPLES,
  EVENT_VERBS,
  GROUP_VERBS,
  OCCURS,
  PEOPLE,
  looksLikeEvent,
} from "../lexicon/people.js";
import { type Line, norm } from "../line.js";
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
  const verb = EVENT_VERBS.has(after) || EVENT_PARTICIPLES.has(after) || GROUP_VERBS.has(after);
  const adjective = ADJECTIVES.has(after) && line.tokens[skip + 2]?.type === "word" && next.length > 4;
  const lead = parallel(line, cell, previous) ? cell.first - 2 : cell.first - 1;
  if (lead === cell.first - 1 && (BE.has(after) || (verb && !adjective))) {
    const outcome = outcomeAfter(scope, cell.last + 1, true);
    if (!previous && !/^(?:,|and|of|whom|;|)$/.test(norm(line, cell.first - 1))) return undefined;
    const draft = draftOf(scope, cell, outcome ? "proportion" : "group-size", "noun of the count before");
    if (outcome) draft.counts = true;
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
    /^(?:in|with|from|on|placebo|controls?|receiving|given|at|for)$/.test(after);
  const joins = /^(?:and|,|:|;|vs|versus|v|or|while|whereas|with|compared|than|including|the|\()$/.test(
    norm(line, lead),
  );
  if (!joins) return undefined;
  const bare = /^(?:[,.;)\]]|patients|respectively|and|of|)$/.test(after);
  const caused =
    previous.kind === "proportion" && /^(?:related|due|attributed|attributable|because|caused)$/.test(after);
  if (!assigned && !bare && !caused) return undefined;
  const draft = draftOf(
    scope,
    cell,
    after === "to" && assigns(line, previous.last, cell.first) ? "group-size" : previous.kind,
    "continues the count before",
  );
  if (previous.counts && draft.kind === previous.kind) draft.counts = true;
  draft.n = cell.at;
  return draft;
}

/** "in 512 adults given tarvenib and in 498 given sham": the words before the count are those before the count that it continues. */
function parallel(line: Line, { first }: Cell, previous: Draft | undefined): boolean {
  const preposition = norm(line, first - 1);
  return (
    previous?.kind === "proportion" &&
    /^(?:in|by|among|for)$/.test(preposition) &&
    norm(line, previous.first - 1) === preposition &&
    /^(?:and|,|;|vs|versus|v|while|whereas|with|to|than)$/.test(norm(line, first - 2))
  );
}

/** "36 met the criteria and were randomised: 18 to": from here on groups are counted. */
function assigns(line: Line, from: number, to: number): boolean {
  for (let k = from; k < to; k++)
    if (/^(?:randomi[sz]ed|assigned|allocated)$/.test(norm(line, k))) return true;
  return false;
}

const BE = words("were was had did proved");

/** Participles that more often stand before a noun: "three planned cycles". */
const ADJECTIVES = words(`
planned scheduled observed selected matched published tested included registered identified
used studied required needed given expected evaluated compared treated infected affected related
`);

/** "There were 6 disease flares in the A group": whatever it is that there were. */
export function thereWere(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  if (scope.section === "methods" || norm(line, cell.first - 2) !== "there") return undefined;
  if (!/^(?:were|was)$/.test(norm(line, cell.first - 1)) || line.tokens[cell.last + 1]?.type !== "word")
    return undefined;
  const draft = draftOf(scope, cell, "proportion", "'there were'");
  draft.counts = true;
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
  // "(males = 43, females = 34)"
  if (norm(line, cell.first - 1) === "=" && SEX.has(norm(line, cell.first - 2))) {
    const draft = draftOf(scope, cell, "proportion", "one of two sexes");
    draft.n = cell.at;
    return draft;
  }
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

const SEX = words("male males female females men women boys girls");

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
    const noun = norm(line, cell.first - 2);
    const groupWord =
      PEOPLE.has(noun) || /^(?:group|arm|placebo|control|cohort|therapy|treatment)$/.test(noun);
    if (
      (siblings.length > 0 || groupWord) &&
      valueOf(scope, cell) > 4 &&
      !looksLikeEvent(noun) &&
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
  // "(nine in the A group vs seven in the B group, p = 0.62)"
  if (!kind && opensContrast(scope, cell)) kind = "proportion";
  if (!kind) return undefined;
  const draft = draftOf(scope, cell, kind, "so many in a group");
  draft.n = cell.at;
  return draft;
}

/** A count in a group at the beginning of a bracket that is held against another and tested. */
function opensContrast({ line, ps }: Scope, cell: Cell): boolean {
  const open = cell.first - 1;
  if (!/^[([]$/.test(norm(line, open)) || line.partner[open]! < open) return false;
  const end = endOfGroup(line, cell.last + 1) + 1;
  return (
    /^(?:vs|versus|v|compared)$/.test(norm(line, norm(line, end) === "," ? end + 1 : end)) &&
    ps.some((p) => p.first > end && p.first < line.partner[open]!)
  );
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
