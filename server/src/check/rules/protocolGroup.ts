import { knownGroup } from "../expected.js";
import type { Rule, RulePage } from "../rule.js";

export const page: RulePage = {
  title: "Group outside the protocol",
  reference: "The review's protocol, `groups`.",
  what: "The document compares an arm that the protocol does not know. One finding for each arm, at its first result.",
  formula: "no label or synonym of the protocol's groups stands among the words of the group's name",
  example: {
    text: "Response rates were 31% with tarvenib and 24% with vinorelbine.",
    why: "The protocol knows tarvenib and docetaxel. Quick fixes add the group, or its words to one of the others.",
  },
  silent: [
    "the protocol names no groups",
    "groups that are no arm of the main comparison",
    "groups of which nothing is reported",
  ],
};

export const protocolGroup: Rule = {
  id: "protocol-group",
  defaultSeverity: "hint",
  *check(context) {
    if ((context.protocol.groups ?? []).length === 0) return;
    for (const group of context.reading.groups) {
      if (group.role !== "experimental" && group.role !== "control") continue;
      if (knownGroup(context, group) !== undefined) continue;
      const about = context.statements.filter(
        (statement) => statement.group?.id === group.id || statement.reference?.id === group.id,
      );
      const [first] = about;
      if (first === undefined) continue;
      const named = first.group?.id === group.id ? first.group : first.reference;
      yield {
        about,
        range: named?.range ?? first.range,
        message: `The protocol knows no group "${group.label}".`,
        reported: group.label,
        expected: "a group of the protocol",
        explanations: ["other words for a group of the protocol", "an arm that this review leaves out"],
      };
    }
  },
};
