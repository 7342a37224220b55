import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import type { Statement } from "../../../server/src/extraction.js";
import { fillField, formOf } from "../../../server/src/review/form.js";

function read(text: string): Statement {
  const [statement] = analyse(`Results: ${text}`).statements;
  if (statement === undefined) throw new Error(`nothing read in ${text}`);
  return statement;
}

const effect = read("The hazard ratio for death was 0.73 (95% CI 0.56 to 0.95; p = 0.02).");

function filled(statement: Statement, ...fields: readonly (readonly [string, string])[]): Statement {
  return fields.reduce((before, [key, value]) => {
    const { statement: after, fault } = fillField(before, key, value);
    if (after === undefined) throw new Error(fault);
    return after;
  }, statement);
}

describe("the form of a statement", () => {
  test("has every field of the kind, with what it holds", () => {
    const shown = formOf(effect).map(({ key, value }) => `${key} = ${value}`);
    expect(shown).toEqual([
      "measure = HR",
      "value = 0.73",
      "adjusted = no",
      "interval.low = 0.56",
      "interval.high = 0.95",
      "interval.level = 95",
      "interval.type = CI",
      "p.comparator = =",
      "p.value = 0.02",
      "p.tag = ",
      "outcome.text = death",
      expect.stringMatching(/^outcome\.code = /),
      "group.text = ",
      "reference.text = ",
      "population = ",
    ]);
  });

  test.each([
    ["value", "0·70", { value: 0.7, literal: { value: "0·70" } }],
    ["value", "−0.7", { value: -0.7 }],
    ["adjusted", "yes", { adjusted: true }],
    ["interval.high", "NR", { interval: { low: 0.56, high: "NR" } }],
    ["p.tag", "log-rank", { p: { tag: "log-rank", value: 0.02 } }],
    ["p.value", "", { p: null }],
    ["group.text", "lenvatinib", { group: { text: "lenvatinib" } }],
    ["outcome.text", "", { outcome: null }],
  ])("%s can be set to %j", (key, value, expected) => {
    expect(filled(effect, [key, value])).toMatchObject(expected);
  });

  test("an interval is made with its first bound and goes with its last", () => {
    const bare = filled(effect, ["interval.low", ""], ["interval.high", ""]);
    expect(bare.interval).toBeNull();
    expect(filled(bare, ["interval.low", "0.5"], ["interval.level", "90"]).interval).toMatchObject({
      type: "CI",
      level: 90,
      low: 0.5,
      high: null,
    });
  });

  test.each([
    ["value", "", "This field may not be empty."],
    ["value", "about 1", "Expected a number."],
    ["measure", "XX", "One of HR, OR,"],
    ["df", "1", "df is no field of this kind of statement."],
  ])("%s can't be %j", (key, value, fault) => {
    expect(fillField(effect, key, value).fault).toContain(fault);
  });

  test("several numbers are separated by commas", () => {
    const test = read("The groups differed (F(2, 57) = 4.32, p = 0.018).");
    expect(test.kind).toBe("test");
    expect(filled(test, ["df", "2, 58"])).toMatchObject({ df: [2, 58] });
  });
});
