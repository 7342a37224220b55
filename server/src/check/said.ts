/** What a document says in words: each section is asked once for as long as an edit leaves it alone. */
import type { Range } from "../extraction.js";
import type { SeenSection } from "../recognise/memory.js";
import type { Reading } from "../recognise/reading.js";

/** No wording that is looked for is longer. */
const LONGEST_WORDING = 60;

/** A section outside references and furniture, with what stands between the one before and its own words. */
export interface Part {
  /** Absent behind the last one. */
  readonly section: SeenSection | undefined;
  /** With so much of the words before and after that no wording is cut; empty where nothing stands between. */
  readonly between: string;
}

/** The parts of a document before its references, in order. */
export function partsOf({ text, sections, memory }: Reading): readonly Part[] {
  const references = sections.find((section) => section.kind === "references");
  const end = references?.range.start ?? text.length;
  const between = (from: number, to: number): string => {
    if (from >= to) return "";
    const start = text.lastIndexOf(" ", Math.max(0, from - LONGEST_WORDING));
    return text.slice(Math.max(0, start), Math.min(end, to + LONGEST_WORDING));
  };
  const parts: Part[] = [];
  let from = 0;
  let index = 0;
  for (const { kind, range } of sections) {
    if (range.start >= end) break;
    if (kind === "references" || kind === "boilerplate") continue;
    const section = memory?.sections[index++];
    if (!section) break;
    parts.push({ section, between: between(from, range.end - section.body.length) });
    from = range.end;
  }
  parts.push({ section: undefined, between: between(from, end) });
  return parts;
}

/** Whether a part has a wording. */
export function says({ section, between }: Part, wording: RegExp): boolean {
  if (section !== undefined && foundIn(section, wording, ({ body }) => wording.test(body))) return true;
  if (between === "") return false;
  if (section === undefined) return wording.test(between);
  const known = section.between.get(wording);
  if (known?.words === between) return known.said;
  const said = wording.test(between);
  section.between.set(wording, { words: between, said });
  return said;
}

/** What was found in a section; looked for once. */
export function foundIn<T>(section: SeenSection, what: unknown, find: (section: SeenSection) => T): T {
  if (!section.found.has(what)) section.found.set(what, find(section));
  return section.found.get(what) as T;
}

/** What `find` finds in each of the sentences. */
export const findIn = <T extends Range>(
  text: string,
  sentences: readonly Range[],
  find: (sentence: string) => readonly T[],
): T[] => sentences.flatMap(({ start, end }) => movedBy(find(text.slice(start, end)), start));

export const movedBy = <T extends Range>(found: readonly T[], by: number): T[] =>
  found.map((one) => ({ ...one, start: one.start + by, end: one.end + by }));
