/** From the text of `outcome-review.json` to a protocol, or to faults at their places. */
import { closest } from "./closest.js";
import { duplicateKeys, faultMaker, parseJson, type Fault, type JsonPath } from "./json.js";
import { protocol, type Protocol } from "./protocol.js";

/** What only other parts of the house know. */
export interface KnownTerms {
  /** Ids of all rules. */
  readonly rules: readonly string[];
  readonly isUnit: (text: string) => boolean;
}

export interface ParsedProtocol {
  /** Absent when an error makes the file unusable. */
  readonly value?: Protocol;
  /** Errors and warnings in order of their places. */
  readonly faults: readonly Fault[];
}

type Report = (path: JsonPath, message: string, severity?: Fault["severity"], atKey?: boolean) => void;

/** Reads a protocol and holds it against its schema and against itself. No file is touched. */
export function parseProtocol(text: string, known: KnownTerms): ParsedProtocol {
  const parsed = parseJson(protocol, text);
  if (parsed.faults !== undefined) return { faults: parsed.faults };
  const { value } = parsed;
  const faults = duplicateKeys(text);
  const make = faultMaker(text);
  const report: Report = (...fault) => void faults.push(make(...fault));
  checkOutcomes(value, known, report);
  checkTerms(
    "groups",
    value.groups?.map(({ id, ...rest }) => ({ key: id, ...rest })),
    "id",
    report,
  );
  checkReviewers(value, report);
  checkRules(value, known, report);
  checkDocuments(value, report);
  faults.sort((a, b) => a.start - b.start);
  return faults.some(({ severity }) => severity === "error") ? { faults } : { value, faults };
}

function checkOutcomes({ outcomes }: Protocol, { isUnit }: KnownTerms, report: Report): void {
  checkTerms(
    "outcomes",
    outcomes?.map(({ code, ...rest }) => ({ key: code, ...rest })),
    "code",
    report,
  );
  outcomes?.forEach(({ unit }, i) => {
    if (unit !== undefined && !isUnit(unit)) {
      report(["outcomes", i, "unit"], `"${unit}" is no unit that is recognised in documents.`);
    }
  });
}

interface NamedTerm {
  readonly key: string;
  readonly label: string;
  readonly synonyms?: readonly string[] | undefined;
}

/** A word must lead to one term; upper and lower case make no difference in documents. */
function checkTerms(
  list: "outcomes" | "groups",
  terms: readonly NamedTerm[] | undefined,
  keyName: string,
  report: Report,
): void {
  const keys = new Map<string, number>();
  const owners = new Map<string, number>();
  terms?.forEach(({ key, label, synonyms }, i) => {
    if (keys.has(key.toLowerCase())) {
      report([list, i, keyName], `"${key}" stands here twice; a ${keyName} names one entry.`);
    }
    keys.set(key.toLowerCase(), i);
    const spellings: [string, JsonPath][] = [[label, [list, i, "label"]]];
    synonyms?.forEach((word, k) => spellings.push([word, [list, i, "synonyms", k]]));
    for (const [word, path] of spellings) {
      const owner = owners.get(word.toLowerCase());
      owners.set(word.toLowerCase(), owner ?? i);
      if (owner === i) report(path, `"${word}" stands here twice.`, "warning");
      else if (owner !== undefined) {
        report(path, `"${word}" already belongs to "${terms[owner]?.key}".`);
      }
    }
  });
}

function checkReviewers({ reviewers = [], blind }: Protocol, report: Report): void {
  const seen = new Set<string>();
  reviewers.forEach(({ id }, i) => {
    // Folders are named after reviewers, and many file systems do not tell upper from lower case.
    if (seen.has(id.toLowerCase())) report(["reviewers", i, "id"], `The reviewer "${id}" stands here twice.`);
    seen.add(id.toLowerCase());
  });
  if (blind === true && reviewers.length < 2) {
    report(["blind"], "Blinding needs at least two reviewers.", "warning");
  }
}

function checkRules({ rules = {} }: Protocol, known: KnownTerms, report: Report): void {
  for (const rule of Object.keys(rules)) {
    if (known.rules.includes(rule)) continue;
    const near = closest(rule, known.rules);
    const advice = near === undefined ? "" : ` Did you mean "${near}"?`;
    report(["rules", rule], `There is no rule "${rule}".${advice}`, "error", true);
  }
}

function checkDocuments({ documents = [] }: Protocol, report: Report): void {
  documents.forEach((pattern, i) => {
    if (/^([/\\]|[a-z]:)/i.test(pattern) || pattern.split(/[/\\]/).includes("..")) {
      report(["documents", i], "Patterns are relative to this file's folder and stay inside it.");
    }
  });
}
