/** Which findings are about a statement, gravest first. */
import type { Analysis } from "../analyse.js";
import type { Finding, Severity } from "../extraction.js";

const GRAVITY: readonly Severity[] = ["hint", "information", "warning", "error"];

/** Statement id → its findings, gravest first. Built once for a list, not once for a statement. */
export function findingsByStatement(
  analysis: Pick<Analysis, "findings">,
): ReadonlyMap<string, readonly Finding[]> {
  const found = new Map<string, Finding[]>();
  for (const finding of byGravity(analysis.findings)) {
    for (const id of new Set(finding.statements)) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [finding]);
      else list.push(finding);
    }
  }
  return found;
}

function byGravity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => GRAVITY.indexOf(b.severity) - GRAVITY.indexOf(a.severity));
}
