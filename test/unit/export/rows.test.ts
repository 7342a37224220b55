import { describe, expect, test } from "vitest";
import { columns, type Row } from "../../../server/src/export/columns.js";
import { toRows } from "../../../server/src/export/rows.js";
import type { Statement } from "../../../server/src/extraction.js";
import { ci, finding, reviewOf, statement } from "./samples.js";

/** The cells of a statement's row that are not empty and not the same for every statement. */
function ownCells(read: Statement): Partial<Row> {
  const [row] = toRows(reviewOf([read]));
  const same = ["study_id", "decision", "quote", "start", "end", "document", "sha256"];
  const entries = Object.entries(row ?? {}).filter(([name, value]) => value !== null && !same.includes(name));
  return Object.fromEntries(entries);
}

describe("columns", () => {
  test("are those of the contract, in its order", () => {
    expect(columns.map(({ name }) => name).join(" ")).toBe(
      "study_id first_author year doi pmid outcome_code outcome_text population kind measure adjusted group reference " +
        "n total percent value unit time_value time_unit interval_type interval_level interval_low interval_high " +
        "p_comparator p_value p_tag yi sei yi_scale sei_source decision reviewer findings quote start end document sha256",
    );
  });

  test("a row has exactly these cells, each of its column's type", () => {
    const reads = [
      statement("effect", { interval: ci(0.4, "NR"), adjusted: true }),
      statement("median", { value: "NR" }),
      statement("proportion"),
      statement("landmark", { interval: ci(50, 70) }),
      statement("p-value"),
    ];
    const types = { text: "string", code: "string", number: "number", boolean: "boolean" } as const;
    for (const row of toRows(reviewOf(reads))) {
      expect(Object.keys(row).sort()).toEqual(columns.map(({ name }) => name).sort());
      for (const { name, type } of columns) {
        const cell = row[name];
        if (cell === null) continue;
        if (type === "number-or-NR") expect(cell === "NR" || typeof cell === "number").toBe(true);
        else expect([name, typeof cell]).toEqual([name, types[type]]);
      }
    }
  });
});

describe("toRows", () => {
  test.each([
    {
      read: statement("effect", {
        measure: "OR",
        adjusted: true,
        value: 2,
        p: { comparator: "=", value: 0.03, tag: "interaction", range: { start: 0, end: 1 } },
      }),
      cells: {
        kind: "effect",
        measure: "OR",
        adjusted: true,
        value: 2,
        p_comparator: "=",
        p_value: 0.03,
        p_tag: "interaction",
        yi: Math.log(2),
        yi_scale: "log",
      },
    },
    {
      read: statement("median", { value: "NR", interval: ci(9.1, "NR") }),
      cells: {
        kind: "median",
        value: "NR",
        unit: "month",
        interval_type: "CI",
        interval_level: 95,
        interval_low: 9.1,
        interval_high: "NR",
      },
    },
    {
      read: statement("mean", { value: 4.2, sd: 1.1, unit: "point" }),
      cells: {
        kind: "mean",
        value: 4.2,
        unit: "point",
        yi: 4.2,
        yi_scale: "linear",
        sei_source: "SD 1.1 as printed",
      },
    },
    {
      read: statement("landmark", { value: 100, time: { value: 30, unit: "day" } }),
      cells: { kind: "landmark", value: 100, unit: "percent", time_value: 30, time_unit: "day" },
    },
    {
      read: statement("proportion", { n: null, N: null, percent: 25 }),
      cells: { kind: "proportion", percent: 25, yi: Math.log(1 / 3), yi_scale: "logit" },
    },
    { read: statement("group-size", { n: 48 }), cells: { kind: "group-size", n: 48 } },
    {
      read: statement("p-value"),
      cells: { kind: "p-value", p_comparator: "<", p_value: 0.001, p_tag: "log-rank" },
    },
    {
      read: statement("p-value", { comparator: "ns", value: null, tag: null }),
      cells: { kind: "p-value", p_comparator: "ns" },
    },
    {
      read: statement("test", { statistic: "F", value: 3.2 }),
      cells: { kind: "test", measure: "F", value: 3.2 },
    },
    {
      read: statement("other", { name: "NNT", value: 9, unit: null }),
      cells: { kind: "other", measure: "NNT", value: 9 },
    },
  ])("gives $cells.kind its own cells and no others", ({ read, cells }) => {
    expect(ownCells(read)).toEqual(cells);
  });

  test("names study, place and decision", () => {
    const review = reviewOf([statement("effect")], {
      study: { authors: ["Okonkwo AN", "Li Q"], year: 2019, doi: "10.5555/abc", pmid: "00012345" },
    });
    expect(toRows(review)[0]).toMatchObject({
      study_id: "Okonkwo 2019",
      first_author: "Okonkwo AN",
      year: 2019,
      doi: "10.5555/abc",
      pmid: "00012345",
      decision: "undecided",
      reviewer: null,
      quote: "0123456789",
      start: 10,
      end: 20,
      document: "a/one.txt",
      sha256: "0".repeat(64),
    });
  });

  test("calls a group by its label in the document, else by the words beside the value", () => {
    const read = statement("effect", {
      group: { text: "the bandage arm", id: "g1" },
      reference: { text: "usual care" },
    });
    const groups = [{ id: "g1", label: "four-layer bandage", ranges: [] }];
    expect(toRows(reviewOf([read], { groups }))[0]).toMatchObject({
      group: "four-layer bandage",
      reference: "usual care",
    });
  });

  test("lists the findings about a statement with their severities", () => {
    const reads = [statement("effect", { id: "a" }), statement("effect", { id: "b" })];
    const findings = [
      finding("ratio-not-centred", ["a", "a"]),
      finding("p-contradicts-interval", ["b", "a"], "hint"),
    ];
    expect(toRows(reviewOf(reads, { findings })).map((row) => row.findings)).toEqual([
      "ratio-not-centred (warning); p-contradicts-interval (hint)",
      "p-contradicts-interval (hint)",
    ]);
  });
});
