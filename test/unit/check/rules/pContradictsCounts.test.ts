import { describe, expect, it } from "vitest";
import type { Group } from "../../../../server/src/extraction.js";
import { findings, pValue, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "p-contradicts-counts";
const pair = (a: [string, string], b: [string, string], p: string): Draft[] => [
  proportion({ n: a[0], N: a[1] }, { group: "drug" }),
  proportion({ n: b[0], N: b[1] }, { group: "placebo" }),
  pValue(p, [2, 1]),
];
const far = pair(["11", "52"], ["20", "50"], "= 0.003");

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[], groups?: Partial<Group>[]]>([
    ["p that no test gives", "warning", "11/52 against 20/50 patients (P = 0.003)", far],
    [
      "p below a bound that no test reaches",
      "warning",
      "28/40 against 16/40 (P < 0.001)",
      pair(["28", "40"], ["16", "40"], "< 0.001"),
    ],
    [
      "a count whose percentage is of others",
      "silent",
      "Late stages were seen in 37% (n = 220) against 47% (n = 271), P = 0.001.",
      [
        proportion({ percent: "37", n: "220" }, { group: "drug" }),
        proportion({ percent: "47", n: "271" }, { group: "placebo" }),
        pValue("= 0.001", [2, 1]),
      ],
      [
        { id: "drug", label: "drug", n: 75360 },
        { id: "placebo", label: "placebo", n: 76178 },
      ],
    ],
    ["Pearson's p", "silent", "11/52 against 20/50 (P = 0.039)", pair(["11", "52"], ["20", "50"], "= 0.039")],
    ["Fisher's p", "silent", "11/52 against 20/50 (P = 0.05)", pair(["11", "52"], ["20", "50"], "= 0.05")],
    [
      "p at the end of its rounding",
      "silent",
      "11/52 against 20/50 (P = 0.04)",
      pair(["11", "52"], ["20", "50"], "= 0.04"),
    ],
    ["an adjusted analysis", "silent", "11/52 against 20/50 (adjusted P = 0.003)", far],
    ["a stratified test", "silent", "11/52 against 20/50 (P = 0.003, Cochran–Mantel–Haenszel)", far],
    ["matched pairs", "silent", "Among matched patients 11/52 against 20/50 (P = 0.003)", far],
    ["a time to an event", "silent", "Overall survival: 11/52 against 20/50 died (P = 0.003)", far],
    [
      "one group twice",
      "silent",
      "11/52 before and 20/50 after (P = 0.003)",
      [
        proportion({ n: "11", N: "52" }, { group: "drug" }),
        proportion({ n: "20", N: "50" }, { group: "drug" }),
        pValue("= 0.003", [2, 1]),
      ],
    ],
    [
      "three groups",
      "silent",
      "11/52, 20/50 and 9/51 (P = 0.003)",
      [
        proportion({ n: "11", N: "52" }),
        proportion({ n: "20", N: "50" }),
        proportion({ n: "9", N: "51" }),
        pValue("= 0.003", [3, 2, 1]),
      ],
    ],
    [
      "between the usual tests",
      "hint",
      "11/52 against 20/50 (P = 0.045)",
      pair(["11", "52"], ["20", "50"], "= 0.045"),
    ],
    [
      "a one-sided test fits",
      "hint",
      "11/52 against 20/50 (P = 0.0193)",
      pair(["11", "52"], ["20", "50"], "= 0.0193"),
    ],
    [
      "a cluster design",
      "hint",
      "Homes were cluster-randomised. Of residents 46/216 against 47/350 (P = 0.5)",
      pair(["46", "216"], ["47", "350"], "= 0.5"),
    ],
    [
      "the smallest p of a program",
      "hint",
      "18/26 against 10/98 (P = 0.0001)",
      pair(["18", "26"], ["10", "98"], "= 0.0001"),
    ],
    [
      "percentages of groups of known size",
      "warning",
      "35.0% and 38.4% had an event (P = 0.145)",
      [
        proportion({ percent: "35.0" }, { group: "drug" }),
        proportion({ percent: "38.4" }, { group: "placebo" }),
        pValue("= 0.145", [2, 1]),
      ],
      [
        { label: "drug", n: 40 },
        { label: "placebo", n: 86 },
      ],
    ],
    [
      "percentages that several counts print",
      "silent",
      "35% and 38% had an event (P = 0.001)",
      [
        proportion({ percent: "35" }, { group: "drug" }),
        proportion({ percent: "38" }, { group: "placebo" }),
        pValue("= 0.001", [2, 1]),
      ],
      [
        { label: "drug", n: 400 },
        { label: "placebo", n: 860 },
      ],
    ],
    [
      "a count whose percentage is wrong, where the count fits",
      "silent",
      "18/40 (40%) and 44/86 (51.2%) (P = 0.519)",
      [
        proportion({ n: "18", N: "40", percent: "40" }),
        proportion({ n: "44", N: "86", percent: "51.2" }),
        pValue("= 0.519", [2, 1]),
      ],
    ],
    [
      "as close as an adjusted test may be",
      "hint",
      "11/52 against 20/50 (P = 0.03)",
      pair(["11", "52"], ["20", "50"], "= 0.03"),
    ],
    [
      "p behind three groups",
      "silent",
      "9/51, 11/52 and 20/50 (P = 0.003)",
      [
        proportion({ n: "9", N: "51" }),
        proportion({ n: "11", N: "52" }),
        proportion({ n: "20", N: "50" }),
        pValue("= 0.003", [2, 1]),
      ],
    ],
    [
      "another pair of the sentence fits",
      "silent",
      "20/50 against 21/50 (P = 0.039) with 11/52",
      [
        proportion({ n: "20", N: "50" }),
        proportion({ n: "21", N: "50" }),
        pValue("= 0.039", [2, 1]),
        proportion({ n: "11", N: "52" }),
      ],
    ],
    [
      "another p in between",
      "silent",
      "11/52 against 20/50 (P = 0.039) and over time (P = 0.003)",
      [...pair(["11", "52"], ["20", "50"], "= 0.039"), pValue("= 0.003", [3, 2])],
    ],
    ["p of several comparisons", "silent", "11/52 against 20/50 (all P = 0.003)", far],
    ["teeth of one patient", "hint", "11/52 against 20/50 teeth (P = 0.003)", far],
    ["eyes of one patient", "hint", "11/52 against 20/50 eyes (P = 0.003)", far],
    [
      "percentages only, and p the larger one",
      "hint",
      "25.0% against 0.0% (P = 0.007)",
      [
        proportion({ percent: "25.0" }, { group: "drug" }),
        proportion({ percent: "0.0" }, { group: "placebo" }),
        pValue("= 0.007", [2, 1]),
      ],
      [
        { label: "drug", n: 52 },
        { label: "placebo", n: 104 },
      ],
    ],
    [
      "p just beyond the end of its rounding",
      "hint",
      "11/52 against 20/50 (P = 0.037)",
      pair(["11", "52"], ["20", "50"], "= 0.037"),
    ],
    ["p at a bound", "silent", "11/52 against 20/50 (P < 0.04)", pair(["11", "52"], ["20", "50"], "< 0.04")],
    [
      "p above a bound that no test passes",
      "warning",
      "11/52 against 20/50 (P > 0.2)",
      pair(["11", "52"], ["20", "50"], "> 0.2"),
    ],
  ])("%s: %s", (_name, expected, text, drafts, groups) => {
    expect(verdict(rule, text, drafts, groups)).toBe(expected);
  });

  it("lists the tests and points at both counts", () => {
    const [finding] = findings(rule, "11/52 against 20/50 patients (P = 0.003)", far);
    expect(finding?.message).toBe(
      "No usual test of 11/52 against 20/50 gives p = 0.003: Pearson χ² 0.039, Fisher exact 0.053, Yates χ² 0.064, likelihood ratio 0.038.",
    );
    expect(finding?.related).toHaveLength(2);
  });

  it("hints where most p-values of the document are of no test of their counts", () => {
    const one = "11/52 against 20/50 patients (P = 0.003). ";
    const severities = (times: number): string[] =>
      findings(rule, one.repeat(times), Array.from({ length: times }, () => far).flat()).map(
        (f) => f.severity,
      );
    expect(severities(2)).toEqual(["warning", "warning"]);
    expect(severities(3)).toEqual(["hint", "hint", "hint"]);
  });

  it("offers the digit that makes p one of a usual test, where only one does", () => {
    const shares = [
      proportion({ n: "11", N: "52", percent: "21.2" }, { group: "drug" }),
      proportion({ n: "20", N: "50", percent: "40.0" }, { group: "placebo" }),
    ];
    const text = "11/52 (21.2%) against 20/50 (40.0%) (P = 0.139)";
    expect(findings(rule, text, [...shares, pValue("= 0.139", [2, 1])])[0]?.repair).toBe("0.139 → 0.039");
    expect(findings(rule, "11/52 against 20/50 patients (P = 0.003)", far)[0]?.repair).toBeUndefined();
  });
});
