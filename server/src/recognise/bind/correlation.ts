/** Two quantities that are correlated. */
import type { Draft } from "../draft.js";
import { groupFrom, type Association } from "./factor.js";
import { outcomeFrom } from "./outcomeName.js";
import { phraseAfter } from "./phrase.js";
import { norm, openBracket, type View } from "./view.js";

/** "correlation between A and B (r = 0.9)": of two quantities the second is taken for the outcome. */
export function correlated(v: View, d: Draft): Association | undefined {
  const open = openBracket(v, d);
  const end = open < 0 ? d.first : open;
  for (let i = end - 1; i >= 0 && end - i < 40; i--) {
    if (v.owner[i]! >= 0) return undefined;
    if (norm(v, i) !== "between") continue;
    let told = i - 1;
    while (v.cls[told] === "verb" || v.cls[told] === "adverb") told--;
    if (
      d.measure !== "R" &&
      !/^(?:associations?|relationships?|relation|links?|correlations?)$/.test(norm(v, told))
    )
      return undefined;
    const a = phraseAfter(v, i + 1, end, { preps: true });
    if (!a || v.cls[a.to] !== "and") return undefined;
    const b = phraseAfter(v, a.to + 1, end, { preps: true });
    const outcome = outcomeFrom(v, b, "what is correlated");
    return { ...(outcome && { outcome }), ...groupFrom(v, a) };
  }
  return undefined;
}
