/** Quick fixes that amend the review's protocol: what a document reports and the protocol does not foresee. */
import type { CodeAction, Diagnostic } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.js";
import { noResult } from "../check/rules/protocolOutcomeMissing.js";
import type { Finding, OutcomeRef, Range } from "../extraction.js";
import { appendItem, setValue, type JsonEdit } from "../review/jsonEdits.js";
import type { Protocol, ProtocolOutcome } from "../review/protocol.js";
import { newGroup, newOutcome } from "./newTerms.js";
import { toLspRange, type Lines } from "./location.js";
import { english, type Say } from "./wording.js";

/** The protocol in force, its file as the editor or the disk has it, and the language that fixes are offered in. */
export interface ProtocolFile {
  readonly protocol: Protocol;
  readonly document: TextDocument;
  readonly say?: Say;
}

interface Fix {
  readonly title: (say: Say) => string;
  readonly edits: readonly JsonEdit[];
}

/** Most terms of the protocol to which new words are offered as a synonym. */
const MOST_SYNONYMS = 4;

/**
 * Fixes for the findings of the protocol's rules within a range, and for the statements there whose outcome the protocol does not name.
 *
 * @param path the document's, as `notReportedIn` has it
 * @param range offsets in the document; empty for a cursor
 * @param diagnostics those that the editor shows there; each fix names its own
 */
export function protocolFixes(
  analysis: Analysis,
  lines: Lines,
  path: string,
  range: Range,
  diagnostics: readonly Diagnostic[],
  file: ProtocolFile,
): CodeAction[] {
  const { say = english } = file;
  const actions: CodeAction[] = [];
  const offered = new Set<string>();
  const offer = (fixes: readonly Fix[], about?: Diagnostic): void => {
    for (const { title: titleOf, edits } of fixes) {
      const title = titleOf(say);
      if (edits.length === 0 || offered.has(title)) continue;
      offered.add(title);
      actions.push({
        title,
        kind: CodeActionKind.QuickFix,
        ...(about === undefined ? {} : { diagnostics: [about] }),
        edit: { changes: { [file.document.uri]: edits.map((edit) => toTextEdit(edit, file.document)) } },
      });
    }
  };
  for (const finding of analysis.findings) {
    if (!finding.rule.startsWith("protocol-") || !touches(finding.range, range)) continue;
    offer(fixesOf(finding, analysis, path, file), shownAs(finding, diagnostics, lines));
  }
  for (const { outcome, kind, range: place } of analysis.statements) {
    if (outcome === null || kind === "group-size" || !touches(place, range)) continue;
    if (isKnown(outcome, file.protocol)) continue;
    offer(outcomeFixes(outcome, file));
  }
  return actions;
}

function fixesOf(finding: Finding, analysis: Analysis, path: string, file: ProtocolFile): Fix[] {
  const { protocol, document } = file;
  const text = document.getText();
  const statement = analysis.statements.find(({ id }) => id === finding.statements[0]);
  const outcomes = protocol.outcomes ?? [];
  switch (finding.rule) {
    case "protocol-outcome-unknown":
      return statement?.outcome ? outcomeFixes(statement.outcome, file) : [];
    case "protocol-group":
      return groupFixes(finding.reported, file);
    case "protocol-outcome-missing": {
      const at = outcomes.findIndex((outcome) => noResult(outcome) === finding.reported);
      return at < 0 ? [] : missingFixes(outcomes[at]!, at, path, text);
    }
    case "protocol-measure":
    case "protocol-unit": {
      const outcome = statement?.outcome;
      const at = outcome ? outcomes.findIndex((term) => names(term, outcome)) : -1;
      if (at < 0) return [];
      const { code } = outcomes[at]!;
      return finding.rule === "protocol-unit"
        ? [
            {
              title: (say) => say("Expect {0} in {1} in the protocol", code, finding.reported),
              edits: setValue(text, ["outcomes", at, "unit"], finding.reported),
            },
          ]
        : [
            {
              title: (say) => say("Allow {0} for {1} in the protocol", finding.reported, code),
              edits: appendItem(text, ["outcomes", at, "measures"], finding.reported),
            },
          ];
    }
    case "protocol-interval": {
      const key = finding.reported === "no interval" ? "intervalRequired" : "level";
      return [
        {
          title: (say) => say("Do not ask for this in the protocol"),
          edits: setValue(text, ["reporting", key], undefined),
        },
      ];
    }
    case "protocol-exact-p":
      return [
        {
          title: (say) => say("Do not ask for exact p-values in the protocol"),
          edits: setValue(text, ["reporting", "exactP"], undefined),
        },
      ];
    default:
      return [];
  }
}

function missingFixes({ code }: ProtocolOutcome, at: number, path: string, text: string): Fix[] {
  return [
    {
      title: (say) => say("Mark {0} as not reported in this document", code),
      edits: appendItem(text, ["outcomes", at, "notReportedIn"], path),
    },
    {
      title: (say) => say("Do not require {0} in the protocol", code),
      edits: setValue(text, ["outcomes", at, "required"], undefined),
    },
  ];
}

function outcomeFixes(outcome: OutcomeRef, { protocol, document }: ProtocolFile): Fix[] {
  const text = document.getText();
  const outcomes = protocol.outcomes ?? [];
  const term = newOutcome(
    outcome,
    outcomes.map(({ code }) => code),
  );
  return [
    {
      title: (say) => say("Add '{0}' to the protocol", term.code),
      edits: appendItem(text, ["outcomes"], term),
    },
    ...synonymFixes(
      outcome.text,
      outcomes.map(({ code, ...rest }) => ({ name: code, ...rest })),
      "outcomes",
      text,
    ),
  ];
}

function groupFixes(label: string, { protocol, document }: ProtocolFile): Fix[] {
  const text = document.getText();
  const groups = protocol.groups ?? [];
  const term = newGroup(
    label,
    groups.map(({ id }) => id),
  );
  return [
    {
      title: (say) => say("Add group '{0}' to the protocol", label),
      edits: appendItem(text, ["groups"], term),
    },
    ...synonymFixes(
      label,
      groups.map(({ id, ...rest }) => ({ name: id, ...rest })),
      "groups",
      text,
    ),
  ];
}

interface Named {
  readonly name: string;
  readonly label: string;
  readonly synonyms?: readonly string[] | undefined;
}

/** The terms that share a word with the new name come first. */
function synonymFixes(
  word: string,
  terms: readonly Named[],
  list: "outcomes" | "groups",
  text: string,
): Fix[] {
  const words = wordsOf(word);
  const alike = ({ label, synonyms = [] }: Named): number =>
    [label, ...synonyms].some((name) => wordsOf(name).some((w) => words.includes(w))) ? 1 : 0;
  return terms
    .map((term, at) => ({ term, at }))
    .sort((a, b) => alike(b.term) - alike(a.term) || a.at - b.at)
    .slice(0, MOST_SYNONYMS)
    .map(({ term, at }) => ({
      title: (say) => say("Add '{0}' as a synonym of {1}", word, term.name),
      edits: appendItem(text, [list, at, "synonyms"], word),
    }));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 3);
}

function isKnown(outcome: OutcomeRef, { outcomes = [] }: Protocol): boolean {
  // Without outcomes of its own a protocol leaves open what the review collects.
  return outcomes.length === 0 || outcomes.some((term) => names(term, outcome));
}

function names({ code, label, synonyms = [] }: ProtocolOutcome, outcome: OutcomeRef): boolean {
  const text = outcome.text.toLowerCase();
  return code === outcome.code || [label, ...synonyms].some((name) => name.toLowerCase() === text);
}

function touches(a: Range, b: Range): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function shownAs(finding: Finding, diagnostics: readonly Diagnostic[], lines: Lines): Diagnostic | undefined {
  const { start, end } = toLspRange(lines, finding.range);
  return diagnostics.find(
    ({ code, range }) =>
      code === finding.rule &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
}

function toTextEdit({ offset, length, content }: JsonEdit, document: TextDocument) {
  return { range: toLspRange(document, { start: offset, end: offset + length }), newText: content };
}
