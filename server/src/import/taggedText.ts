/** Records of MEDLINE and RIS files as texts of their own, for those who want one file a study. */
import type { ForeignRecord } from "./foreign.js";
import { collapsed } from "./inline.js";
import { recordsOf } from "./records.js";

/** @returns undefined for any other text */
export function taggedRecordsOf(text: string): ForeignRecord[] | undefined {
  return recordsOf(text)?.records.map(({ study, sections }) => {
    const read = sections.filter(({ kind }) => kind !== "title" && kind !== "boilerplate");
    const paragraphs = read.map(({ range }) => collapsed(text.slice(range.start, range.end)));
    const said = paragraphs.filter((paragraph) => paragraph !== "");
    return { study, parts: said.length === 0 ? [] : [{ heading: "Abstract", level: 1, paragraphs: said }] };
  });
}
