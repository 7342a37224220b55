/** What the whole document says that the binding of any one sentence needs: abbreviations, arms, the protocol's outcomes. */
import type { Term } from "../../options.js";
import { ENDPOINTS, ENDPOINT_TABLE, type Endpoint } from "../lexicon/endpoints.js";
import { GROUP_NOUNS } from "../lexicon/grammar.js";
import { Phrases } from "../lexicon/phrases.js";
import { lineOf } from "../line.js";
import type { Definition } from "./abbreviations.js";
import { isControl, type Arm, type ArmFacts } from "./arms.js";
import { canonicaliser, expand, type LongForms } from "./canonical.js";
import { entriesOf } from "./entries.js";

export interface Context {
  /** The arms of the main comparison, in the order in which the document names them; empty where it names none. */
  readonly arms: readonly Arm[];
  readonly experimental?: Arm;
  readonly control?: Arm;
  /** Finds an arm's name in a sentence. */
  readonly armNames: Phrases<Arm> | undefined;
  /** Long forms of abbreviations, in lower case: a phrase that is one is not narrowed. */
  readonly longForms: ReadonlySet<string>;
  /** The key of the arm that a label's key means, where that is plain; else the key itself. */
  readonly canonical: (key: string) => string;
  /** Whether the arm that a label means is the control. */
  readonly isControl: (key: string) => boolean;
  /** Outcomes beyond the lexicon: abbreviations that the document defines and the protocol's outcomes. */
  readonly endpoints: Phrases<Endpoint> | undefined;
  /** All phrases above with what they mean: contexts of the same arms differ only for sentences that have a phrase in which these differ. */
  readonly entries: ReadonlyMap<string, string>;
}

export const NO_CONTEXT: Context = {
  arms: [],
  armNames: undefined,
  longForms: new Set(),
  canonical: (key) => key,
  isControl,
  endpoints: undefined,
  entries: new Map(),
};

/** What one sentence contributes. */
export interface Facts {
  readonly definitions: readonly Definition[];
  readonly arms: ArmFacts;
}

export function contextOf(facts: readonly Facts[], terms: readonly Term[], groups: readonly Term[]): Context {
  const abbreviations = new Map<string, string>();
  for (const f of facts)
    for (const { short, long } of f.definitions)
      if (!abbreviations.has(short)) abbreviations.set(short, long.toLowerCase());
  const longForms: LongForms = new Map(
    [...abbreviations].map(([short, long]) => [short.toLowerCase(), long]),
  );
  const arms = mainArms(facts, longForms);
  const named = [
    ...arms,
    ...otherArms(facts, arms),
    ...groups.flatMap((g) => namesOf(g).map((label) => ({ label, key: label.toLowerCase() }))),
  ];
  const [experimental, control] = roles(arms);
  const extra = endpointRows(abbreviations, terms);
  const canonical = canonicaliser(arms, longForms);
  const names = named.map((a) => [a, variants(a, abbreviations)] as const);
  return {
    arms,
    ...(experimental && { experimental }),
    ...(control && { control }),
    armNames: names.length ? new Phrases(names) : undefined,
    longForms: new Set(abbreviations.values()),
    canonical,
    isControl: (k) =>
      isControl(k) || (control !== undefined && isControl(control.key) && canonical(k) === control.key),
    endpoints: extra.length ? new Phrases(extra) : undefined,
    entries: entriesOf(names, abbreviations, extra),
  };
}

const namesOf = (t: Term): string[] => [t.label, ...t.synonyms];

const WEIGHT = { assigned: 4, sized: 5, counted: 4, listed: 2, compared: 3 } as const;

type List = { readonly weight: number; readonly arms: readonly Arm[] };

/** The list of arms that the rest of the document confirms most. */
function mainArms(facts: readonly Facts[], longForms: LongForms): Arm[] {
  const keyed = (a: Arm): Arm => ({ ...a, key: expand(a.key, longForms) });
  const lists: List[] = facts.flatMap((f) =>
    f.arms.lists.map((l) => ({ weight: WEIGHT[l.cue], arms: l.arms.map(keyed) })),
  );
  const named = new Map<string, { arm: Arm; count: number }>();
  for (const f of facts)
    for (const a of f.arms.named.map(keyed)) {
      const known = named.get(a.key);
      if (known) known.count++;
      else named.set(a.key, { arm: a, count: 1 });
    }
  const often = [...named.values()].filter((x) => x.count > 1).sort((a, b) => b.count - a.count);
  if (often.length >= 2 && (often.length === 2 || often[1]!.count > often[2]!.count)) {
    const inOrder = [...named.values()].filter((x) => x === often[0] || x === often[1]);
    lists.push({ weight: 3, arms: inOrder.map((x) => x.arm) });
  }
  const best = bestList(withoutParts(lists, named.keys()), named);
  if (!best) return [];
  const arms = best.arms.filter((a, i) => best.arms.findIndex((x) => x.key === a.key) === i);
  const same = canonicaliser(arms, longForms);
  const size = new Map<string, number>();
  for (const l of lists)
    for (const a of l.arms) if (a.n !== undefined && !size.has(same(a.key))) size.set(same(a.key), a.n);
  const short = shorter(lists, arms, same);
  return arms.map(({ label, key }, i): Arm => {
    const n = size.get(key);
    return { label: short?.[i] ?? label, key, ...(n !== undefined && { n }) };
  });
}

/** "the A, B, and C group" and "the B and C group" are arms of several drugs each: a list that takes one of the drugs for an arm is left out. */
function withoutParts(lists: readonly List[], named: Iterable<string>): readonly List[] {
  const keys = new Set([...named, ...lists.slice(0, 40).flatMap((l) => l.arms.map((a) => a.key))]);
  const compounds = [...keys]
    .filter((k) => / and /.test(k))
    .slice(0, 12)
    .map((k) => new Set(k.split(" ")));
  if (compounds.length < 2) return lists;
  const part = (key: string): boolean => {
    const words = key.split(" ");
    const within = compounds.filter((c) => c.size > words.length && words.every((w) => c.has(w)));
    return within.length > 1 && !words.includes("and");
  };
  const left = lists.filter((l) => !l.arms.some((a) => part(a.key)));
  return left.length ? left : lists;
}

/** The labels of another list that means the same arms in fewer words. */
function shorter(
  lists: readonly List[],
  arms: readonly Arm[],
  same: (key: string) => string,
): string[] | undefined {
  if (Math.max(...arms.map((a) => a.key.split(" ").length)) < 4) return undefined;
  const found = lists.find(
    (l) =>
      l.arms.length === arms.length &&
      arms.every((a) =>
        l.arms.some((b) => same(b.key) === a.key && b.key.split(" ").length <= a.key.split(" ").length),
      ) &&
      l.arms.some((b) => !arms.some((a) => a.key === b.key)),
  );
  return found && arms.map((a) => found.arms.find((b) => same(b.key) === a.key)!.label);
}

/** Names that any trial's arms could have: a document's own names go before them. */
const GENERIC = new Set([
  "experimental",
  "intervention",
  "treatment",
  "control",
  "active",
  "1",
  "2",
  "a",
  "b",
]);

function bestList(lists: readonly List[], named: ReadonlyMap<string, { count: number }>): List | undefined {
  const votes = new Map<string, number>();
  for (const l of lists) for (const a of l.arms) votes.set(a.key, (votes.get(a.key) ?? 0) + l.weight);
  for (const [key, { count }] of named) votes.set(key, (votes.get(key) ?? 0) + Math.min(4, count));
  let best: List | undefined;
  let most = 0;
  for (const l of lists.slice(0, 400)) {
    const keys = new Set(l.arms.map((a) => a.key));
    if (keys.size < 2 || keys.size > 5) continue;
    const support = [...keys].map((k) => Math.min(12, votes.get(k)!));
    const generic = [...keys].some((k) => GENERIC.has(k)) ? 3 : 0;
    const controls = l.arms.filter((a) => isControl(a.key)).length;
    const contrast = controls > 0 && controls < l.arms.length ? 3 : 0;
    const score =
      contrast + l.weight + support.reduce((a, b) => a + b, 0) / keys.size + Math.min(...support) - generic;
    if (score > most) {
      most = score;
      best = l;
    }
  }
  if (!best || most < 6) return undefined;
  const keys = best.arms.map((a) => a.key);
  return (
    lists.find(
      (l) =>
        l.weight === WEIGHT.assigned &&
        l.arms.length > keys.length &&
        l.arms.length <= 5 &&
        keys.every((k) => l.arms.some((a) => a.key === k)),
    ) ?? best
  );
}

/** Arms of other lists: named, but not of the main comparison. */
function otherArms(facts: readonly Facts[], main: readonly Arm[]): Arm[] {
  const seen = new Set(main.map((a) => a.key));
  const out: Arm[] = [];
  for (const f of facts)
    for (const l of f.arms.lists)
      for (const a of l.cue === "compared" ? [] : l.arms)
        if (!seen.has(a.key) && out.length < 40 && a.key.split(" ").length <= 5) {
          seen.add(a.key);
          out.push(a);
        }
  return out;
}

function variants(a: Arm, abbreviations: ReadonlyMap<string, string>): string[] {
  const out = new Set([a.key]);
  const words = lineOf(a.label).tokens.map((t) => t.norm);
  const printed = words.join(" ");
  out.add(printed);
  if (GROUP_NOUNS.has(words.at(-1)!) || words.at(-1) === "patients") out.add(words.slice(0, -1).join(" "));
  if (words[0] === "dietary" || words[0] === "oral" || words[0] === "adjuvant")
    out.add(words.slice(1).join(" "));
  // "tarvenib plus olvadine" is also written "tarvenib-olvadine"
  const pair = words.filter((w) => w !== "plus" && w !== "and" && w !== "+");
  if (pair.length === 2 && words.length === 3)
    for (const sign of ["-", "–", "/", "+"]) {
      out.add(pair.join(sign));
      out.add(pair.join(` ${sign} `));
    }
  for (const [short, long] of abbreviations) {
    if (long === a.key || long === printed) out.add(short.toLowerCase());
    if (short.toLowerCase() === a.key) out.add(long);
  }
  return [...out].filter((s) => s.length > 1);
}

/** The control is the arm whose name says so; of two arms otherwise the second. */
function roles(arms: readonly Arm[]): [Arm | undefined, Arm | undefined] {
  if (arms.length !== 2) return [undefined, undefined];
  const [a, b] = arms as [Arm, Arm];
  const first = isControl(a.key);
  const second = isControl(b.key);
  return first && !second ? [b, a] : [a, b];
}

function endpointRows(
  abbreviations: ReadonlyMap<string, string>,
  terms: readonly Term[],
): (readonly [Endpoint, readonly string[]])[] {
  const rows: (readonly [Endpoint, readonly string[]])[] = [];
  for (const t of terms) {
    const known = ENDPOINT_TABLE.find(([e]) => e.code === t.code)?.[0];
    rows.push([
      known ?? { code: t.code, timeToEvent: false },
      namesOf(t).map((s) =>
        lineOf(s)
          .tokens.map((x) => x.norm)
          .join(" "),
      ),
    ]);
  }
  for (const [short, long] of abbreviations) {
    const line = lineOf(long);
    const found = ENDPOINTS.at(line, 0);
    if (found && found.end === line.tokens.length) rows.push([found.value, [short.toLowerCase()]]);
  }
  return rows;
}
