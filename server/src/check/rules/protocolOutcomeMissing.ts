import type { Range } from "../../extraction.js";
import type { OutcomeTerm } from "../../options.js";
import type { Context } from "../context.js";
import { outcomeOf } from "../expected.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Required outcome not reported",
  reference: "The review's protocol, `outcomes`.",
  what: "The protocol requires an outcome, and no result for it was read in the document.",
  formula: "an outcome with `required: true` that no statement of the document is about",
  example: {
    text: "Median progression-free survival was 6.8 months with tarvenib and 4.1 months with docetaxel.",
    why: "A protocol that requires OS gets a finding: the abstract reports only PFS.",
  },
  silent: ["the document stands in the outcome's `notReportedIn`", "without a protocol"],
};

export const protocolOutcomeMissing: Rule = {
  id: "protocol-outcome-missing",
  defaultSeverity: "warning",
  *check(context) {
    const { outcomes = [], path } = context.protocol;
    const required = outcomes.filter((outcome) => outcome.required === true);
    if (required.length === 0) return;
    const reported = new Set(context.statements.map((statement) => outcomeOf(context, statement)));
    for (const outcome of required) {
      if (reported.has(outcome)) continue;
      if (path !== undefined && outcome.notReportedIn?.includes(path) === true) continue;
      yield {
        about: [],
        range: opening(context),
        message: `The protocol requires ${outcome.label} (${outcome.code}), and no result for it was read here.`,
        reported: noResult(outcome),
        expected: `a result for ${outcome.label}`,
        explanations: ["the document does not report it", "it is reported in words that were not understood"],
      };
    }
  },
};

/** What the finding says was reported; tells the outcomes apart that are missing at the same place. */
export function noResult({ code }: Pick<OutcomeTerm, "code">): string {
  return `no result for ${code}`;
}

/** The first line with something on it: what is missing has no place of its own. */
function opening({ text }: Context): Range {
  const start = Math.max(0, text.search(/\S/));
  const line = /[\r\n]/.exec(text.slice(start, start + 400));
  return { start, end: line === null ? Math.min(text.length, start + 400) : start + line.index };
}
