/** A statement carried along when the text before it grew or shrank. */
import type { Range, Statement } from "../extraction.js";

/**
 * The statement at a new place in a text: all its ranges moved by as much as its quote. Words that are named elsewhere and
 * did not move along lose their range.
 */
export function moveStatement(statement: Statement, text: string, { start, end }: Range): Statement {
  const by = start - statement.range.start;
  if (by === 0 && end === statement.range.end) return statement;
  const move = (range: Range): Range => ({
    start: Math.max(0, range.start + by),
    end: Math.max(0, range.end + by),
  });
  const named = <T extends { text: string; range?: Range | undefined }>(ref: T | null): T | null => {
    if (ref?.range === undefined) return ref;
    const range = move(ref.range);
    const { range: _range, ...rest } = ref;
    return (text.slice(range.start, range.end) === ref.text ? { ...rest, range } : rest) as T;
  };
  const { interval, p } = statement;
  return {
    ...statement,
    range: { start, end },
    quote: text.slice(start, end),
    outcome: named(statement.outcome),
    group: named(statement.group),
    reference: named(statement.reference),
    interval: interval === null ? null : { ...interval, range: move(interval.range) },
    p: p === null ? null : { ...p, range: move(p.range) },
    ranges: Object.fromEntries(
      Object.entries(statement.ranges).map(([field, range]) => [field, move(range)]),
    ),
  };
}
