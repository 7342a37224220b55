/** The phrases by which a context tells sentences apart, with what they mean. */
import type { Endpoint } from "../lexicon/endpoints.js";
import type { Arm } from "./arms.js";

/** Phrases of the arms, short and long forms of abbreviations, and the document's own outcomes. */
export function entriesOf(
  names: Iterable<readonly [Arm, readonly string[]]>,
  abbreviations: ReadonlyMap<string, string>,
  endpoints: Iterable<readonly [Endpoint, readonly string[]]>,
): Map<string, string> {
  const entries = new Map<string, string>();
  const enter = (phrase: string, meaning: string): void => {
    entries.set(phrase, `${entries.get(phrase) ?? ""}\n${meaning}`);
  };
  for (const [arm, phrases] of names) for (const p of phrases) enter(p, arm.key);
  for (const [short, long] of abbreviations) {
    enter(short.toLowerCase(), long);
    enter(long, "a long form");
  }
  for (const [endpoint, phrases] of endpoints) for (const p of phrases) enter(p, JSON.stringify(endpoint));
  return entries;
}
