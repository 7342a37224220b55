import type { ProportionStatement } from "../../extraction.js";
import type { Context } from "../context.js";
import { analysed } from "../analysed.js";
import { armsOf } from "../arms.js";
import type { Contradiction, Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Counts that do not add up",
  reference: "CONSORT 2010, item 13a: numbers randomised, treated and analysed for each group.",
  what: "The arms named in a sentence do not add up to the number that it says was randomised to them, exclusive categories of one group add up to more than the whole, or more people were analysed than randomised.",
  formula:
    "Σ arms ≠ randomised; Σ percentages of CR, PR, SD and PD > 100 by more than rounding; analysed > randomised",
  example: {
    text: "We randomly assigned 214 women to yoga (n = 107) or usual care (n = 117)",
    why: "107 + 117 = 224.",
  },
  silent: [
    "any number of the sentence is the sum of the arms",
    "an arm of the sentence has no size, or the sentence divides the whole in two ways or tells of groups that overlap (both, crossed over, overlapping)",
    "the number before the arms does not count people, or is further than a quarter from their sum",
    "the number analysed does not stand in the sentence of the number randomised or the next, the document names several numbers randomised, or eyes, lesions, events or visits are counted",
    "hint only: the sentence tells of screening, withdrawals, exclusions or patients not treated",
  ],
};

export const countsDoNotAddUp: Rule = {
  id: "counts-do-not-add-up",
  defaultSeverity: "warning",
  *check(context) {
    let last = -1;
    for (const statement of context.of("group-size")) {
      const index = context.sentenceIndex(statement.range.start);
      if (index === last) continue;
      last = index;
      const found = armsOf(statement, context);
      if (found !== null) yield found;
    }
    yield* responses(context);
    yield* analysed(context);
  },
};

const RESPONSES: ReadonlySet<string> = new Set(["CR", "PR", "SD", "PD"]);

/** Complete and partial response, stable and progressive disease exclude each other. */
function* responses(context: Context): Iterable<Contradiction> {
  const parts = new Map<string, ProportionStatement[]>();
  for (const statement of context.of("proportion")) {
    const code = statement.outcome?.code;
    if (code === undefined || !RESPONSES.has(code) || statement.percent === null || statement.group === null)
      continue;
    const key = `${String(context.sentenceIndex(statement.range.start))} ${statement.group.id ?? statement.group.text}`;
    parts.set(key, [...(parts.get(key) ?? []), statement]);
  }
  for (const all of parts.values()) {
    const codes = new Set(all.map(({ outcome }) => outcome?.code));
    const sum = all.reduce((total, { percent }) => total + (percent ?? 0), 0);
    if (codes.size !== all.length || sum <= 100 + all.length) continue;
    yield {
      about: all,
      range: { start: all[0]!.range.start, end: all.at(-1)!.range.end },
      message: `Response categories of one group add up to ${sum.toFixed(1)}%.`,
      reported: `${sum.toFixed(1)}%`,
      expected: "at most 100%",
      explanations: [],
    };
  }
}
