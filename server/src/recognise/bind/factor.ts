/** The factor of an association, and what it is held against. */
import type { Span } from "../draft.js";
import type { Label } from "./label.js";
import { isVague, keyOf } from "./labels.js";
import { phraseBefore } from "./phrase.js";
import { norm, textOf, type View } from "./view.js";

/** The phrase as the exposed side; before it may stand another phrase that it is held against. */
export function groupFrom(v: View, s: Span | undefined): { group?: Label; reference?: Label } {
  if (!s || isVague(v, s)) return {};
  const pair = heldAgainst(v, s);
  if (pair) return pair;
  const end = Math.min(s.to, s.from + 12);
  const span = { from: s.from, to: end };
  return {
    group: { span, text: textOf(v, span), key: keyOf(v, span), because: "factor of the association" },
  };
}

/** "allocation to walking compared with sitting was associated with": the phrase before the verb is the other side. */
function heldAgainst(v: View, s: Span): { group?: Label; reference?: Label } | undefined {
  let k = s.from - 1;
  while (v.cls[k] === "det" || v.cls[k] === "prep") k--;
  if (v.cls[k] !== "versus" || norm(v, k) === "than") return undefined;
  const own = phraseBefore(v, k, 0, { preps: true });
  if (!own || own.to !== k || isVague(v, own)) return undefined;
  const reference = { span: s, text: textOf(v, s), key: keyOf(v, s), because: "held against" };
  return { ...groupFrom(v, own), reference };
}
