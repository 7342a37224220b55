/** Whose a value is where no group stands before it in its clause. */
import { GROUP_NOUNS } from "../lexicon/grammar.js";
import { PEOPLE } from "../lexicon/people.js";
import { clauseEnd, clauseStart } from "./clause.js";
import { labelOf, type Label, spanLabel } from "./label.js";
import { sizeLabel } from "./size.js";
import { beforeDet, norm, textOf, type View } from "./view.js";

/** "Furthermore, it caused …", "This group had …", where the sentence names no group. */
export function refersBack(v: View): boolean {
  let i = 0;
  while (/^(?:adverb|comma|prep)$/.test(v.cls[i] ?? "")) i++;
  const next = norm(v, i + 1);
  return (
    v.mentions.length === 0 &&
    (norm(v, i) === "it" ||
      (/^(?:this|these|that)$/.test(norm(v, i)) && (GROUP_NOUNS.has(next) || PEOPLE.has(next))))
  );
}

/** "An increase in folate (19%) was observed in the tarvenib group": the one group of the clause, behind the verb. */
export function seenIn(v: View, k: number): Label | undefined {
  const { first, last } = v.drafts[k]!;
  const end = clauseEnd(v, last);
  const named = v.mentions.filter((m) => m.from >= clauseStart(v, first) && m.from < end && m.kind !== "all");
  const [m] = named;
  if (named.length !== 1 || m!.from < last || m!.kind === "people" || m!.against) return undefined;
  const prep = beforeDet(v, m!.from);
  return /^(?:in|with|for|among)$/.test(norm(v, prep)) && SEEN.test(norm(v, prep - 1))
    ? labelOf(v, m!, "behind the verb")
    : undefined;
}

const SEEN = /^(?:observed|seen|found|noted|reported|recorded|obtained|achieved|detected)$/;

/** Words for all who are in the study. */
const WHOLE = /randomi|enrol|includ|anal[yi]|screen|regist|evalua|assess|complet|study|trial|period/i;

/** "Among the 22 patients who had had surgery, the rate was 59%": whom the size at the start of the clause counts. */
export function ofCounted(v: View, k: number): Label | undefined {
  const start = clauseStart(v, v.drafts[k]!.first);
  if (!/^(?:of|among|amongst|in)$/.test(norm(v, start))) return undefined;
  const [d, next] = v.drafts.filter((x) => x.first >= start);
  if (d?.kind !== "group-size" || next?.kind === "group-size" || d.first > start + 2) return undefined;
  const s = sizeLabel(v, d);
  return s && s.to - s.from > 1 && v.cls[s.to] === "comma" && !WHOLE.test(textOf(v, s))
    ? spanLabel(v, s, "whom the clause counts")
    : undefined;
}
