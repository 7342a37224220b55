/** Which rows belong into a plot, and an honest account of those that do not. */
import type { Row } from "../export/columns.js";
import { choicesOf, isOfGroup, measureName, measureOf, outcomeOf, timeOf } from "./candidates.js";
import { contrastLabel, nameKey, PlotError } from "./request.js";
import type { Candidate, Choice, LeftOut, PlotPlace, PlotRequest } from "./request.js";

export interface Selection {
  readonly included: readonly Candidate[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The rows of a settled request. Where something in the review is decided, only what was accepted, corrected or added.
 *
 * @throws PlotError where nothing is of that outcome and measure, or of that group or time, with what there is; or where
 * nothing can be drawn, with the reasons
 */
export function select(candidates: readonly Candidate[], request: PlotRequest): Selection {
  const account = new Account();
  const decidedOnly =
    request.decisions !== "all" && candidates.some(({ row }) => row.decision !== "undecided");
  const asked = askedFor(candidates, request);
  const usable = asked.filter(({ row }) => {
    if (row.decision === "rejected") return account.leave(row, "a reviewer rejected it");
    if (decidedOnly && row.decision === "undecided") {
      return account.leave(row, "nobody has decided on it, while others are decided");
    }
    const reason = row.kind === "median" ? medianFault(row) : poolingFault(row);
    return reason === null || account.leave(row, reason);
  });
  const distinct = withoutRepetitions(usable, account);
  const included = request.perStudy === "all" ? distinct : onePerStudy(distinct, account);
  const leftOut = account.leftOut();
  if (included.length === 0) throw new PlotError(nothingLeft(request, leftOut));
  return { included, leftOut };
}

/** Collects what is left out, by reason, in the order in which the reasons first occur. */
class Account {
  private readonly places = new Map<string, PlotPlace[]>();

  /** @returns false, for use in filters */
  leave(row: Row, reason: string): false {
    const places = this.places.get(reason) ?? [];
    places.push(placeOf(row));
    this.places.set(reason, places);
    return false;
  }

  leftOut(): LeftOut[] {
    return [...this.places].map(([reason, places]) => ({ reason, places }));
  }
}

export function placeOf({ study_id, document, start, end, quote }: Row): PlotPlace {
  return {
    study: String(study_id),
    document: String(document),
    start: Number(start),
    end: Number(end),
    quote: String(quote),
  };
}

function askedFor(candidates: readonly Candidate[], request: PlotRequest): Candidate[] {
  const { outcomes, measures, times, contrasts } = choicesOf(candidates, request);
  const { outcome = "", measure = "", time, group, reference } = request;
  if (outcomes.length === 0)
    throw new PlotError("No result with an outcome was found, so there is nothing to plot.");
  if (measures.length === 0)
    throw new PlotError(`No result of the outcome "${outcome}". There are: ${list(outcomes)}.`);
  const asked = candidates.filter(
    ({ row }) => nameKey(outcomeOf(row)) === nameKey(outcome) && nameKey(measureOf(row)) === nameKey(measure),
  );
  if (asked.length === 0) {
    throw new PlotError(`No result of ${outcome} as "${measure}". There are: ${list(measures)}.`);
  }
  const atTime = asked.filter(({ row }) => time === undefined || nameKey(timeOf(row)) === nameKey(time));
  if (atTime.length === 0) {
    const others = times.length === 0 ? "None has a time point." : `There are: ${list(times)}.`;
    throw new PlotError(`No ${measureName(measure).toLowerCase()} of ${outcome} at ${time ?? ""}. ${others}`);
  }
  const ofGroup = atTime.filter((candidate) => isOfGroup(request, candidate));
  if (ofGroup.length === 0) {
    const wanted = contrastLabel(group, reference);
    const named = contrasts.map(({ label }) => `"${label}"`).join(", ");
    const others = named === "" ? "No group is named." : `There are: ${named}.`;
    throw new PlotError(`No ${measureName(measure).toLowerCase()} of ${outcome} for "${wanted}". ${others}`);
  }
  return ofGroup;
}

function nothingLeft({ outcome = "", measure = "" }: PlotRequest, leftOut: readonly LeftOut[]): string {
  const reasons = leftOut.map(({ reason, places }) => `${places.length} left out, because ${reason}`);
  return `No ${measureName(measure).toLowerCase()} of ${outcome} can be drawn: ${reasons.join("; ")}.`;
}

function list(choices: readonly Choice[]): string {
  return choices.map(({ value }) => value).join(", ");
}

/** Why a row can't be pooled; null where it can. */
function poolingFault(row: Row): string | null {
  if (typeof row.yi === "number" && typeof row.sei === "number") return null;
  if (row.yi === null) return "its value has no place on the scale that is pooled";
  if (row.interval_type === null) return "it has no interval";
  if (row.interval_type !== "CI" && row.interval_type !== "CrI") {
    return `its interval (${String(row.interval_type)}) does not say how sure the value is`;
  }
  if (typeof row.interval_low !== "number" || typeof row.interval_high !== "number") {
    return "a bound of its interval is open";
  }
  if (row.interval_level === null) return "the level of its interval is not stated";
  return "the bounds of its interval give no standard error";
}

function medianFault({ value }: Row): string | null {
  return typeof value === "number" || value === "NR" ? null : "it has no value";
}

/** The same value of the same groups, told again in the same document. */
function withoutRepetitions(candidates: readonly Candidate[], account: Account): Candidate[] {
  const seen = new Set<string>();
  return candidates.filter(({ row }) => {
    const key = JSON.stringify([
      row.study_id,
      nameKey(row.group),
      nameKey(row.reference),
      timeOf(row),
      row.value ?? row.percent,
      row.interval_low,
      row.interval_high,
    ]);
    if (seen.has(key)) return account.leave(row, "its document reports it more than once");
    seen.add(key);
    return true;
  });
}

/**
 * One row for each study, of single-group results one for each of its groups and time points: adjusted before
 * unadjusted, all people before a part of them, what stands first before what comes later.
 */
function onePerStudy(candidates: readonly Candidate[], account: Account): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const key = studyKey(candidate.row);
    const current = best.get(key);
    if (current === undefined || rank(candidate.row) < rank(current.row)) best.set(key, candidate);
  }
  return candidates.filter(
    (candidate) =>
      best.get(studyKey(candidate.row)) === candidate ||
      account.leave(candidate.row, "another result stands for its study"),
  );
}

function studyKey(row: Row): string {
  const parts = row.kind === "effect" ? [] : [nameKey(row.group), timeOf(row)];
  return JSON.stringify([row.study_id, ...parts]);
}

function rank({ adjusted, population, group, reference }: Row): number {
  return (
    (adjusted === true ? 0 : 4) +
    (population === null ? 0 : 2) +
    (group === null && reference === null ? 1 : 0)
  );
}
