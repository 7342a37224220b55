/** What a p-value tests, where the words around it say so. */
import type { PValueTag } from "../../extraction.js";
import { type Line, isNumber, norm } from "../line.js";

const TAGS: readonly (readonly [RegExp, PValueTag])[] = [
  [/interact|^p-?int$/, "interaction"],
  [/trend$|^trends$/, "trend"],
  [/heterogen|^p-?het$/, "heterogeneity"],
  [/non-?inferior/, "noninferiority"],
  [/^(?:one|1)-?(?:sided|tailed)$/, "one-sided"],
];

export const tagOf = (word: string): PValueTag | null =>
  TAGS.find(([pattern]) => pattern.test(word))?.[1] ?? null;

/** "one-sided P = .03", "P<0.001 for noninferiority", "interaction p=0.04", "test for trend, P = 0.02". */
export function tagAround(line: Line, first: number, last: number): PValueTag | null {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const w = norm(line, i);
    if (w === ";" || w === "." || isNumber(line, i)) break;
    const t = tagOf(w);
    if (
      t &&
      t !== "noninferiority" &&
      (w !== "trend" || norm(line, i - 1) === "for" || norm(line, i - 1) === "linear")
    )
      return t;
    if (w === "(" || w === "[") {
      for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
        const before = tagOf(norm(line, k));
        if (
          before === "heterogeneity" ||
          before === "interaction" ||
          (before === "trend" && norm(line, k - 1) === "for")
        )
          return before;
        if (isNumber(line, k) || norm(line, k) === ")" || norm(line, k) === ",") break;
      }
      break;
    }
    if ((w === "sided" || w === "tailed") && /^(?:one|1)$/.test(norm(line, i - 2))) return "one-sided";
    if ((w === "sided" || w === "tailed") && /^(?:one|1)$/.test(norm(line, i - 1))) return "one-sided";
  }
  let i = last + 1;
  if (norm(line, i) === "," || norm(line, i) === "[" || norm(line, i) === "(") i++;
  if (norm(line, i) === "for" || norm(line, i) === "by" || norm(line, i) === "test") {
    for (let k = i + 1; k < i + 6; k++) {
      const w = norm(line, k);
      if (w === "" || /^[;)\].(]$/.test(w)) break;
      const t = tagOf(w);
      if (t) return t;
    }
  }
  const direct = tagOf(norm(line, i));
  if (direct) return direct;
  if (/^(?:one|1)$/.test(norm(line, i)) && /^(?:sided|tailed)$/.test(norm(line, i + 2))) return "one-sided";
  return null;
}
