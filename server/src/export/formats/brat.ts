/** Documents with their statements in brat's standoff format (http://brat.nlplab.org/standoff.html); offsets are code points. */
import type { GroupRef, OutcomeRef, Range, Statement, StatementKind } from "../../extraction.js";
import type { ReviewedStatement } from "../../review/review.js";
import { intervalOf, pOf, resultOf } from "../manuscript.js";
import type { ReviewSource, Written } from "../source.js";
import { annotatedTexts, type AnnotatedText, type Texts } from "../texts.js";
import { isInside, offsetsOf } from "../units.js";

/** A text and its annotations for each document, and the two files by which brat knows the types. */
export function* toBrat(review: ReviewSource, texts: Texts): Generator<Written> {
  yield { name: "annotation.conf", content: [ANNOTATION_CONF] };
  yield { name: "visual.conf", content: [VISUAL_CONF] };
  const names = new Set<string>();
  for (const document of annotatedTexts(review, texts)) {
    const name = fileName(document.path, names);
    yield { name: `${name}.txt`, content: [document.text] };
    yield { name: `${name}.ann`, content: [annotationsOf(document)] };
  }
}

const TYPES: Readonly<Record<StatementKind, string>> = {
  effect: "Effect",
  median: "Median",
  mean: "Mean",
  landmark: "Rate",
  proportion: "Proportion",
  "group-size": "GroupSize",
  "p-value": "PValue",
  test: "Test",
  other: "Other",
};

const STATEMENT = `<STATEMENT>=${Object.values(TYPES).join("|")}`;

const ANNOTATION_CONF = `# Types of Outcome Lens: statements, with their outcome, group and comparator.
[entities]
${Object.values(TYPES).join("\n")}
Outcome
Group

[relations]
${STATEMENT}
HasOutcome\tArg1:<STATEMENT>, Arg2:Outcome
HasGroup\tArg1:<STATEMENT>, Arg2:Group
HasReference\tArg1:<STATEMENT>, Arg2:Group

[events]

[attributes]
${STATEMENT}
Decision\tArg:<STATEMENT>, Value:accepted|rejected|corrected|added
`;

const VISUAL_CONF = `[labels]
GroupSize | Group size | Size
PValue | p-value | p
HasOutcome | outcome
HasGroup | group
HasReference | compared with

[drawing]
SPAN_DEFAULT\tfgColor:black, bgColor:#cfe2f3, borderColor:darken
ARC_DEFAULT\tcolor:black, arrowHead:triangle-5
Outcome\tbgColor:#d9ead3
Group\tbgColor:#fff2cc
`;

/** Lines of one document, each kind of line numbered from 1. */
class Lines {
  private readonly lines: string[] = [];
  private readonly counts: Record<string, number> = {};
  private readonly known = new Map<string, string>();
  private readonly offset: (at: number) => number;

  constructor(private readonly text: string) {
    this.offset = offsetsOf(text, "code points");
  }

  /** A line with an id of its own, which is returned. */
  add(letter: string, rest: string): string {
    const number = (this.counts[letter] ?? 0) + 1;
    this.counts[letter] = number;
    this.lines.push(`${letter}${number}\t${rest}\n`);
    return `${letter}${number}`;
  }

  /** A span; what brat can't have in one, line ends and tabs, parts it into fragments. null where nothing is left. */
  span(type: string, { start, end }: Range): string | null {
    const fragments = [...this.text.slice(start, end).matchAll(UNBROKEN)];
    if (fragments.length === 0) return null;
    const places = fragments.map(({ index, 0: words }) => {
      return `${this.offset(start + index)} ${this.offset(start + index + words.length)}`;
    });
    return this.add("T", `${type} ${places.join(";")}\t${fragments.map(([words]) => words).join(" ")}`);
  }

  /** The same span once, however many statements point at it. */
  shared(type: string, range: Range | undefined): string | null {
    if (range === undefined || !isInside(this.text, range)) return null;
    const key = `${type} ${range.start} ${range.end}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const id = this.span(type, range);
    if (id !== null) this.known.set(key, id);
    return id;
  }

  toString(): string {
    return this.lines.join("");
  }
}

/** Whatever one of brat's readers takes for the end of a line or of a field ends a fragment. */
const UNBROKEN = /[^\t\n\v\f\r\u001C-\u001E\u0085\u2028\u2029]+/g;

function annotationsOf({ text, studies }: AnnotatedText): string {
  const lines = new Lines(text);
  for (const reviewed of studies.flatMap(({ statements }) => statements)) {
    if (isInside(text, reviewed.statement.range)) annotate(lines, reviewed);
  }
  return lines.toString();
}

function annotate(lines: Lines, { statement, decision, note }: ReviewedStatement): void {
  const id = lines.span(TYPES[statement.kind], statement.range);
  if (id === null) return;
  const relate = (relation: string, type: string, ref: OutcomeRef | GroupRef | null): void => {
    const other = ref === null ? null : lines.shared(type, ref.range);
    if (other !== null) lines.add("R", `${relation} Arg1:${id} Arg2:${other}`);
  };
  relate("HasOutcome", "Outcome", statement.outcome);
  relate("HasGroup", "Group", statement.group);
  relate("HasReference", "Group", statement.reference);
  if (decision !== "undecided") lines.add("A", `Decision ${id} ${decision}`);
  const words = [describe(statement), note ?? ""].filter((part) => part !== "").join("; ");
  if (words !== "") lines.add("#", `AnnotatorNotes ${id}\t${words.replace(/\s+/gu, " ")}`);
}

function describe(statement: Statement): string {
  const { interval, outcome } = statement;
  const code = outcome?.code ?? "";
  const bounds = interval === null ? "" : intervalOf(statement, interval);
  const p = pOf(statement);
  return [code, resultOf(statement), bounds, p === "" ? "" : `p ${p}`]
    .filter((part) => part !== "")
    .join("; ");
}

/** brat's documents are files of one folder whose names have no blanks. */
function fileName(path: string, taken: Set<string>): string {
  const plain = path
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replace(/^[./]+/, "")
    .replaceAll("/", "__")
    .replace(/[^\p{L}\p{N}._-]+/gu, "_");
  const base = plain === "" ? "document" : plain.slice(0, 100);
  let name = base;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${base}-${number}`;
  taken.add(name.toLowerCase());
  return name;
}
