/** What comparatives say of two values: "greater in the A arm (7% v 18%)". */
import { clauseEnd, clauseStart } from "./clause.js";
import { knownArm, labelOf, otherArm, unique, type Grouping, type Label, spanLabel } from "./label.js";
import { isVague } from "./labels.js";
import { phraseAfter } from "./phrase.js";
import { moreWith } from "./ranked.js";
import type { Mention } from "./mentions.js";
import type { Run } from "./runs.js";
import { beforeDet, norm, type View } from "./view.js";

const MORE =
  /^(?:greater|higher|more|longer|increased?|increases|superior|larger|excess|improved|improves|prolonged|exceeded|commoner)$/;
const LESS =
  /^(?:lower|less|fewer|shorter|decreased?|decreases|reduced|reduces|reduction|smaller|inferior|rarer)$/;

/** "greater in the A arm (7% v 18%)": one group and a comparative tell which of two values is whose. */
export function byDirection(v: View, g: Grouping, run: Run): boolean {
  const [i, j] = run.members as [number, number];
  const first = v.drafts[i]!;
  const end = clauseEnd(v, v.drafts[j]!.last);
  const near = unique(
    v,
    v.mentions.filter(
      (m) =>
        m.kind !== "all" &&
        (m.kind !== "versus" || m.against) &&
        !isSetting(v, m) &&
        (m.kind !== "people" || m.to <= first.first || knownArm(v, m) || !v.context.arms.length) &&
        m.from >= clauseStart(v, first.first) &&
        m.from < end &&
        v.line.depth[m.from]! <= v.line.depth[first.first]!,
    ),
  );
  if (near.length > 1) return false;
  const [a, b] = [valueOf(v, i), valueOf(v, j)];
  if (a === undefined || b === undefined || a === b) return false;
  const sign = direction(v, clauseStart(v, first.first), end);
  const m = near[0];
  if (!m) return false;
  if (sign === undefined) return false;
  if (sign === 0) {
    if (m.to > first.first) return false;
    const rest = m.against && !v.context.isControl(m.key) ? undefined : otherArm(v, m.key);
    if (!rest && !m.against) return false;
    g.labels[m.against ? j : i] = labelOf(v, m, "named in the clause");
    g.labels[m.against ? i : j] = rest;
    return true;
  }
  const holds = (sign > 0 === a > b) !== m.against ? i : j;
  if (
    v.drafts[i]!.kind === "mean" &&
    holds === j &&
    !m.against &&
    onlyChanges(v, clauseStart(v, first.first), end)
  ) {
    for (const k of run.members) g.labels[k] = labelOf(v, m, "before and after in one group");
    return true;
  }
  g.labels[holds] = labelOf(v, m, sign > 0 !== m.against ? "the greater value" : "the smaller value");
  const rest = otherArm(v, m.key) ?? (m.against ? reachedWith(v, end) : undefined);
  if (rest) g.labels[holds === i ? j : i] = rest;
  return true;
}

/** "in women with gout (7% v 18%)", "In women with gout, …" of a trial: in whom its groups are compared. */
const isSetting = (v: View, m: Mention): boolean =>
  m.kind === "people" &&
  v.context.arms.length === 2 &&
  /^(?:in|among|for|within)$/.test(norm(v, beforeDet(v, m.from))) &&
  /^(?:comma|open)$/.test(v.cls[m.to] ?? "") &&
  !knownArm(v, m) &&
  !v.line.tokens.slice(clauseStart(v, m.from), m.from).some((t) => COMPARATIVE.test(t.norm));

const COMPARATIVE = /^(?:more|less|fewer|(?:great|high|long|larg|common|low|short|small|rar|old|young)er)$/;

/** "less frequent after mesh repair (4% vs 17%)": a comparative and a phrase that no group is known by; `list` is the order of the document's groups, if it has one. */
export function bySaid(v: View, g: Grouping, run: Run, list: readonly Label[] | undefined): boolean {
  const [i, j] = run.members as [number, number];
  const own = moreWith(v, v.drafts[i]!.first - 1)?.group;
  const [a, b] = [valueOf(v, i), valueOf(v, j)];
  const sign = own && direction(v, clauseStart(v, v.drafts[i]!.first), v.drafts[i]!.first);
  if (!own || !sign || a === undefined || b === undefined || a === b) return false;
  // of the groups known one may be told by a word of its own
  const at = list?.findIndex((x) => sharesWord(own, x, list)) ?? 0;
  if (at < 0) return false;
  const holds = sign > 0 === a > b ? i : j;
  g.labels[holds] = own;
  if (list) g.labels[holds === i ? j : i] = list[1 - at];
  return true;
}

const sharesWord = (own: Label, x: Label, list: readonly Label[]): boolean => {
  const others = list.filter((y) => y !== x).map((y) => y.key);
  return own.key
    .split(" ")
    .some((w) => w.length > 3 && x.key.includes(w) && !others.some((key) => key.includes(w)));
};

/** "width decreased (155 vs 99) in the A group": what rose or fell did so in time, where nothing is said to be more or less than in another group. */
function onlyChanges(v: View, from: number, to: number): boolean {
  let changes = false;
  for (let i = from; i < to; i++) {
    const w = norm(v, i);
    if (w === "than" || w === "compared" || w === "between") return false;
    if (!MORE.test(w) && !LESS.test(w)) continue;
    const verb =
      /^(?:increased|decreased|improved)$/.test(w) &&
      /^(?:open|prep|adverb|comma|and)$/.test(v.cls[i + 1] ?? "semi");
    if (!verb || v.cls[i - 1] === "det" || norm(v, i - 1) === "was" || norm(v, i - 1) === "were")
      return false;
    changes = true;
  }
  return changes;
}

/** "…, longer survival was achieved with the combination": whom a passive sentence is about. */
function reachedWith(v: View, end: number): Label | undefined {
  for (let i = end - 1; i > 0; i--) {
    if (v.owner[i]! >= 0) return undefined;
    if (!/^(?:achieved|observed|seen|obtained|found|noted|reached)$/.test(norm(v, i))) continue;
    if (!/^(?:with|by|in|for|among)$/.test(norm(v, i + 1))) return undefined;
    const s = phraseAfter(v, i + 2, end, { preps: true });
    return s && !isVague(v, s) ? spanLabel(v, s, "the other side of the comparison") : undefined;
  }
  return undefined;
}

/** "in favour of the A group (98% vs 88%)", "favouring A, 12.9 vs 0.3": what is favoured goes first. */
export function byFavour(v: View, g: Grouping, run: Run): boolean {
  const [i, j] = run.members as [number, number];
  const { first } = v.drafts[i]!;
  const m = v.mentions.findLast((x) => x.to <= first && x.kind !== "all");
  if (!m || first - m.to > 2 || !/^(?:open|comma)$/.test(v.cls[first - 1] ?? "") || m.against) return false;
  const from = beforeDet(v, m.from);
  if (!/^favou?r(?:ed|s|ing)?$/.test(norm(v, norm(v, from) === "of" ? from - 1 : from))) return false;
  g.labels[i] = labelOf(v, m, "what is favoured");
  const rest = otherArm(v, m.key);
  if (rest) g.labels[j] = rest;
  return true;
}

/** "A had reduced x (12 vs 10) and an increase in y (3 vs 4)": each pair goes the way its words say, so before and after in one group; else nobody can tell. */
export function bothWays(v: View, g: Grouping, run: Run): boolean {
  const [i, j] = run.members as [number, number];
  const { first } = v.drafts[i]!;
  const start = clauseStart(v, first);
  const ms = unique(
    v,
    v.mentions.filter((m) => m.kind !== "all" && m.from >= start && m.to <= first),
  );
  if (ms.length !== 1 || ms[0]!.against || direction(v, start, clauseEnd(v, first)) !== undefined)
    return false;
  const [a, b] = [valueOf(v, i), valueOf(v, j)];
  let sign: number | undefined = 0;
  for (let k = first - 1; k >= start && sign === 0; k--) sign = direction(v, k, k + 1);
  if (a !== undefined && b !== undefined && (Math.abs(b) - Math.abs(a)) * (sign ?? 0) > 0)
    for (const k of run.members) g.labels[k] = labelOf(v, ms[0]!, "before and after in one group");
  return true;
}

/** "B had a lower rate than A (8.3% vs 5.6%)": what is said of two groups goes before their order. */
export function bySides(v: View, g: Grouping, run: Run): boolean {
  const [i, j] = run.members as [number, number];
  const start = clauseStart(v, v.drafts[i]!.first);
  const pair = unique(
    v,
    v.mentions.filter((m) => m.kind !== "all" && m.from >= start && m.to <= v.drafts[i]!.first),
  );
  if (pair.length !== 2 || pair[0]!.against === pair[1]!.against) return false;
  const sign = direction(v, start, v.drafts[i]!.first);
  const [a, b] = [valueOf(v, i), valueOf(v, j)];
  if (!sign || a === undefined || b === undefined || a === b || a < 0 || b < 0) return false;
  const [own, other] = pair[0]!.against ? [pair[1]!, pair[0]!] : [pair[0]!, pair[1]!];
  const holds = sign > 0 === a > b ? i : j;
  g.labels[holds] = labelOf(v, own, sign > 0 ? "the greater value" : "the smaller value");
  g.labels[holds === i ? j : i] = labelOf(v, other, "the other side of the comparison");
  return true;
}

/** 1 where the words say more, -1 where they say less, 0 where they say neither, nothing where both. */
function direction(v: View, from: number, to: number): 1 | -1 | 0 | undefined {
  let more = false;
  let less = false;
  for (let i = from; i < to; i++) {
    if (norm(v, i + 1) === "than" && v.line.tokens[i + 2]?.type === "number") continue;
    // "the lower salt groups"
    if (v.mentions.some((m) => m.from <= i && m.to > i + 1 && m.kind !== "versus")) continue;
    const better = norm(v, i) === "better" && /^(?:rates?|survival|responses?|os|pfs)$/.test(norm(v, i + 1));
    if ((better || MORE.test(norm(v, i))) && !/^(?:grade|or)$/.test(norm(v, i - 1))) more = true;
    if (LESS.test(norm(v, i)) && norm(v, i - 1) !== "or") less = true;
  }
  return more ? (less ? undefined : 1) : less ? -1 : 0;
}

export function valueOf(v: View, k: number): number | undefined {
  const d = v.drafts[k]!;
  const at = d.kind === "proportion" ? (d.percent ?? d.n) : d.value;
  return typeof at === "number" ? v.line.tokens[at]!.value : undefined;
}
