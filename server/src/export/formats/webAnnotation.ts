/** Statements and findings as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD. */
import type { Range } from "../../extraction.js";
import type { ReviewedStatement } from "../../review/review.js";
import { jsonWithList, type ReviewSource } from "../source.js";
import { annotatedTexts, type AnnotatedText, type Texts } from "../texts.js";
import { isInside, offsetsOf, wellFormed } from "../units.js";
import { uuid } from "../uuid.js";

type Fields = Readonly<Record<string, unknown>>;

/** How much of the text round it a quotation carries, in UTF-16 code units. */
const CONTEXT = 32;

/**
 * A collection of one page. A statement is described by its JSON (spec: schemas/extraction.schema.json), tagged by its
 * kind, and assessed where somebody decided; a finding questions the text. What no longer stands in the text is left out.
 */
export function* toWebAnnotations(review: ReviewSource, texts: Texts): Generator<string> {
  const hashes: string[] = [];
  let total = 0;
  for (const document of annotatedTexts(review, texts)) {
    hashes.push(document.sha256);
    total += annotationsOf(document).length;
  }
  const [first = "0".repeat(64)] = hashes;
  const id = (name: string): string => `urn:uuid:${uuid(first, `${name}\n${hashes.join("")}`)}`;
  const page = {
    id: id("page"),
    type: "AnnotationPage",
    startIndex: 0,
    items: [],
  };
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: id("collection"),
    type: "AnnotationCollection",
    label: review.protocol?.title ?? "Outcome Lens",
    generator: { type: "Software", name: `Outcome Lens ${review.tool.version}` },
    total,
    first: page,
  };
  yield* jsonWithList(collection, "items", itemsOf(review, texts));
}

function* itemsOf(review: ReviewSource, texts: Texts): Generator<Fields> {
  for (const document of annotatedTexts(review, texts)) yield* annotationsOf(document);
}

function annotationsOf({ path, sha256, text, studies }: AnnotatedText): Fields[] {
  const offset = offsetsOf(text, "code points");
  const target = ({ start, end }: Range): Fields => ({
    // A relative reference: the folder that the review is of is its base.
    source: encodeURI(path).replace(/[?#]/g, encodeURIComponent),
    selector: [
      {
        type: "TextQuoteSelector",
        exact: wellFormed(text.slice(start, end)),
        prefix: wellFormed(text.slice(whole(text, start - CONTEXT), start)),
        suffix: wellFormed(text.slice(end, whole(text, end + CONTEXT))),
      },
      { type: "TextPositionSelector", start: offset(start), end: offset(end) },
    ],
  });
  return studies.flatMap((study) => [
    ...study.statements
      .filter(({ statement }) => isInside(text, statement.range))
      .map((reviewed, i) => ({
        id: `urn:uuid:${uuid(sha256, `${path}\n${study.id}\n${reviewed.statement.id}\n${i}`)}`,
        type: "Annotation",
        motivation: "describing",
        ...(reviewed.reviewer === null ? {} : { creator: { type: "Person", nickname: reviewed.reviewer } }),
        ...(reviewed.at === undefined ? {} : { created: reviewed.at }),
        body: bodies(reviewed),
        target: target(reviewed.statement.range),
      })),
    ...study.findings
      .filter(({ range }) => isInside(text, range))
      .map(({ rule, severity, message, range }, i) => ({
        id: `urn:uuid:${uuid(sha256, `${path}\n${study.id}\n${rule}\n${i}`)}`,
        type: "Annotation",
        motivation: "questioning",
        body: [
          { type: "TextualBody", purpose: "questioning", value: message },
          { type: "TextualBody", purpose: "tagging", value: rule },
          { type: "TextualBody", purpose: "tagging", value: severity },
        ],
        target: target(range),
      })),
  ]);
}

function bodies({ statement, decision, note }: ReviewedStatement): Fields[] {
  const body = (purpose: string, value: string, format?: string): Fields => ({
    type: "TextualBody",
    purpose,
    ...(format === undefined ? {} : { format }),
    value,
  });
  return [
    body("describing", JSON.stringify(statement), "application/json"),
    body("tagging", statement.kind),
    ...(decision === "undecided" ? [] : [body("assessing", decision)]),
    ...(note === undefined ? [] : [body("commenting", note)]),
  ];
}

/** The offset, inside the text and never between the halves of a surrogate pair. */
function whole(text: string, offset: number): number {
  const inside = Math.min(text.length, Math.max(0, offset));
  return /^[\uDC00-\uDFFF]/.test(text.slice(inside, inside + 1)) ? inside + 1 : inside;
}
