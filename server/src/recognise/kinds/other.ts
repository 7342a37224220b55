/** Other statistics: accuracy, agreement, heterogeneity, rates per person-time, percent and fold changes. */
import type { Cell } from "../cell.js";
import { perPower } from "../cell/unit.js";
import type { Draft, UnitDraft } from "../draft.js";
import { isNR } from "../draft.js";
import { type Line, norm } from "../line.js";
import { countedAt } from "../counted.js";
import { type Scope, type Seen } from "../scope.js";
import { adjacent, draftOf, isInteger, perStep, quoted, valueOf } from "./common.js";

/** A named statistic. */
export function namedFrom(scope: Scope, cell: Cell, seen: Seen): Draft | undefined {
  const { head } = seen.at;
  if (
    head.type !== "name" ||
    isNR(cell.value) ||
    (cell.form === "fraction" && !/sensitiv|specific|predictive|accuracy/.test(head.name))
  )
    return undefined;
  if (
    cell.unit &&
    cell.unit.kind !== "percent" &&
    cell.unit.kind !== "rate" &&
    head.name !== "cost-effectiveness ratio"
  )
    return undefined;
  // "the AUC was 14% lower"
  if (cell.form === "percent" && directionOf(norm(scope.line, cell.last + 1))) return undefined;
  if (!adjacent(scope, seen, cell) && seen.distance > 24) return undefined;
  if (head.name === "incidence rate" && cell.form === "percent") return undefined;
  if (isInteger(scope, cell) && !cell.unit && !adjacent(scope, seen, cell) && !cell.interval)
    return undefined;
  if (countedAt(scope.line, cell.last + 1, 3) && !cell.unit) return undefined;
  // "30% relative reduction (24.6 v 34.7; 0.71)": what follows in the bracket is rates and their ratio
  if (head.name === "relative risk reduction" && cell.form !== "percent" && !adjacent(scope, seen, cell))
    return undefined;
  if (head.name === "fold change" && (cell.unit || seen.distance > 4)) return undefined;
  if (head.name === "cumulative incidence") return undefined;
  if (seen.cells > 0 && !onlyNamed(scope, seen, cell)) return undefined;
  const bounded = /^(?:AUC|kappa|ICC|R2|Cronbach alpha|eta2|heritability)$/.test(head.name);
  if (bounded && (cell.form === "number" ? Math.abs(valueOf(scope, cell)) > 1 : false)) return undefined;
  // "sensitivity 117/139 (84.2%)": the statistic is the percentage
  const share = cell.form === "fraction" || cell.percent !== undefined ? cell.percent : undefined;
  if (cell.form === "fraction" && share === undefined) return undefined;
  const { at, name } = outermost(scope, seen.at, head.name);
  const draft = draftOf(scope, cell, "other", quoted(scope, at), at);
  if (share !== undefined) draft.value = share;
  draft.name = name;
  return draft;
}

/** "weighted kappa for agreement": the statistic is what stands before "for". */
function outermost({ line, heads }: Scope, at: Seen["at"], name: string): { at: Seen["at"]; name: string } {
  let k = at.from - 1;
  while (line.tokens[k]?.type === "word" && at.from - k < 4 && norm(line, k) !== "for") k--;
  const outer = norm(line, k) === "for" ? heads.find((h) => h.to === k) : undefined;
  return outer?.head.type === "name" ? { at: outer, name: outer.head.name } : { at, name };
}

function onlyNamed(scope: Scope, seen: Seen, cell: Cell): boolean {
  const between = scope.drafts.filter((d) => d.first > seen.at.to && d.first < cell.first);
  return between.length > 0 && between.every((d) => d.kind === "other");
}

const UP =
  /^(?:increase|increased|rise|higher|greater|improvement|gain|more|longer|larger|excess|increases|growth|better)$/;
const DOWN =
  /^(?:decrease|decreased|reduction|decline|lower|fewer|less|shorter|smaller|drop|loss|fall|attenuation|reductions|decreases|inhibition|worse|reduced)$/;

const directionOf = (w: string): string | undefined =>
  UP.test(w) ? "increase" : DOWN.test(w) ? "decrease" : undefined;

/** "23.8% reduction", "17% lower", "increased by 43%", "a reduction of 57%": a change in percent of what was before. */
export function percentChange(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  if (cell.form !== "percent" || isNR(cell.value) || cell.count !== undefined || cell.total !== undefined)
    return undefined;
  const { line } = scope;
  const direction = after(scope, cell) ?? before(scope, cell, seen);
  if (!direction) return undefined;
  if (
    scope.endpoints.some(
      (e) => e.endpoint.inPercent === true && e.endpoint.code !== "hematocrit" && e.from < cell.first,
    )
  )
    return undefined;
  const draft = draftOf(scope, cell, "other", `a change in percent (${direction})`);
  draft.name = `percent ${direction}`;
  if (norm(line, cell.first - 1) === "by") draft.first = cell.first;
  return draft;
}

function after(scope: Scope, cell: Cell): string | undefined {
  for (let k = cell.last + 1; k < cell.last + 4; k++) {
    const w = norm(scope.line, k);
    // "98.7% (lower boundary of the one-sided interval"
    if (/^(?:boundary|bound|limit|confidence)$/.test(norm(scope.line, k + 1))) return undefined;
    const direction = directionOf(w);
    if (direction) return direction;
    if (
      !/^(?:relative|significant|greater|further|\(|\)|mean|average|overall|net|statistically|in|risk|of|and|absolute)$/.test(
        w,
      ) ||
      /^(?:in|of|and|risk)$/.test(w)
    )
      return w === "risk" && /^(?:reduction|decrease|increase)$/.test(norm(scope.line, k + 1))
        ? "decrease"
        : undefined;
  }
  return undefined;
}

function before(scope: Scope, cell: Cell, seen: readonly Seen[]): string | undefined {
  const head = seen.find((s) => s.at.head.type === "change");
  if (!head || head.at.head.type !== "change" || head.stops > 0) return undefined;
  // "the incidence of hip pain was 2.6%"
  if (
    seen.some(
      (s) =>
        s.at.head.type === "proportion" &&
        s.at.to <= head.at.from &&
        head.at.from - s.at.to <= 5 &&
        norm(scope.line, s.at.to) === "of",
    )
  )
    return undefined;
  if (scope.section === "methods" && !cell.interval && !cell.p) return undefined;
  let from = cell.first - 1;
  while (/^(?:about|approximately|around|nearly|almost|only|~|≈)$/.test(norm(scope.line, from))) from--;
  const link = norm(scope.line, from);
  // "reduced anxiety by 27%, depression by 37% and pain by 20%"
  const last = scope.drafts.at(-1);
  if (link === "by" && last?.name?.startsWith("percent ") && norm(scope.line, last.first - 1) === "by")
    return head.at.head.direction;
  if (head.distance > 16) return undefined;
  const word = norm(scope.line, head.at.from);
  // "reduced the annualized relapse rate by 52%", "reduced the mean number of lesions by 81%"
  if (link === "by" && head.cells === 0 && /(?:ed|fell|rose)$/.test(word)) return head.at.head.direction;
  const noun = /(?:tion|ease|eases|ine|ement|ements|change|changes|gain|loss|rise|attenuation)$/.test(word);
  const first = seen[0]!;
  const shares = first.at.head.type === "proportion" && (link === "by" || link === "of");
  const nearest =
    shares || first === head || first.distance >= head.distance || first.at.head.type === "baseline";
  if (!nearest) return undefined;
  if (link === "by" && head.distance <= 14) return head.at.head.direction;
  if (noun && link === "of" && head.distance <= 10) return head.at.head.direction;
  if (noun && adjacent(scope, head, cell) && head.distance <= 3) return head.at.head.direction;
  if (/^(?:percent|percentage|%)$/.test(norm(scope.line, head.at.from - 1)) || /^percent/.test(word))
    return head.at.head.direction;
  return undefined;
}

/** "7.3 per 1000 person-years", "3.7 episodes/patient-year"; not "OR 1.04 per year". */
export function rateOf(scope: Scope, cell: Cell, seen: readonly Seen[]): Draft | undefined {
  if (isNR(cell.value) || (seen[0] && perStep(scope, cell, seen[0]))) return undefined;
  const unit = cell.unit?.kind === "rate" ? cell.unit : rateBefore(scope.line, cell);
  if (!unit) return undefined;
  const draft = draftOf(scope, cell, "other", `'${unit.name}'`);
  draft.name = "incidence rate";
  return draft;
}

/** "the rate of death per 100 patient-years was 2.2": the unit stands with the name. */
function rateBefore(line: Line, cell: Cell): UnitDraft | undefined {
  if (cell.form !== "number" || cell.unit || cell.percent !== undefined || cell.total !== undefined)
    return undefined;
  if (!/^(?:was|were|is|of)$/.test(norm(line, cell.first - 1))) return undefined;
  for (let k = cell.first - 2; k > cell.first - 9 && k > 0; k--) {
    const unit = norm(line, k) === "per" ? perPower(line, k) : undefined;
    if (!unit) continue;
    // "5.6 events per 100 person-years": of the number before it
    for (let i = k - 1; i > k - 6; i--) if (line.tokens[i]?.type === "number") return undefined;
    return cell.first - unit.to < 3 ? unit : undefined;
  }
  return undefined;
}

/** "2-fold", "2.84 times higher", "8.7 times higher odds". */
export function foldChange(scope: Scope, cell: Cell): Draft | undefined {
  const { line } = scope;
  const i = cell.last + 1;
  const w = norm(line, i);
  const next = norm(line, i + 1);
  const times =
    (w === "times" || cell.unit?.name === "times") &&
    /^(?:higher|greater|more|lower|less|larger|as|the|that|longer|increased|than|better|odds|risk|likely)$/.test(
      w === "times" ? next : w,
    );
  const decimalTimes = w === "times" && !isInteger(scope, cell);
  const fold = decimalTimes || /^folds?$/.test(w) || (w === "-" && /^folds?$/.test(next));
  if (!times && !fold) return undefined;
  const odds = times && [1, 2, 3, 4].some((k) => norm(line, i + k) === "odds");
  const draft = draftOf(scope, cell, odds ? "effect" : "other", odds ? "'times higher odds'" : "'fold'");
  if (odds) {
    draft.measure = "OR";
    draft.adjusted = false;
  } else draft.name = "fold change";
  draft.unit = undefined;
  return draft;
}
