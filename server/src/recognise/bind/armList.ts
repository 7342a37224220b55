/** Lists of the arms of a trial: items joined by "or", "versus", commas and "and". */
import type { Span } from "../draft.js";
import { isVague, treatmentIn } from "./labels.js";
import { clean } from "./phrase.js";
import { norm, overBracket, type Words } from "./view.js";

const STOPS =
  /^(?:in|for|at|by|using|according|stratified|after|before|until|during|from|followed|as|on|over|within|who|which|where|when|while|added|administered|given|once|twice|daily|every|both|intravenously|orally|per|that)$/;
const BETWEEN = /^(?:or|and|to|receive|either|the|a|an|one|of)$/;

/** Items joined by "or", "versus", commas, and by "and" where nothing else joins them. */
export function coordinated(v: Words, start: number): { spans: Span[]; joined: boolean } {
  const items: Span[] = [];
  let from = start;
  let stopped = -1;
  let joined = false;
  let k = start;
  const close = (to: number): void => {
    const s = clean(v, { from, to: stopped >= 0 ? Math.min(stopped, to) : to });
    const t = s && treatmentIn(v, s);
    if (t && (!isVague(v, t) || /^(?:treatment|intervention)$/.test(norm(v, t.from)))) items.push(t);
    stopped = -1;
  };
  for (; k < v.cls.length && k - start < 90; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      if (/^(?:or|versus|vs|,)$/.test(norm(v, over)) && stopped < 0) stopped = k;
      k = over - 1;
      continue;
    }
    const w = norm(v, k);
    const and = w === "and" || w === ",";
    if (w === "or" || w === "versus" || w === "vs" || (and && goesOn(v, k, joined))) {
      if (!and) joined = true;
      close(k);
      from = k + 1;
      while (BETWEEN.test(norm(v, from))) {
        if (norm(v, from) === "or") joined = true;
        from++;
      }
      k = from - 1;
      continue;
    }
    if (v.cls[k] === "semi") break;
    // "adding A to B did not improve x, y, or z"
    if (w === "did" && k > from) {
      if (stopped < 0) stopped = k;
      break;
    }
    if (stopped < 0 && (STOPS.test(w) || w === "," || (v.cls[k] === "verb" && k > from))) stopped = k;
    if (stopped >= 0 && !laterItem(v, k)) break;
  }
  close(Math.min(k, v.cls.length));
  return { spans: joined || items.length === 2 ? items.slice(0, 5) : [], joined };
}

/** A comma or "and" parts items where an "or" or a last "and" follows; "A, B, or C", "A and B". */
function goesOn(v: Words, at: number, joined: boolean): boolean {
  if (norm(v, at) === "and") return !joined && norm(v, at - 1) !== "both";
  for (let k = at + 1; k < at + 14 && k < v.cls.length; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      k = over - 1;
      continue;
    }
    const w = norm(v, k);
    if (w === "or" || (w === "and" && norm(v, k - 1) === ",")) return true;
    if (v.cls[k] === "semi" || v.cls[k] === "verb" || v.cls[k] === "who") return false;
  }
  return false;
}

/** After an item's dose or schedule an "or" may still bring the next. */
function laterItem(v: Words, from: number): boolean {
  for (let k = from; k < from + 14 && k < v.cls.length; k++) {
    const over = overBracket(v, k);
    if (over > k) {
      k = over - 1;
      continue;
    }
    const w = norm(v, k);
    if (w === "or" || w === "versus" || w === "vs")
      return !/^(?:more|less|greater|older|higher|lower|without|not)$/.test(norm(v, k + 1));
    if (v.cls[k] === "semi") return false;
  }
  return false;
}
