/** Arms that their doses alone tell apart: "canagliflozin 50, 100 and 300 mg" are three. */
import type { Span } from "../draft.js";
import { UNITS } from "../lexicon/units.js";
import { isAgainst } from "./compare.js";
import type { Mention, Words } from "./mentions.js";
import { FREE, norm, textOf } from "./view.js";

/** The groups of a list of doses whose first stands at token `i`, behind the drug; none where fewer than two are listed. */
export function doseArms(v: Words, i: number): Mention[] {
  if (!isDose(v, i)) return [];
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
  const alone = /^doses?$/.test(norm(v, norm(v, i - 1) === "of" ? i - 2 : i - 1));
  const drug = drugOf(v, i, unit.end) ?? (alone ? { from: i, to: i } : undefined);
  if (!drug) return [];
  const unitText = textOf(v, { from: k, to: unit.end });
  const against = isAgainst(v, drug.from);
  return at.map((dose, j) => {
    const from = j === 0 ? Math.min(drug.from, dose) : dose;
    const to = UNITS.at(v.line, dose + 1)?.end ?? dose + 1;
    const number = v.line.tokens[dose]!.text;
    return {
      from,
      to,
      label: { from, to },
      key: keyFor(v, alone ? "" : norm(v, drug.from), number, unitText),
      kind: "arm",
      against,
      said: `${alone ? "" : textOf(v, drug)} ${number} ${unitText}`.trim(),
    };
  });
}

/** "tarvenib 25, 50 and 75 mg", "24, 72 and 240 mg (, respectively, of) tarvenib". */
function drugOf(v: Words, i: number, end: number): Span | undefined {
  if (names(v, i - 1)) return { from: i - 1, to: i };
  let k = end;
  while (v.cls[k] === "comma" || /^(?:respectively|of)$/.test(norm(v, k))) k++;
  return names(v, k) && norm(v, k - 1) !== "," ? { from: k, to: k + 1 } : undefined;
}

const names = (v: Words, i: number): boolean =>
  v.cls[i] === "word" && v.line.tokens[i]!.type === "word" && !/^doses?$/.test(norm(v, i));

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
  const full = `${drug} ${dose} ${unit}`.trim().toLowerCase();
  return v.context.arms.some((a) => a.key === full) ? full : `${drug}·${dose}`;
}
