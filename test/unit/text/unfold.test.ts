/** Documents that went through other programs: what is read, and where it stands. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse, studiesOf } from "../../../server/src/analyse.js";
import { valueLabel } from "../../../server/src/service/labels.js";
import { changeOf } from "../../../server/src/text/change.js";
import { unfold } from "../../../server/src/text/unfold.js";

describe("a document in its author's characters", () => {
  it.each([
    ["ﬁve eﬀects, ﬂuids", "five effects, fluids"],
    ["𝑃 = 0.03, 𝑛 = 12", "P = 0.03, n = 12"],
    ["age（years）：７１，Ｎ＝４", "age (years): 71, N=4"],
    ["heal\u00ading in the bran\u00ad\nches", "healing in the bran\u00ad\nches"],
    ["10\u200b mg\ufeff", "10 mg"],
    [
      "P &lt; 0&middot;05, &#x3b2; &#8211; caf&#233; &amp;le; R&amp;D; &unknown; &",
      "P < 0·05, β – café ≤ R&D; &unknown; &",
    ],
    ["17.2Â±2.0 â€“ â‰¥3, Î² naÃ¯ve", "17.2±2.0 – ≥3, β naïve"],
    ["17.2 В± 2.0 вЂ“ в‰ҐвЂ‰3", "17.2 ± 2.0 – ≥\u20093"],
    ["<b>Results:</b> <em>P</em><br/>low", "Results: P low"],
    ["kg/m<sup>2</sup>, 10<sup>−8</sup>, bread.<sup>12,13</sup> H<sub>2</sub>O", "kg/m2, 10⁻⁸, bread. H2O"],
    ["M&eacute;ni&egrave;re&rsquo;s, &Delta; &ge; 3, &valueOf;", "Ménière’s, Δ ≥ 3, &valueOf;"],
    ["&lt;i&gt;P&lt;/i&gt; &lt; 0.03", "P < 0.03"],
    ["p <b 0.05", "p <b 0.05"],
    ["naïve – 0.71 ± 2", "naïve – 0.71 ± 2"],
  ])("%j", (text, read) => {
    expect(unfold(text)?.text ?? text).toBe(read);
  });

  it("is left alone where it is so already", () => {
    expect(unfold("Wheezing fell (HR 0.71; 95% CI 0.55–0.92; P < .01) in 3 & 4 <of> 12.")).toBeUndefined();
  });

  it("is found to be so after an edit as it is afresh", () => {
    const piece = fc.constantFrom(
      "&",
      "lt",
      ";",
      "<",
      "sup",
      ">",
      "1",
      "/",
      "\u00ad",
      " ",
      "10",
      "ﬁ",
      "Â",
      "±",
      "lamb ".repeat(60),
    );
    const words = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, words, words, words, (before, removed, added, behind) => {
        const [old, now] = [before + removed + behind, before + added + behind];
        fc.pre(unfold(old) === undefined);
        expect(unfold(now, changeOf(old, now))?.text).toBe(unfold(now)?.text);
      }),
      { numRuns: 1000 },
    );
  });

  const sentence =
    "Wheezing ﬁrst fell with olvadine (<i>n</i> = 120) than with sham (<i>n</i> = 118): hazard ratio 0&middot;71 (95% CI 0&middot;55â€“0&middot;92; <i>P</i> &lt; 0&middot;01). ";

  it("is quoted as it stands in the document", () => {
    const { statements, text } = analyse(`# Results\n\n${sentence}`);
    expect(statements.map(({ kind, quote }) => [kind, quote])).toEqual([
      ["group-size", "120"],
      ["group-size", "118"],
      ["effect", "0&middot;71 (95% CI 0&middot;55â€“0&middot;92; <i>P</i> &lt; 0&middot;01"],
    ]);
    for (const { range, quote } of statements) expect(text.slice(range.start, range.end)).toBe(quote);
    expect(statements[2]!.literal).toEqual({
      value: "0&middot;71",
      low: "0&middot;55",
      high: "0&middot;92",
      level: "95",
      p: "0&middot;01",
    });
    expect(valueLabel(statements[2]!)).toContain("0·71");
    expect(statements[2]).toMatchObject({
      value: 0.71,
      interval: { low: 0.55, high: 0.92 },
      p: { value: 0.01 },
    });
  });

  it("has its findings and studies where the document has them", () => {
    const wrong = sentence.replace("0&middot;71", "0&middot;99");
    const file = `PMID- 12\nTI  - Olvadine in ﬁelds\nAB  - ${wrong}\n\nPMID- 13\nTI  - Olvadine in woods\nAB  - ${wrong}\n`;
    const analysis = analyse(file);
    expect(analysis.findings).not.toHaveLength(0);
    for (const { range } of analysis.findings) expect(file.slice(range.start)).toMatch(/^0&middot;99/);
    for (const study of studiesOf(analysis)) {
      expect(study.statements).toHaveLength(3);
      for (const { range, quote } of study.statements) expect(file.slice(range.start, range.end)).toBe(quote);
    }
  });

  it("reads on after an edit as it reads afresh", () => {
    const text = sentence.repeat(3);
    const shown = ({ statements, findings, coverage }: ReturnType<typeof analyse>): unknown => [
      statements,
      findings,
      coverage,
    ];
    let before = analyse(text);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom("", "ﬁ", "&lt;", " 12 ", "\u00ad", "<b>", "&"),
        fc.nat(9),
        (at, piece, cut) => {
          const edited = text.slice(0, at) + piece + text.slice(at + cut);
          before = analyse(edited, {}, before);
          expect(shown(before)).toEqual(shown(analyse(edited)));
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each(["&", "&amp", "<", "<i ", "<sup>1,", "ﬁ", "\u00ad", "â", "вЂ", "&lt;"])(
    "takes time in proportion to its length: %j repeated",
    { retry: 2 },
    (piece) => {
      const time = (length: number): number => {
        const text = piece.repeat(length / piece.length);
        const from = performance.now();
        unfold(text);
        return performance.now() - from;
      };
      time(10_000);
      expect(time(320_000)).toBeLessThan(120 * Math.max(time(20_000), 1));
    },
  );
});
