/** Typography that is taken out before reading; nothing changes its place. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf } from "../../../server/src/text/change.js";
import { analyse } from "../../../server/src/analyse.js";
import { plain } from "../../../server/src/text/plain.js";

const shown = (text: string): string => plain(text).text.replace(/\u00ad/g, "~");

describe("text as it is read", () => {
  it.each([
    ["1 One\n2 two\n3 three\n4 four\n5 five", "  One  \ntwo  \nthree  \nfour  \nfive"],
    ["5 One\ntwo\nthree\nfour\nfive\n10 six", "5 One\ntwo\nthree\nfour\nfive\n10 six"],
    ["1. One\n2. two\n3. three\n4. four\n5. five", "1. One\n2. two\n3. three\n4. four\n5. five"],
    ["12 men\n9 women\n40 boys\n3 girls\n7 dogs", "12 men\n9 women\n40 boys\n3 girls\n7 dogs"],
    ["of all pa-\ntients in it", "of all patients~~ in it"],
    ["relapse-\nfree at last", "relapse-free~ at last"],
    ["wrist-worn or wrist-\nworn devices", "wrist-worn or wrist-worn~ devices"],
    ["range 4-\n12 days", "range 4-\n12 days"],
    ["relapse\u2010free, dose\u2212response, 4\u201312 days", "relapse-free, dose-response, 4\u201312 days"],
    ["12\u2009807 of\u00a0120\u202fmen", "12\u2009807 of 120 men"],
    [
      "4.1 v. 4.2 cm, 3 h v. 5 h, 9% v. 7%, rest v. work",
      "4.1 vs 4.2 cm, 3 h vs 5 h, 9% vs 7%, rest vs work",
    ],
    ["H.R. 0.71, O.R.: 2, by R. R. Oduya", "HR   0.71, OR  : 2, by R. R. Oduya"],
    ["a fall [n = 12] to 4 [3, 5]", "a fall (n = 12) to 4 (3, 5)"],
    ["a fall [n = 12] to 4 (3, 5) [7]", "a fall [n = 12] to 4 (3, 5) [7]"],
    ["SPSS v. 22, i. v. fluids", "SPSS v. 22, i. v. fluids"],
    ["(s.d. 2.1), S.E., in the S.E. wing", "(sd   2.1), SE  , in the SE   wing"],
    ["p.value < 0.01, the p.values", "p-value < 0.01, the p-values"],
    ["31.2\\% (p \\< 0.01) in C:\\temp", "31.2 % (p  < 0.01) in C:\\temp"],
    ["> Nine men\n> had 3 > 2", "  Nine men\n  had 3 > 2"],
    [
      "at 6-months, 3-years survival, a 2-weeks (brief) stay",
      "at 6 months, 3-years survival, a 2 weeks (brief) stay",
    ],
  ])("%j", (text, read) => {
    expect(shown(text)).toBe(read);
    expect(plain(text).text).toHaveLength(text.length);
  });

  const sentence =
    "Wheezing fell with Orvatine (OVT) in Group A. It was rarer (OR 0.61) than with OVT at home. ";
  it.each([sentence.toUpperCase(), sentence.toLowerCase()])("%s", (text) => {
    expect(plain(text.repeat(4)).text.slice(0, text.length)).toBe(
      "Wheezing fell with orvatine (OVT) in group A. It was rarer (OR 0.61) than with OVT at home. ",
    );
  });

  it.each([
    [
      "of arms A, B, and C the U.S. arm did worse than arm B",
      "Of arms A, B, and C the U.S. arm did worse than arm B",
    ],
    ["in the sham group v 12% or 0.61 of them", "In the sham group v 12% or 0.61 of them"],
    ["the chance (or 0.61) rose", "The chance (OR 0.61) rose"],
  ])("%s", (words, read) => {
    const text = `${words}. ${"no capital in all of these words. ".repeat(8)}`;
    expect(plain(text.toUpperCase()).text.slice(0, read.length)).toBe(read);
  });

  it("is after an edit what it is afresh", () => {
    const piece = fc.constantFrom(
      ..."(b)|(ii)| v. |H.R. |.R.|\u2013|\u2010|\u2009|12|345|lamb|hay-\n|\n1 |\n2 |. |A".split("|"),
      "Nobody knows of it. ".repeat(10),
    );
    const words = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(words, words, words, words, fc.boolean(), (before, removed, added, behind, isKnown) => {
        const [text, now] = [before + removed + behind, before + added + behind];
        const old = plain(text);
        const known = isKnown && old.joined === text ? changeOf(text, now) : undefined;
        const { change, ...read } = plain(now, old, known);
        expect(read).toEqual(plain(now));
        if (change === undefined) return;
        const { start, end, oldEnd } = change;
        expect(old.text.slice(0, start) + read.text.slice(start, end) + old.text.slice(oldEnd)).toBe(
          read.text,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("leaves a text in ordinary letters as it is", () => {
    const text = sentence.repeat(4);
    expect(plain(text).text).toBe(text);
  });

  it("is shown after an edit as it is shown afresh", () => {
    const set =
      "# Results\n\nPain fell more with olvadine\u2010plus (mean difference −\u00a02.3, 95% CI −\u00a03.1 to −\u00a01.5). Of 40 pupils, 12\u00a0(30%) slept v. 9 (25%) of 36. ";
    const shown = ({ statements, findings }: ReturnType<typeof analyse>): unknown => [statements, findings];
    let text = set.repeat(3);
    let before = analyse(text);
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.constantFrom("", " ", "\u00a0", "-", "\u2010", "v.", "1", "(ii) ", ". "),
        fc.nat(2),
        (at, piece, cut) => {
          text = text.slice(0, at) + piece + text.slice(at + cut);
          if (text.length > 3 * set.length) text = set.repeat(2);
          before = analyse(text, {}, before);
          expect(shown(before)).toEqual(shown(analyse(text)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("gives numbers as they are printed", () => {
    const text =
      "# Results\n\nPain fell more with olvadine (mean difference −\u00a02.3, 95% CI −\u00a03.1 to −\u00a01.5).";
    const [statement] = analyse(text).statements;
    expect(statement).toMatchObject({ value: -2.3, interval: { low: -3.1, high: -1.5 } });
    expect(statement!.literal).toMatchObject({ value: "−\u00a02.3", low: "−\u00a03.1", high: "−\u00a01.5" });
  });

  it("quotes what is printed", () => {
    const text =
      "1  RESULTS: The median hospi-\n2  tal stay was 6.5\n3  days with tarvenib.\n4  No\n5  more.\n";
    const [statement] = analyse(text).statements;
    expect(statement).toMatchObject({ kind: "median", value: 6.5, outcome: { text: "hospital stay" } });
    expect(statement!.quote).toBe("6.5\n3  days");
  });

  it.each(["\n", " \n", ". ", "ab-\n", "1\n", "("])(
    "takes time in proportion to its length: capitals, then %j repeated",
    { retry: 2 },
    (piece) => {
      const time = (times: number): number => {
        const text = "WALKING WAS TRIED BY ALL. ".repeat(20) + piece.repeat(times);
        const from = performance.now();
        plain(text);
        return performance.now() - from;
      };
      // sixteen times as much may take up to 120 times as long
      expect(time(16_000)).toBeLessThan(120 * Math.max(time(1000), 1));
    },
  );
});
