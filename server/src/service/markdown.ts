/** Markdown for hovers. Whatever comes from a document passes through `escaped` first. */

/** What opens emphasis, code, links, HTML, headings, tables and strikethrough. */
const SPECIAL = /[\\`*_[\]<>#|~]/g;
/** Character references, icons, and what GitHub's Markdown makes links of by itself. */
const ENTITY = /&(?=#?\w+;)/g;
const ICON = /\$(?=\()/g;
const AUTOLINK = /:(?=\/\/)|(?<=\w)@(?=\w)|(?<=\bwww)\./gi;
const LIST_MARK = /^([-+]|\d+[.)])(?= )/;

/** Text that shows as it stands: no emphasis, links, HTML, tables, icons or line breaks of its own. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(SPECIAL, "\\$&")
    .replace(ENTITY, "\\&")
    .replace(ICON, "\\$$")
    .replace(AUTOLINK, "\\$&")
    .replace(LIST_MARK, (mark) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`);
}

/** A table; cells are Markdown already. Narrow editors show no borders, so that few columns are best. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => ":--")), ...rows.map(line)].join("\n");
}
