import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { toExtraction } from "../../../server/src/export/extraction.js";
import { toReview } from "../../../server/src/export/toReview.js";
import { extraction } from "../../../server/src/extraction.js";
import { review } from "../../../server/src/review/review.js";
import { statement } from "./samples.js";

const TEXT =
  "RESULTS: Ulcers healed in 61 of 104 patients (58.7%) with the bandage and in 44 of 101 (43.6%) with usual care " +
  "(hazard ratio 1.52, 95% CI 1.05-2.20; p = 0.026).";

const source = { path: "ulcers.txt", sha256: "f".repeat(64) };
const context = { rules: "0123456789abcdef", protocol: null };

describe("toExtraction", () => {
  test("fits the published schema and says where it came from", () => {
    const made = toExtraction(analyse(TEXT), source, context.rules);
    expect(extraction.safeParse(made).error).toBeUndefined();
    expect(made).toMatchObject({
      tool: { rules: context.rules },
      source: { ...source, length: TEXT.length, offsets: "utf-16" },
    });
  });
});

describe("toReview", () => {
  const made = toExtraction(analyse(TEXT), source, context.rules);

  test("fits the published schema", () => {
    expect(review.safeParse(toReview([made], context)).error).toBeUndefined();
  });

  test("keeps the order of documents and puts statements in the order of the text", () => {
    const at = (id: string, start: number, end: number) => statement("effect", { id, range: { start, end } });
    const documents = ["z.txt", "a.txt"].map((path) => ({
      ...made,
      source: { ...made.source, path },
      statements: [at("late", 9, 12), at("b", 3, 8), at("a", 3, 8), at("short", 3, 5)],
    }));
    const { studies } = toReview(documents, context);
    expect(studies.map(({ document }) => document.path)).toEqual(["z.txt", "a.txt"]);
    expect(studies[0]?.statements.map((reviewed) => reviewed.statement.id)).toEqual([
      "short",
      "a",
      "b",
      "late",
    ]);
  });
});
