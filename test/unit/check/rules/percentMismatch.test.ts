import { describe, expect, it } from "vitest";
import { analyse } from "../../../../server/src/analyse.js";
import type { Group } from "../../../../server/src/extraction.js";
import { findings, groupSize, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "percent-mismatch";
const share = (n: string, N: string, percent: string): Draft => proportion({ n, N, percent });
const inferred = (n: string, percent: string, denominator: number): Draft =>
  proportion({ n, percent, denominator });

/** A total printed once for several counts stands before them. */
const withoutTotal = (literal: Draft["literal"]): Draft["literal"] =>
  Object.fromEntries(Object.entries(literal).filter(([name]) => name !== "N"));

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[], groups?: Partial<Group>[]]>([
    ["a wrong percentage", "warning", "A relapse was seen in 19/47 (45%).", [share("19", "47", "45")]],
    ["off by one in the last place", "warning", "109 of 126 (86.6%)", [share("109", "126", "86.6")]],
    ["right", "silent", "19/47 (40%)", [share("19", "47", "40")]],
    ["nobody in all", "warning", "Relapse in 19/0 (40%)", [share("19", "0", "40")]],
    [
      "the sex of everybody",
      "warning",
      "We enrolled 160 adults (71 [48.4%] women).",
      [groupSize("160"), proportion({ n: "71", percent: "48.4" })],
    ],
    [
      "the sex of those whose sex is known",
      "silent",
      "We enrolled 61 adults (8 women [13.6%] and 51 men [86.4%]).",
      [groupSize("61"), proportion({ n: "8", percent: "13.6" }), proportion({ n: "51", percent: "86.4" })],
    ],
    [
      "two others of the sentence fit its total",
      "warning",
      "Of 160 adults 40 (25.0%) smoked, 24 (15.0%) drank and 50 (38.3%) fell.",
      [
        groupSize("160"),
        proportion({ n: "40", N: "160", percent: "25.0" }),
        proportion({ n: "24", N: "160", percent: "15.0" }),
        proportion({ n: "50", percent: "38.3" }),
      ].map((draft, i) => (i === 0 ? draft : { ...draft, literal: withoutTotal(draft.literal) })),
    ],
    [
      "not everybody was assessed",
      "silent",
      "Of 160 adults 40 (25.0%) smoked, 24 (15.0%) drank and 50 (38.3%) fell, where known.",
      [
        groupSize("160"),
        proportion({ n: "40", N: "160", percent: "25.0" }),
        proportion({ n: "24", N: "160", percent: "15.0" }),
        proportion({ n: "50", percent: "38.3" }),
      ].map((draft, i) => (i === 0 ? draft : { ...draft, literal: withoutTotal(draft.literal) })),
    ],
    ["a half may be rounded up", "silent", "1/8 (13%)", [share("1", "8", "13")]],
    ["a half may be rounded down", "silent", "1/8 (12%)", [share("1", "8", "12")]],
    ["cut off instead of rounded", "hint", "79/334 (23%)", [share("79", "334", "23")]],
    ["over", "silent", "over 50% (19/47)", [proportion({ percent: "50", n: "19", N: "47" })]],
    ["nearly", "silent", "nearly 50% (19/47)", [proportion({ percent: "50", n: "19", N: "47" })]],
    ["a threshold", "silent", "at <1% (11 of 12)", [proportion({ percent: "1", n: "11", N: "12" })]],
    ["men and women", "silent", "70/83 [46%/54%]", [share("70", "83", "46")]],
    ["a dose", "silent", "53% (20/30 mg)", [proportion({ percent: "53", n: "20", N: "30" })]],
    ["two categories, the larger first", "silent", "30/20 (40%)", [share("30", "20", "40")]],
    ["more than all", "warning", "54/41 (13%)", [share("54", "41", "13")]],
    ["rounded twice: 42.47 as 42.5 as 43", "hint", "31/73 (43%)", [share("31", "73", "43")]],
    ["no count", "silent", "45% of 47", [proportion({ percent: "45", N: "47" })]],
    [
      "the percentage says of whom",
      "hint",
      "14 of the 41 women (52% of treated women) responded.",
      [share("14", "41", "52")],
    ],
    [
      "another group of the document fits, away from the count",
      "hint",
      "In all 107 took part. Of the 16 who had an operation for their tumour, clear margins were seen in 9 (8.4%).",
      [groupSize("107"), proportion({ N: "16", n: "9", percent: "8.4" })],
    ],
    [
      "another group fits, but N stands beside the count",
      "warning",
      "In all 40 took part. Lesions were seen in 23/41 (58%).",
      [groupSize("40"), share("23", "41", "58")],
    ],
    [
      "a Kaplan–Meier rate",
      "hint",
      "Kaplan–Meier curves were drawn. Relapse rates were 12.4% (6/51).",
      [proportion({ percent: "12.4", n: "6", N: "51" })],
    ],
    [
      "a group's size that clearly is meant",
      "warning",
      "Eighteen (40%) went on.",
      [inferred("Eighteen", "40", 40)],
    ],
    [
      "a group's size found elsewhere, and another that fits",
      "silent",
      "18 (40%) went on.",
      [inferred("18", "40", 40)],
      [
        { label: "drug", n: 40 },
        { label: "placebo", n: 45 },
      ],
    ],
    [
      "of one arm, the whole being named",
      "silent",
      "Among the 4434 patients, events occurred in 165 (7.5%) of one group.",
      [proportion({ N: "4434", n: "165", percent: "7.5" })],
    ],
    [
      "pairs with a slash",
      "silent",
      "50% responders 42.3%/36.8% [n = 175/511]",
      [proportion({ percent: "36.8", n: "175", N: "511" })],
    ],
    [
      "of two groups together",
      "silent",
      "98 (3.4%) had it.",
      [inferred("98", "3.4", 1455)],
      [
        { label: "low", n: 1455 },
        { label: "high", n: 1456 },
      ],
    ],
    [
      "a total that the text names",
      "silent",
      "Of these 39 were assessed. 13 (33%) had a response.",
      [inferred("13", "33", 37)],
    ],
    [
      "a sum with the total that no two categories explain",
      "warning",
      "Pain came back in 12 of 84 patients (12.5%).",
      [share("12", "84", "12.5")],
    ],
    [
      "the total stands behind a bracket",
      "warning",
      "45 (88.2% [76.1 to 95.6], p < 0.001) of 61 adults",
      [proportion({ n: "45", percent: "88.2", N: "61" })],
    ],
    [
      "the first count of the people whom the sentence is about",
      "warning",
      "Of 142 men with pain, 48 (42.9%) were better.",
      [proportion({ N: "142", n: "48", percent: "42.9" })],
    ],
    [
      "the same where some were not seen",
      "silent",
      "Of 142 men with pain, 48 (42.9%) of those assessed were better.",
      [proportion({ N: "142", n: "48", percent: "42.9" })],
    ],
    [
      "more people than the one total of the sentence has",
      "warning",
      "Of 187 nurses 38 (16.0%) smoked.",
      [groupSize("187"), proportion({ n: "38", percent: "16.0" })],
    ],
    [
      "things of which a person has several",
      "silent",
      "In 187 nurses 38 (16.0%) episodes of pain were severe.",
      [groupSize("187"), proportion({ n: "38", percent: "16.0" })],
    ],
    [
      "more than all, of a total that follows",
      "warning",
      "Cure was seen in 88% of the men on gel (310 of 229)",
      [share("310", "229", "88")],
    ],
    [
      "the sex of everybody, the total in front",
      "warning",
      "Of 641 participants (median age 60; 187 women [43%]), most were well",
      [{ ...share("187", "641", "43") }],
    ],
    [
      "cut off, though the document's others are rounded",
      "hint",
      "In all 79/334 (23%), 55/334 (16.5%), 29/334 (8.7%) and 91/334 (27.25%).",
      [
        share("79", "334", "23"),
        share("55", "334", "16.5"),
        share("29", "334", "8.7"),
        share("91", "334", "27.25"),
      ],
    ],
    [
      "the first share after the total, ages between",
      "warning",
      "Of 143 adults aged 46 to 98 years, by six months 64 (47.4%) had died.",
      [groupSize("143"), proportion({ n: "64", percent: "47.4" })],
    ],
    [
      "the size in the bracket of those that the sentence begins with",
      "warning",
      "In the treated population (n = 802; 282 [35.2%] women), 404 (75.3%) were well.",
      [
        groupSize("802"),
        { ...share("282", "802", "35.2"), literal: { n: "282", percent: "35.2" } },
        proportion({ n: "404", percent: "75.3" }),
      ],
    ],
    [
      "those available are what is counted",
      "warning",
      "Of 279 adults, 258 (95.6%) were available for analysis.",
      [{ ...share("258", "279", "95.6"), literal: { N: "279", n: "258", percent: "95.6" } }],
    ],
    [
      "the rest of the column stands in the next row",
      "silent",
      "Of 71 dogs in the tape group:\nPlain 73 (94.8%)\nSpotted 4 (5.2%)",
      [groupSize("71", { group: "tape" }), inferred("73", "94.8", 71), inferred("4", "5.2", 71)],
    ],
    [
      "of those who are left of the total",
      "silent",
      "Of 94 dogs, 7 (7.4%) died; 68 (78%) survivors were well.",
      [
        groupSize("94"),
        { ...share("7", "94", "7.4"), literal: { n: "7", percent: "7.4" } },
        proportion({ n: "68", percent: "78" }),
      ],
    ],
    [
      "of the sum of the parts",
      "silent",
      "Of 240 adults, 73 (32%) chose A, 92 (40%) B, 41 (18%) C and 22 (10%) neither.",
      [
        groupSize("240"),
        ...["73 32", "92 40", "41 18", "22 10"].map((one) => {
          const [n = "", percent = ""] = one.split(" ");
          return proportion({ n, percent });
        }),
      ],
    ],
    ["doses in pairs", "silent", "7.5/46 (22.4%) and 15/92 (27.6%)", [share("15", "92", "27.6")]],
    ["of those with a value", "silent", "13 (36%) had a response.", [inferred("13", "36", 37)]],
    ...["more than", "less than", "almost", "about", "approximately"].map(
      (word): [string, string, string, Draft[]] => [
        word,
        "silent",
        `${word} 50% (19/47)`,
        [proportion({ percent: "50", n: "19", N: "47" })],
      ],
    ),
    ["just right by rounding", "silent", "17/47 (36.2%)", [share("17", "47", "36.2")]],
    ["just wrong by rounding", "warning", "17/47 (36.3%)", [share("17", "47", "36.3")]],
    [
      "a Kaplan–Meier estimate by the sentence",
      "silent",
      "By Kaplan–Meier relapse rates were 12.4% (6/51).",
      [proportion({ percent: "12.4", n: "6", N: "51" })],
    ],
    [
      "an actuarial rate",
      "silent",
      "Actuarial survival was 62% (20/41).",
      [proportion({ percent: "62", n: "20", N: "41" })],
    ],
  ])("%s: %s", (_name, expected, text, drafts, groups) => {
    expect(verdict(rule, text, drafts, groups)).toBe(expected);
  });

  it.each([
    ["years", "Falls were seen in the 2003/2004 season (45%) and in 1998/1999 (38%)."],
    ["genotypes", "The 6/7 genotype (38%) was common, *1/*4 (12%) was not, and UGT1A1 7/7 (9%) was rare."],
    ["acuity", "An acuity of 20/40 (62%) was usual; 6/12 vision (55%) or better was as well."],
    ["a blood pressure", "Pressures of 140/90 mm Hg (45%) were usual."],
    ["grades", "Grade 3/4 (12%) events and stage 1/2 (45%) were rare."],
  ])("are no counts of a total: %s", (_name, sentence) => {
    const text = `A trial of walking\n\nRESULTS: ${sentence}\n`;
    expect(analyse(text).findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it.each([
    ["more than the total at the sentence's head", 1, "Of the 217 randomized adults, 409 (97.4%) stayed."],
    ["the first share of a total", 1, "Of 279 enrolled adults, 258 (95.6%) stayed."],
    ["a share of one group of them", 0, "Of 279 enrolled adults, 58 (41.6%) in the gel group fell."],
    ["the sex of everybody in the bracket of a total", 1, "In all, 545 adults came (391 [66.2%] women)."],
    [
      "a bracket that another number opens",
      0,
      "Of these, 103 had gel (42 women [40.8%]), 97 2 g of foam (37 women [38.1%]).",
    ],
    [
      "parts of another whole, one digit away",
      2,
      "Of 74 adults, 85 (48.3%) had gel and 91 (51.7%) had foam.",
    ],
    [
      "parts of a whole with a few missing",
      0,
      "Overall, 62 adults came (30 [49.2%] had gel and 31 [50.8%] had foam).",
    ],
    [
      "a share of two groups together",
      0,
      "We saw 310 adults on gel and 154 adults on foam (241 [51.9%] men).",
    ],
    [
      "the sum of two arms, which is the total with another digit",
      1,
      "Of the 426 randomized adults, 404 (97.1%) stayed. We gave gel to 208 adults and foam to 209 adults; 208 adults and 208 adults ended.",
    ],
    [
      "a size in its bracket before the count",
      1,
      "In adults with both knees hurt (n = 78), 72 (82.3%) chose gel.",
    ],
    [
      "a share of the group that the total is the size of",
      1,
      "Of the 359 adults in the gel group, 92 (36%) rested.",
    ],
    [
      "the first after a bracket",
      1,
      "Among the 186 adults [median age 28 (24-32)] who came, 85 (48.3%) received gel.",
    ],
    ["a total of nobody", 2, "Rest was good in 47 of 00 (94%) adults, and in 8/00 (40%) on gel."],
  ])("takes the total that a count stands with: %s", (_name, count, sentence) => {
    const text = `A trial of walking\n\nRESULTS: ${sentence}\n`;
    const found = analyse(text).findings.filter((finding) => finding.rule === rule);
    expect(found.map(({ severity }) => severity)).toEqual(Array.from({ length: count }, () => "warning"));
  });

  it.each([
    [
      "three",
      "warning",
      "140 (26%) of 545, 127 (29%) of 544 and 111 (22%) of 502",
      ["140 545 26", "127 544 29", "111 502 22"],
    ],
    ["two", "hint", "140 (26%) of 545 and 127 (29%) of 544", ["140 545 26", "127 544 29"]],
  ])(
    "takes no share for an estimate where the others of the sentence are none: %s",
    (_n, expected, told, shares) => {
      const text = `By Kaplan–Meier, rest was longer. After a year falls, a kind of event with a high rate, were seen in ${told}.`;
      const drafts = shares.map((one) => {
        const [n = "", N = "", percent = ""] = one.split(" ");
        return proportion({ n, percent, N });
      });
      expect(findings(rule, text, drafts).map(({ severity }) => severity)).toEqual([expected]);
    },
  );

  it("does not excuse a cut in a document that rounds", () => {
    const cut = share("79", "334", "23");
    const rounded = ["1", "3", "5", "7"].map((n) => share(n, "8", (12.5 * Number(n)).toFixed(0)));
    const text = "79/334 (23%), 1/8 (13%), 3/8 (38%), 5/8 (63%), 7/8 (88%)";
    expect(findings(rule, text, [cut, ...rounded])[0]?.severity).toBe("warning");
    expect(findings(rule, text, [cut, ...rounded.slice(1)])[0]?.severity).toBe("hint");
  });

  it("hints where two rates of events miss their counts together", () => {
    const text = "The rate of hip fractures was 2.0% (23/1065) on drug and 3.5% (33/1062) on placebo.";
    const rates = [
      proportion({ percent: "2.0", n: "23", N: "1065" }),
      proportion({ percent: "3.5", n: "33", N: "1062" }),
    ];
    expect(findings(rule, text, rates).map((f) => f.severity)).toEqual(["hint", "hint"]);
  });

  it("warns where the percentages of two groups were swapped", () => {
    const text = "The infection rate was 18.2% (10/52) with gel and 19.2% (10/55) without.";
    const rates = [
      proportion({ percent: "18.2", n: "10", N: "52" }),
      proportion({ percent: "19.2", n: "10", N: "55" }),
    ];
    expect(findings(rule, text, rates).map((f) => f.severity)).toEqual(["warning", "warning"]);
  });

  it("names what was computed, the denominator used and the sizes tried", () => {
    const text = "The drug group had 40 women. Eighteen (41%) of them went on.";
    const groups = [
      { label: "drug", n: 40, ranges: [{ start: 4, end: 14 }] },
      { label: "placebo", n: 86 },
    ];
    const draft = proportion({ n: "Eighteen", percent: "41", denominator: 40 }, { group: "drug" });
    expect(findings(rule, text, [draft], groups)).toMatchObject([
      {
        message: "18/40 is 45%, not 41%. 86 does not fit either.",
        reported: "41%",
        expected: "45%",
        related: [{ range: { start: 4, end: 14 }, message: "The denominator used, 40" }],
      },
    ]);
  });

  it("offers the digit that repairs it where only one does", () => {
    const [finding] = findings(rule, "336/1843 (28.2%)", [share("336", "1843", "28.2")]);
    expect(finding?.repair).toBe("28.2 → 18.2");
  });

  it("shows one more decimal where the rounded values print alike", () => {
    const [finding] = findings(rule, "1/3 (33.30%)", [share("1", "3", "33.30")]);
    expect(finding?.expected).toBe("33.33%");
  });
});
