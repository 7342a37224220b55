/** Arms that their doses alone tell apart: "canagliflozin 50, 100 and 300 mg" are three. */
import { UNITS } from "../lexicon/units.js";
import { isAgainst } from "./compare.js";
import type { Mention, Words } from "./mentions.js";
import { FREE, norm, textOf } from "./view.js";

/** The groups of a list of doses whose first stands at token `i`, behind the drug; none where fewer than two are listed. */
export function doseArms(v: Words, i: number): Mention[] {
  if (!isDose(v, i) || v.cls[i - 1] !== "word" || v.line.tokens[i - 1]!.type !== "word") return [];
  const at = [i];
  let k = i + 1;
  for (let n = 0; n < 5; n++) {
    const next = nextDose(v, k);
    if (next === undefined) break;
    at.push(next);
    k = next + 1;
  }
  const unit = UNITS.at(v.line, k);
  if (at.length < 2 || unit?.value.kind !== "dose") return [];
  const drug = { from: i - 1, to: i };
  const unitText = textOf(v, { from: k, to: unit.end });
  const against = isAgainst(v, drug.from);
  return at.map((dose, j) => {
    const from = j === 0 ? drug.from : dose;
    const to = UNITS.at(v.line, dose + 1)?.end ?? dose + 1;
    const number = v.line.tokens[dose]!.text;
    return {
      from,
      to,
      label: { from, to },
      key: keyFor(v, norm(v, drug.from), number, unitText),
      kind: "arm",
      against,
      said: `${textOf(v, drug)} ${number} ${unitText}`,
    };
  });
}

const isDose = (v: Words, i: number): boolean =>
  v.line.tokens[i]?.type === "number" && v.line.claims[i] === "dose" && v.owner[i] === FREE;

/** The next dose of the list; a unit, a comma, "and" or "or" may stand before it. */
function nextDose(v: Words, from: number): number | undefined {
  let k = UNITS.at(v.line, from)?.end ?? from;
  const start = k;
  while (k < start + 2 && (v.cls[k] === "comma" || v.cls[k] === "and")) k++;
  return k > start && isDose(v, k) ? k : undefined;
}

/** The key of the arm that has this dose in its name; else one word, which no arm of the drug without a dose stands for. */
function keyFor(v: Words, drug: string, dose: string, unit: string): string {
  const full = `${drug} ${dose} ${unit}`.toLowerCase();
  return v.context.arms.some((a) => a.key === full) ? full : `${drug}·${dose}`;
}
