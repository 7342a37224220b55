/** Which stretch of the text plays which role in an outcome statement, as LSP semantic tokens. */
import type { Analysis } from "../analyse.js";
import type { Range, Statement } from "../extraction.js";

/** The legend, in the order of the numbers in the tokens. */
export const TOKEN_TYPES = ["estimate", "interval", "pValue", "count", "unit", "outcome", "group"] as const;
export type TokenType = (typeof TOKEN_TYPES)[number];

/** A token within one line; `type` is an index into the legend. Characters are UTF-16 code units. */
export interface SemanticToken {
  readonly line: number;
  readonly character: number;
  readonly length: number;
  readonly type: number;
}

/**
 * Tokens of the whole text or of a part of it, in order, none overlapping another and none across a line end.
 * Where roles overlap the narrower one wins: a number inside an interval's words, an interval inside an outcome's.
 *
 * @param within only tokens that touch this stretch of the text
 */
export function semanticTokens(
  analysis: Analysis,
  within: Range = { start: 0, end: Infinity },
): SemanticToken[] {
  const { text } = analysis;
  const roles = new Uint8Array(text.length);
  const spans = analysis.statements.flatMap(roleSpans).sort((a, b) => a.depth - b.depth);
  for (const { range, role } of spans) roles.fill(TOKEN_TYPES.indexOf(role) + 1, range.start, range.end);
  return runs(text, roles, within);
}

interface RoleSpan {
  readonly range: Range;
  readonly role: TokenType;
  /** Painted in this order, the deepest last. */
  readonly depth: number;
}

function roleSpans(statement: Statement): RoleSpan[] {
  const spans: RoleSpan[] = [];
  const add = (depth: number, role: TokenType, range: Range | undefined): void => {
    if (range !== undefined) spans.push({ depth, role, range });
  };
  add(0, "outcome", statement.outcome?.range);
  add(1, "group", statement.group?.range);
  add(1, "group", statement.reference?.range);
  add(2, "interval", statement.interval?.range);
  add(2, "pValue", statement.p?.range);
  if (statement.kind === "p-value") add(2, "pValue", statement.range);
  for (const [field, range] of Object.entries(statement.ranges)) {
    const role = roleOf(statement, field);
    if (role !== null) add(3, role, range);
  }
  return spans;
}

function roleOf(statement: Statement, field: string): TokenType | null {
  switch (field) {
    case "value":
    case "percent":
      return statement.kind === "p-value" ? "pValue" : "estimate";
    case "low":
    case "high":
    case "level":
    case "sd":
    case "se":
      return "interval";
    case "p":
      return "pValue";
    case "n":
    case "N":
      return "count";
    case "unit":
    case "measure":
    case "time":
      return "unit";
    default:
      return /^df\d+$/.test(field) ? "count" : null;
  }
}

/** Stretches of equal role, cut at line ends (\n, \r, \r\n) and without blanks at their ends. */
function runs(text: string, roles: Uint8Array, within: Range): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  let line = 0;
  let lineStart = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const role = roles[i] ?? 0;
    const code = text.charCodeAt(i);
    const lineEnd = code === 10 || code === 13;
    const runEnds = i + 1 === text.length || roles[i + 1] !== role || lineEnd;
    if (runEnds) {
      if (role > 0) push(start, lineEnd ? i : i + 1, role - 1);
      start = i + 1;
    }
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      lineStart = i + 1;
    }
  }
  return tokens;

  function push(from: number, to: number, type: number): void {
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (from === to || to <= within.start || from >= within.end) return;
    tokens.push({ line, character: from - lineStart, length: to - from, type });
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 0xa0;
}
