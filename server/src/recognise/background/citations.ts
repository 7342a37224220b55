/** Citations and places in the literature. */
import { claimed } from "./claim.js";
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

/** [13], [12-15], [1,2]: bracketed whole numbers after a word or a full stop; and raised ones. */
export function citation(line: Line, i: number): boolean {
  if (norm(line, i - 1) === ".") return raised(line, i);
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
