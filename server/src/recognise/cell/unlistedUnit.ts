/** Units that no list has. */
import { words } from "../../text/words.js";
import { type Cell, type Found, free } from "../cell.js";
import type { Value } from "../draft.js";
import { boundsAt } from "../interval/bounds.js";
import { spreadAt } from "../interval/spread.js";
import { PEOPLE } from "../lexicon/people.js";
import { type Line, norm } from "../line.js";
import { anyClaimed, takeBounds } from "./fit.js";

/** "10.7 Wexler points [9.4 to 12.0]": a unit that no list has, known by the interval behind it, which holds the value. */
export function boundsAfterUnit({ line, intervals }: Found, cell: Cell, i: number): boolean {
  if (cell.unit || cell.interval || cell.spread !== undefined || cell.form !== "number") return false;
  let open = i;
  while (open < i + 3 && line.tokens[open]?.type === "word" && !isLink(norm(line, open))) open++;
  if (open === i || !/^[([]$/.test(norm(line, open))) return false;
  const close = line.partner[open]!;
  const labelled = intervals.labelled.find((v) => v.first === open + 1 && v.last === close - 1 && !v.taken);
  const bounds = labelled ?? boundsAt(line, open + 1);
  if (!bounds || !holds(line, cell, bounds.low, bounds.high)) return false;
  if (labelled) {
    labelled.taken = true;
    cell.interval = labelled;
  } else {
    const { low, high, end } = bounds as { low: number; high: number; end: number };
    if (end !== close || anyClaimed(line, low, high) || norm(line, low + 1) === ",") return false;
    takeBounds(line, cell, open + 1, { low, high, end });
  }
  const name = line.text.slice(line.tokens[i]!.start, line.tokens[open - 1]!.end);
  cell.unit = { name, kind: "amount", from: i, to: open };
  cell.last = close;
  return true;
}

/** "5.2 referrals (SD 2.7)": a labelled spread in the bracket behind a unit that no list has. */
export function spreadAfterUnit({ line }: Found, cell: Cell, i: number): boolean {
  if (cell.unit || cell.spread !== undefined || cell.form !== "number" || typeof cell.value !== "number")
    return false;
  let open = i;
  while (open < i + 3 && line.tokens[open]?.type === "word" && !isLink(norm(line, open))) open++;
  if (open === i || !/^[([]$/.test(norm(line, open))) return false;
  const type = norm(line, open + 1) === "standard" ? undefined : spreadAt(line, open + 1);
  const at = /^[=,:]$/.test(norm(line, open + 2)) ? open + 3 : open + 2;
  if (!type || !free(line, at) || line.partner[open] !== at + 1) return false;
  cell.spread = at;
  cell.spreadType = type;
  line.claims[at] = "cell";
  cell.last = at + 1;
  return true;
}

/** Whether the value lies between two printed bounds, not all of them whole numbers. */
function holds(line: Line, cell: Cell, low: Value | undefined, high: Value | undefined): boolean {
  if (typeof low !== "number" || typeof high !== "number" || typeof cell.value !== "number") return false;
  const [v, a, b] = [line.tokens[cell.at]!, line.tokens[low]!, line.tokens[high]!];
  return v.value > a.value && v.value < b.value && !(v.integer && a.integer && b.integer);
}

const NO_UNIT = words(`
of in with at for by on from to and or vs v versus than as per was were is are had among during after before the a
compared
`);
const isLink = (w: string): boolean => NO_UNIT.has(w) || PEOPLE.has(w);
