import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSpace } from "../../../server/src/text/chars.js";
import { sentences } from "../../../server/src/text/sentences.js";

const split = (text: string): string[] =>
  sentences(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

/** `|` marks where a sentence must end; nowhere else may one. */
const cut = (marked: string): void => {
  const parts = marked.split("|").map((part) => part.trim());
  expect(split(marked.replace(/\|/g, ""))).toEqual(parts);
};

describe("full stops", () => {
  it.each([
    "Pain eased.| Sleep did not.",
    "Nobody died!| Was it chance?| We think so.",
    "The median was 9.4 vs. 7.2 months.| Toxicity was mild.",
    "The median was 9.4 vs.7.2 months.| Toxicity was mild.",
    "Smith et al. reported 12 cases.| Others found none.",
    "See Fig. 2 for details.| The rest is in the appendix.",
    "Approx. 40% relapsed, i.e. 12 of 30.| They were treated again.",
    "Bacteria (e.g. E. coli) grew in 12 cultures.| None was resistant.",
    "The effect was small (P = .03).| It did not last.",
    "The effect was small (P = . 03) and did not last.",
    "The odds ratio was .79.| The risk ratio was .81.",
    "Scores rose by 2.5.| They fell later.",
    "It was safe.[12]| No patient stopped.",
    "Pain was rarer with the drug.12,13| Overall it was mild.",
    "It was “safe.”| No patient stopped.",
    "Bleeding was rare (2 of 80.)| No patient stopped.",
    "There was one leak in the drain arm.In the other there was none.",
    "Dr. Gray and J. Smith read all films.| They agreed.",
    "The pH was 7.2. and rising.",
    "Visits were fewer (12 vs 19).| eGFR fell by 2 mL.| mRNA was found in none.",
    "Vitamin D was low in 40%.| In most it rose.",
    "Growth took 6.1 mos. (range 2 to 9) and 4 yrs. (P = .02).| (Both were long.)",
  ])("%s", (marked) => {
    if (marked.includes("arm.In")) expect(split(marked)).toHaveLength(2);
    else cut(marked);
  });
});

describe("line ends", () => {
  const wrapped =
    "The hazard ratio for death or progression in the whole population was\n0.64, which is less than the margin that had been agreed upon before\nthe trial began.| Toxicity was mild.";
  it.each([
    wrapped,
    "Age 61 years|\nWomen 45%|\nSmokers 12",
    "Pain eased\n\n|Sleep did not",
    "Pain eased\r\n\r\n|Sleep did not",
    "The ratio was 0.8 (95% CI,\n0.7-0.9).",
    "The ratio was 0.8 (P =\n.03).",
    "Levels were 5.6 ±\n1.2 and stayed so.",
    "pain, stiffness and\nloss of function were measured.",
    "Pain eased.\u2028|Sleep did not.",
    wrapped.replace(/\n/g, "\r\n"),
    "Pain eased\f|Sleep did not",
    "The odds ratio was 1.2 (95%\nCI 0.8–1.9).",
    "Falls were seen in 17 of 79 women\n(21.5%) with a frame.",
    "We asked:|\n(1) was it safe?",
    "Falls were rare.|\n(21.5%) is much.",
    // a column of a page: lines end where the next word had no room
    "Of 79 women who used a frame at home,\n17 fell at least once in a year\n(21.5%), against 30 of the 81 women\nwithout one.| Falls at night were as\nfrequent in both.",
    "Wound infection (P = 0.62), paralysis\n(P = 0.41), and seroma were seen in\n12 women.",
    // the same, broken twice
    "The nurses who had taken part before the trial slept a\nmedian of\n6.1 hours.| After it they slept for\n7.3 hours, and the other nurses for 6.0 hours.",
    // cells and headings stay apart
    "Women|\n45 (56%)|\nSmokers|\n12 (15%)|\nBlood pressure, mm Hg|\n131 (12)",
    "Patients and methods|\nWe asked 79 women to walk with a frame\nfor a year and counted how often they\nfell.",
  ])("%j", (marked) => {
    cut(marked);
  });
});

it("reads only the stretch that it is given", () => {
  const text = "Not this. Pain eased. Sleep did not. Nor this.";
  const found = sentences(text, 10, 36).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(["Pain eased.", "Sleep did not."]);
});

it("finds nothing in white space", () => {
  expect(sentences(" \n\t\r\n\u00a0 ", 0, 7)).toEqual([]);
  expect(sentences("", 0, 0)).toEqual([]);
});

const part = fc.oneof(
  fc.constantFrom(
    "Pain eased",
    "0.64",
    ".",
    "!",
    "?",
    ". ",
    "\n",
    "\r\n",
    "\n\n",
    "\r",
    "vs. ",
    "et al. ",
    "(",
    ")",
    "[12]",
    "P = . 03",
    "i.e. ",
    "J. Smith",
    "”",
    "\u0000",
    "\ud83d\ude00",
    "\ud83d",
    "\u2028",
    "\u00a0",
    " ",
    "The",
    "placebo.28 Overall",
    "arm.In the",
    "95%\nCI ",
  ),
  fc.string({ unit: "binary", maxLength: 5 }),
);
const anyText = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(""));

const blank = (text: string): boolean =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).every(isSpace);

describe("of any text", () => {
  it("sentences are in order, do not overlap, are trimmed, and leave out white space only", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const range of sentences(text, 0, text.length)) {
          expect(blank(text.slice(end, range.start))).toBe(true);
          expect(range.end).toBeGreaterThan(range.start);
          expect(blank(text.charAt(range.start)) || blank(text.charAt(range.end - 1))).toBe(false);
          ({ end } = range);
        }
        expect(blank(text.slice(end))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("a sentence without an end is cut, so that none is longer than a few pages", () => {
    for (const text of ["word ".repeat(20_000), "x".repeat(50_000), "(1; ".repeat(20_000)]) {
      const found = sentences(text, 0, text.length);
      expect(Math.max(...found.map(({ start, end }) => end - start))).toBeLessThan(10_000);
      expect(
        found
          .map(({ start, end }) => text.slice(start, end))
          .join("")
          .replace(/\s/g, ""),
      ).toBe(text.replace(/\s/g, ""));
    }
  });
});

describe("hostile text", () => {
  /** The fastest of three runs, so that a pause of the machine does not count. */
  const time = (text: string): number => {
    let fastest = Infinity;
    for (let run = 0; run < 3; run++) {
      const from = performance.now();
      sentences(text, 0, text.length);
      fastest = Math.min(fastest, performance.now() - from);
    }
    return fastest;
  };

  it.each([
    ".[1",
    ".",
    ". ",
    "a.",
    "A. ",
    "\n",
    "\r\n",
    "a\n",
    " ",
    "“",
    ".)",
    "1.1",
    "vs. ",
    "a.1",
    "word ",
  ])("takes time in proportion to its length: %j repeated", { retry: 2 }, (piece) => {
    const small = piece.repeat(Math.ceil(15_000 / piece.length));
    // sixteen times the text may take up to 120 times as long: far from the 256 of a quadratic reader
    expect(time(small.repeat(16))).toBeLessThan(120 * Math.max(time(small), 1));
  });
});
