/** Shares of published statements that are flagged, and of seeded errors that are found, at each strictness. */
import { check } from "../../../server/src/check/check.js";
import type { Finding, Range, Statement } from "../../../server/src/extraction.js";
import type { Strictness } from "../../../server/src/options.js";
import { read } from "../../../server/src/recognise/read.js";
import type { Reading } from "../../../server/src/recognise/reading.js";
import type { Family } from "./families.js";
import { FAMILIES } from "./families.js";
import type { Edit, Neighbours, Random } from "./seeds.js";
import { edited, lehmer, SEEDS } from "./seeds.js";

export const STRICTNESSES: readonly Strictness[] = ["strict", "balanced", "lenient"];

export interface Share {
  count: number;
  of: number;
}

export interface Point {
  /** Published statements with a warning or error of the family's rules. */
  readonly flagged: Share;
  /** By kind of error: those after which the family's rules warn. */
  readonly found: Map<string, Share>;
  /** The same where any rule's warning counts. */
  readonly foundByAny: Map<string, Share>;
}

/** A published statement that is flagged at balanced strictness, to be read by a person. */
export interface Flagged {
  readonly document: number;
  readonly family: string;
  readonly finding: Finding;
  readonly context: string;
}

export interface Curve {
  readonly points: Map<string, Map<Strictness, Point>>;
  readonly flagged: readonly Flagged[];
  readonly documents: number;
  readonly statements: number;
}

const loud = ({ severity }: Finding): boolean => severity === "error" || severity === "warning";

type Findings = ReadonlyMap<Strictness, readonly Finding[]>;

const findingsOf = (reading: Reading): Findings =>
  new Map(STRICTNESSES.map((strictness) => [strictness, check(reading, {}, { strictness }).filter(loud)]));

const overlaps = (a: Range, b: Range): boolean => a.start < b.end && a.end > b.start;

interface Subject {
  readonly statement: Statement;
  readonly fields: readonly string[];
}

export function measure(documents: readonly string[]): Curve {
  const points = new Map(
    FAMILIES.map(({ name }) => [name, new Map(STRICTNESSES.map((s) => [s, emptyPoint()]))]),
  );
  const flagged: Flagged[] = [];
  const random = lehmer(20261122);
  const last = new Map<string, Statement>();
  let statements = 0;
  documents.forEach((text, document) => {
    const reading = read(text, {});
    statements += reading.statements.length;
    const byId = new Map(reading.statements.map((s) => [s.id, s]));
    const findings = findingsOf(reading);
    for (const family of FAMILIES) {
      const subjects = subjectsOf(family, reading, byId);
      for (const subject of subjects) {
        const { statement } = subject;
        const neighbours = {
          other: pick(subjects, statement, random) ?? last.get(family.name),
          arm: armOf(statement, subjects, reading),
        };
        last.set(family.name, statement);
        const at = points.get(family.name)!;
        for (const strictness of STRICTNESSES) {
          const { flagged: share } = at.get(strictness)!;
          const own = findings
            .get(strictness)!
            .find((f) => family.rules.includes(f.rule) && f.statements.includes(statement.id));
          share.of += 1;
          if (own === undefined) continue;
          share.count += 1;
          if (strictness === "balanced")
            flagged.push({
              document,
              family: family.name,
              finding: own,
              context: text.slice(Math.max(0, own.range.start - 350), own.range.end + 150),
            });
        }
        seed(subject, family, neighbours, reading, at, random);
      }
    }
  });
  return { points, flagged, documents: documents.length, statements };
}

function emptyPoint(): Point {
  const none = (): Map<string, Share> =>
    new Map(Object.keys(SEEDS).map((name) => [name, { count: 0, of: 0 }]));
  return { flagged: { count: 0, of: 0 }, found: none(), foundByAny: none() };
}

function subjectsOf(
  family: Family,
  { statements }: Reading,
  byId: ReadonlyMap<string, Statement>,
): Subject[] {
  return statements.flatMap((statement) => {
    if (statement.section === "references" || statement.section === "boilerplate") return [];
    const fields = family.fields(statement, (id) => byId.get(id));
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

function seed(
  { statement, fields }: Subject,
  family: Family,
  neighbours: Neighbours,
  reading: Reading,
  at: ReadonlyMap<Strictness, Point>,
  random: Random,
): void {
  for (const [name, make] of Object.entries(SEEDS)) {
    const edits = make(statement, fields, neighbours, random);
    if (edits.length === 0) continue;
    const after = findingsOf(read(edited(reading.text, edits), {}, reading));
    const place = placeOf(statement.range, edits);
    for (const [strictness, point] of at) {
      const here = after.get(strictness)!.filter(({ range }) => overlaps(range, place));
      count(
        point.found,
        name,
        here.some(({ rule }) => family.rules.includes(rule)),
      );
      count(point.foundByAny, name, here.length > 0);
    }
  }
}

function count(shares: Map<string, Share>, name: string, yes: boolean): void {
  const share = shares.get(name)!;
  share.of += 1;
  if (yes) share.count += 1;
}

/** Where a statement and all that was edited stand afterwards. */
function placeOf(range: Range, edits: readonly Edit[]): Range {
  const longer = edits.reduce((sum, edit) => sum + edit.text.length - (edit.range.end - edit.range.start), 0);
  return {
    start: Math.min(range.start, ...edits.map((edit) => edit.range.start)),
    end: Math.max(range.end, ...edits.map((edit) => edit.range.end)) + Math.max(0, longer),
  };
}
