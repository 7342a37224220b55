import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TextDocument } from "vscode-languageserver-textdocument";
import { placesIn } from "../../../server/src/review/place.js";

describe("placesIn", () => {
  test("counts as the editor does, whatever the line ends", () => {
    const texts = fc.array(fc.constantFrom("a", "🩹", "\n", "\r", "\r\n")).map((parts) => parts.join(""));
    fc.assert(
      fc.property(texts, fc.nat(40), (text, offset) => {
        const at = Math.min(offset, text.length);
        // The editor has no place between the two characters of one line end.
        fc.pre(!(text[at - 1] === "\r" && text[at] === "\n"));
        const { line, character } = TextDocument.create("x:", "", 0, text).positionAt(at);
        expect(placesIn(text)(offset)).toEqual({ line: line + 1, column: character + 1 });
      }),
      { numRuns: 1000 },
    );
  });
});
