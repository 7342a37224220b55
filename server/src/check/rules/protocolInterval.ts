import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Interval that the protocol asks for is missing",
  reference: "The review's protocol, `reporting`; CONSORT 2010, item 17a.",
  what: "The protocol asks for confidence intervals, or for intervals of one level, and an effect comes without.",
  formula: "`intervalRequired` and an effect without an interval, or a CI whose level ≠ `level`",
  example: {
    text: "The hazard ratio for death was 0.74 (p = 0.01).",
    why: "The protocol requires an interval with every effect.",
  },
  silent: ["the protocol does not ask for intervals", "a CI whose level the document does not print"],
};

export const protocolInterval: Rule = {
  id: "protocol-interval",
  defaultSeverity: "warning",
  *check(context) {
    const { intervalRequired, level } = context.protocol.reporting ?? {};
    if (intervalRequired !== true && level === undefined) return;
    for (const statement of context.of("effect")) {
      const { interval, range } = statement;
      if (interval === null) {
        if (intervalRequired !== true) continue;
        yield {
          about: [statement],
          range,
          message: `The protocol asks for a confidence interval with every effect; this ${statement.measure} has none.`,
          reported: "no interval",
          expected: level === undefined ? "a confidence interval" : `a ${level}% confidence interval`,
          explanations: [],
        };
      } else if (level !== undefined && interval.type === "CI" && (interval.level ?? level) !== level) {
        yield {
          about: [statement],
          range: interval.range,
          message: `The protocol asks for ${level}% intervals; this is one of ${interval.level}%.`,
          reported: `${interval.level}%`,
          expected: `${level}%`,
          explanations: ["adjusted for interim analyses or multiple comparisons"],
        };
      }
    }
  },
};
