/** How far two reviewers agree, with the counts behind every figure. */
import type { Decision } from "./annotations.js";
import { FIELDS, fieldsOf, type Field } from "./fields.js";
import { keeps, type Pair } from "./pairing.js";

/** Cohen's kappa (1960), unweighted. */
export interface Kappa {
  /** Pairs that both judged. */
  readonly n: number;
  readonly agreed: number;
  /** Pairs expected to agree by chance. */
  readonly expected: number;
  /** (agreed − expected) / (n − expected); null where chance alone would make all agree, or nothing was judged. */
  readonly kappa: number | null;
}

export interface FieldAgreement extends Kappa {
  readonly field: Field;
}

export interface Agreement {
  /** Statements that were kept: by both with the same numbers, and by one alone. */
  readonly statements: {
    readonly both: number;
    readonly onlyA: number;
    readonly onlyB: number;
    /** Positive specific agreement, 2 both / (2 both + onlyA + onlyB); null where nobody kept any. */
    readonly f1: number | null;
  };
  /** Of statements that the program proposed to both: accepted, corrected or rejected. */
  readonly decisions: Kappa & {
    /** A's decision → B's decision → number of pairs. */
    readonly table: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  /** All fields together: agreed and expected pairs summed over the fields (De Vries et al. 2008). */
  readonly fields: Kappa;
  /** Each field over the pairs that both keep and of which one at least has the field. */
  readonly byField: readonly FieldAgreement[];
}

/** Of the pairs of one document, or of many documents one after the other. */
export function agreementOf(pairs: readonly Pair[]): Agreement {
  const byField = FIELDS.flatMap((field): FieldAgreement[] => {
    const kappa = kappaOf(fieldValues(pairs, field));
    return kappa.n === 0 ? [] : [{ field, ...kappa }];
  });
  const sum = (key: "n" | "agreed" | "expected"): number =>
    byField.reduce((total, kappa) => total + kappa[key], 0);
  return {
    statements: statementAgreement(pairs),
    decisions: decisionAgreement(pairs),
    fields: withKappa(sum("n"), sum("agreed"), sum("expected")),
    byField,
  };
}

/** @param judged what each of the two said of one thing */
export function kappaOf(judged: readonly (readonly [string, string])[]): Kappa {
  const n = judged.length;
  const [byA, byB] = [new Map<string, number>(), new Map<string, number>()];
  let agreed = 0;
  for (const [a, b] of judged) {
    if (a === b) agreed++;
    byA.set(a, (byA.get(a) ?? 0) + 1);
    byB.set(b, (byB.get(b) ?? 0) + 1);
  }
  const chance = [...byA].reduce((sum, [value, times]) => sum + times * (byB.get(value) ?? 0), 0);
  return withKappa(n, agreed, n === 0 ? 0 : chance / n);
}

function withKappa(n: number, agreed: number, expected: number): Kappa {
  return { n, agreed, expected, kappa: n - expected > 1e-9 ? (agreed - expected) / (n - expected) : null };
}

function statementAgreement(pairs: readonly Pair[]): Agreement["statements"] {
  let [both, onlyA, onlyB] = [0, 0, 0];
  for (const { category, a, b } of pairs) {
    const keptA = a !== null && keeps(a.entry);
    const keptB = b !== null && keeps(b.entry);
    if (keptA && keptB && category !== "different") both++;
    else {
      if (keptA) onlyA++;
      if (keptB) onlyB++;
    }
  }
  const all = 2 * both + onlyA + onlyB;
  return { both, onlyA, onlyB, f1: all === 0 ? null : (2 * both) / all };
}

const PROPOSED = ["accepted", "corrected", "rejected"] as const satisfies readonly Decision[];

function decisionAgreement(pairs: readonly Pair[]): Agreement["decisions"] {
  const judged = pairs.flatMap(({ a, b }): (readonly [string, string])[] =>
    a === null || b === null || a.entry.decision === "added" || b.entry.decision === "added"
      ? []
      : [[a.entry.decision, b.entry.decision]],
  );
  const count = (byA: string, byB: string): number =>
    judged.filter(([a, b]) => a === byA && b === byB).length;
  const table = Object.fromEntries(
    PROPOSED.map((byA) => [byA, Object.fromEntries(PROPOSED.map((byB) => [byB, count(byA, byB)]))]),
  );
  return { ...kappaOf(judged), table };
}

function fieldValues(pairs: readonly Pair[], field: Field): (readonly [string, string])[] {
  return pairs.flatMap(({ a, b }): (readonly [string, string])[] => {
    if (a === null || b === null || !keeps(a.entry) || !keeps(b.entry)) return [];
    const [x, y] = [fieldsOf(a.entry.statement)[field], fieldsOf(b.entry.statement)[field]];
    return x === null && y === null ? [] : [[JSON.stringify(x), JSON.stringify(y)]];
  });
}
