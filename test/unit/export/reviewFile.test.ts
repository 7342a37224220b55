import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { describeMisfits, readReview, writeReview } from "../../../server/src/export/reviewFile.js";
import type { Review } from "../../../server/src/review/review.js";
import { ci, finding, reviewOf, statement } from "./samples.js";

const any = fc.string({ unit: "binary" });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
const range = fc.record({ start: fc.nat(), end: fc.nat() });
const outcome = fc.record({ text: any, range, code: any }, { requiredKeys: ["text"] });

const statements = fc.oneof(
  fc
    .record({
      quote: any,
      value: number,
      low: number,
      high: fc.oneof(number, fc.constant("NR" as const)),
      outcome,
    })
    .map(({ quote, value, low, high, outcome: of }) =>
      statement("effect", { quote, value, interval: ci(low, high), outcome: of }),
    ),
  fc
    .record({ quote: any, n: fc.option(number), literal: fc.dictionary(any, any), range })
    .map((fields) => statement("proportion", fields)),
);

const reviews = fc
  .record({
    reads: fc.array(statements, { maxLength: 4 }),
    message: any,
    path: any,
    study: fc.record({ title: any, authors: fc.array(any), year: fc.integer() }, { requiredKeys: [] }),
  })
  .map(({ reads, message, path, study }) =>
    reviewOf(reads, {
      study,
      document: { path, sha256: "a".repeat(64), length: 3, offsets: "utf-16" },
      findings: [{ ...finding("grim", []), message }],
    }),
  );

describe("review.json", () => {
  test("is read back as the same value, lone surrogates and odd keys among it", () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const { text = "" } = writeReview(review);
        const bytes = new TextEncoder().encode(text);
        expect(readReview(new TextDecoder().decode(bytes)).value).toEqual(review);
      }),
      { numRuns: 200 },
    );
  });

  test("is written the same whatever the order of keys", () => {
    const review = reviewOf([statement("median")]);
    const turned = Object.fromEntries(Object.entries(review).reverse()) as unknown as Review;
    expect(writeReview(turned)).toEqual(writeReview(review));
  });

  test.each([
    {
      name: "a number that is none",
      of: reviewOf([statement("effect", { value: NaN })]),
      where: "studies.0.statements.0.statement.value",
    },
    {
      name: "a hash that is none",
      of: reviewOf([], { document: { path: "x", sha256: "?", length: 0, offsets: "utf-16" } }),
      where: "studies.0.document.sha256",
    },
    { name: "a key of its own", of: { ...reviewOf([]), extra: 1 }, where: "extra" },
  ])("is not written with $name", ({ of, where }) => {
    const { text, misfits = [] } = writeReview(of);
    expect(text).toBeUndefined();
    expect(misfits.map(({ path }) => path.join("."))).toEqual([where]);
    expect(describeMisfits(misfits)).toContain(`so nothing was written. ${where}: `);
  });

  test("names the first three misfits and counts the others", () => {
    const reads = Array.from({ length: 5 }, () => statement("group-size", { n: Infinity }));
    const told = describeMisfits(writeReview(reviewOf(reads)).misfits ?? []);
    expect(told.match(/statement\.n/g)).toHaveLength(3);
    expect(told).toMatch(/ And 2 more\.$/);
  });

  test.each([
    { name: "broken JSON", text: '{ "format": ', place: "1:13" },
    { name: "another format", text: '{\n  "format": "outcome-lens/review/2"\n}', place: "2:13" },
  ])("with $name is refused at its place", ({ text, place }) => {
    const places = readReview(text).faults?.map(({ line, column }) => `${line}:${column}`);
    expect(places).toContain(place);
  });
});
