import { describe, expect, it } from "vitest";
import { landmark, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

const rule = "landmark-not-monotone";
const os = (value: string, years: string, group = "all", population?: string): Draft =>
  landmark(value, years, "year", {
    outcome: "overall survival",
    code: "OS",
    group,
    ...(population === undefined ? {} : { population }),
  });

describe(rule, () => {
  it.each<[name: string, expected: string, text: string, drafts: Draft[]]>([
    [
      "survival rises",
      "warning",
      "1-, 2- and 3-year OS was 81%, 46% and 58%",
      [os("81", "1"), os("46", "2"), os("58", "3")],
    ],
    [
      "units differ",
      "warning",
      "OS was 61% at 6 months and 72% at 1 year",
      [
        landmark("61", "6", "month", { outcome: "OS", code: "OS" }),
        landmark("72", "1", "year", { outcome: "OS", code: "OS" }),
      ],
    ],
    ["survival falls", "silent", "1- and 2-year OS was 81% and 46%", [os("81", "1"), os("46", "2")]],
    ["level by rounding", "silent", "1- and 2-year OS was 81% and 81.4%", [os("81", "1"), os("81.4", "2")]],
    [
      "printed in the other order",
      "silent",
      "3- and 1-year OS was 46% and 81%",
      [os("46", "3"), os("81", "1")],
    ],
    [
      "two groups",
      "silent",
      "1-year OS was 46% (A), 2-year OS 81% (B)",
      [os("46", "1", "A"), os("81", "2", "B")],
    ],
    [
      "two populations",
      "silent",
      "1-year OS 46%, 2-year OS 81% (matched)",
      [os("46", "1"), os("81", "2", "all", "matched")],
    ],
    [
      "two sentences",
      "silent",
      "1-year OS was 46%. In others 2-year OS was 81%.",
      [os("46", "1"), os("81", "2")],
    ],
    [
      "survival rises from one sentence to the next",
      "warning",
      "OS at 1 year was 46% with drug A. It was 81% at 2 years.",
      [os("46", "1", "A"), os("81", "2", "A")],
    ],
    [
      "a group that is not named",
      "silent",
      "OS at 1 year was 46%. It was 81% at 2 years.",
      [os("46", "1", ""), os("81", "2", "")],
    ],
    [
      "another part of the document",
      "silent",
      "OS at 1 year was 46% with drug A.\n\nIt was 81% at 2 years.",
      [os("46", "1", "A"), os("81", "2", "A")],
    ],
    [
      "a time told twice",
      "silent",
      "OS at 1 year was 46% with drug A. At 2 years it was 41%. It was 81% at 2 years.",
      [os("46", "1", "A"), os("41", "2", "A"), os("81", "2", "A")],
    ],
    [
      "a sentence about a subgroup",
      "silent",
      "OS at 1 year was 46% with drug A. In the subgroup it was 81% at 2 years.",
      [os("46", "1", "A"), os("81", "2", "A")],
    ],
    [
      "an assumed rate",
      "silent",
      "An OS of 46% at 1 year was assumed with drug A. It was 81% at 2 years.",
      [os("46", "1", "A"), os("81", "2", "A")],
    ],
    [
      "recurrence grows",
      "silent",
      "1- and 2-year recurrence was 20% and 31%",
      [
        landmark("20", "1", "year", { outcome: "recurrence" }),
        landmark("31", "2", "year", { outcome: "recurrence" }),
      ],
    ],
    [
      "recurrence-free survival does not",
      "warning",
      "1- and 2-year recurrence-free survival was 20% and 31%",
      [
        landmark("20", "1", "year", { outcome: "recurrence-free survival" }),
        landmark("31", "2", "year", { outcome: "recurrence-free survival" }),
      ],
    ],
    [
      "no outcome",
      "silent",
      "20% at 1 year and 31% at 2 years",
      [landmark("20", "1", "year"), landmark("31", "2", "year")],
    ],
    [
      "two values a time, and one group only read",
      "silent",
      "5-year OS 83% and 61%, 10-year OS 66% and 47%",
      [os("83", "5", "A"), os("61", "5", "B"), os("66", "10", "B"), os("47", "10", "C")],
    ],
    [
      "conditional on having survived",
      "silent",
      "Patients without progression at 2 years: OS 60% at 2 and 78% at 5 years",
      [os("60", "2"), os("78", "5")],
    ],
    [
      "just above the earlier one by rounding",
      "warning",
      "1- and 2-year OS was 81% and 81.6%",
      [os("81", "1"), os("81.6", "2")],
    ],
    [
      "a cumulative incidence of survivors' leukaemia",
      "silent",
      "The cumulative incidence of relapse at 1 and 2 years was 20% and 31%",
      [
        landmark("20", "1", "year", { outcome: "cumulative incidence of relapse" }),
        landmark("31", "2", "year", { outcome: "cumulative incidence of relapse" }),
      ],
    ],
    [
      "mortality",
      "silent",
      "1- and 2-year mortality was 20% and 31%",
      [
        landmark("20", "1", "year", { outcome: "mortality" }),
        landmark("31", "2", "year", { outcome: "mortality" }),
      ],
    ],
  ])("%s: %s", (_name, expected, text, drafts) => {
    expect(verdict(rule, text, drafts)).toBe(expected);
  });
});
