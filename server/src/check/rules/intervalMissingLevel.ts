import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Confidence interval without a level",
  reference: "CONSORT 2010, item 17a; STROBE, item 16a.",
  what: "An effect's confidence interval names no level, and no other interval of the document does.",
  formula: "type = CI, level absent here and in the whole document",
  example: { text: "odds ratio 1.4 (1.1–1.8)", why: "90% or 95%? The document never says." },
  silent: [
    "any interval of the document names its level",
    "it was said of an effect before: once a document",
  ],
};

export const intervalMissingLevel: Rule = {
  id: "interval-missing-level",
  defaultSeverity: "information",
  *check(context) {
    if (context.statements.some(({ interval }) => interval?.level != null)) return;
    for (const statement of context.of("effect")) {
      const { interval } = statement;
      if (interval?.type !== "CI") continue;
      yield {
        about: [statement],
        range: interval.range,
        message: "The interval names no confidence level, and nor does any other of the document.",
        reported: context.text.slice(interval.range.start, interval.range.end),
        expected: "a level such as 95%",
        explanations: [],
      };
      return;
    }
  },
};
