import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PackedList, PackedTexts } from "../../../server/src/export/packed.js";

describe("packed texts", () => {
  it("come out as they went in, in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (texts) => {
        const packed = new PackedTexts();
        const keys = texts.map((text) => packed.add(text));
        expect(keys.map((key) => packed.get(key)).reverse()).toEqual([...texts].reverse());
      }),
    );
  });

  it("may begin with a byte-order mark, and be larger than a block", () => {
    const packed = new PackedTexts();
    const texts = ["\uFEFFone", "x".repeat(3_000_000), "two", "é".repeat(600_000), ""];
    const keys = texts.map((text) => packed.add(text));
    expect(keys.map((key) => packed.get(key))).toEqual(texts);
  });
});

describe("a packed list", () => {
  it("gives its values in their order, as often as it is asked", () => {
    const values = [
      { arm: "poles", n: 12 },
      { arm: "«rest»", n: null },
      { arm: "", n: 0.1 },
    ];
    const list = new PackedList(values);
    expect(list).toHaveLength(3);
    expect([...list]).toEqual(values);
    expect([...list]).toEqual(values);
  });
});
