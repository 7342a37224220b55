/** Traits of people told as a list: "58 women (43%)", "with 71% white, 62% female". */
import type { Draft, Span } from "../draft.js";
import { TIME_WORDS } from "../lexicon/grammar.js";
import { THIN } from "../lexicon/thin.js";
import { norm, overBracket, type View } from "./view.js";

/** "58 women (43.3%)", "58 [43.3%] women": the sex is what is counted. */
export function sex(v: View, d: Draft): Span | undefined {
  const place = (x: Draft): number => {
    const k = (x.n ?? x.last) + 1;
    return x.percent === undefined || SEX.test(norm(v, k)) ? k : x.last + 1;
  };
  const k = place(d);
  if (!SEX.test(norm(v, k))) return undefined;
  const both = v.drafts.some((x) => x !== d && x.kind === "proportion" && SEX.test(norm(v, place(x))));
  const inBracket = v.line.depth[d.first]! > 0 && /^(?:close|comma|semi)$/.test(v.cls[k + 1] ?? "");
  const behindShare = k === d.last + 1 && d.percent !== undefined;
  return (both || d.percent !== undefined || inBracket) &&
    (behindShare
      ? endsPart(v, k + 1)
      : both || (v.cls[k + 1] !== "verb" && !ACTED.test(norm(v, overBracket(v, k + 1))))) &&
    !/^(?:with|who|in|without)$/.test(norm(v, Math.max(k + 1, overBracket(v, k + 1))))
    ? { from: k, to: k + 1 }
    : undefined;
}

const ACTED = /^(?:responded|replied|completed|died|withdrew|declined|agreed|participated)$/;

const endsPart = (v: View, k: number): boolean => /^(?:close|comma|semi|and)$/.test(v.cls[k] ?? "semi");

const SEX = /^(?:women|men|males?|females?|boys|girls)$/;

/** "(women, 43%)", "(men [51%], women [49%])": a sex that opens a part of a bracket is what is counted. */
export function sexBefore(v: View, d: Draft): Span | undefined {
  const k = d.first - 2;
  if (
    d.percent === undefined ||
    !SEX.test(norm(v, k)) ||
    !/^(?:comma|colon|open)$/.test(v.cls[k + 1]!) ||
    v.line.depth[k] === 0
  )
    return undefined;
  const opens = /^(?:open|semi|comma)$/.test(v.cls[k - 1] ?? "");
  return opens && /^(?:close|comma|semi)$/.test(v.cls[d.last + 1] ?? "close")
    ? { from: k, to: k + 1 }
    : undefined;
}

/** "with 71% white, 38% European": a few words between a percentage and the next part of a list. */
export const trait = (v: View, d: Draft, s: Span): boolean =>
  s.to - s.from < 5 &&
  d.N === undefined &&
  !/^(?:overall|total|each|both|all|only)$/.test(norm(v, s.from)) &&
  (!THIN.has(norm(v, s.to - 1)) || (s.to - s.from > 1 && norm(v, s.to - 1) === "use")) &&
  /^(?:open|comma|semi|and|prep|colon)$/.test(v.cls[d.first - 1] ?? "") &&
  /^(?:comma|semi|close)$/.test(v.cls[s.to] ?? "") &&
  listedWith(v, d, s);

/** What stands before is "with" or a bracket, or the part beside it is another share. */
const listedWith = (v: View, d: Draft, s: Span): boolean =>
  v.line.depth[d.first]! > 0 ||
  norm(v, d.first - 1) === "with" ||
  (v.cls[d.first - 1] !== "prep" && v.drafts.some((x) => x.kind === "proportion" && besides(x, d, s)));

const besides = (x: Draft, d: Draft, s: Span): boolean =>
  (x.first > s.to && x.first - s.to < 4) || (x.last < d.first && d.first - x.last < 6);

/** "cooks (59.3 ± 12.4 years old)": an age that no other words name. */
export function yearsOld(v: View, d: Draft): Span | undefined {
  if (!d.unit) return undefined;
  const { to } = d.unit;
  if (!TIME_WORDS.has(norm(v, to - 1))) return undefined;
  if (norm(v, to) === "of" && norm(v, to + 1) === "age") return { from: to + 1, to: to + 2 };
  if (norm(v, to) !== "old") return undefined;
  for (let i = d.first - 1; i >= 0 && i > d.first - 12; i--)
    if (/^(?:ages?|aged)$/.test(norm(v, i))) return undefined;
  return { from: to - 1, to: to + 1 };
}
