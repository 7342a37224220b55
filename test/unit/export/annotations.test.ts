import { describe, expect, test } from "vitest";
import type { Exported } from "../../../server/src/export/exportAs.js";
import { offsetsOf } from "../../../server/src/export/units.js";
import type { Review } from "../../../server/src/review/review.js";
import { exampleTexts, HARD, reviewOfTexts } from "./documents.js";
import { readBrat } from "./readBrat.js";
import { reviewOf, statement } from "./samples.js";
import { toBioc, toBrat, toWebAnnotations } from "./written.js";

const texts = new Map([...exampleTexts(), ...HARD]);
const review = reviewOfTexts(texts);
const statements = review.studies.flatMap((study) => study.statements);

describe("offsets", () => {
  const text = "a·≤😀\ud800b";

  test.each([
    { unit: "code points", expected: [0, 1, 2, 3, 3, 4, 5, 6] },
    { unit: "bytes", expected: [0, 1, 3, 6, 6, 10, 13, 14] },
  ] as const)("in $unit", ({ unit, expected }) => {
    const offset = offsetsOf(text, unit);
    expect(Array.from({ length: text.length + 1 }, (_, i) => offset(i))).toEqual(expected);
  });
});

interface Annotation {
  readonly id: string;
  readonly motivation: string;
  readonly body: readonly { readonly purpose: string; readonly value: string }[];
  readonly target: { readonly source: string; readonly selector: readonly [Quote, Position] };
}
interface Quote {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}
interface Position {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

function annotationsOf(json: string): Annotation[] {
  const collection = JSON.parse(json) as { total: number; first: { items: Annotation[] } };
  expect(collection).toMatchObject({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    first: { type: "AnnotationPage", startIndex: 0 },
    total: collection.first.items.length,
  });
  return collection.first.items;
}

describe("Web Annotations", () => {
  const items = annotationsOf(toWebAnnotations(review, texts));

  test("select by quotation and by code points what the document says there", () => {
    for (const { target } of items) {
      const text = texts.get(decodeURIComponent(target.source)) ?? "";
      const [quote, position] = target.selector;
      expect(Array.from(text).slice(position.start, position.end).join("")).toBe(quote.exact);
      expect(text).toContain(quote.prefix + quote.exact + quote.suffix);
    }
  });

  test("carry every statement and every finding whole, each under a name of its own", () => {
    const described = items
      .filter(({ motivation }) => motivation === "describing")
      .map(({ body }) => JSON.parse(body[0]?.value ?? "") as unknown);
    expect(described).toEqual(statements.map((each) => each.statement));
    const messages = review.studies.flatMap((study) => study.findings.map(({ message }) => message));
    expect(
      items.filter(({ motivation }) => motivation === "questioning").map(({ body }) => body[0]?.value),
    ).toEqual(messages);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
  });

  test("say who decided what", () => {
    const decided = reviewOf([statement("effect")]);
    Object.assign(decided.studies[0]!.statements[0]!, {
      decision: "accepted",
      reviewer: "rev1",
      at: "2026-01-02T03:04:05Z",
      note: "see table 2",
    });
    const text = "x".repeat(100);
    expect(annotationsOf(toWebAnnotations(decided, new Map([["a/one.txt", text]])))).toMatchObject([
      {
        creator: { type: "Person", nickname: "rev1" },
        created: "2026-01-02T03:04:05Z",
        body: [
          { purpose: "describing" },
          { purpose: "tagging", value: "effect" },
          { purpose: "assessing", value: "accepted" },
          { purpose: "commenting", value: "see table 2" },
        ],
      },
    ]);
  });
});

describe("BioC", () => {
  const { documents } = JSON.parse(toBioc(review, texts)) as {
    documents: {
      id: string;
      infons: { path: string };
      passages: {
        offset: number;
        text: string;
        annotations: {
          id: string;
          infons: Record<string, unknown>;
          text: string;
          locations: { offset: number; length: number }[];
        }[];
      }[];
    }[];
  };

  test("counts offsets in bytes of the document", () => {
    for (const { infons, passages } of documents) {
      const bytes = Buffer.from(texts.get(infons.path) ?? "");
      for (const { offset, text, annotations } of passages) {
        expect(bytes.subarray(offset, offset + Buffer.byteLength(text)).toString()).toBe(text);
        for (const annotation of annotations) {
          const { offset: start = 0, length = 0 } = annotation.locations[0] ?? {};
          expect(bytes.subarray(start, start + length).toString()).toBe(annotation.text);
          expect(Object.values(annotation.infons).every((value) => typeof value === "string")).toBe(true);
        }
      }
    }
  });

  test("has a document for each study and every statement in it", () => {
    expect(documents.map(({ id }) => id)).toEqual(review.studies.map(({ id }) => id));
    const written = documents.flatMap(({ passages }) => passages.flatMap(({ annotations }) => annotations));
    expect(written.map(({ id }) => id)).toEqual(statements.map((each) => each.statement.id));
    expect(written.find(({ infons }) => infons["type"] === "effect")?.infons).toMatchObject({
      type: "effect",
      decision: "undecided",
    });
  });
});

describe("brat", () => {
  const files = toBrat(review, texts);
  const fileOf = (name: string): string => String(find(files, name)?.content);

  test("is read back as the same statements at the same places", () => {
    const documents = files.filter(({ name }) => name.endsWith(".ann")).map(({ name }) => name.slice(0, -4));
    expect(documents).toHaveLength(texts.size);
    const types = new Set(fileOf("annotation.conf").match(/^[A-Z]\w+$/gm));
    for (const [i, name] of documents.entries()) {
      const text = fileOf(`${name}.txt`);
      const { spans, relations } = readBrat(fileOf(`${name}.ann`), text);
      const study = review.studies[i];
      const ranges = spans
        .filter(({ type }) => type !== "Outcome" && type !== "Group")
        .map(({ start, end }) => ({ start, end }));
      const expected = study?.statements.map(({ statement: { range } }) => range) ?? [];
      expect(ranges).toEqual(expected);
      expect(spans.every(({ type }) => types.has(type))).toBe(true);
      const outcomes = study?.statements.filter((each) => each.statement.outcome?.range !== undefined) ?? [];
      expect(relations.filter(({ type }) => type === "HasOutcome")).toHaveLength(outcomes.length);
    }
  });

  test("parts a span at line ends and tabs", () => {
    const text = "0123456789\t0.5\r\n\u2028to 0.9.";
    const one = statement("effect", { range: { start: 8, end: text.length } });
    const ann = String(find(toBrat(reviewOf([one]), new Map([["a/one.txt", text]])), "a__one.ann")?.content);
    expect(ann.split("\n")[0]).toBe("T1\tEffect 8 10;11 14;17 24\t89 0.5 to 0.9.");
  });

  test("keeps decisions and leaves out what no longer stands in the text", () => {
    const stale = reviewOf([
      statement("effect"),
      statement("median", { id: "gone", range: { start: 90, end: 120 } }),
    ]);
    stale.studies[0]!.statements[0]!.decision = "corrected";
    const ann = String(find(toBrat(stale, new Map([["a/one.txt", "x".repeat(100)]])), "a__one.ann")?.content);
    expect(ann).toBe(
      "T1\tEffect 10 20\txxxxxxxxxx\nA1\tDecision T1 corrected\n#1\tAnnotatorNotes T1\tHR 0.8\n",
    );
  });

  test("names files of one folder, whatever the documents are called", () => {
    const paths = ["a/b c.txt", "a__b_c.txt", "../=1+1|.txt"];
    const review = reviewOfTexts(new Map(paths.map((path) => [path, "HR 0.5."])));
    const names = toBrat(review, new Map(paths.map((path) => [path, "HR 0.5."]))).map(({ name }) => name);
    expect(names.filter((name) => name.endsWith(".ann"))).toEqual([
      "a__b_c.ann",
      "a__b_c-2.ann",
      "_1_1_.ann",
    ]);
  });
});

test("documents of several studies are one text", () => {
  const one = reviewOf([statement("effect")], { id: "A" });
  const two = reviewOf([statement("median", { range: { start: 30, end: 40 } })], { id: "B" });
  const both: Review = { ...one, studies: [...one.studies, ...two.studies] };
  const text = new Map([["a/one.txt", "x".repeat(100)]]);
  expect(toBrat(both, text).map(({ name }) => name)).toEqual([
    "annotation.conf",
    "visual.conf",
    "a__one.txt",
    "a__one.ann",
  ]);
  expect((JSON.parse(toBioc(both, text)) as { documents: unknown[] }).documents).toHaveLength(2);
});

test("without a text there is nothing to annotate", () => {
  expect(() => toBioc(reviewOf([statement("effect")]), new Map())).toThrow(
    "text of a/one.txt is not at hand",
  );
});

function find(files: readonly Exported[], name: string): Exported | undefined {
  return files.find((file) => file.name === name);
}
