/** Values that stand together: "12.6 vs 8.9", "48.6%, 27.3%, and 12.9%". */
import { TIME_WORDS } from "../lexicon/grammar.js";
import type { Draft } from "../draft.js";
import { FREE, norm, overBracket, type View } from "./view.js";

export type Link = "versus" | "list" | "apart";

export interface Run {
  /** Indices of drafts, in order. */
  readonly members: readonly number[];
  /** Some of its links are contrasts. */
  readonly contrast: boolean;
  /** Members joined by contrasts, where several such pairs are listed: "51 v 47, 58 v 55 and 43 v 44" has three. */
  readonly chunks: readonly (readonly number[])[];
}

/** How the draft `k` is joined to the one before it. */
export function linkOf(v: View, k: number): Link {
  const before = restates(v, k - 1) ? k - 2 : k - 1;
  const a = v.drafts[before];
  const b = v.drafts[k]!;
  if (!a || !alike(a, b) || restates(v, k)) return "apart";
  let versus = false;
  let words = 0;
  let left = false;
  for (let i = a.last + 1; i < b.first; i++) {
    const over = overBracket(v, i);
    if (over > i && over <= b.first) {
      i = over - 1;
      continue;
    }
    const c = v.cls[i]!;
    const w = norm(v, i);
    // out of one bracket into another: each has its own words before it
    if (c === "close") left = true;
    else if (c === "open" && left) return "apart";
    if (c === "versus") versus = true;
    else if (
      c === "close" ||
      c === "open" ||
      c === "comma" ||
      c === "and" ||
      w === "respectively" ||
      w === "to" ||
      w === "/" ||
      w === "%"
    )
      continue;
    // what is left of compound units: "· 3 hr−1"
    else if (
      /^[·⋅×°-]$|[−‐-]\d$|^hrs?$/.test(w) ||
      (v.line.tokens[i]!.type === "number" && v.line.claims[i] !== "statement")
    )
      continue;
    // "in 12 of 40 and in 17 of 42"
    else if (/^(?:in|of|for)$/.test(w) && i === b.first - 1 && v.cls[i - 1] === "and") continue;
    else if (TIME_WORDS.has(w) || UNITLIKE.has(w) || w === "with") continue;
    else if (v.owner[i] !== FREE || c === "semi") return "apart";
    else words++;
  }
  if (words > 0) return "apart";
  return versus ? "versus" : "list";
}

const UNITLIKE = new Set(
  "patients participants women men subjects cases months deaths events only just points".split(" "),
);

/** "11 ng/mL (28 nmol/L)": the bracket right behind a value gives the same in another unit. */
export function restates(v: View, k: number): boolean {
  const a = v.drafts[k - 1];
  const b = v.drafts[k];
  if (!a || !b?.unit || a.kind !== b.kind || !/^me(?:an|dian)$/.test(a.kind)) return false;
  const open = a.last + 1;
  const unit = a.unit?.name ?? norm(v, a.last);
  return (
    v.cls[open] === "open" &&
    b.first === open + 1 &&
    v.line.partner[open]! <= b.last + 1 &&
    (a.unit ? a.unit.kind !== "time" : unit === "%") &&
    unit !== b.unit.name
  );
}

function alike(a: Draft, b: Draft): boolean {
  if (a.kind !== b.kind || a.kind === "effect")
    return a.kind === "effect" && b.kind === "effect" && a.measure === b.measure;
  return true;
}

/** The runs of a sentence; every draft that says a thing first is in exactly one. */
export function readRuns(v: View): Run[] {
  const out: { members: number[]; contrast: boolean; chunks: number[][] }[] = [];
  v.drafts.forEach((_, k) => {
    if (restates(v, k)) return;
    const link = k === 0 ? "apart" : linkOf(v, k);
    const last = out.at(-1);
    if (link === "apart" || !last) out.push({ members: [k], contrast: false, chunks: [[k]] });
    else {
      last.members.push(k);
      if (link === "versus") {
        last.contrast = true;
        last.chunks.at(-1)!.push(k);
      } else last.chunks.push([k]);
    }
  });
  return out;
}
