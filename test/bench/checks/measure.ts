/** Which published statements are flagged at each strictness, and what becomes of errors that are put into them. */
import { check } from "../../../server/src/check/check.js";
import { Context } from "../../../server/src/check/context.js";
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
  /** What balanced strictness says, to be read by a person; never for docs/. */
  readonly finding: Finding | undefined;
  readonly context: string;
}

/** What balanced strictness does with an error: warns, hints, says nothing, or never has the number because it is read otherwise. */
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
  readonly fate: Fate;
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

const findingsOf = (reading: Reading): Findings =>
  new Map(STRICTNESSES.map((strictness) => [strictness, check(reading, {}, { strictness })]));

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;

interface Subject {
  readonly statement: Statement;
  readonly fields: readonly string[];
}

/** @param families those that are measured, all by default */
export function measure(documents: readonly string[], families: readonly Family[] = FAMILIES): Curve {
  const published: Published[] = [];
  const seeded: Seeded[] = [];
  const random = lehmer(20261122);
  const last = new Map<string, Statement>();
  let statements = 0;
  documents.forEach((text, document) => {
    const reading = read(text, {});
    statements += reading.statements.length;
    const context = new Context(reading);
    const findings = findingsOf(reading);
    for (const family of families) {
      const subjects = subjectsOf(family, context);
      for (const subject of subjects) {
        const { statement } = subject;
        const neighbours = {
          other: pick(subjects, statement, random) ?? last.get(family.name),
          arm: armOf(statement, subjects, reading),
        };
        last.set(family.name, statement);
        published.push({ document, ...publishedOf(statement, family, findings, text) });
        for (const error of seed(subject, family, neighbours, context, random))
          seeded.push({ document, ...error });
      }
    }
  });
  return { published, seeded, documents: documents.length, statements };
}

function publishedOf(
  { id }: Statement,
  { name, rules }: Family,
  findings: Findings,
  text: string,
): Omit<Published, "document"> {
  const own = (strictness: Strictness): Finding | undefined =>
    findings.get(strictness)!.find((f) => loud(f) && rules.includes(f.rule) && f.statements.includes(id));
  const finding = own("balanced");
  const { start, end } = finding?.range ?? { start: 0, end: 0 };
  return {
    family: name,
    flagged: new Set(STRICTNESSES.filter((strictness) => own(strictness) !== undefined)),
    finding,
    context: finding === undefined ? "" : text.slice(Math.max(0, start - 350), end + 150),
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

function* seed(
  { statement, fields }: Subject,
  family: Family,
  neighbours: Neighbours,
  context: Context,
  random: Random,
): Iterable<Omit<Seeded, "document">> {
  const { reading } = context;
  for (const [kind, make] of Object.entries(SEEDS)) {
    const edits = make(statement, fields, neighbours, random);
    if (edits.length === 0) continue;
    const after = read(edited(reading.text, edits), {}, reading);
    const place = placeOf(statement.range, edits);
    const findings = findingsOf(after);
    const here = (strictness: Strictness): Finding[] =>
      findings.get(strictness)!.filter((f) => family.rules.includes(f.rule) && overlaps(f.range, place));
    const balanced = here("balanced");
    yield {
      family: family.name,
      kind,
      field: edits[0]!.field,
      detectable: edits.some(
        (edit) => !family.agree(altered(edit.statement, edit.field, edit.text), context),
      ),
      found: new Set(STRICTNESSES.filter((strictness) => here(strictness).some(loud))),
      fate: balanced.some(loud)
        ? "found"
        : balanced.length > 0
          ? "hint"
          : edits.every((edit) => isRead(edit, after, place))
            ? "silent"
            : "misread",
      change: edits.map((e) => `${e.field} ${e.statement.literal[e.field] ?? ""} → ${e.text}`).join(", "),
      explanations: balanced.flatMap(({ explanations }) => explanations),
      context: after.text.slice(Math.max(0, place.start - 150), place.end + 80),
    };
  }
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
