/** The results as a table in GitHub's Markdown. */
import { HEADINGS, manuscriptLines, titleOf, type Line } from "../manuscript.js";
import type { ReviewSource } from "../source.js";

export function* toMarkdown(review: ReviewSource): Generator<string> {
  yield `**${escape(titleOf(review))}**\n\n`;
  yield rowOf(HEADINGS);
  yield rowOf(HEADINGS.map(() => "---"));
  for (const line of manuscriptLines(review)) yield rowOf(line.map(escape));
}

function rowOf(cells: Line): string {
  return `| ${cells.join(" | ")} |\n`;
}

/** Nothing of a document becomes markup, a link, HTML, mathematics or the end of a cell. */
function escape(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)
    .replace(/[\\`*_[\]|~:@$]/g, "\\$&")
    .replace(/\bwww\./gi, (word) => `${word.slice(0, -1)}\\.`);
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
