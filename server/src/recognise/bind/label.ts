/** Labels of groups in a sentence, and the stretch of it that a value speaks for. */
import type { Draft, Span } from "../draft.js";
import { keyOf } from "./labels.js";
import type { Mention } from "./mentions.js";
import type { Run } from "./runs.js";
import { norm, overBracket, textOf, type View } from "./view.js";

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

/** The words of a span as a label. */
export const spanLabel = (v: View, { from, to }: Span, because: string): Label => {
  const span = { from, to };
  return { span, text: textOf(v, span), key: keyOf(v, span), because };
};

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
  /** The one group of all values of the sentence right before. */
  readonly only?: Label;
}

export const takesGroup = (d: Draft): boolean =>
  d.kind !== "effect" && d.kind !== "group-size" && d.kind !== "test";

/** Where the next value starts; the same number may be two statements. */
export function endOf(v: View, k: number): number {
  const { last } = v.drafts[k]!;
  for (let j = k + 1; j < v.drafts.length; j++) if (v.drafts[j]!.first > last) return v.drafts[j]!.first;
  return v.cls.length;
}

export function otherArm(v: View, key: string): Label | undefined {
  const { arms } = v.context;
  const own = canonical(v, key);
  if (arms.length !== 2 || !arms.some((a) => a.key === own)) return undefined;
  const arm = arms.find((a) => a.key !== own)!;
  return { text: arm.label, key: arm.key, because: "the document's other arm" };
}

export const armLabels = (v: View): Label[] =>
  v.context.arms.map((a) => ({ text: a.label, key: a.key, because: "the document's arms in their order" }));

/** "Compared with placebo, tarvenib …": the one held against comes last. */
export function inOrder(ms: readonly Mention[]): Mention[] {
  const [first, ...rest] = ms;
  return first?.against && !rest.some((m) => m.against) ? [...rest, first] : [...ms];
}

export function unique(v: View, ms: readonly Mention[]): Mention[] {
  const seen = new Set<string>();
  return ms.filter((m) => {
    const key = canonical(v, m.key);
    return !seen.has(key) && seen.add(key);
  });
}

/** The mention names an arm of the trial. */
export const knownArm = (v: View, m: Mention): boolean =>
  v.context.arms.some((a) => a.key === canonical(v, m.key));

/** The arm that a label means, where it is plain; else the label itself. */
export function canonical(v: View, key: string): string {
  return v.context.canonical(key);
}

export function rightEnd(v: View, run: Run): number {
  const last = run.members.at(-1)!;
  let end = endOf(v, last);
  // "for women given A (n = 76) and B (n = 73)": the sizes are of the groups named
  for (let k = last + 1; k < v.drafts.length && v.drafts[k]!.first <= end; k++) {
    const d = v.drafts[k]!;
    if (d.first === end && d.kind === "group-size" && v.cls[end - 1] === "open" && v.line.depth[end] === 1)
      end = v.drafts.find((x) => x.first > end)?.first ?? v.cls.length;
  }
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

export function leftStart(v: View, run: Run): number {
  const first = run.members[0]!;
  return first > 0 ? v.drafts[first - 1]!.last + 1 : 0;
}
