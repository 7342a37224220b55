import { outcomeOf, reportedAs } from "../expected.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Measure outside the protocol",
  reference: "The review's protocol, `outcomes.measures`.",
  what: "An outcome is reported in a measure that the protocol does not allow for it.",
  formula:
    "the measure of an effect, or the kind of another statement, is not among the outcome's `measures`",
  example: {
    text: "Overall survival was better with tarvenib (odds ratio 0.71, 95% CI 0.52 to 0.97).",
    why: "The protocol allows median and HR for overall survival.",
  },
  silent: [
    "the outcome has no `measures`",
    "p-values, test statistics, group sizes and other kinds that `measures` cannot name",
  ],
};

export const protocolMeasure: Rule = {
  id: "protocol-measure",
  defaultSeverity: "information",
  *check(context) {
    if ((context.protocol.outcomes ?? []).length === 0) return;
    for (const statement of context.statements) {
      const { code, measures } = outcomeOf(context, statement) ?? {};
      const measure = reportedAs(statement);
      if (code === undefined || measures === undefined || measure === null) continue;
      if (measures.includes(measure)) continue;
      yield {
        about: [statement],
        range: statement.range,
        message: `The protocol does not collect ${code} as ${measure}, only as ${measures.join(", ")}.`,
        reported: measure,
        expected: measures.join(", "),
        explanations: [],
      };
    }
  },
};
