import { describe, expect, it } from "vitest";
import { effect, median, proportion, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const os = { outcome: "OS", code: "OS" };
const medians = (a: string, b: string): Draft[] => [
  median(a, "month", { ...os, group: "A" }),
  median(b, "month", { ...os, group: "B" }),
];
const hr = (value: string, low: string, high: string): Draft =>
  effect("HR", value, { ...os, low, high, group: "A", reference: "B" });

describe("hr-contradicts-medians", () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "opposite direction",
      "hint",
      "14.0 v 7.1 months; HR 1.92 (1.30–2.84)",
      [...medians("14.0", "7.1"), hr("1.92", "1.30", "2.84")],
    ],
    [
      "beyond a factor of 2",
      "hint",
      "14.0 v 12.9 months; HR 0.31 (0.20–0.48)",
      [...medians("14.0", "12.9"), hr("0.31", "0.20", "0.48")],
    ],
    [
      "as expected",
      "silent",
      "14.0 v 7.1 months; HR 0.52 (0.35–0.77)",
      [...medians("14.0", "7.1"), hr("0.52", "0.35", "0.77")],
    ],
    [
      "the interval holds the ratio of medians",
      "silent",
      "75.8 v 50.8 months; HR 1.08 (0.66–1.77)",
      [...medians("75.8", "50.8"), hr("1.08", "0.66", "1.77")],
    ],
    [
      "a median not reached",
      "silent",
      "NR v 7.1 months; HR 1.92 (1.30–2.84)",
      [median("NR", "month", os), median("7.1", "month", os), hr("1.92", "1.30", "2.84")],
    ],
    [
      "mixed units",
      "silent",
      "1.4 years v 7.1 months; HR 1.92 (1.30–2.84)",
      [median("1.4", "year", os), median("7.1", "month", os), hr("1.92", "1.30", "2.84")],
    ],
    [
      "the effect's group is the second",
      "silent",
      "14.0 v 7.1 months; HR 1.92 (1.30–2.84)",
      [
        ...medians("14.0", "7.1"),
        effect("HR", "1.92", { ...os, low: "1.30", high: "2.84", group: "B", reference: "A" }),
      ],
    ],
    [
      "crossing curves",
      "silent",
      "Curves crossed: 14.0 v 7.1 months; HR 1.92 (1.30–2.84)",
      [...medians("14.0", "7.1"), hr("1.92", "1.30", "2.84")],
    ],
    [
      "no hazard ratio",
      "silent",
      "14.0 v 7.1 months; OR 1.92 (1.30–2.84)",
      [...medians("14.0", "7.1"), effect("OR", "1.92", { ...os, low: "1.30", high: "2.84" })],
    ],
    [
      "just within a factor of 2",
      "silent",
      "14.0 v 12.6 months; HR 0.45 (0.31–0.65)",
      [...medians("14.0", "12.6"), hr("0.45", "0.31", "0.65")],
    ],
    [
      "just beyond it",
      "hint",
      "14.0 v 12.6 months; HR 0.44 (0.31–0.63)",
      [...medians("14.0", "12.6"), hr("0.44", "0.31", "0.63")],
    ],
    [
      "both medians not reached",
      "silent",
      "NR v NR; HR 1.92 (1.30–2.84)",
      [median("NR", "month", os), median("NR", "month", os), hr("1.92", "1.30", "2.84")],
    ],
    [
      "hazards that are not proportional",
      "silent",
      "Hazards were non-proportional: 14.0 v 7.1 months; HR 1.92 (1.30–2.84)",
      [...medians("14.0", "7.1"), hr("1.92", "1.30", "2.84")],
    ],
    [
      "medians of another outcome",
      "silent",
      "PFS 14.0 v 7.1 months; HR 1.92 (1.30–2.84)",
      [
        median("14.0", "month", { outcome: "PFS", code: "PFS", group: "A" }),
        median("7.1", "month", { outcome: "PFS", code: "PFS", group: "B" }),
        hr("1.92", "1.30", "2.84"),
      ],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict("hr-contradicts-medians", text, drafts)).toBe(expected);
  });
});

describe("hr-too-precise-for-events", () => {
  const events = (a: string, b: string): Draft[] => [
    proportion({ n: a }, { group: "A", outcome: "deaths" }),
    proportion({ n: b }, { group: "B", outcome: "deaths" }),
  ];
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "far too precise",
      "warning",
      "31 against 52 died (HR 0.57; 0.49 to 0.66)",
      [...events("31", "52"), hr("0.57", "0.49", "0.66")],
    ],
    [
      "as precise as its events",
      "silent",
      "31 against 52 died (HR 0.57; 0.37 to 0.89)",
      [...events("31", "52"), hr("0.57", "0.37", "0.89")],
    ],
    [
      "within 15%",
      "silent",
      "31 against 52 died (HR 0.57; 0.38 to 0.86)",
      [...events("31", "52"), hr("0.57", "0.38", "0.86")],
    ],
    [
      "adjusted",
      "silent",
      "31 against 52 died (aHR 0.57; 0.49 to 0.66)",
      [...events("31", "52"), effect("HR", "0.57", { low: "0.49", high: "0.66", adjusted: true })],
    ],
    [
      "one group's counts",
      "silent",
      "31 and then 52 died (HR 0.57; 0.49 to 0.66)",
      [
        proportion({ n: "31" }, { group: "A" }),
        proportion({ n: "52" }, { group: "A" }),
        hr("0.57", "0.49", "0.66"),
      ],
    ],
    [
      "two hazard ratios",
      "silent",
      "31 against 52 died (HR 0.57; 0.49 to 0.66; and HR 0.81; 0.77 to 0.85)",
      [...events("31", "52"), hr("0.57", "0.49", "0.66"), hr("0.81", "0.77", "0.85")],
    ],
    [
      "just beyond 15%",
      "warning",
      "31 against 52 died (HR 0.57; 0.39 to 0.83)",
      [...events("31", "52"), hr("0.57", "0.39", "0.83")],
    ],
    [
      "counts of a time point",
      "hint",
      "By 2 years 31 against 52 died (HR 0.57; 0.49 to 0.66)",
      [...events("31", "52"), hr("0.57", "0.49", "0.66")],
    ],
    [
      "a weighted analysis",
      "hint",
      "31 against 52 died (weighted HR 0.57; 0.49 to 0.66)",
      [...events("31", "52"), hr("0.57", "0.49", "0.66")],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict("hr-too-precise-for-events", text, drafts)).toBe(expected);
  });
});
