/** Labels right after a value: in the words or the bracket that follow it. */
import { words } from "../../text/words.js";
import type { Span } from "../draft.js";
import { GROUP_PREPS, OUTCOME_SHELLS, TIME_WORDS } from "../lexicon/grammar.js";
import { looksLikeEvent, PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { plural, versusBetween } from "./leadingLabel.js";
import { endOf, labelOf, type Label, spanLabel } from "./label.js";
import { isVague, keyOf } from "./labels.js";
import type { Mention } from "./mentions.js";
import { phraseAfter } from "./phrase.js";
import { linkOf } from "./runs.js";
import { sizeLabel } from "./size.js";
import { FOREIGN, FREE, endpointAt, norm, overBracket, textOf, type View } from "./view.js";

/** Whether what stands behind the bracket closed at token `i` may name the group of the value in it. */
function leaves(v: View, k: number, i: number, depth: number): boolean {
  const previous = v.drafts[k - 1];
  // what follows the bracket of a contrast is no label of its last value alone
  const contrast =
    previous !== undefined &&
    previous.kind === v.drafts[k]!.kind &&
    v.line.depth[previous.first]! > depth &&
    linkOf(v, k) === "versus";
  const next = norm(v, i + 1) === "only" ? i + 2 : i + 1;
  return (
    !contrast && (v.cls[next] === "close" || GROUP_PREPS.has(norm(v, next)) || PEOPLE.has(norm(v, next)))
  );
}

/** Words and signs after which another value's part begins. */
function parts(v: View, i: number): boolean {
  switch (v.cls[i]) {
    case "semi":
    case "versus":
    case "close":
    case "and":
      return true;
    case "who":
      return norm(v, i) !== "who" && !(norm(v, i) === "because" && norm(v, i + 1) === "of");
    case "comma":
      return (
        norm(v, i + 1) !== "respectively" && v.owner[i + 1] !== FOREIGN && norm(v, i - 1) !== "respectively"
      );
    default:
      return false;
  }
}

/** Both groups, but for "(21 s) in the A group than in the B group (30 s)", where each has its own value. */
const isShared = (v: View, m: Mention): boolean => plural(v, m) && norm(v, m.to) !== "than";

/** "… in the LTD group", "… with tarvenib", "… (TARV-DOX)". */
export function labelAfter(v: View, k: number): Label | undefined {
  const d = v.drafts[k]!;
  const end = endOf(v, k);
  const bare = bareBeside(v, k);
  if (bare) return bare;
  let prep = -1;
  let depth = v.line.depth[d.first]!;
  for (let i = d.last + 1, steps = 0; i < end && steps < 16; i++, steps++) {
    const over = overBracket(v, i);
    if (over > i) {
      // "(olvadine)", "(for olvadine)"
      const inner = v.cls[i + 1] === "prep" ? i + 2 : i + 1;
      const m = v.mentions.find((x) => x.from === inner && x.to === over - 1);
      if (m) return labelOf(v, m, "bracket after the value");
      const label = bracketLabel(v, k, i, over - 1) ?? sizedIn(v, i, over) ?? controlIn(v, i, over);
      if (label) return label;
      if (over > end) return undefined;
      i = over - 1;
      continue;
    }
    if (v.owner[i]! >= 0 || v.cls[i] === "number") return undefined;
    const w = norm(v, i);
    // "nausea (38.4%) in the tarvenib group": out of the value's bracket
    if (v.cls[i] === "close" && depth > 0) {
      depth--;
      if (!leaves(v, k, i, depth)) return undefined;
      continue;
    }
    if (parts(v, i)) return undefined;
    const m = v.mentions.find((x) => x.from <= i && x.to > i);
    // "46 (44%) tarvenib and 19 (18%) placebo patients"
    if (m && (/^(?:arm|noun)$/.test(m.kind) || w === "cases") && i === d.last + 1 && d.kind === "proportion")
      return labelOf(v, m, "after the value");
    if (m && m.kind !== "all") {
      if (prep >= 0 && m.from - prep <= 3)
        return isShared(v, m) ? undefined : labelOf(v, m, "after the value");
      if (m.kind === "people" && m.from <= d.last + 2 && m.to > m.from + 1)
        return labelOf(v, m, "the people counted");
      i = m.to - 1;
      continue;
    }
    if (m) return undefined;
    // "-2.4 and -1.1, respectively, in favour of tarvenib"
    if (/^(?:favou?r|favou?ring|favou?red)$/.test(w)) return undefined;
    // "crossed over to olvadine"
    if (w === "to" && /^(?:over|switched|crossed)$/.test(norm(v, i - 1))) return undefined;
    if (GROUP_PREPS.has(w) || TAKES.test(w)) {
      prep = i;
      const p = parallel(v, k, i) ?? (i <= d.last + 2 && TAKES.test(w) ? taken(v, i) : undefined);
      if (p) return p;
    }
  }
  return undefined;
}

/** "218 W tarvenib vs 205 W placebo": a few words behind each of two contrasted values, and nothing else. */
function bareBeside(v: View, k: number): Label | undefined {
  const span = tail(v, k);
  if (!span) return undefined;
  const key = keyOf(v, span);
  const contrasted = [k - 1, k + 1].some((j) => {
    const other =
      v.drafts[j]?.kind === v.drafts[k]!.kind && versusBetween(v, Math.min(j, k)) ? tail(v, j) : undefined;
    return other !== undefined && keyOf(v, other) !== key;
  });
  return contrasted ? { span, text: textOf(v, span), key, because: "behind the value" } : undefined;
}

/** The words behind the value where the comparison goes on or ends right after them. */
function tail(v: View, k: number): Span | undefined {
  const from = v.drafts[k]!.last + 1;
  const s = v.cls[from] === "word" ? phraseAfter(v, from, Math.min(from + 4, endOf(v, k))) : undefined;
  if (s?.from !== from || isVague(v, s) || endpointAt(v, v.context, from)) return undefined;
  const last = norm(v, s.to - 1);
  if (/^(?:high|low|higher|lower|each|overall)$/.test(last)) return undefined;
  if (looksLikeEvent(last) || PEOPLE.has(last) || TIME_WORDS.has(last) || UNITS.at(v.line, from))
    return undefined;
  return v.owner[s.to] === FOREIGN || /^(?:versus|open|close|comma|semi)$/.test(v.cls[s.to] ?? "semi")
    ? s
    : undefined;
}

/** "33 (41%) taking placebo" */
const TAKES = /^(?:taking|treated|assigned|given|allocated|randomi[sz]ed|receiving)$/;

/** "20% assigned to olvadine": what people right after the value were given. */
function taken(v: View, i: number): Label | undefined {
  const k = /^(?:to|with)$/.test(norm(v, i + 1)) ? i + 2 : i + 1;
  const s = phraseAfter(v, k, k + 8);
  if (!s || s.from > k + 1 || isVague(v, s) || v.mentions.some((m) => m.from < s.to && m.to > s.from))
    return undefined;
  // "in treated villages"
  const said = k === i + 1 && v.cls[i - 1] === "prep";
  return spanLabel(v, said ? { from: i, to: s.to } : s, "what they were given");
}

/** "31.4 (IV-zelmaplatin), 33.2 (IP-zelmaplatin)": brackets of words after this value and a neighbour. */
function bracketLabel(v: View, k: number, open: number, close: number): Label | undefined {
  const s = wordsInBracket(v, k, open, close);
  if (!s || isVague(v, s) || endpointAt(v, v.context, s.from) || QUANTITIES.has(norm(v, s.to - 1)))
    return undefined;
  return spanLabel(v, s, "bracket after the value, as with its neighbour");
}

/** "163.7 mg/dL (tarvenib 150 mg, n = 59)": whom the size in the bracket is of. */
function sizedIn(v: View, open: number, end: number): Label | undefined {
  const sized = v.cls[open + 1] === "word" ? v.drafts.find((x) => x.first > open && x.last < end) : undefined;
  const s = sized?.kind === "group-size" && norm(v, sized.first) === "n" ? sizeLabel(v, sized) : undefined;
  return s && s.from === open + 1 && s.to < end ? spanLabel(v, s, "bracket after the value") : undefined;
}

/** "48 (control)", "12% (usual care)". */
function controlIn(v: View, open: number, end: number): Label | undefined {
  const s = { from: open + 1, to: end - 1 };
  if (s.to - s.from > 3 || s.to <= s.from || !v.context.isControl(keyOf(v, s))) return undefined;
  for (let i = s.from; i < s.to; i++) if (v.cls[i] !== "word" || v.owner[i] !== FREE) return undefined;
  return spanLabel(v, s, "bracket after the value");
}

/** What is measured, as the last word of its name. */
const QUANTITIES = words(`
weight weights length width height depth index thickness volume area count counts level levels concentration rate ratio score pressure
duration loss time dose distance content yield circumference diameter
`);

/** "21.8 kg (live weight), 8.7 kg (carcass weight)": what each of several values measures stands in a bracket behind it. */
export function quantityAfter(v: View, k: number): Span | undefined {
  const open = v.drafts[k]!.last + 1;
  const s = v.cls[open] === "open" ? wordsInBracket(v, k, open, v.line.partner[open]!, true) : undefined;
  if (!s) return undefined;
  let head = s.from;
  while (head + 1 < s.to && v.cls[head + 1] !== "prep") head++;
  return QUANTITIES.has(norm(v, head)) || endpointAt(v, v.context, s.from) ? s : undefined;
}

/** The words in brackets after a value, and after a neighbour of its kind. */
function wordsInBracket(v: View, k: number, open: number, close: number, preps = false): Span | undefined {
  if (open !== v.drafts[k]!.last + 1) return undefined;
  const s = phraseAfter(v, open + 1, close, { preps });
  // "(placebo; hazard ratio, 0.7)"
  if (s?.from !== open + 1 || (s.to !== close && v.cls[s.to] !== "semi" && v.owner[s.to + 1] !== FOREIGN))
    return undefined;
  const neighbour = [k - 1, k + 1].some((j) => {
    const x = v.drafts[j];
    const at = x && x.last + 1;
    return (
      x?.kind === v.drafts[k]!.kind &&
      v.cls[at!] === "open" &&
      v.owner[at! + 1] === FREE &&
      v.cls[at! + 1] === "word"
    );
  });
  return neighbour ? s : undefined;
}

const PARALLEL = /^(?:with|without|for|in|among|on|at|after|before|under|during)$/;

/** "21.3 with A and 8.8 with B": the same preposition after both values makes labels of any phrase. */
export function parallel(v: View, k: number, i: number): Label | undefined {
  const d = v.drafts[k]!;
  if (i > d.last + 3) return undefined;
  const w = norm(v, i);
  const other = [k + 1, k - 1].some((j) => {
    const x = v.drafts[j];
    if (x?.kind !== d.kind) return false;
    const contrast = versusBetween(v, Math.min(j, k));
    return [1, 2, 3].some(
      (s) =>
        norm(v, x.last + s) === w ||
        (/^with/.test(w) && /^with(?:out)?$/.test(norm(v, x.last + s))) ||
        (contrast && PARALLEL.test(norm(v, x.last + s))),
    );
  });
  if (!other || !(PARALLEL.test(w) || (w === "of" && ofPeople(v, k, i)))) return undefined;
  // "8% decrease in glucose, 7% in insulin": in what, not in whom
  const changes = v.drafts.some(
    (x) => x.first <= d.first && OUTCOME_SHELLS.has(norm(v, x.last + 1)) && norm(v, x.last + 2) === "in",
  );
  if (changes && w === "in") return undefined;
  // "from 39 in the run-in to 3 in the treatment phase": when, not whose
  if (/^(?:from|to)$/.test(norm(v, d.first - 1))) return undefined;
  const s = phraseAfter(v, i + 1, endOf(v, k));
  const m = s && v.mentions.find((x) => x.from >= s.from && x.from < s.to && x.kind !== "all");
  // "28 and 37% in the A and B groups": each has its own
  if (m) return linkOf(v, k) === "list" && plural(v, m) ? undefined : labelOf(v, m, `'${w}' after the value`);
  if (
    !s ||
    isVague(v, s) ||
    // "for the low-, medium- and high-dose groups"
    norm(v, s.to) === "-" ||
    (v.cls[s.to] === "open" && v.owner[s.to + 1]! >= 0 && v.drafts[v.owner[s.to + 1]!]!.kind === d.kind) ||
    endpointAt(v, v.context, s.from) ||
    isTime(v, s)
  )
    return undefined;
  // those without are not those with
  const span = w === "without" ? { from: i, to: s.to } : s;
  return spanLabel(v, span, `'${w}' after the value, as with its neighbour`);
}

/** "41% of nurses and 28% of physicians": of two kinds of people. */
function ofPeople(v: View, k: number, i: number): boolean {
  const kind = (at: number): string => {
    const arm = v.mentions.find((m) => m.from === at + 1 && m.kind === "arm");
    if (arm) return arm.key;
    const s = phraseAfter(v, at + 1, at + 6);
    return s?.from === at + 1 && PEOPLE.has(norm(v, s.to - 1)) && !isVague(v, s) && v.cls[s.to] !== "prep"
      ? keyOf(v, s)
      : "";
  };
  const own = kind(i);
  return (
    own !== "" &&
    [k - 1, k + 1].some((j) => {
      const x = v.drafts[j];
      const other = x?.kind === v.drafts[k]!.kind && norm(v, x.last + 1) === "of" ? kind(x.last + 1) : "";
      return other !== "" && other !== own;
    })
  );
}

/** "at baseline", "at week 9": when, not whose. */
export const isTime = (v: View, s: Span): boolean =>
  /^time/.test(v.line.claims[s.from] ?? "") ||
  TIMES.has(norm(v, s.from)) ||
  TIME_WORDS.has(norm(v, s.to - 1));

const TIMES = words(
  "baseline week month day year hour follow-up admission discharge entry enrolment enrollment randomization randomisation screening endpoint end start study birth diagnosis presentation rest night january february march april june july august september october november december summer winter spring autumn",
);
