/** What an effect is about: its outcome, the exposed side and what that is held against. */
import type { Draft } from "../draft.js";
import { actor, counterpart, favoured, ranked, type Sides } from "./actor.js";
import { exposure } from "./association.js";
import { comparative, opensAgainst } from "./comparative.js";
import { clauseStart } from "./clause.js";
import {
  canonical,
  inOrder,
  knownArm as known,
  labelOf,
  spanLabel,
  unique,
  type Grouping,
  type Label,
} from "./label.js";
import { valueOf } from "./direction.js";
import { exposedSide } from "./exposed.js";
import { parallel } from "./labelAfter.js";
import type { Mention } from "./mentions.js";
import { MARK } from "../marks.js";
import { isDose } from "./labels.js";
import { levelAfter } from "./level.js";
import { coupled } from "./leadingLabel.js";
import { moreWith } from "./ranked.js";
import { norm, openBracket, overBracket, type View } from "./view.js";

/** The exposed side of effect `k` and what it is held against; `before` are the sides of an effect right before it. */
export function bindSides(v: View, g: Grouping, k: number, before: Sides | undefined): Sides {
  const factor = exposure(v, k);
  // two quantities that correlate are no sides of a trial
  const measure = v.drafts[k]!.measure;
  const own = factor?.group ? factor : measure === "R" ? before : sidesOf(v, g, k, before);
  // where only people told apart by what they have are compared, no arm is named for them
  const compared = own?.group && own.reference ? undefined : comparative(v, k);
  const found = compared?.reference || !own ? compared : own;
  const reference = found?.reference ?? (found?.group && opensAgainst(v, k));
  return {
    ...(found?.group && { group: found.group }),
    ...(reference && reference.key !== found?.group?.key && { reference }),
  };
}

/** The two sides: named beside the effect, those of the values before it, of the sentence, or the document's two arms. */
function sidesOf(v: View, g: Grouping, k: number, before: Sides | undefined): Sides | undefined {
  return (
    beside(v, g, k) ??
    ranked(v, k) ??
    actor(v, k) ??
    valuesBefore(v, g, k) ??
    inSentence(v, g, k) ??
    favoured(v, k) ??
    moreWith(v, openBracket(v, v.drafts[k]!)) ??
    (before?.group ? before : undefined) ??
    (adjusted(v) ? undefined : arms(v))
  );
}

/** A model of factors rather than of the trial's arms. */
const adjusted = (v: View): boolean =>
  v.line.marks.some(
    (mark, i) =>
      (mark & MARK.adjusted) !== 0 &&
      (/^(?:models?|cox|regression)$/.test(norm(v, i + 1)) || norm(v, i).startsWith("multi")),
  );

function beside(v: View, g: Grouping, k: number): Sides | undefined {
  const d = v.drafts[k]!;
  const from = d.head && d.head.to <= d.first ? d.head.from : d.first;
  const named = v.mentions.filter((m) => m.kind !== "all");
  const after = named.filter((m) => followsValue(v, d, m, v.drafts[k + 1]?.first ?? v.cls.length));
  const local = named.filter(
    (m) =>
      after.includes(m) ||
      (m.from >= from &&
        m.to <= d.first &&
        // "1.12 (…) for past users, 1.38 (…) for former users and 1.46 (…) for current users"
        !(after.length > 0 && v.drafts.some((x, j) => j < k && x.kind === "effect" && x.last < m.from))),
  );
  // "1.1 (…) with the 5-mg dose, 0.6 (…) with the 25-mg dose"
  const each =
    after.length || !/^(?:with|after|under)$/.test(norm(v, d.last + 1))
      ? undefined
      : parallel(v, k, d.last + 1);
  if (each) {
    const rest = named.findLast((m) => m.against && m.to <= d.first);
    return { group: each, ...(rest && { reference: labelOf(v, rest, "held against") }) };
  }
  const level = levelAfter(v, d.last + 1);
  if (level) return { group: spanLabel(v, level, "beside the effect") };
  if (!local.length) return undefined;
  // in a trial of two arms other people beside the effect are a subgroup, no side of it
  if (v.context.experimental && !adjusted(v) && !local.some((m) => m.against || known(v, m)))
    return undefined;
  const held = local.find((m) => m.against);
  if (held && local.length > 2) return sides(v, [local.find((m) => !m.against) ?? local[0]!, held]);
  if (local.length >= 2) return sides(v, local.slice(0, 2));
  const m = local[0]!;
  if (m.against) {
    // behind the effect's bracket stands what its subject is held against
    const outside = m.from > d.last && v.line.depth[m.from]! < v.line.depth[d.first]!;
    const mine = outside ? subjectBefore(v, d, m) : valueBeforeLabel(v, g, k, m.key);
    if (outside && !mine) return undefined;
    return { ...(mine && { group: mine }), reference: labelOf(v, m, "held against") };
  }
  const label = labelOf(v, m, "beside the effect");
  const rest = opening(v, m) ?? counterpart(v, m.key).reference;
  return rest && v.context.isControl(m.key) && !v.context.isControl(rest.key)
    ? { group: rest, reference: label }
    : { group: label, ...(rest && { reference: rest }) };
}

/** "Compared with never users, …": what all that the sentence says is held against. */
function opening(v: View, own: Mention): Label | undefined {
  const m = v.mentions.find((x) => x.against && x.kind !== "all" && x.from < 5 && x.to < own.from);
  const opens = m && v.cls[m.to] === "comma" && /^(?:compared|relative|versus|vs)$/.test(norm(v, 0));
  return opens && m.key !== own.key ? labelOf(v, m, "held against") : undefined;
}

/** Mentions right after the value: "0.58 (…) with celudrine", "0.8 for A versus B". */
function followsValue(v: View, d: Draft, m: Mention, end: number): boolean {
  if (m.from <= d.last || m.from >= end || m.from - d.last > 12) return false;
  for (let i = d.last + 1; i < m.from; i++) {
    const over = overBracket(v, i);
    if (over > i) {
      i = over - 1;
      continue;
    }
    const c = v.cls[i]!;
    // "(difference, 9.2 mL; …) compared with the B group"
    if (c === "close" && m.against && (v.cls[i + 1] === "versus" || norm(v, i + 2) === "compared")) continue;
    if (
      c === "semi" ||
      c === "comma" ||
      c === "close" ||
      (c === "and" && m.from - i > 4) ||
      c === "who" ||
      (c === "verb" && norm(v, i) !== "compared")
    )
      return false;
  }
  return true;
}

/** "The A group had less pain (−1.2 …) compared with the B group": the one other group that the clause names before the effect. */
function subjectBefore(v: View, d: Draft, not: Mention): Label | undefined {
  const start = clauseStart(v, d.first);
  const before = unique(
    v,
    v.mentions.filter((m) => m.from >= start && m.to <= d.first && /^(?:noun|arm)$/.test(m.kind)),
  );
  const [m] = before;
  return m && before.length === 1 && !m.against && canonical(v, m.key) !== canonical(v, not.key)
    ? labelOf(v, m, "named before the effect")
    : undefined;
}

function valueBeforeLabel(v: View, g: Grouping, k: number, not: string): Label | undefined {
  for (let j = k - 1; j >= 0; j--) {
    const l = g.labels[j];
    if (l && canonical(v, l.key) !== canonical(v, not)) return l;
  }
  return undefined;
}

/** A label and the value it was found for. */
type Found = Label & { readonly of: number };

/** The two last values before the effect that have different labels. */
function valuesBefore(v: View, g: Grouping, k: number): Sides | undefined {
  const start = clauseStart(v, v.drafts[k]!.first);
  const last: Found[] = [];
  for (let j = k - 1; j >= 0 && last.length < 2; j--) {
    const d = v.drafts[j]!;
    if (d.kind === "effect") {
      if (last.length) break;
      continue;
    }
    if (d.first < start && last.length === 0) break;
    const l = g.labels[j];
    if (!l) continue;
    if (last.some((x) => canonical(v, x.key) === canonical(v, l.key))) continue;
    last.unshift({ ...l, of: j });
  }
  if (last.length < 2) return undefined;
  const [a, b] = last as [Found, Found];
  const side = exposedSide(v, k, a.of, b.of);
  if (side && v.context.isControl(a.key) === v.context.isControl(b.key))
    return side > 0 ? { group: a, reference: b } : { group: b, reference: a };
  // what the sentence is about goes before the arm it leaves unsaid
  const led = b.span !== undefined && b.span.from < v.drafts[a.of]!.first;
  if (!a.span && led && !v.context.isControl(b.key) && /other arm/.test(a.because))
    return { group: b, reference: a };
  return controlOf(v, a, b) || falls(v, k, last) ? { group: b, reference: a } : { group: a, reference: b };
}

/** "94.4% v 98.5% (difference, -4.1)" and "98.5% v 94.4% (difference, -4.1)": a minus sign tells which was taken from which. */
function falls(v: View, k: number, pair: readonly Found[]): boolean {
  const d = v.drafts[k]!;
  if (d.measure !== "RD" && d.measure !== "MD") return false;
  // "fell by 15 in the A group and by 4 in the B group (difference, -11)"
  const { first } = v.drafts[pair[0]!.of]!;
  for (let i = clauseStart(v, first); i < first; i++) if (FELL.test(norm(v, i))) return false;
  const [a, b, e] = [valueOf(v, pair[0]!.of), valueOf(v, pair[1]!.of), valueOf(v, k)];
  return a !== undefined && b !== undefined && e !== undefined && e < 0 && Math.abs(a - b + e) <= 0.02 * -e;
}

const FELL = /^(?:decreas|reduc|fell$|declin|los[st]|drop)/;

/** True when the first of two labels is the control and the second is not. */
function controlOf(v: View, a: { key: string }, b: { key: string }): boolean {
  if (v.context.isControl(a.key) !== v.context.isControl(b.key)) return v.context.isControl(a.key);
  // an add-on is tried against what it is added to
  const [x, y] = [canonical(v, a.key).split(" "), canonical(v, b.key).split(" ")];
  return y.length > x.length && x.every((w) => y.includes(w));
}

function inSentence(v: View, g: Grouping, k: number): Sides | undefined {
  const d = v.drafts[k]!;
  const start = clauseStart(v, d.first);
  const seen = new Set<string>();
  const ms = v.mentions.filter((m) => {
    if (
      m.kind === "all" ||
      m.to > d.first ||
      m.from < start ||
      (m.kind === "people" && !m.against && !known(v, m))
    )
      return false;
    const key = canonical(v, m.key);
    return !seen.has(key) && seen.add(key);
  });
  const [one, two] = ms;
  // "with A 10 and 25 mg versus placebo": two doses are no sides of each other
  const doses = two && isDose(v, two.label) && !ms.some((m) => m.against || v.context.isControl(m.key));
  if (
    ms.length === 2 &&
    !doses &&
    (ms.some((m) => m.against) ||
      ms.every((m) => known(v, m)) ||
      // "in the intervention and control groups"
      (two!.kind === "noun" && /s$/.test(norm(v, two!.to - 1)) && coupled(v, one!.to, two!.from)))
  )
    return sides(v, ms);
  // "with A vs B, there were more X and Y responders": the two that "versus" joins
  const held = ms.filter((m) => m.against);
  const own = held.length === 1 ? ms[ms.indexOf(held[0]!) - 1] : undefined;
  if (ms.length > 2 && own && own.from < 3 && v.cls[own.to] === "versus" && held[0]!.from <= own.to + 2)
    return sides(v, [own, held[0]!]);
  const [only] = ms;
  // "in the early-start group": named as a group, though nothing else is known of the document's groups
  if (
    only?.kind === "noun" &&
    ms.length === 1 &&
    !only.against &&
    !known(v, only) &&
    !v.context.experimental &&
    /^(?:group|arm|cohort)$/.test(norm(v, only.to - 1)) &&
    (!adjusted(v) || v.line.partner[only.to]! > d.first)
  )
    return { group: labelOf(v, only, "named in the sentence") };
  if (ms.length === 1 && known(v, ms[0]!)) {
    const m = ms[0]!;
    const rest = counterpart(v, m.key).reference;
    if (!rest) return undefined;
    return v.context.isControl(m.key) && !v.context.isControl(rest.key)
      ? { group: rest, reference: labelOf(v, m, "named in the sentence") }
      : { group: labelOf(v, m, "named in the sentence"), reference: rest };
  }
  return undefined;
}

function sides(v: View, pair: readonly Mention[]): Sides {
  const [a, b] = inOrder(pair).map((m) => labelOf(v, m, "compared in the sentence")) as [Label, Label];
  const against = pair.some((m) => m.against);
  return !against && controlOf(v, a, b) ? { group: b, reference: a } : { group: a, reference: b };
}

function arms(v: View): Sides | undefined {
  const { experimental, control } = v.context;
  if (!experimental || !control) return undefined;
  const because = "the document's two arms";
  return {
    group: { text: experimental.label, key: experimental.key, because },
    reference: { text: control.label, key: control.key, because },
  };
}
