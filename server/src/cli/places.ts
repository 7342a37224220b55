/** Offsets of one text as lines and columns, as the editor counts them. */
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Lines } from "../service/location.js";
import type { Place } from "../review/place.js";

export interface Places {
  readonly lines: Lines;
  /** From an offset in UTF-16 code units. */
  at(offset: number): Place;
  /** To an offset; a column beyond the line's end counts as its end. */
  offsetOf(place: Place): number;
}

export function placesOf(text: string): Places {
  const lines = TextDocument.create("document:", "", 0, text);
  return {
    lines,
    at: (offset) => {
      const { line, character } = lines.positionAt(offset);
      return { line: line + 1, column: character + 1 };
    },
    offsetOf: ({ line, column }) => lines.offsetAt({ line: line - 1, character: column - 1 }),
  };
}
