/** The calculator of the hover: what follows from a statement and from the one it stands against. */
import type { Analysis } from "../../analyse.js";
import type { PValueStatement, Statement } from "../../extraction.js";
import type { Pair } from "../partner.js";
import { pairOf, statementsNamed } from "../partner.js";
import type { Calculation } from "./calculation.js";
import { NOTHING, together } from "./calculation.js";
import { calculateEffect } from "./effect.js";
import { calculateMean } from "./mean.js";
import { calculateProportion } from "./proportion.js";
import { calculateInside } from "./inside.js";
import { calculateLandmarks, calculateMedians } from "./survival.js";
import { calculateTest } from "./test.js";
import { calculateTwoGroups } from "./twoGroups.js";

export function calculate(statement: Statement, analysis: Analysis): Calculation {
  switch (statement.kind) {
    case "effect":
      return calculateEffect(statement, isObservational(analysis));
    case "proportion": {
      const pair = pairOf<"proportion">(statement, analysis);
      return together(calculateProportion(statement), pair === null ? NOTHING : calculateTwoGroups(pair));
    }
    case "median": {
      const pair = pairOf<"median">(statement, analysis, (a, b) => a.unit === b.unit);
      return together(calculateInside(statement, "Median"), pair === null ? NOTHING : calculateMedians(pair));
    }
    case "landmark": {
      const pair = pairOf<"landmark">(statement, analysis, sameTime);
      return together(calculateInside(statement, "Rate"), pair === null ? NOTHING : calculateLandmarks(pair));
    }
    case "mean":
      return together(calculateInside(statement, "Mean"), calculateMean(statement, analysis));
    case "test":
      return calculateTest(statement);
    case "p-value":
      return calculateComparison(statement, analysis);
    case "other":
      return calculateInside(statement, "Value");
    case "group-size":
      return NOTHING;
  }
}

/** What a p-value compares, where it names just two statements of one kind. */
function calculateComparison(p: PValueStatement, analysis: Analysis): Calculation {
  const [first, second, ...more] = statementsNamed(p, analysis);
  if (first === undefined || second === undefined || more.length > 0) return NOTHING;
  if (first.kind === "proportion" && second.kind === "proportion")
    return calculateTwoGroups({ first, second, p });
  if (first.kind === "median" && second.kind === "median") return calculateMedians({ first, second, p });
  if (first.kind === "landmark" && second.kind === "landmark" && sameTime(first, second)) {
    return calculateLandmarks({ first, second, p });
  }
  return NOTHING;
}

function sameTime(a: Pair<"landmark">["first"], b: Pair<"landmark">["first"]): boolean {
  return a.time !== null && a.time.value === b.time?.value && a.time.unit === b.time.unit;
}

const OBSERVATIONAL =
  /\b(?:cohort|retrospective(?:ly)?|observational|registry|case[-‐‑–]control|cross[-‐‑–]sectional|propensity)\b/i;
const RANDOMISED = /\brandomi[sz](?:ed|ation)\b/i;

/** By the document's own words, references left out. A document that says nothing counts as neither. */
function isObservational({ text, sections }: Analysis): boolean {
  const parts = sections.filter(({ kind }) => kind !== "references" && kind !== "boilerplate");
  const own =
    parts.length === 0 ? text : parts.map(({ range }) => text.slice(range.start, range.end)).join("\n");
  return OBSERVATIONAL.test(own) && !RANDOMISED.test(own);
}
