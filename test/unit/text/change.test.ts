import fc from "fast-check";
import { expect, it } from "vitest";
import { changeOf } from "../../../server/src/text/change.js";

it("what an edit changed is the stretch that it put in and the stretch that was there", () => {
  const words = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 9 });
  fc.assert(
    fc.property(words, words, (old, now) => {
      const { start, end, oldEnd } = changeOf(old, now);
      expect(old.slice(0, start) + now.slice(start, end) + old.slice(oldEnd)).toBe(now);
      expect(Math.min(end, oldEnd)).toBeGreaterThanOrEqual(start);
      // it is no longer than it must be
      if (end > start && oldEnd > start) {
        expect(now[start]).not.toBe(old[start]);
        expect(now[end - 1]).not.toBe(old[oldEnd - 1]);
      }
    }),
  );
});
