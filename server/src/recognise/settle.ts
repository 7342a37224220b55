/** What becomes of a cell once its kind is known, and of the intervals and p-values that nobody took. */
import type { Cell } from "./cell.js";
import { newDraft, type Draft } from "./draft.js";
import { norm } from "./line.js";
import type { Scope } from "./scope.js";
import { words } from "../text/words.js";

export function accept(scope: Scope, cell: Cell, draft: Draft): void {
  const { line } = scope;
  for (let k = cell.first; k <= cell.last; k++) if (line.claims[k] === "cell") line.claims[k] = "statement";
  if (draft.p) draft.p.owner = draft;
  scope.drafts.push(draft);
  if (cell.also) also(scope, cell, draft);
  if (draft.kind === "proportion" && cell.percent !== undefined && allocated(scope, cell)) {
    const size = newDraft("group-size", cell.first, cell.at, "so many were allocated");
    size.n = cell.at;
    scope.drafts.push(size);
  }
}

/** "we randomly allocated …: 3,416 (25·2%) to CBT": the count is the size of the arm as well. */
function allocated(scope: Scope, cell: Cell): boolean {
  if (norm(scope.line, cell.last + 1) !== "to") return false;
  for (let k = 0; k < cell.first; k++)
    if (/^(?:allocated|assigned|randomized|randomised)$/.test(norm(scope.line, k))) return true;
  return false;
}

/** 7.9% [63 mmol/mol]: the same mean in a second unit is a statement of its own. */
function also(scope: Scope, cell: Cell, draft: Draft): void {
  if (draft.kind !== "mean" && draft.kind !== "effect" && draft.kind !== "median") return;
  const { at, unit } = cell.also!;
  const copy: Draft = {
    ...draft,
    first: at,
    last: unit.to - 1,
    value: at,
    unit,
    interval: undefined,
    sd: undefined,
    se: undefined,
    explain: [...draft.explain, "the same in another unit"],
  };
  scope.drafts.push(copy);
}

export function release(scope: Scope, cell: Cell, reason: string | undefined): void {
  const { line } = scope;
  for (let k = cell.first; k <= cell.last; k++) if (line.claims[k] === "cell") line.claims[k] = reason;
  if (cell.interval) {
    cell.interval.taken = false;
    for (const b of [cell.interval.low, cell.interval.high])
      if (typeof b === "number") line.claims[b] = reason;
  }
}

/** Labelled intervals and p-values that follow their estimate at a distance. */
export function attachLeftovers(scope: Scope): void {
  for (const interval of scope.intervals.labelled) {
    if (interval.taken) continue;
    const before = scope.drafts.filter(
      (d) => d.last < interval.first && !d.interval && d.kind !== "group-size" && d.kind !== "test",
    );
    const nearest = before.at(-1);
    if (
      nearest &&
      interval.first - nearest.last <= 8 &&
      (holds(scope, nearest, interval) || printedAlike(scope, nearest, interval))
    ) {
      nearest.interval = interval;
      nearest.last = Math.max(nearest.last, interval.last);
      interval.taken = true;
    }
  }
  for (const p of scope.ps) {
    if (p.owner || p.threshold || p.tag === "interaction" || p.tag === "trend" || p.tag === "heterogeneity")
      continue;
    const d = scope.drafts.filter((x) => x.last < p.first && !x.p).at(-1);
    if (
      d &&
      d.kind === "effect" &&
      p.first - d.last <= 9 &&
      (sameBracket(scope, d.last, p.first) || nextBracket(scope, d.last, p)) &&
      !aboutElse(scope, d.last + 1, p.first)
    ) {
      d.p = p;
      p.owner = d;
      d.last = Math.max(d.last, p.last);
    }
  }
}

function holds(scope: Scope, d: Draft, interval: { low: unknown; high: unknown }): boolean {
  const printed = typeof d.value === "number" ? scope.line.tokens[d.value]!.value : NaN;
  const v = d.below ? -printed : printed;
  const low = typeof interval.low === "number" ? scope.line.tokens[interval.low]!.value : -Infinity;
  const high = typeof interval.high === "number" ? scope.line.tokens[interval.high]!.value : Infinity;
  return v >= low && v <= high;
}

/** "The hazard ratio was 8.50 for the early group (95% CI, 1.11 to 2.01)": three numbers of one form; which of them is wrong, the rules tell. */
function printedAlike({ line }: Scope, d: Draft, { low, high }: { low: unknown; high: unknown }): boolean {
  if (d.kind !== "effect" || typeof d.value !== "number") return false;
  if (typeof low !== "number" || typeof high !== "number") return false;
  const decimals = [d.value, low, high].map(
    (i) => /[.·∙](\d+)$/.exec(line.tokens[i]!.text)?.[1]?.length ?? 0,
  );
  return decimals[0]! >= 2 && decimals.every((length) => length === decimals[0]);
}

/** Words that give the p-value to something else than the estimate before it: "… Child HIV: P = 0.46 …" to what follows. */
function aboutElse({ line }: Scope, from: number, to: number): boolean {
  const label = norm(line, to - 1) === ":";
  for (let k = from; k < to; k++) {
    const w = norm(line, k);
    if (
      /^(?:heterogeneity|interaction|trend|between|no|vs|versus|compared|than|difference|differences)$/.test(
        w,
      )
    )
      return true;
    if (label && line.tokens[k]!.type === "word" && !OF_P.has(w)) return true;
  }
  return false;
}

const OF_P = words("log-rank logrank wald test p value two-sided");

/** No bracket opens or closes and no sentence part ends between the two. */
function sameBracket(scope: Scope, from: number, to: number): boolean {
  const depth = scope.line.depth[from]!;
  for (let k = from + 1; k < to; k++) if (scope.line.depth[k]! < depth && depth > 0) return false;
  return true;
}

/** "(hazard ratio 0.81; 95% CI, 0.70 to 0.94) (P = .004)": the p-value alone is in the bracket behind the estimate's. */
const nextBracket = ({ line }: Scope, last: number, p: { first: number; last: number }): boolean =>
  p.first === last + 3 &&
  /^[)\]]$/.test(norm(line, last + 1)) &&
  /^[([]$/.test(norm(line, last + 2)) &&
  /^[)\]]$/.test(norm(line, p.last + 1));
