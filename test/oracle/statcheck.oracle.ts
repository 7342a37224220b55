/** Verdicts on test statistics against statcheck 1.4 (Nuijten & Epskamp), on strings that both can read. */
import { expect, it } from "vitest";
import {
  chiSquaredUpperTail,
  correlationTwoSided,
  fUpperTail,
  tTwoSided,
} from "../../server/src/statistics/distributions.js";
import { normalTwoSided } from "../../server/src/statistics/normal.js";
import { findings, test as testStatement } from "../unit/check/paper.js";
import { readTable, runR } from "./r.js";

interface Case {
  readonly text: string;
  readonly statistic: string;
  readonly df: readonly number[];
  readonly value: string;
  readonly p: string;
}

type Tail = (x: number, df: readonly number[]) => number;

const STATISTICS: readonly (readonly [
  name: string,
  print: (df: readonly number[]) => string,
  dfs: readonly number[][],
  values: readonly string[],
  tail: Tail,
])[] = [
  [
    "t",
    ([a]) => `t(${String(a)})`,
    [[9], [41], [188], [17.4]],
    ["0.41", "1.71", "2.1", "-2.43", "3.904"],
    (x, [a = 0]) => tTwoSided(x, a),
  ],
  [
    "F",
    ([a, b]) => `F(${String(a)}, ${String(b)})`,
    [
      [1, 53],
      [2, 200],
      [4, 18],
    ],
    ["0.9", "3.02", "4.72", "11.6"],
    (x, [a = 0, b = 0]) => fUpperTail(x, a, b),
  ],
  [
    "r",
    ([a]) => `r(${String(a)})`,
    [[15], [40], [120]],
    [".12", ".31", "-.45"],
    (x, [a = 0]) => correlationTwoSided(x, a),
  ],
  ["z", () => "z", [[]], ["1.20", "1.96", "2.8"], (x) => normalTwoSided(x)],
  [
    "chi2",
    ([a]) => `chi2(${String(a)})`,
    [[1], [3], [8]],
    ["0.35", "3.84", "12.1", "17.90"],
    (x, [a = 0]) => chiSquaredUpperTail(x, a),
  ],
  ["Q", ([a]) => `Q(${String(a)})`, [[5], [9]], ["8.1", "21.4"], (x, [a = 0]) => chiSquaredUpperTail(x, a)],
];

/** For a statistic its own p to three and two decimals, the same a little and far off, and bounds. */
function reportedFor(p: number): string[] {
  const off = [p, Math.min(0.99, p + 0.004), Math.min(0.99, p * 3 + 0.01)];
  const printed = off.flatMap((x) => [`= ${x.toFixed(3)}`, `= ${x.toFixed(2)}`]);
  // p = .000 is an error of its own to statcheck, and to another rule here.
  return [...printed, "< .05", "< .001", "> .05"].filter((reported) => !/^= 0\.0+$/.test(reported));
}

function cases(): Case[] {
  return STATISTICS.flatMap(([statistic, print, dfs, values, tail]) =>
    dfs.flatMap((df) =>
      values.flatMap((value) =>
        reportedFor(tail(Math.abs(Number(value)), df)).map((p) => ({
          text: `${print(df)} = ${value}, p ${p}`,
          statistic,
          df,
          value,
          p,
        })),
      ),
    ),
  );
}

it("gives statcheck's verdicts", () => {
  const all = cases();
  const read = new Map(
    readTable(runR("statcheck.R", [], all.map(({ text }) => text).join("\n"))).map((row) => [
      Number(row.line),
      row,
    ]),
  );
  const differences: string[] = [];
  all.forEach(({ text, statistic, df, value, p }, i) => {
    const theirs = read.get(i + 1);
    if (theirs === undefined) return;
    const [finding] = findings("test-contradicts-p", text, [testStatement(statistic, df, value, { p })]);
    const own =
      finding === undefined ? "consistent" : finding.severity === "error" ? "decision error" : "error";
    const other =
      theirs.decision === "TRUE" ? "decision error" : theirs.error === "TRUE" ? "error" : "consistent";
    if (own !== other) differences.push(`${text}: ${own} here, ${other} by statcheck`);
  });
  console.log(
    `${String(read.size)} of ${String(all.length)} strings read by statcheck; verdicts that differ: ${String(differences.length)}`,
  );
  expect(read.size).toBeGreaterThan(300);
  expect(differences).toEqual([]);
});
