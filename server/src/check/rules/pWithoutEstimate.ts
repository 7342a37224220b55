import { reportedP } from "../format.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "p-value without an estimate",
  reference: "CONSORT 2010, item 17a: the estimated effect size and its precision, not p alone.",
  what: "A p-value stands in a sentence without any estimate, count or statistic that it could belong to.",
  formula: "a p-value that compares nothing, in a sentence of p-values only",
  example: {
    text: "Pain did not differ between the groups (P = .31)",
    why: "How much it differed is not said.",
  },
  silent: ["the sentence has any other statement", "the p-value is of interaction, trend or heterogeneity"],
};

export const pWithoutEstimate: Rule = {
  id: "p-without-estimate",
  defaultSeverity: "off",
  *check(context) {
    for (const statement of context.of("p-value")) {
      if (statement.compares.length > 0 || statement.tag !== null) continue;
      if (context.inSentenceOf(statement.range).some((s) => s.kind !== "p-value")) continue;
      yield {
        about: [statement],
        range: statement.range,
        message: `${reportedP(statement)} stands without an estimate.`,
        reported: reportedP(statement),
        expected: "an estimate with its interval",
        explanations: [],
      };
    }
  },
};
