/** Shares of fewer than the total that their sentence names. */
import type { Context } from "./context.js";
import { prints } from "./denominators.js";
import type { Share } from "./denominators.js";
import { numberOf } from "./numbers.js";

/**
 * Of how many a share is where its sentence tells of a total and of fewer: what the parts add up to whose percentages make 100, or those who
 * are left of the total without another count ("of 92, 6 died …; 68 (79%) survivors"); null where nothing says so.
 */
export function fewerThan(total: number, share: Share, context: Context): number | null {
  const whole = wholeOf(share, context);
  if (whole !== null) return whole;
  const { range, id } = share.statement;
  for (const other of context.inSentenceOf(range)) {
    if (other.kind !== "proportion" || other.id === id || other.n === null || other.n === 0) continue;
    if (other.range.start < range.start && total > other.n && prints(share, total - other.n))
      return total - other.n;
  }
  return null;
}

/** What the parts of a whole add up to of which one is asked about: "85 (48.3%) … and 91 (51.7%)" of 176. */
function wholeOf({ statement, percent }: Share, context: Context): number | null {
  const parts = context.inSentenceOf(statement.range).flatMap((other) => {
    const own = other.kind === "proportion" ? numberOf(other, "percent", other.percent) : null;
    return other.kind === "proportion" && other.n !== null && own !== null
      ? [{ n: other.n, percent: own, own: other.id === statement.id }]
      : [];
  });
  const at = parts.findIndex(({ own }) => own);
  for (let from = Math.max(0, at + 1 - MOST_PARTS); from <= at; from += 1) {
    for (let to = Math.max(from + 2, at + 1); to <= Math.min(parts.length, from + MOST_PARTS); to += 1) {
      const some = parts.slice(from, to);
      const all = some.reduce((sum, part) => sum + part.percent.value, 0);
      const whole = some.reduce((sum, { n }) => sum + n, 0);
      const off = (some.length * (percent.high - percent.low)) / 2;
      if (Math.abs(all - 100) <= off + 1e-9 && some.every((part) => prints(part, whole))) return whole;
    }
  }
  return null;
}

const MOST_PARTS = 5;
