/** Outcomes and groups for the protocol, made from a name in a document or from the lexicon. */
import type { OutcomeRef } from "../extraction.js";
import { ENDPOINT_TABLE, type Endpoint } from "../recognise/lexicon/endpoints.js";
import type { ProtocolGroup, ProtocolOutcome } from "../review/protocol.js";

/** Codes of the lexicon that stand for something else than an endpoint that a review collects. */
const NO_ENDPOINTS: ReadonlySet<string> = new Set(["follow-up", "age", "BMI"]);

/** A standard endpoint, as it can be put into a protocol. */
export function standardOutcomes(): ProtocolOutcome[] {
  return ENDPOINT_TABLE.filter(([{ code }]) => !NO_ENDPOINTS.has(code)).map(([endpoint, names]) =>
    standardOutcome(endpoint, names),
  );
}

/** A new outcome with a code that is not taken. */
export function newOutcome({ text, code }: OutcomeRef, taken: readonly string[]): ProtocolOutcome {
  const standard = ENDPOINT_TABLE.find(([endpoint]) => endpoint.code === code);
  if (standard !== undefined) return standardOutcome(...standard);
  return { code: free(codeOf(text), taken), label: text };
}

export function newGroup(label: string, taken: readonly string[]): ProtocolGroup {
  const id = label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join("-");
  return { id: free(id === "" ? "group" : id, taken), label };
}

/** Survival and times to an event come with the measures and the unit in which reviews collect them. */
function standardOutcome({ code }: Endpoint, names: readonly string[]): ProtocolOutcome {
  const label =
    names.find((name) => /[a-z]{3}/.test(name) && name !== code.toLowerCase()) ?? names[0] ?? code;
  return /survival|^time to/.test(label)
    ? { code, label, measures: ["median", "landmark", "HR"], unit: "month" }
    : { code, label };
}

const SMALL_WORDS = new Set([
  "of",
  "the",
  "in",
  "to",
  "and",
  "or",
  "for",
  "at",
  "on",
  "a",
  "an",
  "with",
  "from",
  "by",
]);

/** "time to dialysis" → TTD, "EQ-5D" → EQ-5D, "pneumonia" → PNEUMONIA. */
function codeOf(text: string): string {
  const words = text.split(/[^\p{L}\p{N}-]+/u).filter(Boolean);
  const [only = "OUTCOME"] = words;
  if (words.length < 2) return only.toUpperCase();
  const telling = words.filter((word) => !SMALL_WORDS.has(word.toLowerCase()) || word.toLowerCase() === "to");
  return (telling.length > 1 ? telling : words).map(([initial = ""]) => initial.toUpperCase()).join("");
}

function free(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map((code) => code.toLowerCase()));
  let candidate = name;
  for (let i = 2; used.has(candidate.toLowerCase()); i++) candidate = `${name}${i}`;
  return candidate;
}
