/** Markdown for hovers. Whatever comes from a document passes through `escaped` first. */

const SPECIAL = /[\\`*_{}[\]<>#|~&$!:@^=]/g;

/** Text that shows as it stands: no emphasis, links, HTML, tables, icons or line breaks of its own. */
export function escaped(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(SPECIAL, "\\$&")
    .replace(/\bwww\./gi, (www) => `${www.slice(0, -1)}\\.`)
    .replace(/^(\s*)([-+]|\d+(?=[.)]))/, (_, blank: string, mark: string) =>
      /\d/.test(mark) ? `${blank}${mark}\u200B` : `${blank}\\${mark}`,
    );
}

/** A table; cells are Markdown already. Narrow editors show no borders, so that few columns are best. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => ":--")), ...rows.map(line)].join("\n");
}
