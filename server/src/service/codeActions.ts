/** What a reviewer can do about a finding from where it is shown. */
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import { DIAGNOSTIC_SOURCE } from "./diagnostics.js";
import { english, type Say } from "./wording.js";

/** The client's command that asks for a severity and writes it to the settings. */
export const SET_RULE_SEVERITY = "outcomeLens.setRuleSeverity";

/** The client's command that asks why and keeps the dismissal in the file of decisions. */
export const DISMISS_FINDING = "outcomeLens.dismissFinding";

/** Quick fixes for the diagnostics at hand: to dismiss one, to dismiss all of its rule here, to change the rule's severity. */
export function codeActions(
  uri: string,
  diagnostics: readonly Diagnostic[],
  say: Say = english,
): CodeAction[] {
  const byRule = new Map<string, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.source !== DIAGNOSTIC_SOURCE || typeof diagnostic.code !== "string") continue;
    byRule.set(diagnostic.code, [...(byRule.get(diagnostic.code) ?? []), diagnostic]);
  }
  const action = (title: string, about: Diagnostic[], command: string, args: unknown[]): CodeAction => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: about,
    command: { title, command, arguments: args },
  });
  return [...byRule].flatMap(([rule, about]) => [
    ...about.map((one) =>
      action(say('Dismiss this finding of "{0}"…', rule), [one], DISMISS_FINDING, [uri, rule, one.range]),
    ),
    action(say('Dismiss rule "{0}" in this document…', rule), about, DISMISS_FINDING, [uri, rule]),
    action(say('Change severity of rule "{0}"…', rule), about, SET_RULE_SEVERITY, [rule]),
  ]);
}
