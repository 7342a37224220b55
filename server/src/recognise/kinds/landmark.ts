/** Rates of a time-to-event outcome at a time point. */
import type { Cell } from "../cell.js";
import { type Draft, isNR, type Span } from "../draft.js";
import { draftOf, valueOf } from "./common.js";
import { norm } from "../line.js";
import type { Scope } from "../scope.js";
import type { TimePoint } from "../timepoint.js";

/** A percentage of a time-to-event outcome at a time point: "4-year EFS 74%", "OS at 15 months was 63.7%". */
export function landmarkOf(scope: Scope, cell: Cell): Draft | undefined {
  if (cell.form !== "percent" || isNR(cell.value) || cell.count !== undefined || cell.total !== undefined)
    return undefined;
  if (valueOf(scope, cell) > 100 || valueOf(scope, cell) < 0) return undefined;
  const endpoint = timedEndpoint(scope, cell) ?? timedRate(scope, cell);
  if (!endpoint) return undefined;
  const point = pointFor(scope, cell, endpoint) ?? asBefore(scope, cell, endpoint);
  if (!point) return undefined;
  const draft = draftOf(scope, cell, "landmark", "rate of a time-to-event outcome at a time point");
  draft.time = point;
  return draft;
}

/** "event-free survival was also superior (95% v 88%)": at the time that the sentence before spoke of. */
function asBefore(scope: Scope, cell: Cell, endpoint: Span): Time | undefined {
  const time = scope.heard?.time;
  const survival = scope.endpoints.find((e) => e.from === endpoint.from)?.endpoint.code;
  if (
    !time ||
    scope.points.length ||
    !survival ||
    !/^(?:[A-Z]{0,3}S|TTP|survival|progression)$/.test(survival)
  )
    return undefined;
  return { ...time, from: cell.at, to: cell.last + 1 };
}

type Endpoint = Scope["endpoints"][number];

type Time = NonNullable<Draft["time"]>;

/** The endpoint nearest before the value, or right after it ("74% 4-year survival"), if it is a time to an event. */
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

/** "the 1-year rate of major bleeding", "the cumulative incidence of … at 100 days": a rate over time, whatever of. */
function timedRate(scope: Scope, cell: Cell): Span | undefined {
  const { line } = scope;
  for (const p of scope.points) {
    if (!p.modifier || p.to > cell.first || cell.first - p.to > 25) continue;
    if (
      /^(?:rates?|risks?|probability|probabilities)$/.test(norm(line, p.to)) &&
      /^(?:of|for)$/.test(norm(line, p.to + 1))
    )
      return { from: p.to, to: p.to + 1 };
  }
  const head = scope.heads.find(
    (h) => h.head.type === "name" && h.head.name === "cumulative incidence" && h.to <= cell.first,
  );
  return head && { from: head.from, to: head.to };
}

/** The time point of the value: its place in a list of times, the modifier of the endpoint, or "at 12 months". */
function pointFor(scope: Scope, cell: Cell, endpoint: Span): Time | undefined {
  const points = scope.points.filter((p) => usable(scope, p));
  if (!points.length) return undefined;
  let best: TimePoint | undefined;
  for (const p of points) {
    if (p.to <= cell.first) best = p;
  }
  const to = joined(scope, cell);
  const right = points.find(
    (p) => p.from > cell.last && p.from - to <= 8 && !cellBetween(scope, to + 1, p.from),
  );
  // "48.6% at 1 year" beats an earlier point; "5-year OS 60%, at …" does not
  if (
    right &&
    (!best || (!best.modifier && best.from < endpoint.from - 12) || norm(scope.line, right.from - 1) === "at")
  )
    best = right;
  if (!best || ofValueBefore(scope, best, endpoint)) return undefined;
  return timeOf(best, 0);
}

/** "12% had a stroke by week 48 compared to 16%": time and event are told of the value before. */
const ofValueBefore = ({ line, cells }: Scope, p: TimePoint, endpoint: Span): boolean =>
  !p.modifier &&
  p.from > endpoint.from &&
  /^(?:compared|versus|vs|than)$/.test(norm(line, p.to)) &&
  cells.some((c) => c.form === "percent" && c.at < endpoint.from);

const timeOf = (p: TimePoint, k: number): Time => ({
  value: p.values[k] ?? p.values[0]!,
  unit: p.unit,
  from: p.from,
  to: p.to,
});

/** Times of treatment and of follow-up are no landmarks. */
/** "younger than 65 years", "65 years or older". */
const isAge = ({ line }: Scope, p: TimePoint): boolean =>
  /^(?:younger|older|aged?)$/.test(norm(line, p.from - 2)) ||
  /^(?:aged?|old|older|younger)$/.test(norm(line, p.to)) ||
  (norm(line, p.to) === "or" && /^(?:older|younger)$/.test(norm(line, p.to + 1))) ||
  (norm(line, p.to) === "of" && norm(line, p.to + 1) === "age");

function usable(scope: Scope, p: TimePoint): boolean {
  const before = norm(scope.line, p.from - 1);
  if (isAge(scope, p)) return false;
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

/** The end of the value, or of the one it is joined to: "74% with tarvenib and 71% with olvadine at 1 year". */
function joined({ line, cells }: Scope, cell: Cell): number {
  const next = cells[cells.indexOf(cell) + 1];
  if (next?.form !== "percent" || next.first - cell.last > 6) return cell.last;
  let and = false;
  for (let i = cell.last + 1; i < next.first; i++) {
    if (/^(?:and|vs\.?|v|versus|compared)$/.test(norm(line, i))) and = true;
    else if (line.tokens[i]!.type !== "word") return cell.last;
  }
  return and ? next.last : cell.last;
}

function cellBetween(scope: Scope, from: number, to: number): boolean {
  return scope.cells.some((c) => c.at >= from && c.at < to);
}

/** Gives each value of "48.6%, 27.3%, and 12.9%" its own of the times "2-, 4- and 6-year". */
export function distributeTimes(scope: Scope, drafts: readonly Draft[]): void {
  const byPoint = new Map<number, Draft[]>();
  for (const d of drafts)
    if (d.kind === "landmark" && d.time) byPoint.set(d.time.from, [...(byPoint.get(d.time.from) ?? []), d]);
  for (const [from, list] of byPoint) {
    const point = scope.points.find((p) => p.from === from);
    const n = point?.values.length ?? 0;
    if (!point || n < 2 || list.length % n !== 0) continue;
    list.forEach((d, k) => {
      d.time = timeOf(point, k % n);
      d.explain.push(`time ← place ${(k % n) + 1} of ${n} in the list`);
    });
  }
}
