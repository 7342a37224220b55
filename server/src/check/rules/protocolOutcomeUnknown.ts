import type { Statement } from "../../extraction.js";
import { outcomeOf } from "../expected.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Outcome outside the protocol",
  reference: "The review's protocol, `outcomes`.",
  what: "Results are about a standard outcome that the protocol does not name. One finding for each such outcome of a document, at its first result.",
  formula:
    "the code that the lexicon has for the outcome, and its words, are those of no outcome of the protocol",
  example: {
    text: "Median time to progression was 5.2 months.",
    why: "The protocol names OS and PFS. Its quick fixes add TTP, or add the words to one of the outcomes.",
  },
  silent: [
    "the protocol names no outcomes",
    "outcomes without a standard code: what they mean is the reviewer's to say",
    "group sizes",
  ],
};

export const protocolOutcomeUnknown: Rule = {
  id: "protocol-outcome-unknown",
  defaultSeverity: "hint",
  *check(context) {
    if ((context.protocol.outcomes ?? []).length === 0) return;
    const outside = new Map<string, Statement[]>();
    for (const statement of context.statements) {
      const { outcome } = statement;
      if (outcome?.code === undefined || outcome.code === "follow-up" || statement.kind === "group-size")
        continue;
      if (outcomeOf(context, statement) !== undefined) continue;
      const known = outside.get(outcome.code);
      if (known === undefined) outside.set(outcome.code, [statement]);
      else known.push(statement);
    }
    for (const about of outside.values()) {
      const [first] = about;
      const { text, code } = first!.outcome!;
      const name = code === text ? `"${text}"` : `"${text}" (${code})`;
      yield {
        about,
        range: first!.outcome!.range ?? first!.range,
        message: `${name} is no outcome of the protocol.`,
        reported: text,
        expected: "an outcome of the protocol",
        explanations: ["other words for an outcome of the protocol", "not collected by this review"],
      };
    }
  },
};
