/**
 * Random sequences of edits, decisions and reloads against the whole server: no decision is lost, none is attached to other
 * text. The seed stands in the test's name, and fast-check prints the path of a sequence that fails; OUTCOME_LENS_SEED runs the
 * same again, OUTCOME_LENS_RUNS says how many are run.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Sequence, type Step } from "./sequence.js";

const RUNS = Number(process.env["OUTCOME_LENS_RUNS"] ?? 40);
const SEED = Number(process.env["OUTCOME_LENS_SEED"] ?? Math.floor(Math.random() * 0x7fffffff));

/** Few, so that texts repeat them. */
const SENTENCES = [
  "Falls occurred in 12 of 40 patients (30%) with training. ",
  "The odds ratio was 0.43 (95% CI 0.17 to 1.08). ",
  "Falls were fewer (hazard ratio 0.71, 95% CI 0.52-0.97; p = 0.03).\n",
  "Median stay was 11.0 days. ",
  "Mean score fell by 3.2 points (SD 1.1). ",
  "Nobody was lost. ",
];

const share = fc.integer({ min: 0, max: 1000 });
const sentence = fc.constantFrom(...SENTENCES);
const text = fc
  .array(sentence, { minLength: 2, maxLength: 7 })
  .map((sentences) => `Training after stroke\n\nResults: ${sentences.join("")}\n`);
const insert = fc.oneof(
  fc.constantFrom("", " ", "1", "0", ".", ",", "-", "\n", "x", "one ", "12 of 40", "0.43"),
  sentence,
);
const typing = { at: share, remove: fc.integer({ min: 0, max: 15 }), insert };

function steps<T extends Step["do"]>(
  names: readonly T[],
  rest: { readonly [Key in Exclude<keyof (Step & { do: T }), "do">]: fc.Arbitrary<(Step & { do: T })[Key]> },
): fc.Arbitrary<Step> {
  return fc.record({ do: fc.constantFrom(...names), ...rest }) as unknown as fc.Arbitrary<Step>;
}

const step = fc.oneof(
  { weight: 6, arbitrary: steps(["type"], typing) },
  { weight: 2, arbitrary: steps(["copy", "move"], { sentence: share, to: share }) },
  { weight: 1, arbitrary: steps(["delete"], { sentence: share }) },
  { weight: 2, arbitrary: steps(["go-back"], { to: share }) },
  { weight: 6, arbitrary: steps(["accept", "reject", "correct", "undo"], { statement: share }) },
  {
    weight: 1,
    arbitrary: steps(["note"], { statement: share, note: fc.constantFrom("", "by hand", "table 2") }),
  },
  { weight: 1, arbitrary: steps(["add"], { at: share, length: fc.integer({ min: 1, max: 20 }) }) },
  { weight: 2, arbitrary: steps(["accept-all", "undo-last"], {}) },
  { weight: 3, arbitrary: steps(["save", "full-disk"], {}) },
  { weight: 3, arbitrary: steps(["reload"], { hotExit: fc.boolean() }) },
  { weight: 2, arbitrary: steps(["change-outside"], typing) },
  {
    weight: 1,
    arbitrary: steps(["elsewhere"], {
      statement: share,
      decision: fc.constantFrom("accept", "reject", "undo"),
    }),
  },
);

test(`${RUNS} sequences of edits, decisions and reloads lose no decision and attach none to other text (seed ${SEED})`, async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(text, fc.array(step, { minLength: 3, maxLength: 14 }), async (start, sequence) => {
      taken += sequence.length;
      await new Sequence(start).run(sequence);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(taken).toBeGreaterThan(RUNS);
}, 7_200_000);
