/** How the columns of the review table look. */
import type { ColumnName } from "../../../server/src/lsp/messages.js";

const WIDTHS: Partial<Record<ColumnName, number>> = {
  study_id: 150,
  outcome_text: 190,
  population: 140,
  group: 150,
  reference: 150,
  findings: 230,
  quote: 460,
  document: 220,
};
const WIDTH = 104;

const NUMBERS = new Set<ColumnName>(
  "n total percent value time_value interval_level interval_low interval_high p_value yi sei start end".split(
    " ",
  ) as ColumnName[],
);

/** In pixels. */
export function widthOf(name: ColumnName): number {
  return WIDTHS[name] ?? WIDTH;
}

export function isNumber(name: ColumnName): boolean {
  return NUMBERS.has(name);
}
