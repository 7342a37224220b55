/** The results as a page with one table; no script, nothing loaded. */
import { HEADINGS, manuscriptLines, titleOf, type Line } from "../manuscript.js";
import type { ReviewSource } from "../source.js";

const STYLE = `body{font:11pt/1.4 Georgia,"Times New Roman",serif;margin:2em}
table{border-collapse:collapse;border-block:1.5px solid}
caption{text-align:start;font-weight:bold;padding-block:.5em}
th,td{padding:.2em .8em .2em 0;text-align:start;vertical-align:top}
thead{border-block-end:1px solid}tbody th{font-weight:normal}`;

export function* toHtml(review: ReviewSource): Generator<string> {
  const title = escape(titleOf(review));
  const head = HEADINGS.map((name) => `<th scope="col">${name}</th>`).join("");
  yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${STYLE}
</style>
</head>
<body>
<table>
<caption>${title}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
`;
  for (const line of manuscriptLines(review)) yield `${rowOf(line)}\n`;
  yield `</tbody>
</table>
</body>
</html>
`;
}

function rowOf([study = "", ...cells]: Line): string {
  const rest = cells.map((cell) => `<td>${escape(cell)}</td>`).join("");
  return `<tr><th scope="row">${escape(study)}</th>${rest}</tr>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
