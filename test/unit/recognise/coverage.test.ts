import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { unread } from "./notation.js";

/** How many numbers a text has, how many are in statements, how many are understood as no result, and which are unread. */
const cases: readonly (readonly [name: string, text: string, expected: string])[] = [
  ["no number", "Results: Nobody died.", "0 = 0 + 0"],
  [
    "an estimate with all its numbers",
    "Results: The hazard ratio was 0.64 (95% CI, 0.42 to 0.98; P=0.04).",
    "5 = 5 + 0",
  ],
  [
    "a count, its total and its share",
    "Results: Infection occurred in 12 of 34 patients (35%).",
    "3 = 3 + 0",
  ],
  ["a test with degrees of freedom", "Results: Anxiety fell, F(2, 114) = 4.02, p = .021.", "4 = 4 + 0"],
  ["a dose and a schedule", "Results: Patients took 12 mg every 3 weeks.", "2 = 0 + 2"],
  ["a result beside a dose", "Results: With 40 mg, 12 of 34 patients (35%) relapsed.", "4 = 3 + 1"],
  ["a time point", "Results: The 5-year survival rate was 78%.", "2 = 1 + 1"],
  ["a number in words counts no digit", "Results: Eighty-one patients died.", "0 = 0 + 0"],
  ["a date", "Results: Enrolment closed on 12 May 2009.", "2 = 0 + 2"],
  [
    "numbers in two sections",
    "Methods: We enrolled 96 outpatients. Results: Of them, 12 (12.5%) relapsed.",
    "3 = 3 + 0",
  ],
  [
    "references are not read",
    "Results: 12 of 34 patients (35%) relapsed.\n\nReferences\n1. Smith J. Sleep. 2011;4:12-19.\n",
    "3 = 3 + 0",
  ],
];

describe("every number of the text is counted once", () => {
  it.each(cases)("%s", (_name, text, expected) => {
    const { numbers, inStatements, background } = analyse(text).coverage;
    expect(`${String(numbers)} = ${String(inStatements)} + ${String(background)}`).toBe(expected);
    expect(unread(text)).toBe("");
  });
  it("names what looks like a result and was not understood", () => {
    const text = "Results: The quotient of the two indices was 7.31 in the first and 6.04 in the second.";
    expect(unread(text)).toBe("7.31, 6.04");
  });
});
