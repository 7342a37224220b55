/** Assumptions of the design and times of the study: numbers of the plan, no results. */
import { type Line, isNumber, norm } from "./line.js";
import { MARK } from "./marks.js";
import { type Scope, headsBefore } from "./scope.js";

/** "85% power to find an odds ratio of 0.62": assumptions of the design, no results. */
export function isPlan(scope: Scope): boolean {
  if (scope.section === "results" || scope.section === "conclusions") return false;
  const { line } = scope;
  for (let i = 0; i < line.tokens.length; i++) {
    if (!(line.marks[i]! & MARK.plan)) continue;
    const w = norm(line, i);
    if (
      w === "powered" ||
      (w === "power" &&
        (norm(line, i - 1) === "%" ||
          norm(line, i + 1) === "of" ||
          norm(line, i + 1) === "to" ||
          norm(line, i - 1) === "statistical"))
    )
      return true;
    if (
      w === "sample" &&
      norm(line, i + 1) === "size" &&
      /^(?:of|was|calculation|required|needed|calculated|estimate)$/.test(norm(line, i + 2))
    )
      return true;
    if (
      (w === "detect" && norm(line, i - 1) === "to" && /^(?:a|an|the)$/.test(norm(line, i + 1))) ||
      w === "hypothesized" ||
      w === "hypothesised"
    )
      return true;
  }
  return false;
}

/** "Eighty participants will be randomised": planned. */
export function claimPlanned(line: Line): void {
  for (let i = 2; i < line.tokens.length; i++) {
    if (norm(line, i) !== "be" || norm(line, i - 1) !== "will") continue;
    let k = i - 2;
    while (k >= 0 && line.tokens[k]!.type === "word") k--;
    if (isNumber(line, k) && line.claims[k] === undefined && norm(line, k + 1) !== "%")
      line.claims[k] = "planned";
  }
}

/** Claims what nobody has, and takes p-values and intervals back. */
export function claimAll(line: Line, reason: string): void {
  for (let i = 0; i < line.tokens.length; i++)
    if (isNumber(line, i) && /\d/.test(line.tokens[i]!.text) && line.claims[i] === undefined)
      line.claims[i] = reason;
}

/** Time points are background, except a value of a median: "34-month median follow-up", "at a median of 19 months". */
export function claimTimePoints(scope: Scope): void {
  for (const p of scope.points) {
    if (norm(scope.line, p.to) === "median" || norm(scope.line, p.to) === "mean") continue;
    // "fell from 68 minutes (IQR 51–94)": a spread makes it a value
    if (!p.modifier && p.tokens.length === 1 && scope.intervals.labelled.some((v) => v.first === p.to + 1))
      continue;
    for (const t of p.tokens) {
      if (scope.line.claims[t] === undefined || scope.line.claims[t] === "name") {
        const near = headsBefore(scope, t, 6)[0];
        if (
          !p.modifier &&
          isNumber(scope.line, p.from) &&
          near &&
          near.distance <= 2 &&
          !/^(?:at|after|within|until|from)$/.test(norm(scope.line, p.from - 1)) &&
          (near.at.head.type === "median" || near.at.head.type === "mean")
        )
          continue;
        if (!p.modifier && !scope.line.tokens[t]!.integer && medianGoverns(scope, t)) continue;
        if (
          !p.modifier &&
          /^(?:by|for|from|to)$/.test(norm(scope.line, p.from - 1)) &&
          p.tokens.length === 1 &&
          scope.line.tokens[p.from]!.type === "number" &&
          isResultOf(scope, t)
        )
          continue;
        if (!p.modifier && p.tokens.length === 1 && fromUnit(scope.line, p.from)) continue;
        scope.line.claims[t] = "time point";
      }
    }
  }
}

/** "from a median of 13 months to 30 months": the end of what began with a median. */
function fromUnit(line: Line, from: number): boolean {
  if (norm(line, from - 1) !== "to" || !isNumber(line, from - 3)) return false;
  if (norm(line, from - 2) !== norm(line, from + 1)) return false;
  let median = false;
  for (let k = from - 4; k > from - 10; k--) {
    if (norm(line, k) === "median" || norm(line, k) === "mean") median = true;
    if (norm(line, k) === "from") return median;
  }
  return false;
}

/** "median OS and PFS were shorter, at 11.6 months and 4.2 months": a decimal after a median is its value. */
const medianGoverns = (scope: Scope, t: number): boolean => {
  const near = headsBefore(scope, t, 30)[0];
  return (
    near !== undefined && near.cells === 0 && (near.at.head.type === "median" || near.at.head.type === "mean")
  );
};

/** "prolonged by 2.7 months", "from 5.6 to 8.9 months", "… 4.4 to 6.7 hours (P = .04)". */
function isResultOf(scope: Scope, t: number): boolean {
  const decimal = !scope.line.tokens[t]!.integer;
  return decimal && (scope.ps.length > 0 || changedBy(scope, t));
}

/** "decreased length of stay by 1.9 days". */
const changedBy = (scope: Scope, t: number): boolean =>
  norm(scope.line, t - 1) === "by" &&
  headsBefore(scope, t, 10).some((s) => s.at.head.type === "change" && s.cells === 0 && s.stops === 0);
