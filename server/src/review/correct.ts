/** A statement as a reviewer corrected it, in keeping with its contract. */
import type { Range, Statement } from "../extraction.js";

/**
 * The corrected statement at the place of the one that was read. Numbers as printed follow the corrected numbers; a number
 * that was not printed has no place of its own and is given that of the quote.
 */
export function correctStatement(read: Statement, corrected: Statement): Statement {
  const [before, after] = [printedFields(read), printedFields(corrected)];
  const { id, range, quote, section } = read;
  const literal: Record<string, string> = {};
  const ranges: Record<string, Range> = {};
  for (const [field, value] of Object.entries(after)) {
    if (value === null) continue;
    const printed = read.literal[field];
    const unchanged = before[field] === value && printed !== undefined;
    literal[field] = unchanged ? printed : typedAs(corrected.literal[field], value);
    ranges[field] = read.ranges[field] ?? range;
  }
  for (const words of ["unit", "measure"]) {
    const place = read.ranges[words];
    if (place !== undefined) ranges[words] = place;
  }
  return { ...corrected, id, range, quote, section, literal, ranges };
}

/** A number as the reviewer typed it keeps its trailing zeros. */
function typedAs(typed: string | undefined, value: number | string): string {
  return typed !== undefined && Number(typed) === value ? typed : String(value);
}

/** The statement's numbers under the names of `literal`. */
export function printedFields(statement: Statement): Record<string, number | string | null> {
  const { interval, p } = statement;
  return {
    ...ownNumbers(statement),
    ...(interval === null ? {} : { level: interval.level, low: interval.low, high: interval.high }),
    ...(statement.kind === "p-value" ? { p: statement.value } : p === null ? {} : { p: p.value }),
  };
}

function ownNumbers(statement: Statement): Record<string, number | string | null> {
  switch (statement.kind) {
    case "effect":
    case "median":
    case "other":
      return { value: statement.value };
    case "mean":
      return { value: statement.value, sd: statement.sd, se: statement.se };
    case "landmark":
      return { value: statement.value, time: statement.time?.value ?? null };
    case "proportion":
      return { n: statement.n, N: statement.N, percent: statement.percent };
    case "group-size":
      return { n: statement.n };
    case "test":
      return {
        value: statement.value,
        ...Object.fromEntries(statement.df.map((df, i) => [`df${i}`, df])),
      };
    case "p-value":
      return {};
  }
}
