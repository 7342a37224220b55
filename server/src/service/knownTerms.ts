/** What a protocol is held against: the rules there are, and the units that are recognised. */
import { RULES } from "../check/rules.js";
import { lineOf } from "../recognise/line.js";
import { UNITS } from "../recognise/lexicon/units.js";
import type { KnownTerms } from "../review/parseProtocol.js";

export function knownTerms(): KnownTerms {
  return { rules: RULES.map(({ id }) => id), isUnit };
}

/** Whether the whole text is one unit: "month", "mg/dL". */
function isUnit(text: string): boolean {
  const line = lineOf(text);
  return UNITS.at(line, 0)?.end === line.tokens.length;
}
