/** The parts of a sentence that speak of one thing each, between semicolons and words such as "whereas". */
import { firstWhere } from "../../text/search.js";
import { words } from "../../text/words.js";
import type { WordClass } from "../lexicon/grammar.js";
import type { Line } from "../line.js";
import type { Words } from "./view.js";

const TURNS = words("whereas while although");

/** A word that turns to another thing: "whereas", "but"; "a small but significant rise" goes on. */
export function turns({ line, cls }: Pick<Words, "line" | "cls">, k: number): boolean {
  if (cls[k] !== "who") return false;
  const { norm } = line.tokens[k]!;
  if (norm === "but") return !(cls[k - 1] === "word" && cls[k + 1] === "word" && cls[k + 2] === "word");
  return TURNS.has(norm);
}

/** Where one part ends and another begins: stops outside brackets and words that turn, in order. */
export function breaksOf(line: Line, cls: readonly WordClass[]): number[] {
  const out: number[] = [];
  for (let k = 0; k < cls.length; k++)
    if ((cls[k] === "semi" && line.depth[k] === 0) || turns({ line, cls }, k)) out.push(k);
  return out;
}

/** Where the part begins that token `i` stands in. */
export function clauseStart({ line, breaks }: Words, i: number): number {
  const depth = line.depth[i]!;
  let b = firstWhere(breaks.length, (k) => breaks[k]! >= i) - 1;
  while (b >= 0 && line.depth[breaks[b]!]! > depth) b--;
  return b < 0 ? 0 : breaks[b]! + 1;
}

/** Where the part ends that token `i` stands in. */
export function clauseEnd({ cls, breaks }: Words, i: number): number {
  return breaks[firstWhere(breaks.length, (k) => breaks[k]! > i)] ?? cls.length;
}
