/** Whose value each value is. */
import { clauseStart } from "./clause.js";
import {
  knownArm,
  labelOf,
  takesGroup,
  unique,
  type Grouping,
  type Label,
  type Remembered,
} from "./label.js";
import { actor } from "./actor.js";
import { againstNone } from "./againstNone.js";
import { changesOf, shareChanges } from "./beforeAfter.js";
import { ofCounted, refersBack, seenIn } from "./clauseGroup.js";
import { leadByColon } from "./colonLed.js";
import { heldAgainstLabel, otherSide } from "./comparedWith.js";
import { coupled } from "./leadingLabel.js";
import { GROUP_PLURALS } from "../lexicon/grammar.js";
import type { Mention } from "./mentions.js";
import { ofAll, ownLabel } from "./ownLabel.js";
import { linkOf, type Run } from "./runs.js";
import { backward, matchRun, shareLists } from "./sharing.js";
import { shareNouns } from "./sharedNoun.js";
import { norm, type View } from "./view.js";

export function bindGroups(
  v: View,
  runs: readonly Run[],
  carried: Remembered,
): Grouping & { remembered: Remembered } {
  const labels = v.drafts.map((d, k): Label | undefined => (takesGroup(d) ? ownLabel(v, k) : undefined));
  const g: Grouping = { labels };
  shareNouns(v, labels);
  for (const run of runs) shareBlocks(run, labels);
  overBrackets(v, labels);
  leadByColon(v, labels);
  labels.forEach((l, k) => {
    if (inBracketOf(v, k + 1, l)) labels[k + 1] ??= l;
  });
  const changes = changesOf(v);
  shareChanges(v, changes, labels);
  shareOpening(v, runs, labels);
  let { groups, order } = carried;
  for (const run of runs) {
    if (!takesGroup(v.drafts[run.members[0]!]!) || betweenGroups(v, run)) continue;
    if (run.members.length === 2 && changes.includes(run.members[0]!)) continue;
    const sided = twoSided(v, run);
    for (const part of sided ? [sided] : parts(run)) {
      const own = part.members.every((k) => labels[k]);
      matchRun(v, g, part, { groups, order });
      if (sided)
        run.members.forEach(
          (k, j) => (labels[k] ??= labels[sided.members[2 * j < run.members.length ? 0 : 1]!]),
        );
      const bound = part.members.flatMap((k) => labels[k] ?? []);
      if (bound.length < 2 || bound.length < part.members.length || !distinct(bound)) continue;
      groups = bound;
      if (!own) order = bound;
    }
  }
  shareLists(v, runs, labels);
  againstNone(v, labels);
  for (const run of runs) if (fromTo(v, run) && !betweenGroups(v, run)) shareLabel(run, labels);
  toFrom(v, labels);
  backward(v, g);
  v.drafts.forEach((d, k) => {
    if (!labels[k] && takesGroup(d)) labels[k] = heldAgainstLabel(v, k, labels);
  });
  shareChanges(v, changes, labels);
  for (const run of runs) {
    // a group that stands for all of the clause is none of two that are contrasted
    if (run.contrast && new Set(run.members.map((k) => v.drafts[k]!.time?.value)).size < 2 && !fromTo(v, run))
      continue;
    const start = betweenGroups(v, run) ? run.members[0] : undefined;
    for (const k of run.members)
      if (!labels[k] && k !== start && takesGroup(v.drafts[k]!))
        labels[k] =
          (start === undefined ? undefined : actor(v, start)?.group) ??
          clauseLabel(v, k) ??
          seenIn(v, k) ??
          ofCounted(v, k) ??
          (carried.only && refersBack(v) ? carried.only : undefined);
  }
  return {
    ...g,
    remembered: {
      groups: lastGroups(runs, labels) ?? strip(groups),
      order: order === carried.order ? order : strip(order),
      ...onlyOf(labels),
    },
  };
}

/** The label that all values of the sentence have which have one. */
function onlyOf(labels: readonly (Label | undefined)[]): Pick<Remembered, "only"> {
  const [first, ...rest] = labels.flatMap((l) => (l?.span ? [l] : []));
  if (!first || rest.some((l) => l.key !== first.key)) return {};
  return { only: { text: first.text, key: first.key, because: "the group of the sentence before" } };
}

/** "In the A and B groups, x was seen in 34% and 49% of men, 36% and 63% of women, …, respectively": every pair is the groups'. */
function shareOpening(v: View, runs: readonly Run[], labels: (Label | undefined)[]): void {
  const [first, ...rest] = v.mentions.filter((m) => m.kind !== "all");
  if (!first || v.cls[0] !== "prep" || first.from > 2) return;
  const named = [first];
  for (const m of rest) {
    if (!coupled(v, named.at(-1)!.to, m.from)) break;
    named.push(m);
  }
  if (named.length < 2 || !GROUP_PLURALS.has(norm(v, named.at(-1)!.to - 1))) return;
  const pairs = runs.filter(
    (r) => !r.contrast && r.members.length === named.length && takesGroup(v.drafts[r.members[0]!]!),
  );
  if (pairs.length < 2 || pairs.length < runs.length - 1) return;
  for (const r of pairs)
    r.members.forEach((k, j) => (labels[k] = labelOf(v, named[j]!, "order in the sentence")));
}

/** "3.1% and 43.3% (tarvenib) and 5.1% and 53.5% (olvadine)": a bracket after every second value names the group of the two. */
function shareBlocks({ members, contrast }: Run, labels: (Label | undefined)[]): void {
  const named = members.flatMap((k, j) => (labels[k]?.because === "bracket after the value" ? [j] : []));
  const size = (named[0] ?? 0) + 1;
  if (contrast || size < 2 || named.length < 2 || members.length !== size * named.length) return;
  if (
    named.some((j, i) => j !== size * (i + 1) - 1) ||
    members.some((k, j) => labels[k] && !named.includes(j))
  )
    return;
  members.forEach((k, j) => (labels[k] ??= labels[members[j - (j % size) + size - 1]!]));
}

const strip = (ls: readonly Label[]): Label[] =>
  ls.map((l) => ({ text: l.text, key: l.key, because: "order of the groups before" }));

/** What is remembered after a sentence without values. */
export const passedOn = ({ groups, order }: Remembered): Remembered => ({ groups: strip(groups), order });

/** The different labels of the last run or neighbouring values of the sentence. */
function lastGroups(runs: readonly Run[], labels: readonly (Label | undefined)[]): Label[] | undefined {
  const out: Label[] = [];
  for (const l of labels)
    if (l && !out.some((x) => x.key === l.key))
      out.push({ text: l.text, key: l.key, because: "groups of the sentence before" });
  return runs.length && out.length > 1 ? out : undefined;
}

function shareLabel(run: Run, labels: (Label | undefined)[]): void {
  const l = run.members.map((k) => labels[k]).find((x) => x);
  for (const k of run.members) if (l) labels[k] ??= l;
}

/** "from 12.6 to 19.1", "from a median of 13 to 30": before and after in one group. */
function fromTo(v: View, run: Run): boolean {
  let i = v.drafts[run.members[0]!]!.first - 1;
  while (/^(?:an?|median|mean|of)$/.test(norm(v, i))) i--;
  return norm(v, i) === "from";
}

/** "7.7 (4.2) mm Hg (32.3%) with tarvenib", "by 4.5 points (change, -53%) in the A group": the bracket says more of the value, and the group stands behind it. */
function overBrackets(v: View, labels: (Label | undefined)[]): void {
  for (let k = 0; k + 1 < v.drafts.length; k++) {
    const open = v.drafts[k]!.last + 1;
    // "32 (35%) with 60 events in the A group"
    const with_ = norm(v, open) === "with" && v.drafts[k + 1]!.first === open + 1 ? labels[k + 1] : undefined;
    if (with_?.because.includes("after the value")) labels[k] ??= with_;
    if (v.cls[open] !== "open" || !takesGroup(v.drafts[k]!)) continue;
    const close = v.line.partner[open]!;
    let j = k;
    while (j + 1 < v.drafts.length && v.drafts[j + 1]!.first < close && v.drafts[j + 1]!.kind !== "effect")
      j++;
    const label = labels[j];
    if (j === k || !label?.span || label.span.from < close || !label.because.includes("after the value"))
      continue;
    for (let i = k; i < j; i++) if (!labels[i] || i === k) labels[i] = label;
  }
}

/** "with tarvenib (21.7% and 10.1%, respectively)": in one bracket, the group before it. */
const inBracketOf = (v: View, k: number, before: Label | undefined): boolean =>
  before?.because === "before the value's bracket" &&
  k < v.drafts.length &&
  linkOf(v, k) === "list" &&
  v.line.depth[v.drafts[k]!.first]! > 0 &&
  !v.cls.slice(v.drafts[k - 1]!.last, v.drafts[k]!.first).includes("close");

/** "to 4.1 mm from 12.6 mm in the A group and to 7.3 mm from 12.2 mm in the B group": after and before in one group, which stands behind them. */
function toFrom(v: View, labels: (Label | undefined)[]): void {
  for (let k = 0; k + 1 < v.drafts.length; k++) {
    const after = v.drafts[k]!;
    const before = v.drafts[k + 1]!;
    const paired =
      norm(v, after.first - 1) === "to" &&
      norm(v, before.first - 1) === "from" &&
      before.first === after.last + 2 &&
      after.kind === before.kind;
    if (paired && labels[k + 1]?.because.includes("after the value")) labels[k] = labels[k + 1];
  }
}

/** "prolonged PFS from a median of 12 to 19 months": survival has no before and after; the first is the other group's. */
const betweenGroups = (v: View, run: Run): boolean =>
  run.members.length === 2 && v.drafts[run.members[0]!]!.kind === "median" && fromTo(v, run);

/** Pairs that are listed are matched one by one, each in the same order. */
function parts(run: Run): Run[] {
  const { chunks } = run;
  const size = chunks[0]!.length;
  if (!run.contrast || chunks.length < 2 || size < 2 || chunks.some((c) => c.length !== size && c.length > 1))
    return [run];
  // one that stands alone among pairs is none of theirs
  const pairs = chunks.filter((c) => c.length > 1);
  // "69% v 57%, 59% and 62%": of four
  if (pairs.length < 2 && chunks.length - chunks.indexOf(pairs[0]!) > 2) return [run];
  return pairs.map((c) => ({ members: c, contrast: true, chunks: [c] }));
}

/** "(71% and 52% v 50% and 33%)": of several outcomes in one group and in another, the first value on each side of "versus". */
function twoSided(v: View, { members, chunks, contrast }: Run): Run | undefined {
  const half = members.length / 2;
  const crossing = chunks.filter((c) => c.length > 1);
  if (!contrast || half < 2 || half % 1 || crossing.length !== 1 || crossing[0]!.length !== 2)
    return undefined;
  if (crossing[0]![0] !== members[half - 1] || v.drafts[members[0]!]!.time) return undefined;
  const ends = [members[0]!, members[half]!];
  return { members: ends, contrast: true, chunks: [ends] };
}

const distinct = (ls: readonly Label[]): boolean => new Set(ls.map((l) => l.key)).size === ls.length;

/** "In the A group, …": the group named last before the value in its part of the sentence. */
function clauseLabel(v: View, k: number): Label | undefined {
  if (ofAll(v, k)) return undefined;
  const d = v.drafts[k]!;
  const depth = v.line.depth[d.first]!;
  const since = (start: number): Mention[] =>
    v.mentions.filter(
      (m) => m.to <= d.first && m.from >= start && m.kind !== "all" && v.line.depth[m.from]! <= depth,
    );
  let start = clauseStart(v, d.first);
  let left = since(start);
  // "the A group had lower pressure (12) but higher flow (51)"
  if (!left.length && norm(v, start - 1) === "but") {
    start = clauseStart(v, start - 1);
    left = since(start);
  }
  // "compared with the A group, which had a rate of 6%, a pressure of 12 and …"
  const rest = left.at(-1);
  if (
    rest?.against &&
    /^(?:that|which|who)$/.test(norm(v, v.cls[rest.to] === "comma" ? rest.to + 1 : rest.to))
  )
    return labelOf(v, rest, "whom the clause tells of");
  // "We followed women for …": all of them
  const open = left.filter((m) => !m.against && !(m.kind === "people" && m.to - m.from === 1));
  const last = open.at(-1);
  const turned = last && otherSide(v, last, k);
  if (turned) return turned === "none" ? undefined : turned;
  // "In high-risk women, tarvenib improved …"
  const arm = last && knownArm(v, last) && left.every((m) => m === last || m.kind === "people");
  if (last && (arm || sinceValue(v, left, last))) return labelOf(v, last, "subject of the clause");
  const fronted = left[0] && leads(v, left) ? left[0] : undefined;
  if (fronted) return labelOf(v, fronted, "subject of the clause");
  if (left.length > 1 && open.length !== 1 && unique(v, left).length > 1) return undefined;
  return last && labelOf(v, last, "subject of the clause");
}

/** "In the A group, 53 patients received olvadine and 8": after a group that opens the sentence, treatments are what its people took. */
function leads(v: View, left: readonly Mention[]): boolean {
  const [first, ...rest] = left as [Mention, ...Mention[]];
  return (
    v.cls[0] === "prep" &&
    first.from <= 2 &&
    v.cls[first.to] === "comma" &&
    /^(?:noun|people)$/.test(first.kind) &&
    rest.every((m) => m.kind === "arm" && !m.against && /^(?:word|verb|prep)$/.test(v.cls[m.from - 1]!)) &&
    rest.every((m) => !/^(?:in|with|for|on|among)$/.test(norm(v, m.from - 1)))
  );
}

/** "A had x (3%), and those in the B group had y (4%)": values part the mention from all before it, and a verb follows. */
function sinceValue(v: View, left: readonly Mention[], m: Mention): boolean {
  const led =
    v.cls[m.to] === "comma" &&
    /^(?:in|for|among)$/.test(norm(v, m.from - (v.cls[m.from - 1] === "det" ? 2 : 1)));
  if (v.cls[m.to] !== "verb" && !led) return false;
  return left.every((x) => x === m || v.drafts.some((d) => d.first >= x.to && d.last < m.from));
}
