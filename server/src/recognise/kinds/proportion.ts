/** Shares of people. */
import type { Cell } from "../cell.js";
import { type Draft, isNR } from "../draft.js";
import { draftOf, isInteger, valueOf } from "./common.js";
import { norm } from "../line.js";
import type { Scope } from "../scope.js";

/** A share of people: 54 (50.5%), 12/34, 67.3%. */
export function proportionOf(scope: Scope, cell: Cell): Draft | undefined {
  if (isNR(cell.value) || cell.form === "range" || cell.spread !== undefined) return undefined;
  const because =
    cell.form === "percent"
      ? "a percentage"
      : cell.form === "fraction"
        ? "n/N"
        : "a count with its percentage or total";
  if (cell.form === "percent") {
    const v = valueOf(scope, cell);
    // "511% [157/307]": count and total make it a share, and the misprint a finding
    const counted = cell.count !== undefined && cell.total !== undefined;
    if (v < 0 || (v > 100 && !counted) || cell.unit?.name === "percentage point") return undefined;
    if (
      !counted &&
      scope.cells.some((c) => c.form === "percent" && valueOf(scope, c) > 100 && Math.abs(c.at - cell.at) < 8)
    )
      return undefined;
    if (
      scope.section === "methods" &&
      /^(?:of|at|least|approximately|to|by|than)$/.test(norm(scope.line, cell.first - 1)) &&
      cell.count === undefined &&
      !cell.interval
    )
      return undefined;
    const draft = draftOf(scope, cell, "proportion", because);
    draft.unit = undefined;
    draft.percent = cell.at;
    draft.n = cell.count ?? countBehind(scope, cell);
    if (cell.total !== undefined) draft.N = cell.total;
    return draft;
  }
  if (
    cell.form === "fraction" ||
    cell.percent !== undefined ||
    (cell.total !== undefined && isInteger(scope, cell))
  ) {
    if (cell.unit) return undefined;
    const draft = draftOf(scope, cell, "proportion", because);
    draft.n = cell.at;
    if (cell.total !== undefined) draft.N = cell.total;
    if (cell.percent !== undefined) draft.percent = cell.percent;
    return draft;
  }
  return undefined;
}

/** "15.5% (43) of patients": a lone whole number in brackets, and no year. */
function countBehind({ line }: Scope, { aside }: Cell): number | undefined {
  if (aside === undefined || norm(line, aside - 1) !== "(" || norm(line, aside + 1) !== ")") return undefined;
  const { value, integer } = line.tokens[aside]!;
  return integer && value > 0 && (value < 1900 || value > 2100) ? aside : undefined;
}
