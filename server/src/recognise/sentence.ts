/** Reads one sentence: tokens → p-values, intervals, tests, background → cells → drafts. Depends on nothing but its text. */
import type { Section } from "../extraction.js";
import { readBackground } from "./background.js";
import type { Words } from "./bind/view.js";
import { readCells, shareUnits } from "./cells.js";
import { classify } from "./classify.js";
import type { Draft, PDraft } from "./draft.js";
import { readIntervals } from "./interval.js";
import { distributeTimes } from "./kinds/landmark.js";
import { heard, type Spoken } from "./kinds/carried.js";
import { distributeNames } from "./kinds/named.js";
import { readTests } from "./kinds/test.js";
import { lineOf } from "./line.js";
import { claimAll, claimPlanned, claimTimePoints, isPlan } from "./plan.js";
import { readPValues } from "./pvalue.js";
import { mayHold } from "./gate.js";
import { type Scope, readEndpoints, readHeads } from "./scope.js";
import { accept, attachLeftovers, release } from "./settle.js";
import { timePoints } from "./timepoint.js";
import { findParts, findTotals, joinPercents, joinTotals } from "./totals.js";

export interface SentenceReading {
  readonly scope: Scope;
  readonly drafts: Draft[];
  readonly ps: PDraft[];
  /** Made when binding asks for them first. */
  words: Words | undefined;
}

/**
 * @param decimalComma whether the document writes 0,69 for 0.69
 * @param spoken what the sentence before hands on
 */
export function readSentence(
  text: string,
  section: Section["kind"],
  decimalComma: boolean,
  spoken?: Spoken,
): SentenceReading | undefined {
  if (!mayHold(text)) return undefined;
  const line = lineOf(text, decimalComma);
  const ps = readPValues(line);
  const tests = readTests(line, ps);
  const intervals = readIntervals(line);
  const points = timePoints(line);
  readBackground(line);
  const scope: Scope = {
    line,
    section,
    heads: readHeads(line),
    endpoints: readEndpoints(line),
    points,
    ps,
    intervals,
    cells: [],
    drafts: [...tests],
    heard: heard(text, spoken),
  };
  claimTimePoints(scope);
  claimPlanned(line);
  if (isPlan(scope)) claimAll(line, "planned");
  readCells(scope);
  shareUnits(scope);
  for (const cell of scope.cells) {
    const result = classify(scope, cell);
    if (typeof result === "object") accept(scope, cell, result);
    else release(scope, cell, result);
  }
  distributeTimes(scope, scope.drafts);
  distributeNames(scope);
  scope.drafts.sort((a, b) => a.first - b.first);
  joinTotals(scope);
  joinPercents(scope);
  findTotals(scope);
  findParts(scope);
  scope.drafts.sort((a, b) => a.first - b.first);
  attachLeftovers(scope);
  return { scope, drafts: scope.drafts, ps, words: undefined };
}
