import fc from "fast-check";
import { expect, it } from "vitest";
import { changeOf } from "../../../server/src/text/change.js";
import { registrations, suspects } from "../../../server/src/text/registrations.js";

const none = (): boolean => false;

it("registration numbers of an edited text are those of the text read afresh", () => {
  const piece = fc.constantFrom(
    ..."NCT|NTR|RBR-|DRKS|EudraCT |0|123|456789|2004-123456-12|7xq2vk|a| |\n".split("|"),
    "Nobody knows of any lamb that slept so long. ".repeat(3),
  );
  const words = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(words, words, words, words, (before, removed, added, behind) => {
      const [old, now] = [before + removed + behind, before + added + behind];
      const places = suspects(now, suspects(old), changeOf(old, now));
      expect([...places].sort((a, b) => a - b)).toEqual([...suspects(now)].sort((a, b) => a - b));
      expect(registrations(now, none, places)).toEqual(registrations(now, none));
    }),
    { numRuns: 2000 },
  );
});
