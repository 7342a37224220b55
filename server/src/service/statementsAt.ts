/** Which statements a place in the text belongs to: at their numbers, within them, at their brackets and at their words. */
import type { Analysis } from "../analyse.js";
import type { Range, Statement } from "../extraction.js";

export interface Located {
  readonly statement: Statement;
  /** The stretch that was hit, for the editor to mark. */
  readonly range: Range;
}

const OPENING = "([{";
const CLOSING = ")]}%";

/**
 * Statements at an offset, all of the same closeness: those with a number there; else the shortest that
 * spans the place, its brackets included; else those whose outcome, group or unit is named there.
 */
export function statementsAt(
  { text, statements }: Pick<Analysis, "text" | "statements">,
  offset: number,
): Located[] {
  const numbers = statements.flatMap((statement) => {
    const hit = numberRanges(statement).find((range) => holds(range, offset));
    return hit === undefined ? [] : [{ statement, range: statement.range }];
  });
  if (numbers.length > 0) return shortest(numbers);
  const spans = statements
    .map((statement) => ({ statement, range: withBrackets(text, statement.range) }))
    .filter(({ range }) => holds(range, offset));
  if (spans.length > 0) return shortest(spans);
  return statements.flatMap((statement) => {
    const range = wordRanges(statement).find((words) => holds(words, offset));
    return range === undefined ? [] : [{ statement, range }];
  });
}

/** An editor's pointer stands before a character; the place after the last one still counts. */
function holds({ start, end }: Range, offset: number): boolean {
  return start <= offset && offset <= end;
}

function numberRanges(statement: Statement): Range[] {
  const words = new Set(["unit", "measure"]);
  return Object.entries(statement.ranges).flatMap(([field, range]) => (words.has(field) ? [] : [range]));
}

function wordRanges({ outcome, group, reference, ranges }: Statement): Range[] {
  return [ranges["measure"], ranges["unit"], outcome?.range, group?.range, reference?.range].filter(
    (range) => range !== undefined,
  );
}

/** "(95 % CI 0.50–0.94)" belongs to the statement though its range ends at the last digit. */
function withBrackets(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from > 0 && OPENING.includes(text.charAt(from - 1))) from--;
  while (to < text.length && CLOSING.includes(text.charAt(to))) to++;
  return { start: from, end: to };
}

/** The shortest; several where they are equally short. */
function shortest(located: readonly Located[]): Located[] {
  const length = ({ range }: Located): number => range.end - range.start;
  const least = Math.min(...located.map(length));
  return located.filter((candidate) => length(candidate) === least);
}
