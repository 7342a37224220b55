/** Groups that a list names: "the olvadine, tarvenib, and cortisone group" is one group of three drugs, "groups I, II and III" are three. */
import type { Span } from "../draft.js";
import { CONTROL_WORDS, GROUP_NOUNS } from "../lexicon/grammar.js";
import { isPeople, isVague } from "./labels.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import type { Add } from "./mentions.js";
import { FREE, norm, underBracket, type Words } from "./view.js";

/** The items of a list end at `from`, where its last begins: where the first begins if all name one group, or `from`. */
export function listStart(v: Words, from: number): number {
  if (norm(v, from - 1) !== "and") return from;
  let end = v.cls[from - 2] === "comma" ? from - 2 : from - 1;
  for (let items = 0; items < 4; items++) {
    const s = phraseBefore(v, end, Math.max(0, end - 6));
    if (!s || s.to !== end || isControl(v, s)) return from;
    if (GROUP_NOUNS.has(norm(v, s.to - 1)) || isPeople(v, s.to - 1) || isVague(v, s)) return from;
    if (v.cls[s.from - 1] === "det") return s.from;
    if (v.cls[s.from - 1] !== "comma") return from;
    end = s.from - 1;
  }
  return from;
}

/** "the control and olvadine group" are two groups. */
export const isControl = (v: Words, s: Span): boolean => {
  for (let k = s.from; k < s.to; k++) if (CONTROL_WORDS.has(norm(v, k))) return true;
  return false;
};

/** "89 to olvadine, tarvenib, and cortisone; 92 to …": what was given, with the drugs that a list adds to the first. */
export function overList(v: Words, s: Span): Span {
  let { to } = s;
  for (let items = 0; items < 4; items++) {
    let k = to;
    if (v.cls[k] === "comma") k++;
    const last = norm(v, k) === "and";
    // "to olvadine, and rash in": a comma before "and" closes a list of three or more
    if (last && items === 0 && k > to) return s;
    if (last) k++;
    const item = k > to ? phraseAfter(v, k, k + 7) : undefined;
    if (item?.from !== k) return s;
    ({ to } = item);
    if (last) return /^(?:semi|comma)$/.test(v.cls[to] ?? "semi") ? { from: s.from, to } : s;
  }
  return s;
}

/** "A", "2", "III": what groups are told apart by. */
export const isLetter = ({ line }: Words, i: number): boolean =>
  /^(?:[A-Z]|[1-9]|I{1,3}|IV)$/.test(line.tokens[i]?.text ?? "");

/** ", II and III" after "groups I": each is a group. */
export function letters(v: Words, from: number, add: Add): void {
  for (let k = from, n = 0; n < 5; n++) {
    let i = k;
    while (v.cls[i] === "comma" || norm(v, i) === "and") i++;
    if (i === k || !isLetter(v, i) || v.owner[i] !== FREE) return;
    add(i, i + 1, { from: i, to: i + 1 }, "noun");
    k = i + 1;
  }
}

/** "(A)": a letter or number alone in a bracket. */
export const lettered = (v: Words, open: number): boolean =>
  v.line.partner[open] === open + 2 && isLetter(v, open + 1);

/** "tarvenib+olvadine" is no tarvenib: where the name of the combination ends that begins with the arm ending at `end`. */
export function combined(v: Words, end: number): number {
  let to = end;
  while (
    (/^(?:\+|plus)$/.test(norm(v, to)) || (norm(v, to) === "/" && v.line.tokens[to]!.glued)) &&
    v.cls[to + 1] === "word" &&
    v.owner[to + 1] === FREE
  )
    to += 2;
  return to;
}

/** Where the words end before the brackets that close right before `end`. */
export function underBrackets(v: Words, end: number): number {
  let k = end;
  while (v.cls[k - 1] === "close" && underBracket(v, k - 1) < k - 1) k = underBracket(v, k - 1);
  return k;
}

/** The labels before the last one of "the untreated, endoxin and oil-fed groups". */
export function earlier(v: Words, from: number, add: Add): void {
  let k = from - 1;
  for (let n = 0; n < 4; n++) {
    while (v.cls[k] === "det") k--;
    // "higher in the usual than in lower pressure groups"
    if (v.cls[k] === "prep" && norm(v, k - 1) === "than") k -= 2;
    else if (v.cls[k] !== "and" && v.cls[k] !== "comma") return;
    while (v.cls[k] === "and" || v.cls[k] === "comma" || v.cls[k] === "det") k--;
    let end = underBrackets(v, k + 1);
    // "the low-, fixed- and loose-combination groups"
    if (/^[-‐–]$/.test(norm(v, end - 1))) end--;
    const s = phraseBefore(v, end, Math.max(0, end - 10));
    if (!s || s.to !== end || isVague(v, s)) return;
    add(s.from, s.to, s, "noun");
    k = s.from - 1;
  }
}

/** "the restrictive and liberal strategies", "the rice, oat and wheat diets": two or more that a plural counts. */
export function sharedPlural(v: Words, i: number, add: Add): void {
  const s = phraseBefore(v, i, Math.max(0, i - 4));
  if (!s || s.to !== i || isVague(v, s) || norm(v, s.from - 1) !== "and") return;
  const end = s.from - (v.cls[s.from - 2] === "comma" ? 2 : 1);
  const one = phraseBefore(v, end, Math.max(0, end - 4));
  if (one?.to !== end || isVague(v, one) || !/^(?:det|comma|prep)$/.test(v.cls[one.from - 1] ?? "")) return;
  add(s.from, i + 1, { from: s.from, to: i + 1 }, "noun");
  earlier(v, s.from, add);
}
