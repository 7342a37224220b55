/** Levels of a factor, each with its effect. */
import type { Span } from "../draft.js";
import { norm, type View } from "./view.js";

/** "0.94 (…) in the second quartile, 0.83 (…) in the third": a level right behind the effect; its noun may be said of another. */
export function levelAfter(v: View, i: number): Span | undefined {
  if (!/^(?:in|for|among)$/.test(norm(v, i)) || v.cls[i + 1] !== "det" || !LEVELS.test(norm(v, i + 2)))
    return undefined;
  if (PARTS.test(norm(v, i + 3))) return { from: i + 2, to: i + 4 };
  return v.line.tokens.some((t) => PARTS.test(t.norm)) ? { from: i + 2, to: i + 3 } : undefined;
}

const LEVELS = /^(?:first|second|third|fourth|fifth|lowest|highest|middle|top|bottom|intermediate)$/;
const PARTS = /^(?:tertiles?|quartiles?|quintiles?|deciles?|thirds?|fifths?|category|categories)$/;
