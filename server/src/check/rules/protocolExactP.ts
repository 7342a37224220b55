import type { Range, Statement } from "../../extraction.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "p-value not exact",
  reference: "The review's protocol, `reporting`; ICMJE Recommendations, on statistics.",
  what: "The protocol asks for exact p-values, and one is given as a bound or as not significant.",
  formula: "`exactP` and p printed with <, > or as n.s., except p < b with b ≤ 0.001",
  example: {
    text: "The difference was significant (p < 0.05).",
    why: "0.049 or 0.0001? The protocol wants to know.",
  },
  silent: ["p < 0.001 and below, as journals print it"],
};

/** Up to this bound journals print no exact value. */
const CUSTOMARY = 0.001;

export const protocolExactP: Rule = {
  id: "protocol-exact-p",
  defaultSeverity: "information",
  *check(context) {
    if (context.protocol.reporting?.exactP !== true) return;
    for (const statement of context.statements) {
      const p = pOf(statement);
      if (p === null || p.comparator === "=") continue;
      const below = p.comparator === "<" || p.comparator === "<=";
      if (below && p.value !== null && p.value <= CUSTOMARY) continue;
      yield {
        about: [statement],
        range: p.range,
        message: "The protocol asks for exact p-values; this is only a bound.",
        reported: context.text.slice(p.range.start, p.range.end),
        expected: "an exact p-value",
        explanations: [],
      };
    }
  },
};

interface PrintedP {
  readonly comparator: string;
  readonly value: number | null;
  readonly range: Range;
}

function pOf(statement: Statement): PrintedP | null {
  return statement.kind === "p-value" ? statement : statement.p;
}
