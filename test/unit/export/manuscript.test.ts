import { describe, expect, test } from "vitest";
import type { Statement } from "../../../server/src/extraction.js";
import { manuscriptLines } from "../../../server/src/export/manuscript.js";
import type { Review } from "../../../server/src/review/review.js";
import { ci, reviewOf, statement } from "./samples.js";
import { toHtml, toMarkdown } from "./written.js";

const EVIL = '<img src=x onerror="alert(1)"> | **bold** [link](http://x.example) `code` $x$ www.x.example';

describe("manuscriptLines", () => {
  test.each<{ of: Statement; result: string; interval?: string; p?: string }>([
    {
      of: statement("effect", {
        adjusted: true,
        value: 0.7,
        literal: { value: "0.70", low: "0.50", high: "0.98", p: ".04" },
        interval: ci(0.5, 0.98),
        p: { comparator: "=", value: 0.04, range: { start: 1, end: 2 } },
      }),
      result: "adjusted HR 0.70",
      interval: "95% CI 0.50 to 0.98",
      p: ".04",
    },
    {
      of: statement("median", { interval: ci(9, "NR") }),
      result: "median 12.5 months",
      interval: "95% CI 9 to NR",
    },
    { of: statement("mean", { sd: 1.1 }), result: "mean 4.2 points (SD 1.1)" },
    { of: statement("landmark"), result: "61% at 2 years" },
    { of: statement("proportion"), result: "12 / 48 (25%)" },
    { of: statement("proportion", { n: null, N: null }), result: "25%" },
    { of: statement("other"), result: "AUC 0.77" },
    { of: statement("p-value"), result: "", p: "< 0.001 (log-rank)" },
  ])("gives $result", ({ of, result, interval = "", p = "" }) => {
    expect([...manuscriptLines(reviewOf([of]))]).toEqual([["Okonkwo 2019", "", "", "", result, interval, p]]);
  });

  test("names outcome, population and both sides", () => {
    const named = statement("effect", {
      outcome: { text: "overall  survival", code: "OS" },
      population: "ITT",
      group: { text: "it", id: "a" },
      reference: { text: "placebo" },
    });
    const groups = [{ id: "a", label: "drug A", ranges: [] }];
    expect([...manuscriptLines(reviewOf([named], { groups }))][0]?.slice(0, 4)).toEqual([
      "Okonkwo 2019",
      "overall survival (ITT)",
      "drug A",
      "placebo",
    ]);
  });

  test("leaves out what was rejected, sizes and test statistics", () => {
    const review = reviewOf([statement("effect"), statement("group-size"), statement("test")]);
    const [study] = review.studies;
    study!.statements[0]!.decision = "rejected";
    expect([...manuscriptLines(review)]).toEqual([]);
  });
});

const evil = (): Review => reviewOf([statement("effect", { outcome: { text: EVIL } })], { id: EVIL });

test("HTML holds a document's words as text alone", () => {
  const html = toHtml(evil());
  expect(html).not.toContain("<img");
  expect(html).toContain("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; | **bold**");
  expect(html).toContain("default-src 'none'");
});

test("Markdown holds a document's words as text alone", () => {
  const [, , head, rule, row = ""] = toMarkdown(evil()).split("\n");
  expect(head).toBe("| Study | Outcome | Group | Comparator | Result | Interval | p |");
  expect(rule).toBe("| --- | --- | --- | --- | --- | --- | --- |");
  expect(row.split(/(?<!\\)\|/)).toHaveLength(9);
  expect(row).toContain("&lt;img src=x");
  expect(row).toContain("\\*\\*bold\\*\\* \\[link\\](http\\://x.example) \\`code\\` \\$x\\$ www\\.x.example");
});
