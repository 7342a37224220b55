import { describe, expect, it } from "vitest";
import { plot, PlotError, textTable } from "../../../server/src/plot/plot.js";
import { ci, finding, statement } from "../export/samples.js";
import { decided, FOUR, hr, median, review } from "./trials.js";

const OS_HR = { outcome: "OS", measure: "HR" };
const drawn = (...args: Parameters<typeof review>) => plot(review(...args), OS_HR).data;
const studiesIn = ({ rows }: { rows: readonly { study: string }[] }): string[] =>
  rows.map(({ study }) => study);
const reasons = ({ leftOut }: ReturnType<typeof drawn>): string[] =>
  leftOut.map(({ reason, places }) => `${places.map(({ study }) => study).join(", ")}: ${reason}`);

describe("pooling", () => {
  it("gives the figures of metafor for four trials", () => {
    // rma(yi, sei = (log(high) - log(low)) / (2 * qnorm(.975)), method = "FE" / "DL" / "REML", test = "z" / "z" / "knha")
    const { summaries, prediction, rows } = drawn(FOUR);
    expect(summaries.map(({ name, text, p }) => [name, text, p])).toEqual([
      ["Common effect", "0.76 [0.67, 0.85]", "p < 0.001"],
      ["Random effects, DerSimonian–Laird", "0.76 [0.65, 0.88]", "p < 0.001"],
      ["Random effects, REML with HKSJ interval", "0.76 [0.60, 0.96]", "p = 0.035"],
    ]);
    expect(prediction?.text).toBe("[0.52, 1.09]");
    expect(rows.reduce((sum, { weights }) => sum + (weights?.random ?? 0), 0)).toBeCloseTo(100);
  });

  it("leaves each study out in turn", () => {
    const { leaveOneOut } = drawn(FOUR);
    expect(leaveOneOut.map(({ without }) => without)).toEqual(Object.keys(FOUR));
    expect(leaveOneOut[3]).toMatchObject({
      common: "0.80 [0.70, 0.92]",
      heterogeneity: "I² = 0.0 %, τ² = 0",
    });
  });

  it("has nothing to pool in one study, and says so", () => {
    const { summaries, heterogeneity } = drawn({ "Abara 2014": [hr(0.92, 0.66, 1.28)] });
    expect(summaries).toEqual([]);
    expect(heterogeneity).toBe("One study: there is nothing to pool.");
  });

  it("pools differences on their own scale and rates on the logit scale", () => {
    const mean = (value: number, low: number, high: number) =>
      statement("effect", { measure: "MD", value, interval: ci(low, high), outcome: { text: "pain" } });
    const pain = plot(review({ A: [mean(-1.2, -2, -0.4)], B: [mean(-0.6, -1.4, 0.2)] }), {}).data;
    expect(pain).toMatchObject({ noEffect: 0, scale: "linear", measure: "Mean difference" });
    expect(pain.summaries[0]?.estimate).toBeCloseTo(-0.9, 6);

    const rate = (n: number) =>
      statement("proportion", {
        n,
        N: 100,
        percent: n,
        outcome: { text: "response" },
        group: { text: "tarvenib" },
      });
    const response = plot(review({ A: [rate(20)], B: [rate(30)] }), {}).data;
    expect(response).toMatchObject({ noEffect: null, scale: "logit", measure: "Proportion, %" });
    expect(response.summaries[0]?.text).toBe("25.34 [19.74, 31.90]");
    expect(response.summaries[0]?.p).toBe("");
  });

  it("does not pool several groups of the same studies", () => {
    const rate = (n: number, group: string) =>
      statement("proportion", {
        n,
        N: 100,
        percent: n,
        outcome: { text: "response" },
        group: { text: group },
      });
    const both = review({ A: [rate(20, "tarvenib"), rate(9, "placebo")], B: [rate(30, "tarvenib")] });
    expect(plot(both, {}).data).toMatchObject({
      summaries: [],
      heterogeneity: "Nothing is pooled, because studies stand here with several groups: choose one group.",
    });
    expect(plot(both, { group: "Tarvenib" }).data.summaries).toHaveLength(3);
  });
});

describe("an honest account", () => {
  it.each([
    ["it has no interval", { interval: null }],
    ["a bound of its interval is open", { interval: ci(0.5, "NR") }],
    ["the level of its interval is not stated", { interval: ci(0.5, 0.9, { level: null }) }],
    ["its interval (IQR) does not say how sure the value is", { interval: ci(0.5, 0.9, { type: "IQR" }) }],
    ["the bounds of its interval give no standard error", { interval: ci(0.9, 0.5) }],
  ] as const)("left out, because %s", (reason, rest) => {
    const data = drawn({ ...FOUR, "Grgic 2023": [hr(0.78, 0, 0, rest)] });
    expect(studiesIn(data)).toEqual(Object.keys(FOUR));
    expect(reasons(data)).toEqual([`Grgic 2023: ${reason}`]);
  });

  it("takes one result of a study: adjusted before unadjusted, everybody before a subgroup, each told once", () => {
    const data = drawn({
      "Abara 2014": [
        hr(0.9, 0.7, 1.2),
        hr(0.8, 0.6, 1.1, { adjusted: true }),
        hr(0.8, 0.6, 1.1, { adjusted: true }),
        hr(0.5, 0.3, 0.8, { adjusted: true, population: "women" }),
      ],
      "Brennan 2016": [hr(0.71, 0.56, 0.9, { adjusted: true })],
    });
    expect(data.rows.map(({ text }) => text)).toEqual(["0.80 [0.60, 1.10]", "0.71 [0.56, 0.90]"]);
    expect(reasons(data)).toEqual([
      "Abara 2014: its document reports it more than once",
      "Abara 2014, Abara 2014: another result stands for its study",
    ]);
  });

  it("takes what was decided as soon as something was, and never what was rejected", () => {
    const given = decided(review(FOUR), {
      "Abara 2014-0": "accepted",
      "Brennan 2016-0": "accepted",
      "Dimitrov 2018-0": "rejected",
    });
    const data = plot(given, OS_HR).data;
    expect(studiesIn(data)).toEqual(["Abara 2014", "Brennan 2016"]);
    expect(reasons(data)).toEqual([
      "Dimitrov 2018: a reviewer rejected it",
      "Fofana 2021: nobody has decided on it, while others are decided",
    ]);
    expect(studiesIn(plot(given, { ...OS_HR, decisions: "all" }).data)).toEqual([
      "Abara 2014",
      "Brennan 2016",
      "Fofana 2021",
    ]);
  });
});

describe("warnings", () => {
  type Studies = Parameters<typeof review>;
  const WARNED: readonly (readonly [string, ...Required<Studies>, string])[] = [
    [
      "the same registration",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1)] },
      { A: { study: { registrations: ["NCT01"] } }, B: { study: { registrations: ["NCT01"] } } },
      "A and B have the same registration NCT01: they may report the same people.",
    ],
    [
      "the same DOI",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1)] },
      { A: { study: { doi: "10.1/X" } }, B: { study: { doi: "10.1/x" } } },
      "A and B have the same DOI 10.1/x: they may report the same people.",
    ],
    [
      "other reference groups",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1, { reference: "docetaxel" })] },
      {},
      "The reference groups differ: placebo (A); docetaxel (B).",
    ],
    [
      "other groups",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1, { group: "ixaril" })] },
      {},
      "The groups compared differ: tarvenib vs placebo (A); ixaril vs placebo (B).",
    ],
    [
      "opposite directions",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(1.2, 0.9, 1.6, { group: "placebo", reference: "tarvenib" })] },
      {},
      "A and B compare the same groups in opposite directions.",
    ],
    [
      "unknown groups",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1, { group: null, reference: null })] },
      {},
      "Which groups are compared is not known of B.",
    ],
    [
      "adjusted beside unadjusted",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1, { adjusted: true })] },
      {},
      "Adjusted and unadjusted estimates stand together: 1 of 2 are adjusted.",
    ],
    [
      "another level",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0, 0, { interval: ci(0.6, 1.1, { level: 90 }) })] },
      {},
      "B reports a 90 % interval; the plot shows the 95 % interval computed from it.",
    ],
    [
      "few studies",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.6, 0.5, 0.8)] },
      {},
      "With 2 studies τ², I² and the prediction interval are very uncertain.",
    ],
    [
      "too alike",
      { A: [hr(0.9, 0.7, 1.2)], B: [hr(0.9, 0.7, 1.2)] },
      {},
      "The studies are so alike that the HKSJ interval has no width; it is not to be used here.",
    ],
  ];

  it.each(WARNED)("%s", (_name, studies, about, warning) => {
    expect(drawn(studies, about).warnings).toContain(warning);
  });

  it("are none for trials that go together", () => {
    const five = { ...FOUR, "Hahn 2022": [hr(0.95, 0.7, 1.3)] };
    expect(drawn(five).warnings).toEqual([]);
  });

  it("errors and warnings on a statement, no hints", () => {
    const findings = [
      finding("ratio-not-centred", ["A-0"], "warning"),
      finding("protocol-group", ["A-0"], "hint"),
    ];
    expect(drawn({ A: [hr(0.9, 0.7, 1.2)], B: [hr(0.8, 0.6, 1.1)] }, { A: { findings } }).warnings).toContain(
      "There are findings on A: ratio-not-centred (warning).",
    );
  });

  it("one study that stands there twice", () => {
    const twice = review({ A: [hr(0.9, 0.7, 1.2), hr(0.8, 0.6, 1.1)] });
    expect(plot(twice, { ...OS_HR, perStudy: "all" }).data.warnings).toContain(
      "A stands here 2 times: the same people are counted more than once.",
    );
  });
});

describe("requests", () => {
  it("an open one takes what most studies report, effects first", () => {
    const given = review({ ...FOUR, X: [median(10, "tarvenib"), median(8, "placebo")] });
    expect(plot(given, {}).data.request).toMatchObject({ outcome: "OS", measure: "HR" });
    expect(plot(given, { measure: "MEDIAN" }).data).toMatchObject({ kind: "dots" });
  });

  it.each([
    [{ outcome: "PFS" }, 'No result of the outcome "PFS". There are: OS.'],
    [{ outcome: "os", measure: "OR" }, 'No result of OS as "OR". There are: HR.'],
    [{ group: "ixaril" }, 'No hazard ratio of OS for "ixaril". There are: "tarvenib vs placebo".'],
    [{ time: "2 year" }, "No hazard ratio of OS at 2 year. None has a time point."],
  ])("%j is refused with what there is", (request, message) => {
    expect(() => plot(review(FOUR), request)).toThrow(new PlotError(message));
  });

  it("is refused with the reasons where nothing is left", () => {
    expect(() => drawn({ A: [hr(0.9, 0, 0, { interval: null })] })).toThrow(
      new PlotError("No hazard ratio of OS can be drawn: 1 left out, because it has no interval."),
    );
  });

  it("lists what there is to choose, most studies first", () => {
    const { choices } = plot(
      review({ ...FOUR, X: [hr(0.9, 0.7, 1.2, { reference: "docetaxel" }), median(10, "tarvenib")] }),
      OS_HR,
    );
    expect(choices.outcomes).toEqual([{ value: "OS", label: "OS (overall survival)", studies: 5 }]);
    expect(choices.measures.map(({ label, studies }) => [label, studies])).toEqual([
      ["Hazard ratio", 5],
      ["Median", 1],
    ]);
    expect(choices.contrasts.map(({ label, studies }) => [label, studies])).toEqual([
      ["tarvenib vs placebo", 4],
      ["tarvenib vs docetaxel", 1],
    ]);
  });
});

describe("medians", () => {
  it("stand by group, in one unit, with their intervals", () => {
    const given = review({
      A: [median(12, "tarvenib", { interval: ci(10, 15) }), median(8, "placebo")],
      B: [median("NR", "tarvenib"), median(1, "placebo", { unit: "year" })],
      C: [median(4, "placebo", { unit: "point" })],
    });
    const { data } = plot(given, { measure: "median" });
    expect(data.rows.map(({ study, contrast, text }) => [contrast, study, text])).toEqual([
      ["tarvenib", "A", "12 [10, 15]"],
      ["tarvenib", "B", "not reached"],
      ["placebo", "A", "8"],
      ["placebo", "B", "12"],
    ]);
    expect(data.warnings).toContain("B reports years; the plot shows months.");
    expect(reasons(data)).toEqual(["C: its value is not in months"]);
  });
});

describe("the text table", () => {
  it("reads as prose on a terminal", () => {
    const given = review({ ...FOUR, "Grgic 2023": [hr(0.78, 0, 0, { interval: null })] });
    expect(textTable(plot(given, OS_HR).data)).toMatchSnapshot();
  });
});
