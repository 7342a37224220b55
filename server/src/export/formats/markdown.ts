/** The results as a table in GitHub's Markdown. */
import type { Review } from "../../review/review.js";
import { HEADINGS, manuscriptLines, titleOf, type Line } from "../manuscript.js";

export function toMarkdown(review: Review): string {
  const rows = [
    HEADINGS,
    HEADINGS.map(() => "---"),
    ...manuscriptLines(review).map((line) => line.map(escape)),
  ];
  return `**${escape(titleOf(review))}**\n\n${rows.map(rowOf).join("\n")}\n`;
}

function rowOf(cells: Line): string {
  return `| ${cells.join(" | ")} |`;
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
