/** A table of comparisons whose sides stand apart from their values, with the outcome and group of each value. */
import { describe, expect, it } from "vitest";
import { belongs } from "./belongs.js";

const cases: readonly (readonly [what: string, sentence: string, expected: readonly string[]])[] = [
  [
    "brackets on both sides of 'vs.'",
    "Itch at 6 h was lower with balm paste (12.5 mm) vs. placebo (31.4 mm).",
    ["Itch · balm paste", "Itch · placebo"],
  ],
  [
    "treatment with the other",
    "Healing was faster after treatment with balm (36.1%) versus treatment with soap (14.8%).",
    ["Healing · balm", "Healing · soap"],
  ],
  [
    "the same preposition on both sides",
    "Attendance was better when pupils were called by telephone (61/210, 29.0%) than by letter (38/214, 17.8%).",
    ["Attendance · telephone", "Attendance · letter"],
  ],
  [
    "several held against one",
    "Oxygen uptake was greater during hiking (31.5 ± 4.6 mL) compared to rowing (27.7 ± 3.8 mL) and resting (9.9 ± 1.6 mL).",
    ["Oxygen uptake · hiking", "Oxygen uptake · rowing", "Oxygen uptake · resting"],
  ],
  [
    "two values in the bracket of each side",
    "Rash was commoner with tarvenib (23.7% and 11.1%, respectively) versus olvadine (12.5% and 4.5%, respectively).",
    ["tarvenib", "tarvenib", "olvadine", "olvadine"].map((x) => `Rash · ${x}`),
  ],
  [
    "the side that the clause ends with",
    "Pupils with long commutes had longer walks (mean, 9.5 v 7.2 km; P = .001) and fewer books (mean, 14 v 35) compared with pupils with short commutes.",
    [
      "walks · Pupils with long commutes",
      "walks · pupils with short commutes",
      "books · Pupils with long commutes",
      "books · pupils with short commutes",
    ],
  ],
  [
    "a treatment that opens the clause",
    "Treatment with tarvenib led to a higher rate of remission (28% vs 13%, respectively, P = 0.02) and response rate (81% vs 66%) compared to olvadine.",
    ["remission · tarvenib", "remission · olvadine", "response rate · tarvenib", "response rate · olvadine"],
  ],
  [
    "what one did more than another",
    "Tarvenib decreased itching significantly more than did olvadine at 6 am (11.3 ± 2.2 mm vs. 14.9 ± 2.1 mm).",
    ["itching · Tarvenib", "itching · olvadine"],
  ],
  [
    "a verb between the sides",
    "The interval between attacks in tarvenib was significantly shorter than control (21.8 ± 4.6 vs. 43.1 ± 8.7 days).",
    ["– · tarvenib", "– · control"],
  ],
  [
    "pairs at several times",
    "Median itch scores were lower in the balm group compared with the soap group at 10 minutes (2 vs 4), and 40 minutes (1 vs 2).",
    [
      "itch scores · balm group",
      "itch scores · soap group",
      "itch scores · –",
      "itch scores · balm group",
      "itch scores · soap group",
    ],
  ],
  [
    "labels before contrasted values",
    "Falls did not differ (Balm 9/18, 50% vs. Soap 6/15, 40%; P=0.73).",
    ["Falls · Balm", "Falls · Soap"],
  ],
  [
    "labels and commas",
    "Time to remission was longer with OLV (median: TRV, 14.3 weeks v OLV, 15.6 weeks).",
    ["Time to remission · TRV", "Time to remission · OLV"],
  ],
  [
    "a comparison told first",
    "Comparing tarvenib with olvadine: itching (33.4 vs 36.2 mm) and pain (17.5 vs 21.9 mm) were lower.",
    ["itching · tarvenib", "itching · olvadine", "pain · tarvenib", "pain · olvadine"],
  ],
  [
    "nobody on the other side",
    "Adverse events were rash (31 [22%] pupils in the balm group vs 12 [9%] in the soap group), itching (14 [10%] vs none) and fever (6% v < 1%).",
    ["rash · balm group", "rash · soap group", "itching · balm group", "fever · balm group"],
  ],
  [
    "parts of a total",
    "Asthma was confirmed in 47 pupils (61.0%), 26 in town and 21 in villages.",
    ["Asthma · –", "Asthma · town", "Asthma · villages"],
  ],
  [
    "in whom the groups of the trial are compared",
    "Pupils were randomized to tarvenib or placebo. There was a trend for improved survival in pupils with asthma (6.7 v 4.1 months).",
    ["survival · tarvenib", "survival · placebo"],
  ],
  [
    "who differs, though the trial has groups",
    "Pupils were randomized to tarvenib or placebo. Fever was more common in pupils with asthma (16.7% v 4.1%).",
    ["Fever · pupils with asthma", "Fever · –"],
  ],
];

describe("sides of a comparison", () => {
  it.each(cases)("%s", (_, sentence, expected) => {
    expect(belongs(sentence)).toEqual(expected);
  });
});
