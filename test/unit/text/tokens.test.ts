import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise, type Token } from "../../../server/src/text/tokens.js";
import { unfold } from "../../../server/src/text/unfold.js";

/** Tokens as `#0.71` for numbers, `word` and `‹=›` for words and symbols in their canonical form. */
const drawn = (tokens: readonly Token[]): string =>
  tokens
    .map(({ type, norm, value }) =>
      type === "number" ? `#${String(value)}` : type === "symbol" ? `‹${norm}›` : norm,
    )
    .join(" ");

describe("numbers and signs in the typography of journals", () => {
  it.each([
    ["0·71 [0·55–0·92]", "#0.71 ‹[› #0.55 ‹-› #0.92 ‹]›"],
    ["P = .03", "p ‹=› #0.03"],
    ["p=·049", "p ‹=› #0.049"],
    ["-0.13--0.02", "#-0.13 ‹-› #-0.02"],
    ["−2.1 to −0.5", "#-2.1 to #-0.5"],
    ["(-1.1–-0.1)", "‹(› #-1.1 ‹-› #-0.1 ‹)›"],
    ["CI95%: 1.2", "ci95 ‹%› ‹:› #1.2"],
    ["99.929% CI", "#99.929 ‹%› ci"],
    ["(16·9-20·3)", "‹(› #16.9 ‹-› #20.3 ‹)›"],
    ["95%\nCI", "#95 ‹%› ci"],
    ["12\u2008807 women", "#12807 women"],
    ["31\u202f355 and 4\u00a0310", "#31355 and #4310"],
    ["1,204,300 doses", "#1204300 doses"],
    ["12 807", "#12 #807"],
    ["3,4 or 5", "#3 ‹,› #4 or #5"],
    ["0,69", "#0.69"],
    ["progression\u2010free", "progression-free"],
    ["3\u20105 days", "#3 ‹-› #5 days"],
    ["P =or< 0.001", "p ‹=› or ‹<› #0.001"],
    ["p = <0.001", "p ‹=› ‹<› #0.001"],
    ["p =< 0.01", "p ‹<=› #0.01"],
    ["P≤.036", "p ‹<=› #0.036"],
    ["P &lt; 0.001", "p ‹<› #0.001"],
    ["P &amp;lt; 0.001", "p ‹<› #0.001"],
    ["9.8 vs.14.3 months", "#9.8 vs #14.3 months"],
    ["(0.02 to 0.80)", "‹(› #0.02 to #0.8 ‹)›"],
    ["[1.13; 10.4]", "‹[› #1.13 ‹;› #10.4 ‹]›"],
    ["5.6±1.2", "#5.6 ‹±› #1.2"],
    ["24.2 +/- 2.0", "#24.2 ‹±› #2"],
    ["51.4 +- 13.7", "#51.4 ‹±› #13.7"],
    ["17.2Â±2.0", "#17.2 ‹±› #2"],
    ["0.4вЂ“0.7", "#0.4 ‹-› #0.7"],
    ["0.4â€“0.7", "#0.4 ‹-› #0.7"],
    ["в‰Ґ18", "‹>=› #18"],
    ["2.3 × 10−5", "#0.000023"],
    ["5×10-8", "#5e-8"],
    ["1.7×10⁻⁴", "#0.00017"],
    ["4 x 10^5", "#400000"],
    ["4.1e-06", "#0.0000041"],
    ["54 (50.5％)", "#54 ‹(› #50.5 ‹%› ‹)›"],
    ["＜0.05", "‹<› #0.05"],
    ["+0.7", "#0.7"],
    ["sham − 0.7, at 5 mg − 10 mg", "sham #-0.7 ‹,› at #5 mg ‹-› #10 mg"],
    ["a difference - 3.4, pain - 3 of them", "a difference #-3.4 ‹,› pain ‹-› #3 of them"],
    ["34 - 80", "#34 ‹-› #80"],
    ["25/265", "#25 ‹/› #265"],
    ["38 percent and 14.2 per cent", "#38 ‹%› and #14.2 ‹%›"],
    ["27 percent-72 percent", "#27 ‹%› ‹-› #72 ‹%›"],
    ["a percent change", "a percent change"],
    ["0.39 v 0.52", "#0.39 vs #0.52"],
    ["12 V and w/v", "#12 v and w ‹/› v"],
    ["<i>P</i> = .04", "p ‹=› #0.04"],
    ["*P* = .04, _n_ = 12", "p ‹=› #0.04 ‹,› n ‹=› #12"],
    ["3*4", "#3 ‹*› #4"],
    ["**0.62** (**P = .04**)", "#0.62 ‹(› p ‹=› #0.04 ‹)›"],
    ["0.62--0.81, 31%--44%", "#0.62 ‹-› #0.81 ‹,› #31 ‹%› ‹-› #44 ‹%›"],
    ["minus 2.4 to minus 0.9, 10 minus 3", "#-2.4 to #-0.9 ‹,› #10 minus #3"],
    ["vs −\n2.4", "vs #-2.4"],
    ["P < 10-6, p = 10⁻⁸, n = 10-12", "p ‹<› #0.000001 ‹,› p ‹=› #1e-8 ‹,› n ‹=› #10 ‹-› #12"],
    ["1'240 and 3’115 hens", "#1240 and #3115 hens"],
    ["7⁄31, 5∕18", "#7 ‹/› #31 ‹,› #5 ‹/› #18"],
    ["(n: 7)", "‹(› n ‹=› #7 ‹)›"],
    [
      "of −€310 (CI -$1,020 to $95), $9 - $12",
      "of #-310 ‹(› ci #-1020 to ‹$› #95 ‹)› ‹,› ‹$› #9 ‹-› ‹$› #12",
    ],
    ["−€310 was saved", "#-310 was saved"],
    ["2.1&nbsp;mg &plusmn;&#x2009;0.4", "#2.1 mg ‹±› #0.4"],
    ["by &minus;3.1 &#8211; &minus;1.2", "by #-3.1 ‹-› #-1.2"],
    ["P&#x3c;0.001", "p ‹<› #0.001"],
    ["&beta; blocker & diuretic", "β blocker ‹&› diuretic"],
    ["drug.<sup>12,13</sup> It", "drug ‹.› it"],
    ["10<sup>9</sup>/L", "#10 ⁹ ‹/› l"],
    ["3 × 10<sup>-4</sup>", "#0.0003"],
    ["p <b 0.05", "p ‹<› b #0.05"],
    ["F(2, 114)", "f ‹(› #2 ‹,› #114 ‹)›"],
  ])("%s", (text, expected) => {
    expect(drawn(tokenise(unfold(text)?.text ?? text))).toBe(expected);
  });

  it("reads decimal commas where the text writes them throughout", () => {
    expect(drawn(tokenise("1,84 (1,02; 3,31)", true))).toBe("#1.84 ‹(› #1.02 ‹;› #3.31 ‹)›");
    expect(drawn(tokenise("12 807", true))).toBe("#12 #807");
    expect(drawn(tokenise("12.807 or 12.807,5 but 0.807", true))).toBe("#12807 or #12807.5 but #0.807");
    expect(drawn(tokenise("(3,1; –2,4 and 5,0)", true))).toBe("‹(› #3.1 ‹,› #-2.4 and #5 ‹)›");
  });
});

describe("digits that belong to a word", () => {
  it.each([
    ["PD-1, CD8 and IL-6", "pd-1 ‹,› cd8 and il-6"],
    ["COVID-19", "covid-19"],
    ["HbA(1c) of 9", "hba(1c) of #9"],
    ["75 mg/m(2)", "#75 mg ‹/› m(2)"],
    ["1.73 m2", "#1.73 m2"],
    ["mL kg−1 h−1", "ml kg−1 h−1"],
    ["version 4.2.1", "version 4.2.1"],
    ["doi:10.1000/xyz.2.3 (2)", "http ‹(› #2 ‹)›"],
    ["https://example.org/a/12 next 3", "http next #3"],
    ["t(28)", "t ‹(› #28 ‹)›"],
    ["5-FU", "#5 ‹-› fu"],
    ["5-year", "#5 ‹-› year"],
  ])("%s", (text, expected) => {
    expect(drawn(tokenise(text))).toBe(expected);
  });
});

it("notes whether a number was printed without decimals, and what stands directly before it", () => {
  const [first, sign, second] = tokenise("12 ±3.0");
  expect(first).toMatchObject({ type: "number", integer: true, glued: false });
  expect(sign).toMatchObject({ norm: "±", glued: false });
  expect(second).toMatchObject({ value: 3, integer: false, glued: true, text: "3.0" });
});

/** What a text could be made of, with everything that goes wrong in files. */
const fragment = fc.oneof(
  fc.constantFrom(
    "0·71",
    ".03",
    "-0.13--0.02",
    "12\u2008807",
    "95%\r\nCI",
    "±",
    "+/-",
    "+-",
    "&lt;",
    "&amp;",
    "вЂ‰",
    "â€“",
    "p=",
    "vs.14.3",
    "(",
    ")",
    "[",
    "]",
    "HbA(1c)",
    "m(2)",
    "hr−1",
    "PD-1",
    "10.1000/a.b",
    "https://a.b/c",
    "× 10−5",
    "e-05",
    "1.2.3",
    "\u0000",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "\r\n",
    "\n",
    "\ufeff",
    "1,204",
    "0,69",
    "progression-free",
    "don’t",
    "…",
    "≤",
    "=<",
    "𝜒2",
    " ",
  ),
  fc.string({ unit: "binary", maxLength: 6 }),
);
const anyText = fc.array(fragment, { maxLength: 30 }).map((parts) => parts.join(""));

const WHITE = /[\s\u200b]/;
/** What is left of a misread space before a sign. */
const STRAY = /[ВÂ]/g;

describe("of any text", () => {
  it("tokens slice it exactly, in order, without overlap", () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, comma) => {
        let end = 0;
        for (const token of tokenise(text, comma)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(token.start, token.end)).toBe(token.text);
          expect(token.glued).toBe(end > 0 && token.start === end);
          expect(Number.isNaN(token.value)).toBe(token.type !== "number");
          ({ end } = token);
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("tokens cover every character that is no space", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const left = text.replace(STRAY, " ").split("");
        for (const { start, end } of tokenise(text)) left.fill(" ", start, end);
        expect(left.filter((c) => !WHITE.test(c))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("a surrogate pair outside the alphabets is one token, and a lone half does no harm", () => {
    expect(tokenise("3\ud83d\ude004").map(({ text }) => text)).toEqual(["3", "\ud83d\ude00", "4"]);
    expect(tokenise("3\ud83d 4").map(({ value }) => value)).toEqual([3, NaN, 4]);
  });
});

describe("hostile text", () => {
  /** The fastest of three runs, so that a pause of the machine does not count. */
  const time = (text: string): number => {
    let fastest = Infinity;
    for (let run = 0; run < 3; run++) {
      const from = performance.now();
      tokenise(text);
      fastest = Math.min(fastest, performance.now() - from);
    }
    return fastest;
  };

  it.each([
    "a-1",
    "(",
    "1",
    ".1",
    "1.",
    "1,204,",
    "95% CI",
    "vs.",
    "a(1",
    "-",
    "+",
    "&",
    "é",
    "1\u2009",
    "10.1/",
    "\u0000",
    "вЂ",
    "x10",
  ])("takes time in proportion to its length: %j repeated", { retry: 2 }, (piece) => {
    const small = piece.repeat(Math.ceil(15_000 / piece.length));
    // sixteen times the text may take up to 120 times as long: far from the 256 of a quadratic reader
    expect(time(small.repeat(16))).toBeLessThan(120 * Math.max(time(small), 1));
  });
});
