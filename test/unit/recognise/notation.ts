/**
 * Tables of sentences and of the statements that a careful reader finds in them.
 *
 * A statement is written as short as its numbers allow:
 * `aHR 0.64 CI95 0.42..0.98 p=0.04`, `median 11.2 month IQR 9..NR`, `mean 57 year SD 8.1`, `46.3% at 1 year`, `count 12/34 35.3%`,
 * `share 67.3%`, `n=127`, `p<0.001(trend)`, `t(28)=2.2 p=0.036`, `AUC 0.82`. Statements stand in the order of the text, with "; " between them.
 */
import { describe, expect, it } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import type { Bound, Interval, ReportedP, Statement } from "../../../server/src/extraction.js";

/** What is read of a sentence; "" for nothing. */
export type Case = readonly [sentence: string, expected: string];

const bound = (value: Bound): string => (value === null ? "" : String(value));

function interval(of: Interval | null): string {
  if (of === null) return "";
  return ` ${of.type}${of.level === null ? "" : String(of.level)} ${bound(of.low)}..${bound(of.high)}`;
}

function p(of: Pick<ReportedP, "comparator" | "value" | "tag">): string {
  const tag = of.tag == null ? "" : `(${of.tag})`;
  return `p${of.comparator === "ns" ? " ns" : `${of.comparator}${String(of.value)}`}${tag}`;
}

const withUnit = (unit: string | null): string =>
  unit === null ? "" : unit.startsWith("%") ? unit : ` ${unit}`;

/** Kind and numbers of a statement, without its interval and p-value. */
function values(s: Statement): string {
  switch (s.kind) {
    case "effect":
      return `${s.adjusted ? "a" : ""}${s.measure} ${String(s.value)}`;
    case "median":
      return `median ${String(s.value)}${withUnit(s.unit)}`;
    case "mean": {
      const sd = s.sd === null ? "" : ` SD ${String(s.sd)}`;
      const se = s.se === null ? "" : ` SE ${String(s.se)}`;
      return `mean ${String(s.value)}${withUnit(s.unit)}${sd}${se}`;
    }
    case "landmark":
      return `${String(s.value)}% at ${s.time === null ? "?" : `${String(s.time.value)} ${s.time.unit}`}`;
    case "proportion": {
      const percent = s.percent === null ? "" : ` ${String(s.percent)}%`;
      if (s.n === null && s.N === null) return `share${percent}`;
      return `count ${s.n === null ? "?" : String(s.n)}${s.N === null ? "" : `/${String(s.N)}`}${percent}`;
    }
    case "group-size":
      return `n=${String(s.n)}`;
    case "p-value":
      return p(s);
    case "test":
      return `${s.statistic}${s.df.length > 0 ? `(${s.df.join(", ")})` : ""}=${String(s.value)}`;
    case "other":
      return `${s.name} ${String(s.value)}${withUnit(s.unit)}`;
  }
}

/** One statement in the notation of the tables. */
export const write = (s: Statement): string =>
  `${values(s)}${interval(s.interval)}${s.kind === "p-value" || s.p === null ? "" : ` ${p(s.p)}`}`;

/** The statements of a text, in order, in the notation of the tables. */
export const said = (text: string): string => analyse(text).statements.map(write).join("; ");

/** The numbers of a text that are in no statement and were not understood, as printed. */
export const unread = (text: string): string =>
  analyse(text)
    .coverage.unread.map(({ start, end }) => text.slice(start, end))
    .join(", ");

/** A test for each sentence, read as the text of a section of that heading. */
export function reads(name: string, cases: readonly Case[], heading = "Results"): void {
  describe(name, () => {
    it.each(cases)("%s", (sentence, expected) => {
      expect(said(`${heading}: ${sentence}`)).toBe(expected);
    });
  });
}
