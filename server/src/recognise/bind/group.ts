/** Whose value each value is. */
import type { Draft, Span } from "../draft.js";
import { GROUP_PREPS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { isVague, keyOf } from "./labels.js";
import { type Mention } from "./mentions.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import { linkOf, type Run } from "./runs.js";
import { listBefore } from "./subject.js";
import { FREE, endpointAt, norm, overBracket, textOf, type View } from "./view.js";

/** A label found for a value: words of this sentence, or of another place of the document. */
export interface Label {
  readonly span?: Span;
  readonly text: string;
  readonly key: string;
  readonly because: string;
}

export const labelOf = (v: View, m: Pick<Mention, "label" | "key" | "said">, because: string): Label => ({
  ...(m.said === undefined && { span: m.label }),
  text: m.said ?? textOf(v, m.label),
  key: m.key,
  because,
});

export interface Grouping {
  /** By draft. */
  readonly labels: (Label | undefined)[];
}

/** What sentences before this one say of the order of groups. */
export interface Remembered {
  /** The groups of the values named last. */
  readonly groups: readonly Label[];
  /** The order in which values without labels were given. */
  readonly order: readonly Label[];
}

export function bindGroups(
  v: View,
  runs: readonly Run[],
  carried: Remembered,
): Grouping & { remembered: Remembered } {
  const labels = v.drafts.map((d, k): Label | undefined => (takesGroup(d) ? own(v, k) : undefined));
  const g: Grouping = { labels };
  let { groups, order } = carried;
  for (const run of runs) {
    if (!takesGroup(v.drafts[run.members[0]!]!)) continue;
    for (const part of parts(run)) {
      const own = part.members.every((k) => labels[k]);
      matchRun(v, g, part, { groups, order });
      const bound = part.members.flatMap((k) => labels[k] ?? []);
      if (bound.length < 2 || bound.length < part.members.length || !distinct(bound)) continue;
      groups = bound;
      if (!own) order = bound;
    }
  }
  shareLists(v, runs, labels);
  for (const run of runs) if (fromTo(v, run)) shareLabel(run, labels);
  backward(v, g);
  for (const run of runs) {
    // a group that stands for all of the clause is none of two that are contrasted
    if (run.contrast && new Set(run.members.map((k) => v.drafts[k]!.time?.value)).size < 2 && !fromTo(v, run))
      continue;
    for (const k of run.members) if (!labels[k] && takesGroup(v.drafts[k]!)) labels[k] = clauseLabel(v, k);
  }
  const strip = (ls: readonly Label[]): Label[] =>
    ls.map((l) => ({ text: l.text, key: l.key, because: "order of the groups before" }));
  return {
    ...g,
    remembered: {
      groups: lastGroups(runs, labels) ?? strip(groups),
      order: order === carried.order ? order : strip(order),
    },
  };
}

/** The different labels of the last run or neighbouring values of the sentence. */
function lastGroups(runs: readonly Run[], labels: readonly (Label | undefined)[]): Label[] | undefined {
  const out: Label[] = [];
  for (const l of labels)
    if (l && !out.some((x) => x.key === l.key))
      out.push({ text: l.text, key: l.key, because: "groups of the sentence before" });
  return runs.length && out.length > 1 ? out : undefined;
}

/** "… 4.6 and 5.1 and … 57 and 62 in the A and B groups, respectively": a list at the end serves the runs before it too. */
function shareLists(v: View, runs: readonly Run[], labels: (Label | undefined)[]): void {
  for (let r = runs.length - 2; r >= 0; r--) {
    const run = runs[r]!;
    const next = runs[r + 1]!;
    const listed =
      next.members.length === run.members.length &&
      next.members.every((k) => labels[k]?.because === "list after the values");
    if (!listed || run.members.length < 2 || !takesGroup(v.drafts[run.members[0]!]!)) continue;
    const end = v.drafts[run.members.at(-1)!]!.last;
    if (v.mentions.some((m) => m.from > end && m.to <= v.drafts[next.members[0]!]!.first && m.kind !== "all"))
      continue;
    if (run.members.some((k) => labels[k] && !/order/.test(labels[k]!.because))) continue;
    run.members.forEach((k, j) => (labels[k] = labels[next.members[j]!]));
  }
}

function shareLabel(run: Run, labels: (Label | undefined)[]): void {
  const l = run.members.map((k) => labels[k]).find((x) => x);
  for (const k of run.members) if (l) labels[k] ??= l;
}

/** "from 12.6 to 19.1": before and after in one group. */
const fromTo = (v: View, run: Run): boolean => norm(v, v.drafts[run.members[0]!]!.first - 1) === "from";

/** Pairs that are listed are matched one by one, each in the same order. */
function parts(run: Run): Run[] {
  const { chunks } = run;
  const size = chunks[0]!.length;
  if (!run.contrast || chunks.length < 2 || size < 2 || chunks.some((c) => c.length !== size)) return [run];
  return chunks.map((c) => ({ members: c, contrast: true, chunks: [c] }));
}

export const takesGroup = (d: Draft): boolean =>
  d.kind !== "effect" && d.kind !== "group-size" && d.kind !== "test";

const distinct = (ls: readonly Label[]): boolean => new Set(ls.map((l) => l.key)).size === ls.length;

function own(v: View, k: number): Label | undefined {
  return counted(v, k) ?? inside(v, k) ?? leading(v, k) ?? after(v, k) ?? before(v, k);
}

/** "seven KR patients": an arm's name between the count and its noun. */
function counted(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  for (let i = (d.n ?? d.last) + 1; i < d.last; i++) {
    const arm = v.line.depth[i] === v.line.depth[d.first] ? v.context.armNames?.at(v.line, i) : undefined;
    if (arm && arm.end <= d.last) {
      const span = { from: i, to: arm.end };
      return { span, text: textOf(v, span), key: keyOf(v, span), because: "the people counted" };
    }
  }
  return undefined;
}

/** A label in the value's own brackets. */
function inside(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const m = v.mentions.find(
    (x) =>
      x.from > d.first &&
      x.to <= d.last + 1 &&
      v.line.depth[x.from]! > v.line.depth[d.first]! &&
      x.kind !== "all" &&
      x.kind !== "people",
  );
  return m && labelOf(v, m, "in the value's bracket");
}

/** "placebo (8%)", "pre-course: 214 vs post-course: 387": a label right before the value, its only one. */
function leading(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  if (v.cls[d.first - 1] === "colon") {
    const s = phraseBefore(v, d.first - 1);
    const beside = [k - 1, k + 1].some(
      (j) =>
        v.drafts[j]?.kind === d.kind &&
        v.cls[v.drafts[j]!.first - 1] === "colon" &&
        versusBetween(v, Math.min(j, k)),
    );
    return s && beside && !isVague(v, s)
      ? { span: s, text: textOf(v, s), key: keyOf(v, s), because: "label before the value" }
      : undefined;
  }
  if (v.cls[d.first - 1] !== "open") return undefined;
  const m = v.mentions.find((x) => x.to === d.first - 1 && x.kind !== "all" && x.kind !== "versus");
  if (!m || sharesBracket(v, k)) return undefined;
  return labelOf(v, m, "before the value's bracket");
}

function versusBetween(v: View, k: number): boolean {
  for (let i = v.drafts[k]!.last + 1; i < v.drafts[k + 1]!.first; i++) if (v.cls[i] === "versus") return true;
  return false;
}

/** Two values of a kind in one bracket: what stands before it names both or neither. */
function sharesBracket(v: View, k: number): boolean {
  const d = v.drafts[k]!;
  const close = v.line.partner[d.first - 1]!;
  const next = v.drafts[k + 1];
  return next !== undefined && next.first < close && next.kind === d.kind && linkOf(v, k + 1) !== "apart";
}

/** Where the next value starts; the same number may be two statements. */
function endOf(v: View, k: number): number {
  const { last } = v.drafts[k]!;
  for (let j = k + 1; j < v.drafts.length; j++) if (v.drafts[j]!.first > last) return v.drafts[j]!.first;
  return v.cls.length;
}

/** "… in the LTD group", "… with tarvenib", "… (TARV-DOX)". */
function after(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const end = endOf(v, k);
  let prep = -1;
  let depth = v.line.depth[d.first]!;
  for (let i = d.last + 1, steps = 0; i < end && steps < 16; i++, steps++) {
    const over = overBracket(v, i);
    if (over > i) {
      const m = v.mentions.find((x) => x.from === i + 1 && x.to === over - 1);
      if (m) return labelOf(v, m, "bracket after the value");
      const label = bracketLabel(v, k, i, over - 1);
      if (label) return label;
      if (over > end) return undefined;
      i = over - 1;
      continue;
    }
    if (v.owner[i]! >= 0 || v.cls[i] === "number") return undefined;
    const c = v.cls[i]!;
    const w = norm(v, i);
    // "nausea (38.4%) in the tarvenib group": out of the value's bracket
    if (c === "close" && depth > 0) {
      depth--;
      // what follows the bracket of a contrast is no label of its last value alone
      const previous = v.drafts[k - 1];
      if (
        previous &&
        previous.kind === d.kind &&
        v.line.depth[previous.first]! > depth &&
        linkOf(v, k) === "versus"
      )
        return undefined;
      if (v.cls[i + 1] !== "close" && !GROUP_PREPS.has(norm(v, i + 1)) && !PEOPLE.has(norm(v, i + 1)))
        return undefined;
      continue;
    }
    if (c === "semi" || (c === "who" && w !== "who") || c === "versus" || c === "close") return undefined;
    if (c === "and") return undefined;
    if (
      c === "comma" &&
      norm(v, i + 1) !== "respectively" &&
      v.owner[i + 1] !== -2 &&
      norm(v, i - 1) !== "respectively"
    )
      return undefined;
    const m = v.mentions.find((x) => x.from <= i && x.to > i);
    if (m && m.kind !== "all") {
      if (prep >= 0 && m.from - prep <= 3) return plural(v, m) ? undefined : labelOf(v, m, "after the value");
      if (m.kind === "people" && m.from <= d.last + 2 && m.to > m.from + 1)
        return labelOf(v, m, "the people counted");
      i = m.to - 1;
      continue;
    }
    if (m) return undefined;
    if (GROUP_PREPS.has(w)) {
      prep = i;
      const p = parallel(v, k, i);
      if (p) return p;
    }
  }
  return undefined;
}

/** "31.4 (IV-zelmaplatin), 33.2 (IP-zelmaplatin)": brackets of words after this value and a neighbour. */
function bracketLabel(v: View, k: number, open: number, close: number): Label | undefined {
  if (open !== v.drafts[k]!.last + 1) return undefined;
  const s = phraseAfter(v, open + 1, close);
  if (!s || s.to !== close || isVague(v, s) || endpointAt(v, v.context, s.from)) return undefined;
  const neighbour = [k - 1, k + 1].some((j) => {
    const x = v.drafts[j];
    const at = x && x.last + 1;
    return (
      x?.kind === v.drafts[k]!.kind &&
      v.cls[at!] === "open" &&
      v.owner[at! + 1] === FREE &&
      v.cls[at! + 1] === "word"
    );
  });
  return neighbour
    ? {
        span: s,
        text: textOf(v, s),
        key: keyOf(v, s),
        because: "bracket after the value, as with its neighbour",
      }
    : undefined;
}

/** One of several labels joined by "and": the values are to be shared out among them. */
const plural = (v: View, m: Mention): boolean =>
  v.mentions.some(
    (x) => x !== m && x.kind !== "all" && (coupled(v, m.to, x.from) || coupled(v, x.to, m.from)),
  );

/** Only "and", "or", "versus", a comma or an article from one label to the next. */
function coupled(v: View, from: number, to: number): boolean {
  if (to <= from || to - from > 4) return false;
  for (let i = from; i < to; i++)
    if (!/^(?:and|comma|det|versus|prep)$/.test(v.cls[i]!) || v.owner[i] !== FREE) return false;
  return true;
}

const PARALLEL = /^(?:with|without|for|in|among|on|at|after|before|under)$/;

/** "21.3 with A and 8.8 with B": the same preposition after both values makes labels of any phrase. */
function parallel(v: View, k: number, i: number): Label | undefined {
  const d = v.drafts[k]!;
  if (i > d.last + 3) return undefined;
  const w = norm(v, i);
  const other = [k + 1, k - 1].some((j) => {
    const x = v.drafts[j];
    if (x?.kind !== d.kind) return false;
    const contrast = versusBetween(v, Math.min(j, k));
    return [1, 2, 3].some(
      (s) => norm(v, x.last + s) === w || (contrast && PARALLEL.test(norm(v, x.last + s))),
    );
  });
  if (!other || !PARALLEL.test(w)) return undefined;
  const s = phraseAfter(v, i + 1, endOf(v, k));
  const m = s && v.mentions.find((x) => x.from >= s.from && x.from < s.to && x.kind !== "all");
  if (m) return labelOf(v, m, `'${w}' after the value`);
  if (
    !s ||
    isVague(v, s) ||
    v.cls[s.to] === "open" ||
    endpointAt(v, v.context, s.from) ||
    v.line.claims[s.from] === "time point"
  )
    return undefined;
  return {
    span: s,
    text: textOf(v, s),
    key: keyOf(v, s),
    because: `'${w}' after the value, as with its neighbour`,
  };
}

/** "placebo, 1.7%", "placebo (8%)", "the LTD group had 34%". */
function before(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  let i = d.first - 1;
  let steps = 0;
  while (
    i >= 0 &&
    steps < 6 &&
    v.owner[i] === FREE &&
    (/^(?:verb|comma|colon|open|adverb|det)$/.test(v.cls[i]!) ||
      /^(?:=|of|in|mean|median|n|by|at)$/.test(norm(v, i)))
  ) {
    i--;
    steps++;
  }
  // "tarvenib OS, 13.9 months"
  const named = v.mentions.find(
    (x) => x.to <= i && i - x.to < 4 && x.kind === "arm" && endpointAt(v, v.context, x.to)?.end === i + 1,
  );
  if (named) return labelOf(v, named, "before the value");
  const m = v.mentions.find((x) => x.to === i + 1 && x.kind !== "all");
  if (!m || plural(v, m) || m.kind === "versus") return undefined;
  if (v.cls[d.first - 1] === "open" && (m.against || sharesBracket(v, k))) return undefined;
  return labelOf(v, m, "before the value");
}

/** Values side by side share out the labels named for them in order. */
function matchRun(v: View, g: Grouping, run: Run, { groups, order }: Remembered): void {
  const { members } = run;
  const n = members.length;
  const missing = members.filter((k) => !g.labels[k]);
  if (n < 2 || missing.length === 0) return;
  if (sameTime(v, run) && !run.contrast) {
    // a list over time points has one group
    return;
  }
  if (missing.length === n && n === 2 && run.contrast && bySides(v, g, run)) return;
  const found = namedFor(v, g, run);
  if (found) {
    if (!clash(g, members, found)) members.forEach((k, j) => (g.labels[k] ??= found[j]));
    return;
  }
  const many = n > 2 && order.length === n && missing.length === n;
  if (!run.contrast && ((!respective(v, g, run) && !many) || listBefore(v, v.drafts[members[0]!]!, n)))
    return;
  if (missing.length === n) {
    if (n === 2 && byDirection(v, g, run)) return;
    const cued = !run.contrast && !many && groups.length === n ? groups : undefined;
    const list =
      cued ?? (order.length === n ? order : v.context.arms.length === n ? armLabels(v) : undefined);
    if (list) members.forEach((k, j) => (g.labels[k] = list[j]));
    return;
  }
  if (n === 2 && missing.length === 1) other(v, g, run, missing[0]!);
}

/** "… in the respective groups", "… in the two arms, respectively": the groups named before. */
const respective = (v: View, g: Grouping, run: Run): boolean => {
  const last = v.drafts[run.members.at(-1)!]!.last;
  for (let i = last + 1; i < last + 6 && v.owner[i]! < 0; i++) if (norm(v, i) === "respectively") return true;
  for (let i = v.drafts[run.members[0]!]!.first - 1; i >= 0 && v.owner[i]! < 0; i--)
    if (/^(?:corresponding|respective)$/.test(norm(v, i))) return true;
  return v.mentions.some(
    (m) => m.kind === "all" && m.from > last && m.from < rightEnd(v, run) && m.from - last < 8,
  );
};

const MORE =
  /^(?:greater|higher|more|longer|increased?|increases|superior|larger|excess|improved|improves|prolonged|exceeded)$/;
const LESS = /^(?:lower|less|fewer|shorter|decreased?|decreases|reduced|reduces|reduction|smaller|inferior)$/;

/** "greater in the A arm (7% v 18%)": one group and a comparative tell which of two values is whose. */
function byDirection(v: View, g: Grouping, run: Run): boolean {
  const [i, j] = run.members as [number, number];
  const first = v.drafts[i]!;
  const end = clauseEnd(v, v.drafts[j]!.last);
  const near = unique(
    v,
    v.mentions.filter(
      (m) =>
        m.kind !== "all" &&
        m.kind !== "versus" &&
        m.from >= clauseStart(v, first.first) &&
        m.from < end &&
        v.line.depth[m.from]! <= v.line.depth[first.first]!,
    ),
  );
  if (near.length !== 1) return false;
  const m = near[0]!;
  const [a, b] = [valueOf(v, i), valueOf(v, j)];
  if (a === undefined || b === undefined || a === b) return false;
  const sign = direction(v, clauseStart(v, first.first), end);
  if (sign === 0) {
    if (m.to > first.first) return false;
    const rest = otherArm(v, m.key);
    if (!rest) return false;
    g.labels[m.against ? j : i] = labelOf(v, m, "named in the clause");
    g.labels[m.against ? i : j] = rest;
    return true;
  }
  const holds = (sign > 0 === a > b) !== m.against ? i : j;
  g.labels[holds] = labelOf(v, m, sign > 0 ? "the greater value" : "the smaller value");
  const rest = otherArm(v, m.key);
  if (rest) g.labels[holds === i ? j : i] = rest;
  return true;
}

/** "B had a lower rate than A (8.3% vs 5.6%)": what is said of two groups goes before their order. */
function bySides(v: View, g: Grouping, run: Run): boolean {
  const [i, j] = run.members as [number, number];
  const start = clauseStart(v, v.drafts[i]!.first);
  const pair = unique(
    v,
    v.mentions.filter((m) => m.kind !== "all" && m.from >= start && m.to <= v.drafts[i]!.first),
  );
  if (pair.length !== 2 || pair[0]!.against === pair[1]!.against) return false;
  const sign = direction(v, start, v.drafts[i]!.first);
  const [a, b] = [valueOf(v, i), valueOf(v, j)];
  if (sign === 0 || a === undefined || b === undefined || a === b || a < 0 || b < 0) return false;
  const [own, other] = pair[0]!.against ? [pair[1]!, pair[0]!] : [pair[0]!, pair[1]!];
  const holds = sign > 0 === a > b ? i : j;
  g.labels[holds] = labelOf(v, own, sign > 0 ? "the greater value" : "the smaller value");
  g.labels[holds === i ? j : i] = labelOf(v, other, "the other side of the comparison");
  return true;
}

/** 1 where the words say more, -1 where they say less, 0 where they say neither or both. */
function direction(v: View, from: number, to: number): number {
  let more = false;
  let less = false;
  for (let i = from; i < to; i++) {
    if (norm(v, i + 1) === "than" && v.line.tokens[i + 2]?.type === "number") continue;
    if (MORE.test(norm(v, i)) && !/^(?:grade|or)$/.test(norm(v, i - 1))) more = true;
    if (LESS.test(norm(v, i)) && norm(v, i - 1) !== "or") less = true;
  }
  return more === less ? 0 : more ? 1 : -1;
}

function otherArm(v: View, key: string): Label | undefined {
  const { arms } = v.context;
  const own = canonical(v, key);
  if (arms.length !== 2 || !arms.some((a) => a.key === own)) return undefined;
  const arm = arms.find((a) => a.key !== own)!;
  return { text: arm.label, key: arm.key, because: "the document's other arm" };
}

function valueOf(v: View, k: number): number | undefined {
  const d = v.drafts[k]!;
  const at = d.kind === "proportion" ? (d.percent ?? d.n) : d.value;
  return typeof at === "number" ? v.line.tokens[at]!.value : undefined;
}

const sameTime = (v: View, run: Run): boolean =>
  new Set(run.members.map((k) => v.drafts[k]!.time?.value)).size > 1;

const clash = (g: Grouping, members: readonly number[], found: readonly Label[]): boolean =>
  members.some((k, j) => g.labels[k] !== undefined && g.labels[k]!.key !== found[j]!.key);

export const armLabels = (v: View): Label[] =>
  v.context.arms.map((a) => ({ text: a.label, key: a.key, because: "the document's arms in their order" }));

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
  const leftOf = leftStart(v, run);
  let left = unique(
    v,
    v.mentions.filter((m) => m.to <= first.first && m.from >= leftOf && m.kind !== "all"),
  );
  if (left.length < n)
    left = unique(
      v,
      v.mentions.filter((m) => m.to <= first.first && m.kind !== "all"),
    );
  if (left.length > n) {
    const pairs = left.slice(-n);
    if (pairs.some((m) => m.against) || n > 2) left = pairs;
    else return undefined;
  }
  if (left.length !== n) return undefined;
  return inOrder(left).map((m) => labelOf(v, m, "order in the sentence"));
}

/** "Compared with placebo, tarvenib …": the one held against comes last. */
export function inOrder(ms: readonly Mention[]): Mention[] {
  const [first, ...rest] = ms;
  return first?.against && !rest.some((m) => m.against) ? [...rest, first] : [...ms];
}

function unique(v: View, ms: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return ms.filter((m) => {
    const key = canonical(v, m.key);
    return !seen.has(key) && seen.add(key);
  });
}

/** The mention names an arm of the trial. */
export const knownArm = (v: View, m: Mention): boolean =>
  m.kind === "arm" || v.context.arms.some((a) => a.key === canonical(v, m.key));

/** The arm that a label means, where it is plain; else the label itself. */
export function canonical(v: View, key: string): string {
  return v.context.canonical(key);
}

function rightEnd(v: View, run: Run): number {
  const last = run.members.at(-1)!;
  const end = endOf(v, last);
  const from = v.drafts[last]!.last + 1;
  for (let i = from; i < end; i++) {
    const over = overBracket(v, i);
    if (over > i) {
      i = over - 1;
      continue;
    }
    if (v.cls[i] === "semi") return i;
    if (v.cls[i] === "who" && /^(?:whereas|while|although|but|where)$/.test(norm(v, i))) return i;
  }
  return end;
}

function leftStart(v: View, run: Run): number {
  const first = run.members[0]!;
  return first > 0 ? v.drafts[first - 1]!.last + 1 : 0;
}

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

/** "itching (58%) and nausea (39%) in the tarvenib group": a label after the last value of a list of outcomes is the label of all. */
function backward(v: View, g: Grouping): void {
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
    if (!listed(v, a.last + 1, b.first)) continue;
    g.labels[k] = next;
  }
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

/** "In the A group, …": the group named last before the value in its part of the sentence. */
function clauseLabel(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const start = clauseStart(v, d.first);
  const depth = v.line.depth[d.first]!;
  const left = v.mentions.filter(
    (m) => m.to <= d.first && m.from >= start && m.kind !== "all" && v.line.depth[m.from]! <= depth,
  );
  // "We followed women for …": all of them
  const open = left.filter((m) => !m.against && !(m.kind === "people" && m.to - m.from === 1));
  if (left.length > 1 && open.length !== 1 && unique(v, left).length > 1) return undefined;
  const m = open.at(-1);
  return m && labelOf(v, m, "subject of the clause");
}

/** Where the part of the sentence begins that token `i` stands in. */
export function clauseStart(v: View, i: number): number {
  const depth = v.line.depth[i]!;
  for (let k = i - 1; k >= 0; k--) {
    if (v.line.depth[k]! > depth) continue;
    if (v.cls[k] === "semi" && v.line.depth[k] === 0) return k + 1;
    if (v.cls[k] === "who" && /^(?:whereas|while|although|but)$/.test(norm(v, k))) return k + 1;
  }
  return 0;
}

/** Where the part of the sentence ends that token `i` stands in. */
function clauseEnd(v: View, i: number): number {
  for (let k = i + 1; k < v.cls.length; k++) {
    if (v.cls[k] === "semi" && v.line.depth[k] === 0) return k;
    if (v.cls[k] === "who" && /^(?:whereas|while|although|but)$/.test(norm(v, k))) return k;
  }
  return v.cls.length;
}
