import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Time without a unit",
  reference: "CONSORT 2010, item 17a; STROBE, item 16a.",
  what: "A median of a time-to-event outcome stands without days, weeks, months or years.",
  formula: "kind = median, outcome a time to an event, unit absent",
  example: {
    text: "median progression-free survival was 4.1 versus 2.9 (P = .02)",
    why: "4.1 what? Neither value names a unit.",
  },
  silent: ["the value was not reached", "another median of the sentence names the unit"],
};

export const unitMissing: Rule = {
  id: "unit-missing",
  defaultSeverity: "information",
  check: (context, bit) =>
    context.each("median", bit, (statement) => {
      if (statement.unit !== null || statement.value === "NR" || !TIMES.has(statement.outcome?.code ?? ""))
        return null;
      if (context.inSentenceOf(statement.range).some((s) => s.kind === "median" && s.unit !== null))
        return null;
      const literal = statement.literal.value ?? String(statement.value);
      return {
        about: [statement],
        range: statement.range,
        message: `The median of ${literal} names no unit of time.`,
        reported: literal,
        expected: "a unit such as months",
        explanations: [],
      };
    }),
};

const TIMES: ReadonlySet<string> = new Set([
  "OS",
  "PFS",
  "DFS",
  "RFS",
  "EFS",
  "TTP",
  "TTF",
  "DOR",
  "MFS",
  "CSS",
]);
