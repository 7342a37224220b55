/** Offsets of one text as lines and columns, as the editor counts them. The language server's library would make the shared core larger. */
import type { Lines } from "../service/location.js";
import type { Place } from "../review/place.js";

export interface Places {
  readonly lines: Lines;
  /** From an offset in UTF-16 code units. */
  at(offset: number): Place;
  /** To an offset; a column beyond the line's end counts as its end. */
  offsetOf(place: Place): number;
}

/** Where each line of the text begins and where its words end. */
function linesOf(text: string): Lines {
  const starts = [0];
  const ends: number[] = [];
  for (const end of text.matchAll(/\r\n?|\n/g)) {
    ends.push(end.index);
    starts.push(end.index + end[0].length);
  }
  ends.push(text.length);
  return {
    uri: "document:",
    positionAt: (offset) => {
      let line = 0;
      let beyond = starts.length;
      while (beyond - line > 1) {
        const middle = (line + beyond) >> 1;
        if (starts[middle]! > offset) beyond = middle;
        else line = middle;
      }
      return { line, character: Math.max(0, Math.min(offset, ends[line]!) - starts[line]!) };
    },
    offsetAt: ({ line, character }) => {
      if (line < 0) return 0;
      const start = starts[line];
      return start === undefined ? text.length : Math.min(start + Math.max(0, character), ends[line]!);
    },
  };
}

export function placesOf(text: string): Places {
  const lines = linesOf(text);
  return {
    lines,
    at: (offset) => {
      const { line, character } = lines.positionAt(offset);
      return { line: line + 1, column: character + 1 };
    },
    offsetOf: ({ line, column }) => lines.offsetAt({ line: line - 1, character: column - 1 }),
  };
}
