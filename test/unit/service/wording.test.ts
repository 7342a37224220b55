import { expect, test } from "vitest";
import { english, Refusal, wording } from "../../../server/src/service/wording.js";

const say = wording({ "Add '{0}' to the {1}": "{1}: „{0}“ aufnehmen" });

test("what is translated is said so, values in the places that the translation gives them", () => {
  expect(say("Add '{0}' to the {1}", "TTP", "protocol")).toBe("protocol: „TTP“ aufnehmen");
});

test("what is not translated stays English, and braces that no value is for stay as they are", () => {
  expect(say("Undo {0} of {1}", 3)).toBe("Undo 3 of {1}");
  expect(say("constructor")).toBe("constructor");
  expect(english("{0}", "{1}")).toBe("{1}");
});

test("a refusal is English in the log and translated for the person", () => {
  const refusal = new Refusal("Add '{0}' to the {1}", "TTP", "protocol");
  expect(refusal.message).toBe("Add 'TTP' to the protocol");
  expect(refusal.in(say)).toBe("protocol: „TTP“ aufnehmen");
});
