/** A reader of brat's standoff format, strict where brat is. */

export interface Span {
  readonly id: string;
  readonly type: string;
  /** UTF-16, of the first fragment's start and the last one's end. */
  readonly start: number;
  readonly end: number;
}

export interface Relation {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

/** @throws Error for a line that is none, a span whose text is another, or a reference to nothing */
export function readBrat(ann: string, text: string): { spans: Span[]; relations: Relation[] } {
  const points = Array.from(text);
  const utf16 = (offset: number): number => points.slice(0, offset).join("").length;
  const spans: Span[] = [];
  const relations: Relation[] = [];
  const known = new Set<string>();
  const need = (id: string): string => {
    if (!known.has(id)) throw new Error(`${id} is not there`);
    return id;
  };
  for (const line of ann.split("\n").slice(0, -1)) {
    const span = /^(T\d+)\t(\w+) (\d+ \d+(?:;\d+ \d+)*)\t(.+)$/s.exec(line);
    const relation = /^R\d+\t(\w+) Arg1:(T\d+) Arg2:(T\d+)$/.exec(line);
    const other = /^(?:A\d+\tDecision (T\d+) \w+|#\d+\tAnnotatorNotes (T\d+)\t.+)$/.exec(line);
    if (span !== null) {
      const [, id = "", type = "", places = "", words = ""] = span;
      const fragments = places.split(";").map((place) => place.split(" ").map(Number) as [number, number]);
      const there = fragments.map(([start, end]) => points.slice(start, end).join("")).join(" ");
      if (there !== words) throw new Error(`${id} says "${words}" where the text has "${there}"`);
      known.add(id);
      spans.push({ id, type, start: utf16(fragments[0]![0]), end: utf16(fragments.at(-1)![1]) });
    } else if (relation !== null) {
      const [, type = "", from = "", to = ""] = relation;
      relations.push({ type, from: need(from), to: need(to) });
    } else if (other !== null) {
      need(other[1] ?? other[2] ?? "");
    } else {
      throw new Error(`no line of brat: ${line}`);
    }
  }
  return { spans, relations };
}
