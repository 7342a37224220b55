/** Reads a number expression from its main number outwards. */
import { newCell, type Cell, type Found } from "../cell.js";
import { satellites } from "./satellites.js";
import { fraction, plusMinus, suffix, valueRange } from "./value.js";
import { notReachedAt } from "../interval/bounds.js";
import { isNumber, norm } from "../line.js";

/** Reads the expression whose main number is token `at`. */
export function cellAt(found: Found, at: number): Cell {
  const { line } = found;
  const cell = newCell(at);
  if (isNumber(line, at)) {
    // "−€40" is one token
    const owed = /^.([$€£])/.exec(line.tokens[at]!.text)?.[1];
    const money = owed ?? norm(line, at - 1);
    if (money === "$" || money === "€" || money === "£" || money === "usd") {
      if (owed === undefined) cell.first = at - 1;
      cell.unit = {
        name: money === "usd" || money === "$" ? "USD" : money,
        kind: "money",
        from: cell.first,
        to: at,
      };
    }
    fraction(line, cell);
    suffix(line, cell);
    plusMinus(line, cell);
    if (!cell.unit) suffix(line, cell);
    valueRange(line, cell);
  } else {
    const nr = notReachedAt(line, at)!;
    cell.value = nr.value;
    cell.last = nr.end - 1;
    suffix(line, cell);
  }
  satellites(found, cell);
  return cell;
}
