/** Which published statements are flagged at each strictness, and what becomes of errors that are put into them. */
import { check } from "../../../server/src/check/check.js";
import { Context } from "../../../server/src/check/context.js";
import { RULES } from "../../../server/src/check/rules.js";
import type { Finding, Range, Statement } from "../../../server/src/extraction.js";
import type { Strictness } from "../../../server/src/options.js";
import { read } from "../../../server/src/recognise/read.js";
import type { Reading } from "../../../server/src/recognise/reading.js";
import { altered } from "./arithmetic.js";
import type { Family } from "./families.js";
import { FAMILIES } from "./families.js";
import type { Edit, Neighbours, Random } from "./seeds.js";
import { edited, lehmer, SEEDS } from "./seeds.js";

export const STRICTNESSES: readonly Strictness[] = ["strict", "balanced", "lenient"];

/** A statement as it was published. */
export interface Published {
  readonly family: string;
  readonly document: number;
  /** Where the family's rules warn. */
  readonly flagged: ReadonlySet<Strictness>;
  /** What is said, to be read by a person; never for docs/. */
  readonly findings: ReadonlyMap<Strictness, Finding>;
  readonly context: string;
}

/** What becomes of an error at a strictness: it warns, hints, says nothing, or never has the number because it is read otherwise. */
export type Fate = "found" | "hint" | "silent" | "misread";

/** An error put into a statement. */
export interface Seeded {
  readonly family: string;
  readonly document: number;
  /** Its name in `SEEDS`. */
  readonly kind: string;
  /** The number that was altered. */
  readonly field: string;
  /** Whether the numbers can't be true together any more, whatever was rounded. */
  readonly detectable: boolean;
  /** Where the family's rules warn. */
  readonly found: ReadonlySet<Strictness>;
  readonly fates: ReadonlyMap<Strictness, Fate>;
  /** What was changed into what, and the words around it. */
  readonly change: string;
  readonly explanations: readonly string[];
  readonly context: string;
}

export interface Curve {
  readonly published: readonly Published[];
  readonly seeded: readonly Seeded[];
  readonly documents: number;
  readonly statements: number;
}

const loud = ({ severity }: Finding): boolean => severity === "error" || severity === "warning";

type Findings = ReadonlyMap<Strictness, readonly Finding[]>;

/** @param rules the only ones that are run */
const findingsOf = (reading: Reading, rules: readonly string[]): Findings => {
  const off = RULES.filter(({ id }) => !rules.includes(id)).map(({ id }) => [id, "off"] as const);
  const severities = Object.fromEntries(off);
  return new Map(STRICTNESSES.map((strictness) => [strictness, check(reading, severities, { strictness })]));
};

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;

interface Subject {
  readonly statement: Statement;
  readonly fields: readonly string[];
}

export interface What {
  /** All by default. */
  readonly families?: readonly Family[];
  /** Kinds of errors, by their names in `SEEDS`; all by default. */
  readonly kinds?: readonly string[];
}

/**
 * What is drawn for a statement depends on the statement alone, so that figures move because the product did and not because another
 * statement is read.
 */
export function measure(
  documents: readonly string[],
  { families = FAMILIES, kinds = Object.keys(SEEDS) }: What = {},
): Curve {
  const published: Published[] = [];
  const seeded: Seeded[] = [];
  const last = new Map<string, Statement>();
  let statements = 0;
  documents.forEach((text, document) => {
    const reading = read(text, {});
    statements += reading.statements.length;
    const context = new Context(reading);
    for (const family of families) {
      const subjects = subjectsOf(family, context);
      if (subjects.length === 0) continue;
      const findings = findingsOf(reading, family.rules);
      for (const subject of subjects) {
        const { statement } = subject;
        const random = lehmer(`${family.name} ${String(document)} ${statement.id}`);
        const neighbours = {
          other: pick(subjects, statement, random) ?? last.get(family.name),
          arm: armOf(statement, subjects, reading),
        };
        last.set(family.name, statement);
        published.push({ document, ...publishedOf(statement, family, findings, text) });
        for (const kind of kinds) {
          for (const edits of drawn(kind, subject, neighbours, random))
            seeded.push({ document, ...outcomeOf(kind, edits, subject, family, context) });
        }
      }
    }
  });
  return { published, seeded, documents: documents.length, statements };
}

function publishedOf(
  { id, range }: Statement,
  { name }: Family,
  findings: Findings,
  text: string,
): Omit<Published, "document"> {
  const own = new Map<Strictness, Finding>();
  for (const [strictness, all] of findings) {
    const finding = all.find((f) => loud(f) && f.statements.includes(id));
    if (finding !== undefined) own.set(strictness, finding);
  }
  const { start, end } = [...own.values()][0]?.range ?? range;
  return {
    family: name,
    flagged: new Set(own.keys()),
    findings: own,
    context: own.size === 0 ? "" : text.slice(Math.max(0, start - 350), end + 150),
  };
}

function subjectsOf(family: Family, context: Context): Subject[] {
  return context.statements.flatMap((statement) => {
    const fields = family.fields(statement, (id) => context.byId(id));
    return fields === null ? [] : [{ statement, fields }];
  });
}

function pick(subjects: readonly Subject[], own: Statement, random: Random): Statement | undefined {
  const others = subjects.filter(({ statement }) => statement !== own);
  return others[Math.floor(random() * others.length)]?.statement;
}

/** The next statement of the family in the same sentence, of another group. */
function armOf(
  statement: Statement,
  subjects: readonly Subject[],
  { sentences }: Reading,
): Statement | undefined {
  const sentence = sentences.find(
    ({ start, end }) => start <= statement.range.start && statement.range.start < end,
  );
  if (sentence === undefined) return undefined;
  const index = subjects.findIndex((s) => s.statement === statement);
  const next = subjects[index + 1]?.statement;
  return next !== undefined && next.range.start < sentence.end && next.group?.id !== statement.group?.id
    ? next
    : undefined;
}

/** How often a kind of error is drawn for each statement; all draws count alike. */
const DRAWS: Readonly<Record<string, number>> = { "one wrong digit": 4 };

function drawn(
  kind: string,
  { statement, fields }: Subject,
  neighbours: Neighbours,
  random: Random,
): (readonly Edit[])[] {
  const draws = Array.from({ length: DRAWS[kind] ?? 1 }, () =>
    SEEDS[kind]!(statement, fields, neighbours, random),
  );
  return draws.filter((edits) => edits.length > 0);
}

function outcomeOf(
  kind: string,
  edits: readonly Edit[],
  { statement }: Subject,
  family: Family,
  context: Context,
): Omit<Seeded, "document"> {
  const { reading } = context;
  const after = read(edited(reading.text, edits), {}, reading);
  const place = placeOf(statement.range, edits);
  const findings = findingsOf(after, family.rules);
  const here = (strictness: Strictness): Finding[] =>
    findings.get(strictness)!.filter((f) => overlaps(f.range, place));
  const fates = new Map(
    STRICTNESSES.map((strictness) => [strictness, fateOf(here(strictness), edits, after, place)]),
  );
  return {
    family: family.name,
    kind,
    field: edits[0]!.field,
    detectable: edits.some((edit) => !family.agree(altered(edit.statement, edit.field, edit.text), context)),
    found: new Set(STRICTNESSES.filter((strictness) => fates.get(strictness) === "found")),
    fates,
    change: edits.map((e) => `${e.field} ${e.statement.literal[e.field] ?? ""} → ${e.text}`).join(", "),
    explanations: here("balanced").flatMap(({ explanations }) => explanations),
    context: after.text.slice(Math.max(0, place.start - 150), place.end + 80),
  };
}

function fateOf(here: readonly Finding[], edits: readonly Edit[], after: Reading, place: Range): Fate {
  if (here.some(loud)) return "found";
  if (here.length > 0) return "hint";
  return edits.every((edit) => isRead(edit, after, place)) ? "silent" : "misread";
}

/** Whether a number that was put in is read as one of its kind of statement and field. */
function isRead({ statement, field, text }: Edit, { statements }: Reading, place: Range): boolean {
  return statements.some(
    (s) => s.kind === statement.kind && overlaps(s.range, place) && s.literal[field] === text,
  );
}

/** Where a statement and all that was edited stand afterwards. */
function placeOf(range: Range, edits: readonly Edit[]): Range {
  const longer = edits.reduce((sum, edit) => sum + edit.text.length - (edit.range.end - edit.range.start), 0);
  return {
    start: Math.min(range.start, ...edits.map((edit) => edit.range.start)),
    end: Math.max(range.end, ...edits.map((edit) => edit.range.end)) + Math.max(0, longer),
  };
}
