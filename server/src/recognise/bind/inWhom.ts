/** People in whom an association was seen: "associated with obesity in boys (OR 1.6) but not in girls (OR 1.1)". */
import type { Span } from "../draft.js";
import { beforeDet, norm, type View } from "./view.js";

/** The words of the phrase before the people in whom it was seen; undefined where it names none. */
export function beforeWhom(v: View, s: Span): Span | undefined {
  const whom = v.mentions.find((m) => m.from > s.from && m.from < s.to && m.to >= s.to && m.kind !== "all");
  const end = whom ? beforeDet(v, whom.from) : s.from;
  return end > s.from && /^(?:in|among|for)$/.test(norm(v, end)) ? { from: s.from, to: end } : undefined;
}

/** The phrase is the name of a group: "… and suburban (OR 1.5) cohorts". */
export const named = (v: View, s: Span): boolean => v.mentions.some((m) => m.from <= s.from && m.to >= s.to);
