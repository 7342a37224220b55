import { describe, expect, it } from "vitest";
import type { Group } from "../../../../server/src/extraction.js";
import { groupSize, mean, verdict } from "../paper.js";
import type { Draft } from "../paper.js";

type Case = [name: string, expected: string, text: string, drafts: Draft[], groups?: Partial<Group>[]];
const falls = (value: string, outcome = "number of falls"): Draft => mean(value, { outcome, group: "home" });
const home = (n: number): Partial<Group>[] => [{ label: "home", n }];

describe("grim", () => {
  it.each<Case>([
    ["impossible", "information", "mean number of falls 2.34", [falls("2.34")], home(19)],
    ["possible", "silent", "mean number of falls 2.37", [falls("2.37")], home(19)],
    ["possible by rounding a half", "silent", "mean number of falls 2.13", [falls("2.13")], home(8)],
    [
      "n so large that every mean is possible",
      "silent",
      "mean number of falls 2.34",
      [falls("2.34")],
      home(100),
    ],
    ["no size", "silent", "mean number of falls 2.34", [falls("2.34")]],
    ["not counted", "silent", "mean weight 2.34", [falls("2.34", "weight")], home(19)],
    ["an adjusted mean", "silent", "adjusted mean number of falls 2.34", [falls("2.34")], home(19)],
    ["just impossible by rounding", "information", "mean number of falls 2.14", [falls("2.14")], home(8)],
    ["n just below 10^d", "information", "mean number of falls 2.35", [falls("2.35")], home(67)],
    ["a mean in tenths of ten people", "silent", "mean number of falls 2.3", [falls("2.3")], home(10)],
    ["a least-squares mean", "silent", "least-squares mean number of falls 2.34", [falls("2.34")], home(19)],
    ["a change", "silent", "mean change in number of falls 2.34", [falls("2.34")], home(19)],
    [
      "possible for another number that the document names",
      "hint",
      "Of 19 women with a diary the mean number of falls was 2.37",
      [groupSize("19"), falls("2.37")],
      home(20),
    ],
    [
      "not everybody has a value, as the sentence says",
      "hint",
      "mean number of falls 2.34, where known",
      [falls("2.34")],
      home(19),
    ],
  ])("%s: %s", (_name, expected, text, drafts, groups) => {
    expect(verdict("grim", text, drafts, groups)).toBe(expected);
  });
});

describe("sd-se-confusion", () => {
  const pain = (label: "sd" | "se", value: string): Draft =>
    mean("24.1", { [label]: value, low: "22.3", high: "25.9", level: 95, group: "home" });
  it.each<Case>([
    ["a standard error called SD", "warning", "24.1 (SD 0.90; 22.3 to 25.9)", [pain("sd", "0.90")], home(64)],
    [
      "a standard deviation called SE",
      "warning",
      "24.1 (SE 7.2; 22.3 to 25.9)",
      [pain("se", "7.2")],
      home(64),
    ],
    ["SD right", "silent", "24.1 (SD 7.2; 22.3 to 25.9)", [pain("sd", "7.2")], home(64)],
    ["SE right", "silent", "24.1 (SE 0.90; 22.3 to 25.9)", [pain("se", "0.90")], home(64)],
    ["neither fits", "silent", "24.1 (SD 3.1; 22.3 to 25.9)", [pain("sd", "3.1")], home(64)],
    ["no size", "silent", "24.1 (SD 0.90; 22.3 to 25.9)", [pain("sd", "0.90")]],
    ["three people", "silent", "24.1 (SD 0.90; 22.3 to 25.9)", [pain("sd", "0.90")], home(3)],
    ["SD just as near as rounding", "silent", "24.1 (SD 7; 22.3 to 25.9)", [pain("sd", "7")], home(64)],
    ["SE just as near as rounding", "warning", "24.1 (SD 0.9; 22.3 to 25.9)", [pain("sd", "0.9")], home(64)],
    ["no interval", "silent", "24.1 (SD 0.90)", [mean("24.1", { sd: "0.90", group: "home" })], home(64)],
    ["a change", "hint", "a change of 24.1 (SD 0.90; 22.3 to 25.9)", [pain("sd", "0.90")], home(64)],
  ])("%s: %s", (_name, expected, text, drafts, groups) => {
    expect(verdict("sd-se-confusion", text, drafts, groups)).toBe(expected);
  });
});
