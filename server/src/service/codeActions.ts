/** What a reviewer can do about a finding from where it is shown. */
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import { DIAGNOSTIC_SOURCE } from "./diagnostics.js";

/** The client's command that asks for a severity and writes it to the settings. */
export const SET_RULE_SEVERITY = "outcomeLens.setRuleSeverity";

/** One quick fix for each rule that speaks in the diagnostics at hand. */
export function codeActions(diagnostics: readonly Diagnostic[]): CodeAction[] {
  const byRule = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.source !== DIAGNOSTIC_SOURCE || typeof diagnostic.code !== "string") continue;
    byRule.set(diagnostic.code, [...(byRule.get(diagnostic.code) ?? []), diagnostic]);
  }
  return [...byRule].map(([rule, about]) => {
    const title = `Change severity of rule "${rule}"…`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: about,
      command: { title, command: SET_RULE_SEVERITY, arguments: [rule] },
    };
  });
}
