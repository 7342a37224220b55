import { describe, expect, test } from "vitest";
import { closest } from "../../../server/src/review/closest.js";
import { faultsOf } from "../../../server/src/review/validate.js";
import { statement } from "../export/samples.js";

const known = { rules: ["grim"], isUnit: () => true };
const target = { exact: "0.8", prefix: "ratio ", suffix: " (95", start: 40, end: 43 };
const at = "2024-05-01T12:30:00+02:00";

const DECISIONS = {
  format: "outcome-lens/annotations/1",
  document: { path: "abstracts/one.txt", sha256: "a".repeat(64) },
  reviewer: "ada",
  entries: [
    { statementId: "s1", decision: "accepted", statement: statement("effect"), target, at },
    {
      statementId: "s2",
      decision: "corrected",
      statement: statement("median"),
      target,
      note: "months, not weeks",
      at,
    },
  ],
  dismissals: [{ rule: "grim", target, reason: "scores are halves", at }],
};

const faults = (value: unknown): string[] =>
  faultsOf("x.json", JSON.stringify(value), known).map(
    ({ path, message }) => `${path.join(".")}: ${message}`,
  );

describe("a decisions file", () => {
  test("of one reviewer, and of the adjudication, is valid", () => {
    expect(faults(DECISIONS)).toEqual([]);
    const from = [
      { reviewer: "ada", statementId: "s1" },
      { reviewer: "ben", statementId: "s9" },
    ];
    const entries = DECISIONS.entries.map((entry) => ({ ...entry, from }));
    expect(faults({ ...DECISIONS, reviewer: "adjudicated", entries })).toEqual([]);
  });

  const [entry] = DECISIONS.entries;

  test.each([
    {
      name: "a decision that is none",
      value: { ...DECISIONS, entries: [{ ...entry, decision: "maybe" }] },
      fault: 'entries.0.decision: Expected one of "accepted", "rejected", "corrected", "added".',
    },
    {
      name: "a date without time zone",
      value: { ...DECISIONS, entries: [{ ...entry, at: "2024-05-01T12:30:00" }] },
      fault: 'entries.0.at: Expected a date and time such as "2024-05-01T12:30:00Z".',
    },
    {
      name: "a statement of no kind",
      value: { ...DECISIONS, entries: [{ ...entry, statement: { ...statement("effect"), kind: "guess" } }] },
      fault: /^entries\.0\.statement\.kind: Expected one of "effect", "median", /,
    },
    {
      name: "a value that is neither number nor NR",
      value: {
        ...DECISIONS,
        entries: [{ ...entry, statement: statement("median", { value: "never" as "NR" }) }],
      },
      fault: 'entries.0.statement.value: Expected a number or "NR".',
    },
    {
      name: "a negative offset",
      value: { ...DECISIONS, dismissals: [{ ...DECISIONS.dismissals[0], target: { ...target, start: -1 } }] },
      fault: "dismissals.0.target.start: Must be at least 0.",
    },
    {
      name: "half an offset",
      value: { ...DECISIONS, dismissals: [{ ...DECISIONS.dismissals[0], target: { ...target, end: 1.5 } }] },
      fault: "dismissals.0.target.end: Expected a whole number.",
    },
    { name: "a path for a reviewer", value: { ...DECISIONS, reviewer: "../ada" }, fault: /^reviewer: / },
    {
      name: "no document",
      value: { ...DECISIONS, document: undefined },
      fault: 'document: The key "document" is missing.',
    },
  ])("with $name is not", ({ value, fault }) => {
    const expected: unknown = typeof fault === "string" ? fault : expect.stringMatching(fault);
    expect(faults(value)).toEqual([expected]);
  });
});

describe("closest", () => {
  const rules = ["grim", "interval-order", "percent-mismatch"];

  test.each([
    ["grimm", "grim"],
    ["percentmismatch", "percent-mismatch"],
    ["Interval-Order", "interval-order"],
    ["intervall-ordre", "interval-order"],
    ["gr", undefined],
    ["spelling", undefined],
    ["", undefined],
  ])("to %j is %j", (word, rule) => {
    expect(closest(word, rules)).toBe(rule);
  });
});
