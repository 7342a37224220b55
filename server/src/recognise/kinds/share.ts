/** Counts and percentages: proportions, rates at a time point, group sizes. */
import type { Cell } from "../cell.js";
import type { Draft } from "../draft.js";
import { isNR } from "../draft.js";
import { EVENT_VERBS, EVENTS, GROUP_VERBS, OCCURS, looksLikeEvent } from "../lexicon/people.js";
import { inWords, norm } from "../line.js";
import { countedAt } from "../counted.js";
import { type Scope } from "../scope.js";
import type { TimePoint } from "../timepoint.js";
import { draftOf, isInteger, valueOf } from "./common.js";

/** A percentage of a time-to-event outcome at a time point: "5-year EFS 78%", "OS at 12 months was 67.2%". */
export function landmarkOf(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.form !== "percent" || isNR(cell.value) || cell.count !== undefined || cell.total !== undefined)
    return undefined;
  if (valueOf(scope, cell) > 100 || valueOf(scope, cell) < 0) return undefined;
  const endpoint = timedEndpoint(scope, cell);
  if (!endpoint) return undefined;
  const point = pointFor(scope, cell, endpoint);
  if (!point) return undefined;
  const draft = draftOf(scope, cell, "landmark", "rate of a time-to-event outcome at a time point");
  draft.time = point;
  return draft;
}

type Endpoint = Scope["endpoints"][number];
type Time = NonNullable<Draft["time"]>;

/** The endpoint nearest before the value, or right after it ("78% 5-year survival"), if it is a time to an event. */
function timedEndpoint(scope: Scope, cell: Cell): Endpoint | undefined {
  let before: Endpoint | undefined;
  for (const e of scope.endpoints) if (e.from < cell.first) before = e;
  const after = scope.endpoints.find((e) => e.from > cell.last && e.from - cell.last <= 6);
  const candidate = before ?? after;
  if (!candidate) return undefined;
  if (
    candidate.endpoint.timeToEvent &&
    candidate.endpoint.code !== "follow-up" &&
    candidate.endpoint.code !== "MACE"
  )
    return candidate;
  return after && after.endpoint.timeToEvent && after.endpoint.code !== "follow-up" && before === undefined
    ? after
    : undefined;
}

/** The time point of the value: its place in a list of times, the modifier of the endpoint, or "at 12 months". */
function pointFor(scope: Scope, cell: Cell, endpoint: Endpoint): Time | undefined {
  const points = scope.points.filter((p) => usable(scope, p));
  if (!points.length) return undefined;
  let best: TimePoint | undefined;
  for (const p of points) {
    if (p.to <= cell.first) best = p;
  }
  const right = points.find(
    (p) => p.from > cell.last && p.from - cell.last <= 8 && !cellBetween(scope, cell.last + 1, p.from),
  );
  // "46.3% at 1 year" beats an earlier point; "5-year OS 60%, at …" does not
  if (
    right &&
    (!best || (!best.modifier && best.from < endpoint.from - 12) || norm(scope.line, right.from - 1) === "at")
  )
    best = right;
  if (!best) return undefined;
  return timeOf(best, 0);
}

const timeOf = (p: TimePoint, k: number): Time => ({
  value: p.values[k] ?? p.values[0]!,
  unit: p.unit,
  from: p.from,
  to: p.to,
});

/** Times of treatment and of follow-up are no landmarks. */
function usable(scope: Scope, p: TimePoint): boolean {
  const before = norm(scope.line, p.from - 1);
  if (p.modifier)
    return (
      !/^follow-?up$/.test(norm(scope.line, p.to)) &&
      norm(scope.line, p.to) !== "period" &&
      norm(scope.line, p.to) !== "median"
    );
  return (
    /^(?:at|after|by|of|within|in|the|over|-|\(|for|,|and|to|than|through)$/.test(before) ||
    scope.line.tokens[p.from]!.type === "word"
  );
}

function cellBetween(scope: Scope, from: number, to: number): boolean {
  return scope.cells.some((c) => c.at >= from && c.at < to);
}

/** Gives each value of "46.3%, 22.2%, and 10.1%" its own of the times "1-, 2- and 3-year". */
export function distributeTimes(scope: Scope, drafts: readonly Draft[]): void {
  const byPoint = new Map<number, Draft[]>();
  for (const d of drafts)
    if (d.kind === "landmark" && d.time) byPoint.set(d.time.from, [...(byPoint.get(d.time.from) ?? []), d]);
  for (const [from, list] of byPoint) {
    const point = scope.points.find((p) => p.from === from)!;
    const n = point.values.length;
    if (n < 2 || list.length % n !== 0) continue;
    list.forEach((d, k) => {
      d.time = timeOf(point, k % n);
      d.explain.push(`time ← place ${(k % n) + 1} of ${n} in the list`);
    });
  }
}

/** A share of people: 54 (50.5%), 12/34, 67.3%. */
export function proportionOf(scope: Scope, cell: Cell): Draft | undefined {
  if (isNR(cell.value) || cell.form === "range" || cell.spread !== undefined) return undefined;
  const because =
    cell.form === "percent"
      ? "a percentage"
      : cell.form === "fraction"
        ? "n/N"
        : "a count with its percentage or total";
  if (cell.form === "percent") {
    const v = valueOf(scope, cell);
    if (v < 0 || v > 100 || cell.unit?.name === "percentage point") return undefined;
    if (
      scope.cells.some((c) => c.form === "percent" && valueOf(scope, c) > 100 && Math.abs(c.at - cell.at) < 8)
    )
      return undefined;
    if (
      scope.section === "methods" &&
      /^(?:of|at|least|approximately|to|by|than)$/.test(norm(scope.line, cell.first - 1)) &&
      cell.count === undefined &&
      !cell.interval
    )
      return undefined;
    const draft = draftOf(scope, cell, "proportion", because);
    delete draft.unit;
    draft.percent = cell.at;
    if (cell.count !== undefined) draft.n = cell.count;
    if (cell.total !== undefined) draft.N = cell.total;
    return onlyTotal(scope, draft);
  }
  if (
    cell.form === "fraction" ||
    cell.percent !== undefined ||
    (cell.total !== undefined && isInteger(scope, cell))
  ) {
    if (cell.unit) return undefined;
    const draft = draftOf(scope, cell, "proportion", because);
    draft.n = cell.at;
    if (cell.total !== undefined) draft.N = cell.total;
    if (cell.percent !== undefined) draft.percent = cell.percent;
    return draft;
  }
  return undefined;
}

/** "73% (n = 163)": a bracketed count larger than any share of itself is the total. Left as the count otherwise. */
function onlyTotal(_scope: Scope, draft: Draft): Draft {
  return draft;
}

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
  if (inWords(line.tokens[cell.at]!) && value === 0) return zeroOf(scope, cell);
  const counted = countedAt(line, cell.last + 1);
  if (counted) return countedOf(scope, cell, counted);
  return (
    eventCount(scope, cell) ?? ellipsis(scope, cell) ?? sizeOfGroup(scope, cell) ?? subjectOf(scope, cell)
  );
}

/** "none of the patients achieved CR", "no deaths occurred". */
function zeroOf(scope: Scope, cell: Cell): Draft {
  const draft = draftOf(scope, cell, "proportion", "'none'");
  draft.n = cell.at;
  return draft;
}

/** "n = 127": a size, unless it counts an event that is named right before it. */
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
        /^(?:withdrew|discontinued|died|occurred|developed|reported|experienced|had|events?|deaths?|reasons?|due)$/,
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
  const counts = (event && !counted) || versus || follows || nested;
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

/** "N patients …": the verbs around decide. */
function countedOf(
  scope: Scope,
  cell: Cell,
  counted: { noun: string; from: number; to: number; people: boolean },
): Draft | undefined {
  const { line } = scope;
  let b = cell.first - 1;
  while (
    /^(?:only|just|all|the|these|those|approximately|about|another|a|total|of)$/.test(norm(line, b)) &&
    !(norm(line, b) === "of" && !/^(?:total|all)$/.test(norm(line, b - 1)))
  )
    b--;
  const before = norm(line, b);
  if (
    /^(?:surgeons?|physicians|reviewers|raters|clinicians|nurses|readers|practitioners|pharmacists|investigators)$/.test(
      counted.noun,
    ) &&
    before === "by"
  )
    return undefined;
  for (let k = counted.from; k < counted.to - 1; k++) {
    if (
      !/^(?:enrolled|randomized|randomised|eligible|evaluable|recruited|screened|included|treated|assessable|registered)$/.test(
        norm(line, k),
      )
    )
      continue;
    const draft = draftOf(scope, cell, "group-size", `number of ${norm(line, k)} ${counted.noun}`);
    draft.n = cell.at;
    draft.last = Math.max(draft.last, counted.to - 1);
    return draft;
  }
  const outcome = counted.people ? outcomeAfter(scope, counted.to) : false;
  const previous = scope.drafts.at(-1);
  const continues =
    /^(?:with|than|versus|vs|v|and)$/.test(before) &&
    previous?.kind === "proportion" &&
    previous.percent === undefined &&
    previous.n !== undefined &&
    cell.first - previous.last < 5;
  const incident =
    /^cases?$/.test(counted.noun) &&
    (norm(line, counted.to) === "of" ||
      /^(?:confirmed|new|incident|suspected|documented|fatal|additional|severe)$/.test(
        norm(line, counted.to - 2),
      ));
  const left = incident || continues || (/^(?:excluding|excluded|except)$/.test(before) && counted.people);
  if (!counted.people && inWords(line.tokens[cell.at]!) && valueOf(scope, cell) < 4) return undefined;
  const occurs =
    left ||
    (/^(?:in|by|among|of|for)$/.test(before) && occurredBefore(scope, b - 1)) ||
    bothSexes(scope, cell, counted.noun);
  const draft = draftOf(
    scope,
    cell,
    occurs || outcome ? "proportion" : "group-size",
    occurs ? "an event in so many" : outcome ? "so many with an outcome" : `number of ${counted.noun}`,
  );
  draft.n = cell.at;
  draft.last = Math.max(draft.last, counted.to - 1);
  return draft;
}

/** "16 men and 18 women": shares of one group. */
function bothSexes(scope: Scope, cell: Cell, noun: string): boolean {
  const other = OPPOSITE[noun];
  if (!other) return false;
  return scope.cells.some(
    (c) => c !== cell && Math.abs(c.at - cell.at) < 9 && countedAt(scope.line, c.last + 1, 3)?.noun === other,
  );
}

const OPPOSITE: Readonly<Record<string, string>> = {
  men: "women",
  women: "men",
  males: "females",
  females: "males",
  male: "female",
  female: "male",
  boys: "girls",
  girls: "boys",
  man: "woman",
  woman: "man",
};

/** The verb after "N patients" tells an outcome from membership. */
function outcomeAfter(scope: Scope, from: number): boolean {
  const { line } = scope;
  let k = from;
  for (let steps = 0; steps < 8; steps++, k++) {
    const w = norm(line, k);
    const close = line.partner[k]!;
    if (close > k) {
      k = close;
      continue;
    }
    if (w === "" || w === "," || w === ";" || w === "." || w === ")" || w === "]") return false;
    if (GROUP_VERBS.has(w)) return false;
    if (w === "were" && /^(?:targeted|planned|required|needed|expected)$/.test(norm(line, k + 1)))
      return false;
    if (w === "did" && norm(line, k + 1) === "not" && /^receive/.test(norm(line, k + 2))) return false;
    if (w === "had" || w === "have" || w === "has")
      return (
        !/^(?:been|undergone|received|evaluable|available|complete|sufficient|data|valid|usable|paroxysmal|persistent|at)$/.test(
          norm(line, k + 1),
        ) && !(norm(line, k + 1) === "been")
      );
    if (
      w === "completed" &&
      /^(?:the|all|this|both)?$/.test(norm(line, k + 1)) &&
      /^(?:survey|surveys|questionnaire|questionnaires|interview|interviews)$/.test(norm(line, k + 2))
    )
      return false;
    if (EVENT_VERBS.has(w)) return true;
    if (
      w === "with" ||
      w === "who" ||
      w === "whose" ||
      w === "in" ||
      w === "at" ||
      w === "from" ||
      w === "without" ||
      w === "and" ||
      w === "or" ||
      w === "vs" ||
      w === "versus" ||
      w === "to"
    )
      return false;
    if (w === "were" || w === "was" || w === "are") return wereOutcome(scope, k + 1);
  }
  return false;
}

/** "were lost to follow-up", "were male", "were alive" against "were enrolled". */
function wereOutcome(scope: Scope, k: number): boolean {
  for (let j = k; j < k + 4; j++) {
    const w = norm(scope.line, j);
    if (GROUP_VERBS.has(w)) return false;
    if (w === "") return false;
    if (/ly$/.test(w) && w.length > 5) continue;
    if (
      !/^(?:subsequently|then|also|finally|initially|prospectively|retrospectively|not|eventually|consecutively|still|newly|previously|successfully|further|thus|available|either|both)$/.test(
        w,
      )
    )
      return true;
  }
  return false;
}

function occurredBefore(scope: Scope, k: number): boolean {
  const { line } = scope;
  for (let j = k; j >= 0 && j > k - 3; j--) {
    const w = norm(line, j);
    if (OCCURS.has(w) || (w === "available" && norm(line, j - 1) === "not")) return true;
    if (looksLikeEvent(w)) return true;
    if (!/^(?:only|also|out|all|the|a|total|been|each|,)$/.test(w)) return false;
  }
  return false;
}

/** "81 deaths", "571 cardiovascular events", "nine exacerbations". */
function eventCount(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  for (let k = cell.last + 1; k < cell.last + 6; k++) {
    const t = line.tokens[k];
    if (t?.type !== "word") return undefined;
    if (EVENTS.has(t.norm) && !/^(?:of|in|to)$/.test(t.norm)) {
      const next = norm(line, k + 1);
      if (EVENTS.has(next)) continue;
      if (
        line.tokens[k + 1]?.type === "word" &&
        /^(?:rate|rates|risk|scale|score|patients|survivors|therapy|treatment|screening|status|cell|cells|center|centers)$/.test(
          next,
        )
      )
        continue;
      const draft = draftOf(scope, cell, "proportion", `count of ${t.norm}`);
      draft.n = cell.at;
      draft.last = k;
      return draft;
    }
    if (/^(?:of|in|to|for|with|and|or|was|were|had|the|at|by)$/.test(t.norm)) return undefined;
  }
  return undefined;
}

/** "and 37 in the conservative-management group", "498 to receive placebo", "162 to the control group": the noun is left out. */
function ellipsis(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  const previous = scope.drafts
    .filter(
      (d) => (d.kind === "group-size" || d.kind === "proportion") && d.n !== undefined && d.last < cell.first,
    )
    .at(-1);
  // "348 (RS ≤ 11) omitted chemotherapy"
  const skip = line.partner[cell.last + 1]! > cell.last + 1 ? line.partner[cell.last + 1]! : cell.last;
  const after = norm(line, skip + 1);
  const next = norm(line, skip + 2);
  if (
    /^(?:were|was|had|did|died|received|underwent|completed|withdrew|omitted|developed|achieved|experienced|showed|discontinued|responded|allocated|assigned|randomized|randomised|receiving|eligible|evaluable|randomly)$/.test(
      after,
    )
  ) {
    const outcome = outcomeAfter(scope, cell.last + 1);
    if (!previous && !/^(?:,|and|of|whom|;|)$/.test(norm(line, cell.first - 1))) return undefined;
    const draft = draftOf(scope, cell, outcome ? "proportion" : "group-size", "the noun of the count before");
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

/** "262 dispensing outlets were enrolled": whatever is counted, it was enrolled. */
function subjectOf(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
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

/** "placebo (1059)", "SAXA-MET: 147": a bracketed or listed size right after a group's name. */
function sizeOfGroup(scope: Scope, cell: Cell): Draft | undefined {
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
