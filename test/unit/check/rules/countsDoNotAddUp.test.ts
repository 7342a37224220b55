import { describe, expect, it } from "vitest";
import { findings, groupSize, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "counts-do-not-add-up";
const arms = (...sizes: string[]): Draft[] =>
  sizes.map((n, i) => groupSize(n, { group: `arm ${String(i)}` }));

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "arms above the number randomised",
      "warning",
      "We randomly assigned 214 women to yoga (n = 107) or usual care (n = 117).",
      arms("107", "117"),
    ],
    [
      "arms below it",
      "warning",
      "A total of 1,570 patients were blindly randomized to training (n = 970) and control (n = 470) groups.",
      arms("970", "470"),
    ],
    [
      "right",
      "silent",
      "We randomised 214 women to yoga (n = 107) or usual care (n = 107).",
      arms("107", "107"),
    ],
    [
      "the sum stands in the sentence",
      "silent",
      "Of 372 registered men 369 were randomly assigned to drug (n=246) or placebo (n=123).",
      arms("246", "123"),
    ],
    [
      "nobody was randomised",
      "silent",
      "We followed 214 women with (n = 107) or without (n = 117) a partner.",
      arms("107", "117"),
    ],
    ["one arm only", "silent", "We randomised 214 women, many to yoga (n = 107).", arms("107")],
    [
      "an arm without a size",
      "silent",
      "We randomised 300 women to yoga (n = 100), running (n = 100) or usual care.",
      arms("100", "100"),
    ],
    [
      "a year before the arms",
      "silent",
      "In 2014 they were randomised to yoga (n = 107) or care (n = 117).",
      arms("107", "117"),
    ],
    [
      "somebody withdrew",
      "hint",
      "We enrolled 1173 men (one withdrew) and randomly assigned them to A (n = 586) or B (n = 586).",
      arms("586", "586"),
    ],
    [
      "a few fewer, who may not have been treated",
      "hint",
      "In all 412 women were randomly assigned to yoga (n = 205) or rest (n = 204).",
      arms("205", "204"),
    ],
    [
      "arms told by their verb",
      "warning",
      "Overall, 83 patients were randomised: 41 (50.6%) to the sling and 40 (49.4%) to the brace.",
      [groupSize("83")],
    ],
    [
      "arms in a bracket, shares beside them",
      "warning",
      "Overall, 68 adults were allocated (30 [49.2%] in the short-course arm and 31 [50.8%] in the long-course arm).",
      [groupSize("68")],
    ],
    [
      "three arms that add up",
      "silent",
      "We randomly allocated 90,300 women: 30,100 to A tests, 30,100 to B tests, and 30,100 to no screening.",
      [groupSize("90,300")],
    ],
    [
      "the number who were allocated is named",
      "silent",
      "Of 209 patients enrolled, 183 were randomised, 92 to the sling and 91 to the brace.",
      [groupSize("209")],
    ],
    [
      "the last arm has no number",
      "silent",
      "We randomised 150 adults, 61 to the sling, 62 to the brace, or neither.",
      [groupSize("150")],
    ],
    [
      "people of the arms to whom something happened",
      "silent",
      "Of 98 children randomised, 45 in the syrup group and 43 in the placebo group had pain at night.",
      [groupSize("98")],
    ],
    [
      "not all of whom are assessable",
      "silent",
      "Of 112 patients randomly assigned, 49 in the tablet group and 53 in the placebo group were assessable.",
      [groupSize("112")],
    ],
    [
      "responses above the whole",
      "warning",
      "CR 21%, PR 44%, SD 32% and PD 13%",
      ["21", "44", "32", "13"].map((percent, i) =>
        proportion({ percent }, { group: "drug", outcome: "response", code: ["CR", "PR", "SD", "PD"][i]! }),
      ),
    ],
    [
      "responses that add up by rounding",
      "silent",
      "CR 21%, PR 44%, SD 32% and PD 4%",
      ["21", "44", "32", "4"].map((percent, i) =>
        proportion({ percent }, { group: "drug", outcome: "response", code: ["CR", "PR", "SD", "PD"][i]! }),
      ),
    ],
    [
      "a dose before the arms",
      "silent",
      "They were randomised to 75 mg drug (n = 23) or placebo (n = 20).",
      arms("23", "20"),
    ],
    [
      "far from the whole",
      "silent",
      "1891 patients were randomised, of one trial to A (n = 313) or B (n = 312).",
      arms("313", "312"),
    ],
    [
      "divided in two ways",
      "silent",
      "228 patients with one (n = 215) or another (n = 13) mutation were randomised to A (n = 154) or B (n = 74).",
      arms("215", "13", "154", "74"),
    ],
    [
      "groups that overlap, as the sentence says",
      "silent",
      "We randomised 214 women to yoga (n = 107) or walking (n = 117), 10 of them to both.",
      arms("107", "117"),
    ],
    [
      "responses just above the whole by rounding",
      "silent",
      "CR 26%, PR 26%, SD 26% and PD 26%",
      ["26", "26", "26", "26"].map((percent, i) =>
        proportion({ percent }, { group: "drug", outcome: "response", code: ["CR", "PR", "SD", "PD"][i]! }),
      ),
    ],
    [
      "responses just too far above it",
      "warning",
      "CR 26%, PR 26%, SD 26% and PD 27%",
      ["26", "26", "26", "27"].map((percent, i) =>
        proportion({ percent }, { group: "drug", outcome: "response", code: ["CR", "PR", "SD", "PD"][i]! }),
      ),
    ],
    [
      "response, which holds complete and partial",
      "silent",
      "ORR 65%, CR 21%, PR 44% and SD 32%",
      ["65", "21", "44", "32"].map((percent, i) =>
        proportion({ percent }, { group: "drug", outcome: "response", code: ["ORR", "CR", "PR", "SD"][i]! }),
      ),
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });

  it.each<[name: string, expected: string, text: string]>([
    [
      "more analysed than randomised",
      "warning",
      "We saw 200 women who were randomised. In all, 214 were included in the final analysis.",
    ],
    ["the same in one sentence", "warning", "Of 200 women randomised, 214 (99%) women completed the trial."],
    ["as many", "silent", "We saw 200 women who were randomised. All 200 were analysed."],
    [
      "two sentences further",
      "silent",
      "200 women were randomised. Most were old. In all, 214 were included in the analysis.",
    ],
    [
      "several numbers randomised",
      "silent",
      "First 90 men were randomised. Then 200 women were randomised, and 214 were analysed.",
    ],
    ["eyes of people", "silent", "In all 200 women were randomised, and 214 eyes were analysed."],
    [
      "those who got what they were assigned to",
      "silent",
      "Of the cohort, 736 were included in the analysis; of those, 707 received the randomly assigned drug.",
    ],
  ])("%s: %s", (_name, expected, text) => {
    expect(verdict(rule, text, [])).toBe(expected);
  });

  it("shows the sum", () => {
    const text = "We randomly assigned 214 women to yoga (n = 107) or usual care (n = 117).";
    expect(findings(rule, text, arms("107", "117"))[0]).toMatchObject({
      message: "The arms add up to 107 + 117 = 224, not 214.",
      reported: "214",
      expected: "224",
    });
  });
});
