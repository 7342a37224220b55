import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { EffectStatement, Group, Statement } from "../../../server/src/extraction.js";
import { analysesOf } from "../../../server/src/export/analyses.js";
import { countPairs, meanPairs } from "../../../server/src/export/arms.js";
import type { Exported } from "../../../server/src/export/exportAs.js";
import { DATA_ROWS, SETTINGS } from "../../../server/src/export/formats/giv.js";
import { toRows } from "../../../server/src/export/rows.js";
import type { Review, ReviewStudy } from "../../../server/src/review/review.js";
import { ci, reviewOf, statement } from "./samples.js";
import { toGiv, toMetafor, toStata } from "./written.js";

const OS = { text: "overall survival", code: "OS" };
const DEATH = { text: "death" };
const PAIN = { text: "pain" };
const A: Group = { id: "a", label: "drug A", n: 48, role: "experimental", ranges: [] };
const B: Group = { id: "b", label: "placebo", n: 50, role: "control", ranges: [] };

const of = (group: Group) => ({ text: group.label, id: group.id });

/** Two studies with a hazard ratio, counts of two arms, and means of two arms each. */
function pooled(): Review {
  const first = reviewOf(
    [
      statement("effect", { id: "1", outcome: OS, value: 0.71, interval: ci(0.55, 0.92) }),
      statement("effect", { id: "2", outcome: OS, adjusted: true, value: 0.75, interval: ci(0.58, 0.97) }),
      statement("proportion", { id: "3", outcome: DEATH, group: of(A), n: 12, N: 48, percent: 25 }),
      statement("proportion", { id: "4", outcome: DEATH, group: of(B), n: 20, N: null, percent: 40 }),
      statement("mean", { id: "5", outcome: PAIN, group: of(A), value: 4.2, sd: 1.5 }),
      statement("mean", { id: "6", outcome: PAIN, group: of(B), value: 5.1, se: 0.2 }),
    ],
    { groups: [B, A], study: { year: 2019 } },
  );
  const second = reviewOf(
    [
      statement("effect", { id: "1", outcome: OS, value: 0.9, interval: ci(0.7, 1.16) }),
      statement("proportion", { id: "3", outcome: DEATH, group: of(A), n: 5, N: 40, percent: 12.5 }),
      statement("proportion", { id: "4", outcome: DEATH, group: of(B), n: 9, N: 41, percent: 22 }),
    ],
    { id: "=Ito 2020", groups: [A, B] },
  );
  return { ...first, studies: [...first.studies, ...second.studies] };
}

function read(files: readonly Exported[], name: string): Record<string, string>[] {
  return parse(String(files.find((file) => file.name === name)?.content), { columns: true });
}

function study(statements: readonly Statement[], fields: Partial<ReviewStudy>): Pick<Review, "studies"> {
  return reviewOf(statements, fields);
}

describe("analysesOf", () => {
  test("pools one estimate for each study, adjusted before unadjusted", () => {
    const [first] = analysesOf(toRows(pooled()));
    expect(first).toMatchObject({
      id: "OS-HR",
      outcome: "OS",
      measure: "HR",
      scale: "log",
      isContrast: true,
    });
    expect(first?.rows.map((row, i) => [row.study_id, row.value, first.use[i]])).toEqual([
      ["Okonkwo 2019", 0.71, false],
      ["Okonkwo 2019", 0.75, true],
      ["=Ito 2020", 0.9, true],
    ]);
  });

  test("uses the first of a study's estimates that is adjusted and of all people, wherever it stands", () => {
    const population = "women";
    const of = (id: string, fields: Partial<EffectStatement>) =>
      statement("effect", { id, outcome: OS, interval: ci(0.5, 0.9), ...fields });
    const review = reviewOf([
      of("1", { population }),
      of("2", {}),
      of("3", { adjusted: true, population }),
      of("4", { adjusted: true }),
      of("5", { adjusted: true }),
      of("6", {}),
    ]);
    expect(analysesOf(toRows(review))[0]?.use).toEqual([false, false, false, true, false, false]);
  });

  test("leaves out what was rejected, has no outcome or no standard error", () => {
    const review = reviewOf([
      statement("effect", { outcome: OS, interval: ci(0.5, 0.9) }),
      statement("effect", { interval: ci(0.5, 0.9) }),
      statement("effect", { outcome: OS }),
    ]);
    review.studies[0]!.statements[0]!.decision = "rejected";
    expect(analysesOf(toRows(review))).toEqual([]);
  });

  test("keeps measures and groups apart, and gives each a name for files", () => {
    const outcome = { text: "très bon / survival?" };
    const review = reviewOf([
      statement("effect", { outcome, measure: "OR", interval: ci(0.5, 0.9) }),
      statement("effect", { outcome, measure: "RR", interval: ci(0.5, 0.9) }),
      statement("effect", { outcome: { text: "Tres bon survival" }, measure: "RR", interval: ci(0.5, 0.9) }),
      statement("proportion", { outcome, group: { text: "A" } }),
      statement("proportion", { outcome, group: { text: "B" } }),
    ]);
    expect(analysesOf(toRows(review)).map(({ id }) => id)).toEqual([
      "tre-s-bon-survival-OR",
      "tre-s-bon-survival-RR",
      "Tres-bon-survival-RR",
      "tre-s-bon-survival-proportion-A",
      "tre-s-bon-survival-proportion-B",
    ]);
  });
});

describe("pairs of arms", () => {
  test("put the experimental arm first, whatever the order", () => {
    expect([...countPairs(pooled())][0]).toMatchObject({
      outcome: "death",
      experimental: { label: "drug A", cases: 12, n: 48 },
      control: { label: "placebo", cases: 20, n: 50 },
      notes: ["N of placebo is the group's size"],
    });
  });

  test("turn a standard error into a standard deviation", () => {
    const [pair] = meanPairs(pooled());
    expect(pair).toMatchObject({
      experimental: { mean: 4.2, sd: 1.5, n: 48 },
      control: { mean: 5.1, n: 50 },
    });
    expect(pair?.control.sd).toBeCloseTo(0.2 * Math.sqrt(50), 12);
    expect(pair?.notes).toContain("SD of placebo is SE * sqrt(n)");
  });

  const counts = (...rows: readonly (readonly [Group, number, number])[]): Statement[] =>
    rows.map(([group, n, total], i) =>
      statement("proportion", { id: String(i), outcome: DEATH, group: of(group), n, N: total }),
    );
  const plain = ({ id, label }: Group): Group => ({ id, label, ranges: [] });

  test("of two groups without roles take the document's order, and say so", () => {
    const review = study(counts([A, 1, 9], [B, 2, 9]), { groups: [plain(A), plain(B)] });
    expect([...countPairs(review)][0]?.notes).toEqual([
      "The document does not say which group is the control: they stand in its order",
    ]);
  });

  test.each([
    {
      name: "a second value of a group",
      statements: counts([A, 1, 9], [B, 2, 9], [A, 3, 9]),
      groups: [A, B],
    },
    { name: "one arm", statements: counts([A, 1, 9]), groups: [A, B] },
    {
      name: "three groups without roles",
      statements: counts([A, 1, 9], [B, 2, 9], [{ ...A, id: "c" }, 3, 9]),
      groups: [plain(A), plain(B), { id: "c", label: "C", ranges: [] }],
    },
    {
      name: "a whole and its part",
      statements: counts([A, 1, 9], [B, 2, 9]),
      groups: [plain(A), { ...plain(B), role: "subgroup" as const }],
    },
    { name: "more cases than people", statements: counts([A, 10, 9], [B, 2, 9]), groups: [A, B] },
  ])("are not made of $name", ({ statements, groups }) => {
    expect([...countPairs(study(statements, { groups }))]).toEqual([]);
  });
});

describe("metafor", () => {
  test("has yi, sei and vi of every estimate", () => {
    const files = toMetafor(pooled());
    expect(files.map(({ name }) => name)).toEqual(["estimates.csv", "meta-analysis.R"]);
    const rows = read(files, "estimates.csv").filter(({ analysis }) => analysis === "OS-HR");
    expect(rows.map(({ use, study_id }) => [use, study_id])).toEqual([
      ["FALSE", "Okonkwo 2019"],
      ["TRUE", "Okonkwo 2019"],
      ["TRUE", "'=Ito 2020"],
    ]);
    for (const { yi, sei, vi, value } of rows) {
      expect(Number(yi)).toBeCloseTo(Math.log(Number(value)), 12);
      expect(Number(vi)).toBeCloseTo(Number(sei) ** 2, 12);
    }
  });

  test("without a standard error says that there is nothing to pool", () => {
    expect(() => toMetafor(reviewOf([statement("median")]))).toThrow("nothing to pool");
  });
});

describe("generic inverse variance", () => {
  const files = toGiv(pooled());
  const rows = read(files, "data-rows.csv");

  test("has the columns that meta's read.cdir renames", () => {
    expect(Object.keys(rows[0] ?? {})).toEqual(DATA_ROWS.map(({ name }) => name));
    // What R/read.cdir.R of meta renames and selects; a name that is missing would stop it.
    const asked = "Analysis group,Analysis number,Analysis name,Subgroup,Study,Study year,GIV Mean,GIV SE,CI start,CI end,Experimental cases,Experimental N,Experimental mean,Experimental SD,Control cases,Control N,Control mean,Control SD,O-E,Variance,Weight,Footnotes"; // prettier-ignore
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(asked.split(",")));
    const subgroups = String(files.find(({ name }) => name === "subgroup-estimates.csv")?.content);
    expect(subgroups).toMatch(/^Analysis group,Analysis number,Subgroup number,Subgroup\r\n/);
    const settings = read(files, "overall-estimates-and-settings.csv");
    expect(Object.keys(settings[0] ?? {})).toEqual(SETTINGS.map(({ name }) => name));
    expect(settings.map((row) => [row["Data type"], row["Effect measure"], row["Log-scale data"]])).toEqual([
      ["Contrast level", "Hazard Ratio", "TRUE"],
      ["Dichotomous", "Risk Ratio", "FALSE"],
      ["Continuous", "Mean Difference", "FALSE"],
    ]);
  });

  test("has contrasts on the log scale, their interval as printed", () => {
    const [row] = rows;
    expect(Number(row?.["GIV Mean"])).toBeCloseTo(Math.log(0.75), 12);
    expect(Number(row?.["GIV SE"])).toBeCloseTo(Math.log(0.97 / 0.58) / (2 * 1.959964), 6);
    expect(Number(row?.["CI start"])).toBeCloseTo(0.58, 2);
    expect(Number(row?.["CI end"])).toBeCloseTo(0.97, 2);
    expect(row).toMatchObject({ "Analysis group": "1", "Analysis number": "1", Study: "Okonkwo 2019" });
  });

  test("has arms with their counts and means", () => {
    expect(rows.filter((row) => row["Analysis group"] === "2")).toMatchObject([
      { "Experimental cases": "12", "Experimental N": "48", "Control cases": "20", "Control N": "50" },
      { "Experimental cases": "5", "Experimental N": "40", "Control cases": "9", "Control N": "41" },
    ]);
    expect(rows.filter((row) => row["Analysis group"] === "3")).toMatchObject([
      {
        "Analysis name": "pain (point)",
        "Experimental mean": "4.2",
        "Experimental SD": "1.5",
        "Control N": "50",
      },
    ]);
  });
});

describe("Stata", () => {
  const files = toStata(pooled());

  test.each(files.map(({ name }) => name))("%s is as it was", async (name) => {
    const { content = "" } = files.find((file) => file.name === name) ?? {};
    await expect(String(content).replaceAll("\r\n", "\n")).toMatchFileSnapshot(`golden/stata/${name}`);
  });

  test("has a file only for what there is", () => {
    const estimates = reviewOf([statement("effect", { outcome: OS, interval: ci(0.5, 0.9) })]);
    expect(toStata(estimates).map(({ name }) => name)).toEqual(["estimates.csv", "meta-analysis.do"]);
    expect(() => toStata(reviewOf([statement("median")]))).toThrow("neither an estimate");
  });
});
