/** Values side by side share out the labels that their sentence, the ones before it or the document name for them. */
import { byDirection, byFavour, bySaid, bySides, bothWays } from "./direction.js";
import { clauseEnd, clauseStart } from "./clause.js";
import {
  armLabels,
  canonical,
  inOrder,
  knownArm,
  labelOf,
  leftStart,
  otherArm,
  rightEnd,
  takesGroup,
  unique,
  type Grouping,
  type Label,
  type Remembered,
} from "./label.js";
import { fromBaseline, withinGroup } from "./beforeAfter.js";
import { saidOf } from "./carried.js";
import { earlierOrder, ledByColon, listAfter } from "./listed.js";
import { respective } from "./respective.js";
import type { Run } from "./runs.js";
import { listBefore } from "./listBefore.js";
import type { Mention } from "./mentions.js";
import { norm, type View } from "./view.js";

/** Values side by side share out the labels named for them in order. */
export function matchRun(v: View, g: Grouping, run: Run, { groups, order }: Remembered): void {
  const { members } = run;
  const n = members.length;
  const missing = members.filter((k) => !g.labels[k]);
  if (n < 2 || missing.length === 0) return;
  if (sameTime(v, run) && !run.contrast) {
    // a list over time points has one group
    return;
  }
  if (missing.length === n && inPrintedOrder(v, g, run, groups)) return;
  if (missing.length === n && n === 2 && run.contrast && (byFavour(v, g, run) || bySides(v, g, run))) return;
  const within = withinGroup(v, run);
  if (within) {
    for (const k of missing) g.labels[k] = labelOf(v, within, "before and after in one group");
    return;
  }
  if (n === 2 && run.contrast && (fromBaseline(v, run) || (missing.length === n && alone(v, g, run)))) return;
  const found = namedFor(v, g, run);
  if (found) {
    if (!clash(g, members, found)) members.forEach((k, j) => (g.labels[k] ??= found[j]));
  } else remembered(v, g, run, { groups, order });
}

/** The groups of the values, sentences or arms before, in their order. */
function remembered(v: View, g: Grouping, run: Run, { groups, order }: Remembered): void {
  const { members } = run;
  const n = members.length;
  const missing = members.filter((k) => !g.labels[k]);
  const many = n > 2 && order.length === n && missing.length === n;
  if (!run.contrast && ((!respective(v, run) && !many) || listBefore(v, v.drafts[members[0]!]!, n))) return;
  if (missing.length === n) {
    if (n === 2 && byDirection(v, g, run)) return fillFrom(g, run, groups);
    if (n === 2 && bothWays(v, g, run)) return;
    const cued = !run.contrast && !many && groups.length === n ? groups : undefined;
    const list =
      cued ??
      earlierPair(v, g, run) ??
      (order.length === n ? order : v.context.arms.length === n ? armLabels(v) : undefined);
    if (n === 2 && run.contrast && bySaid(v, g, run, list)) return;
    if (list) members.forEach((k, j) => (g.labels[k] = list[j]));
    return;
  }
  if (n !== 2 || missing.length !== 1) return;
  // "28.0 and 27.0, respectively, in the A group": of both
  const after = g.labels[members[1]!];
  if (!run.contrast && after?.because.includes("after the value")) g.labels[members[0]!] = after;
  else other(v, g, run, missing[0]!);
}

/** Of two values one is known: the other is the other of the two groups named last. */
function fillFrom({ labels }: Grouping, { members: [i, j] }: Run, groups: readonly Label[]): void {
  const own = labels[i!] ?? labels[j!];
  const at = labels[i!] ? j! : i!;
  if (!own || labels[at] || groups.length !== 2) return;
  const rest = groups.filter((l) => l.key !== own.key);
  if (rest.length === 1) labels[at] = rest[0];
}

/** "fever was commoner in A (35% v 11%), while rash was commoner in B (9% v 6%)": the clause has its own group and another the other. */
const alone = (v: View, g: Grouping, run: Run): boolean => aloneInClause(v, run) && byDirection(v, g, run);

function aloneInClause(v: View, run: Run): boolean {
  const { first } = v.drafts[run.members[0]!]!;
  const start = clauseStart(v, first);
  const named = v.mentions.filter((m) => m.kind !== "all" && m.to <= first);
  return (
    unique(v, named).length > 1 &&
    unique(
      v,
      named.filter((m) => m.from >= start),
    ).length === 1
  );
}

function inPrintedOrder(v: View, g: Grouping, run: Run, groups: readonly Label[]): boolean {
  const led =
    ledByColon(v, run) ?? earlierOrder(v, g, run) ?? (spokenOf(v, groups, run) ? groups : undefined);
  if (led) run.members.forEach((k, j) => (g.labels[k] = led[j]));
  return led !== undefined;
}

/** "survival (67 v 55 percent) and remission (6.8 v 4.3 months)": the groups of the pair before in the clause. */
function earlierPair(v: View, g: Grouping, run: Run): Label[] | undefined {
  const [k] = run.members as [number];
  if (run.members.length !== 2 || !run.contrast || k < 2) return undefined;
  const [a, b] = [g.labels[k - 2], g.labels[k - 1]];
  const start = clauseStart(v, v.drafts[k]!.first);
  return a && b && a.key !== b.key && v.drafts[k - 2]!.first >= start ? [a, b] : undefined;
}

/** "34% (tarvenib) and 49% (olvadine) had fever, and 3% and 4% had a rash": what is said after as many values as the sentence has groups is said of them in order. */
const spokenOf = (v: View, groups: readonly Label[], run: Run): boolean =>
  !run.contrast &&
  groups.length === run.members.length &&
  groups.every((l) => l.span !== undefined) &&
  saidOf(v, run.members.at(-1)!) !== undefined;

const sameTime = (v: View, run: Run): boolean =>
  new Set(run.members.map((k) => v.drafts[k]!.time?.value)).size > 1;

const clash = (g: Grouping, members: readonly number[], found: readonly Label[]): boolean =>
  members.some((k, j) => g.labels[k] !== undefined && g.labels[k].key !== found[j]!.key);

/** As many labels as values: right after the run, in its brackets' lead, or before it in the clause. */
function namedFor(v: View, g: Grouping, run: Run): Label[] | undefined {
  const n = run.members.length;
  const first = v.drafts[run.members[0]!]!;
  const last = v.drafts[run.members[n - 1]!]!;
  const right = unique(
    v,
    v.mentions.filter((m) => m.from > last.last && m.from < rightEnd(v, run) && m.kind !== "all"),
  );
  if (right.length === n) return right.map((m) => labelOf(v, m, "list after the values"));
  const listed = right.length > 0 ? listAfter(v, last.last + 1, n) : undefined;
  if (listed) return listed;
  const leftOf = leftStart(v, run);
  const before = v.mentions.filter(
    (m) =>
      m.to <= first.first &&
      m.kind !== "all" &&
      v.line.depth[m.from]! <= v.line.depth[first.first]! &&
      (v.context.arms.length === 0 || m.kind !== "people" || m.to > m.from + 1),
  );
  let left = unique(
    v,
    before.filter((m) => m.from >= leftOf),
  );
  if (left.length < n) left = unique(v, before);
  const rest = n === 2 && run.contrast && left.length === 1 ? heldBehind(v, left[0]!, last.last) : undefined;
  if (rest) return [left[0]!, rest].map((m) => labelOf(v, m, "the sides of the comparison"));
  const arms = left.filter((m) => knownArm(v, m));
  if (left.length > n && arms.length === n) left = arms;
  if (left.length > n) {
    const pairs = left.slice(-n);
    if (pairs.some((m) => m.against) || n > 2) left = pairs;
    else return undefined;
  }
  if (left.length !== n) return undefined;
  // "patients in the low-risk subgroup lived longer with tarvenib (17 vs 11)"
  const [whom, arm] = left;
  if (
    n === 2 &&
    SUBSET.test(norm(v, whom!.to - 1)) &&
    !arm!.against &&
    knownArm(v, arm!) &&
    !knownArm(v, whom!)
  ) {
    const rest = otherArm(v, arm!.key);
    return rest && [labelOf(v, arm!, "order in the sentence"), rest];
  }
  return inOrder(left).map((m) => labelOf(v, m, "order in the sentence"));
}

/** "A had shorter survival (3 v 9 months; p = 0.02) and … (5 v 11 months) than B": the side that the clause ends with. */
function heldBehind(v: View, own: Mention, from: number): Mention | undefined {
  const end = clauseEnd(v, from);
  const behind = v.mentions.filter((m) => m.from > from && m.from < end && m.kind !== "all");
  const [m] = behind;
  if (behind.length !== 1 || !m!.against || own.against || m!.key === own.key) return undefined;
  return v.drafts.some((d) => d.first >= m!.from && d.first < end && takesGroup(d)) ? undefined : m;
}

const SUBSET = /^(?:subgroup|subset|population|stratum)$/;

/** Of two contrasted values one has its label: the other is the other arm, or the other group of the clause. */
function other(v: View, g: Grouping, run: Run, k: number): void {
  const j = run.members.find((x) => x !== k)!;
  const key = canonical(v, g.labels[j]!.key);
  const near = v.mentions
    .filter((m) => m.to <= v.drafts[k]!.first && m.kind !== "all" && canonical(v, m.key) !== key)
    .at(-1);
  if (near) {
    g.labels[k] = labelOf(v, near, "the other group of the comparison");
    return;
  }
  const rest = otherArm(v, key);
  if (rest) g.labels[k] = rest;
}

const SHARED =
  /^list after the values$|^order of the groups before$|^groups of the sentence before$|^the document's arms in/;

/** "… 4.6 and 5.1 and … 57 and 62 in the A and B groups, respectively": a list at the end serves the runs before it too. */
export function shareLists(v: View, runs: readonly Run[], labels: (Label | undefined)[]): void {
  for (let r = runs.length - 2; r >= 0; r--) {
    const run = runs[r]!;
    const next = runs[r + 1]!;
    const listed =
      next.members.length === run.members.length &&
      next.members.every((k) => SHARED.test(labels[k]?.because ?? ""));
    if (!listed || run.members.length < 2 || !takesGroup(v.drafts[run.members[0]!]!)) continue;
    const end = v.drafts[run.members.at(-1)!]!.last;
    if (v.mentions.some((m) => m.from > end && m.to <= v.drafts[next.members[0]!]!.first && m.kind !== "all"))
      continue;
    if (run.members.some((k) => labels[k] && !/order/.test(labels[k].because))) continue;
    run.members.forEach((k, j) => (labels[k] = labels[next.members[j]!]));
  }
}

/** "itching (58%) and nausea (39%) in the tarvenib group": a label after the last value of a list of outcomes is the label of all. */
export function backward(v: View, g: Grouping): void {
  // "12 (30%) in the A group, with 5 (12%) having relapsed": of the same group
  v.drafts.forEach((d, k) => {
    const before = g.labels[k - 1];
    if (before && norm(v, d.first - 1) === "with" && v.cls[d.first - 2] === "comma" && takesGroup(d))
      g.labels[k] ??= before;
  });
  for (let k = v.drafts.length - 2; k >= 0; k--) {
    const next = g.labels[k + 1];
    const a = v.drafts[k]!;
    const b = v.drafts[k + 1]!;
    if (
      g.labels[k] ||
      !next ||
      a.kind !== b.kind ||
      !takesGroup(a) ||
      !next.because.includes("after the value")
    )
      continue;
    if (v.mentions.some((m) => m.from < b.first && m.to > a.last && m.kind !== "all")) continue;
    // "in 51 patients (70%), 27 with A and 24 with B": of both
    const [all, one, rest] = [k, k + 1, k + 2].map((j) => countOf(v, j));
    if (all !== undefined && all === one! + rest! && (g.labels[k + 2] ?? next).key !== next.key) continue;
    // "12% overall and 8% in the young", "60 women, including 31 in the A group"
    if (
      !listed(v, a.last + 1, b.first) ||
      norm(v, b.first - 1) === "including" ||
      followUp(v, a.first) ||
      /^(?:overall|with)$/.test(norm(v, a.last + 1))
    )
      continue;
    g.labels[k] = next;
  }
}

const countOf = (v: View, k: number): number | undefined => v.line.tokens[v.drafts[k]?.n ?? -1]?.value;

/** "at a median follow-up of 9.7 months": of all, not of the group that the next value is of. */
function followUp(v: View, i: number): boolean {
  for (let k = i - 1; k >= Math.max(0, i - 4); k--)
    if (/^(?:follow-?up|followed|age|aged)$/.test(norm(v, k))) return true;
  return false;
}

function listed(v: View, from: number, to: number): boolean {
  if (to - from > 12) return false;
  let joint = false;
  for (let i = from; i < to; i++) {
    const c = v.cls[i]!;
    if (c === "semi" || c === "who" || c === "versus") return false;
    if (c === "and" || c === "comma") joint = true;
  }
  return joint;
}
