/** Citations and places in the literature. */
import { claimDate, claimed } from "./claim.js";
import { PEOPLE, looksLikeEvent } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";

/** "61(3204):517-29", "34:1187–1196": volume, issue and pages. */
export function volume(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  // "Lancet 2009; 311: 2048-57"
  if (t.integer && t.value > 1900 && t.value < 2050 && norm(line, i + 1) === ";" && isNumber(line, i + 2)) {
    const colon = norm(line, i + 3) === "(" && line.partner[i + 3]! > i ? line.partner[i + 3]! + 1 : i + 3;
    if (norm(line, colon) === ":" && isNumber(line, colon + 1)) {
      for (let m = i; m < colon + 4 && m < line.tokens.length; m++) claimed(line, m, "citation");
      return true;
    }
  }
  if (!t.integer || line.tokens[i + 1]?.glued !== true) return false;
  let k = i + 1;
  if (norm(line, k) === "(" && line.partner[k]! > k && line.partner[k]! - k < 6) k = line.partner[k]! + 1;
  if (norm(line, k) !== ":" || !line.tokens[k]!.glued || !isNumber(line, k + 1) || !line.tokens[k + 1]!.glued)
    return false;
  if (k === i + 1 && norm(line, i - 1) !== ";") return false;
  for (let m = i; m < k + 4 && m < line.tokens.length; m++) claimed(line, m, "citation");
  return true;
}

/** "in the control group.12,13": numbers behind the full stop that ends a sentence. */
function raised(line: Line, i: number): boolean {
  const stop = line.tokens[i - 1];
  const before = line.tokens[i - 2];
  if (stop?.norm !== "." || !line.tokens[i]!.glued || !stop.glued || !before || before.type === "number")
    return false;
  for (let k = i; k < line.tokens.length; k++) {
    const t = line.tokens[k]!;
    if (!t.glued || (t.type !== "number" && t.norm !== "," && t.norm !== "-")) return false;
  }
  for (let k = i; k < line.tokens.length; k++) claimed(line, k, "citation");
  return true;
}

/** "as in earlier work (12).": a whole number alone in the bracket that ends a sentence, where nothing was counted. */
function numbered(line: Line, i: number): boolean {
  const { tokens } = line;
  const t = tokens[i]!;
  const before = tokens[i - 2];
  if (!t.glued || !t.integer || t.value < 1 || t.value > 300 || before?.type !== "word") return false;
  if (
    norm(line, i + 1) !== ")" ||
    i + 3 < tokens.length ||
    looksLikeEvent(before.norm) ||
    PEOPLE.has(before.norm)
  )
    return false;
  // "nausea (12), rash (8), and cough (3)"
  for (let k = i - 3; k > 0; k--) if (norm(line, k) === "(" && isNumber(line, k + 1)) return false;
  return claimDate(line, i, "citation");
}

/** [13], [12-15], [1,2]: bracketed whole numbers after a word or a full stop; and raised ones. */
export function citation(line: Line, i: number): boolean {
  if (norm(line, i - 1) === ".") return raised(line, i);
  if (norm(line, i - 1) === "(") return numbered(line, i);
  if (
    norm(line, i - 1) !== "[" ||
    isNumber(line, i - 2) ||
    norm(line, i - 2) === "%" ||
    norm(line, i - 2) === ")"
  )
    return false;
  const close = line.partner[i - 1]!;
  if (close < 0 || close - i > 24) return false;
  for (let k = i; k < close; k++) {
    const t = line.tokens[k]!;
    if (
      t.type === "number"
        ? !t.integer || Math.abs(t.value) > 999
        : t.norm !== "," && t.norm !== "-" && t.norm !== ";"
    )
      return false;
  }
  if (UNITS.at(line, i - 2)) return false;
  for (let k = i; k < close; k++) claimed(line, k, "citation");
  return true;
}
