/** Typography that is taken out before reading; nothing changes its place. */
import { describe, expect, it } from "vitest";
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

  it("leaves a text in ordinary letters as it is", () => {
    const text = sentence.repeat(4);
    expect(plain(text).text).toBe(text);
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
