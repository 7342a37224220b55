/** Runs the rules over a document that was read. */
import type { Finding, Severity } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import type { Reading } from "../recognise/reading.js";
import { Context } from "./context.js";
import type { Contradiction, Rule } from "./rule.js";
import { RULES } from "./rules.js";

export type Severities = Readonly<Record<string, Severity | "off">>;

/**
 * All findings of a document in its order, each once.
 *
 * @param severities by rule id; "off" silences a rule, and a rule that is not named keeps its default.
 *   A finding whose innocent explanation stands in the text stays a hint.
 * @param protocol what the review expects of its documents, and how strict it is
 */
export function check(
  reading: Reading,
  severities: Severities = {},
  protocol: Omit<AnalyseOptions, "rules"> = {},
): Finding[] {
  const context = new Context(reading, protocol.inReview === false ? outsideReview(protocol) : protocol);
  const findings: Finding[] = [];
  const seen = new Set<string>();
  for (const [index, rule] of RULES.entries()) {
    const configured = severities[rule.id] ?? rule.defaultSeverity;
    if (configured === "off") continue;
    for (const contradiction of rule.check(context, 1 << index)) {
      const { start, end } = contradiction.range;
      const key = `${rule.id} ${String(start)} ${String(end)} ${contradiction.reported}`;
      if (seen.has(key)) continue;
      seen.add(key);
      findings.push(finding(rule, contradiction, configured, severities[rule.id] !== undefined));
    }
  }
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

/** Nothing is expected of a document that the review does not name; how strict it is read stays as it is. */
function outsideReview({ strictness }: AnalyseOptions): AnalyseOptions {
  return strictness === undefined ? {} : { strictness };
}

function finding(
  rule: Rule,
  contradiction: Contradiction,
  configured: Severity,
  byReviewer: boolean,
): Finding {
  const { about, range, message, reported, expected, explanations, repair, related, severity } =
    contradiction;
  const own = severity === "hint" || !byReviewer ? severity : undefined;
  return {
    rule: rule.id,
    severity: own ?? configured,
    message,
    statements: about.map(({ id }) => id),
    range: { start: range.start, end: range.end },
    reported,
    expected,
    explanations: [...explanations],
    ...(repair === undefined ? {} : { repair }),
    ...(related === undefined || related.length === 0
      ? {}
      : {
          related: related.map((r) => ({
            range: { start: r.range.start, end: r.range.end },
            message: r.message,
          })),
        }),
  };
}
