import { lineOf } from "../../recognise/line.js";
import { UNITS } from "../../recognise/lexicon/units.js";
import { outcomeOf } from "../expected.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Unit other than the protocol's",
  reference: "The review's protocol, `outcomes.unit`.",
  what: "A median or mean of an outcome is given in another unit than the protocol expects.",
  formula: "the unit read ≠ the outcome's `unit`, each by the name that the lexicon has for it",
  example: { text: "Median overall survival was 61 weeks.", why: "The protocol expects months." },
  silent: ["the statement has no unit", "the outcome has no `unit`", "kinds without a unit of their own"],
};

export const protocolUnit: Rule = {
  id: "protocol-unit",
  defaultSeverity: "information",
  *check(context) {
    for (const statement of [...context.of("median"), ...context.of("mean")]) {
      const { code, unit } = outcomeOf(context, statement) ?? {};
      if (code === undefined || unit === undefined || statement.unit === null) continue;
      if (nameOf(statement.unit) === nameOf(unit)) continue;
      yield {
        about: [statement],
        range: statement.ranges["unit"] ?? statement.range,
        message: `The protocol expects ${code} in ${unit}; this is ${statement.unit}.`,
        reported: statement.unit,
        expected: unit,
        explanations: [],
      };
    }
  },
};

function nameOf(unit: string): string {
  return UNITS.at(lineOf(unit), 0)?.value.name ?? unit.toLowerCase();
}
