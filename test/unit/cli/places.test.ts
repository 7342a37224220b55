/** Lines and columns of the command line are those of the language server's library. */
import { TextDocument } from "vscode-languageserver-textdocument";
import { describe, expect, it } from "vitest";
import { placesOf } from "../../../server/src/cli/places.js";

describe("lines and columns", () => {
  it.each(["", "one", "one\ntwo\n", "one\r\ntwo\rthree\n\nfive", "\n\r\n"])("%j", (text) => {
    const { lines } = placesOf(text);
    const theirs = TextDocument.create("document:", "", 0, text);
    for (let offset = 0; offset <= text.length + 1; offset++)
      expect(lines.positionAt(offset), String(offset)).toEqual(theirs.positionAt(offset));
    for (let line = -1; line < 7; line++)
      for (let character = 0; character < 6; character++)
        expect(lines.offsetAt({ line, character })).toBe(theirs.offsetAt({ line, character }));
  });
});
