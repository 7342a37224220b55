/** Sections with the statements that stand in them: what outline and statement list share. */
import type { Analysis } from "../analyse.js";
import type { Section, Statement } from "../extraction.js";

export interface SectionContent {
  readonly section: Section;
  readonly statements: readonly Statement[];
}

export interface Sectioned {
  readonly sections: readonly SectionContent[];
  /** Statements outside every section. */
  readonly loose: readonly Statement[];
}

/** One pass over both, sections and statements being in the order of the text. */
export function bySection(analysis: Analysis): Sectioned {
  const sections = [...analysis.sections]
    .sort((a, b) => a.range.start - b.range.start)
    .map((section) => ({ section, statements: [] as Statement[] }));
  const loose: Statement[] = [];
  let next = 0;
  for (const statement of analysis.statements) {
    while (next < sections.length && (sections[next]?.section.range.start ?? 0) <= statement.range.start)
      next++;
    const home = sections[next - 1];
    if (home !== undefined && statement.range.end <= home.section.range.end) home.statements.push(statement);
    else loose.push(statement);
  }
  return { sections, loose };
}
