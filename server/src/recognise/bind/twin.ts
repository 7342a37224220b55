/** Labels right before each of two contrasted values: "(balm 9/18 vs. soap 6/15)", "balm, 24 weeks v soap, 25". */
import type { Span } from "../draft.js";
import { THIN } from "../lexicon/thin.js";
import { spanLabel, type Label } from "./label.js";
import { isTime } from "./labelAfter.js";
import { isVague, keyOf } from "./labels.js";
import { phraseBefore } from "./phrase.js";
import { endpointAt, norm, type View } from "./view.js";

/** The words before value `k`, where the one it is contrasted with has such words too, and nothing else stands between. */
export function twin(v: View, k: number): Label | undefined {
  const lead = (j: number): Span | undefined => {
    const first = v.drafts[j]?.kind === v.drafts[k]!.kind ? v.drafts[j].first : 0;
    const at = v.cls[first - 1] === "comma" ? first - 1 : first;
    const s = at > 0 && v.line.depth[first]! > 0 ? phraseBefore(v, at) : undefined;
    const names =
      s?.to === at &&
      !isVague(v, s) &&
      !isTime(v, s) &&
      !endpointAt(v, v.context, s.from) &&
      !THIN.has(norm(v, s.to - 1));
    return names ? s : undefined;
  };
  const s = lead(k);
  if (!s) return undefined;
  const [a, b] = v.cls[s.from - 1] === "versus" ? [k - 1, k] : [k, k + 1];
  const [left, right] = [lead(a), lead(b)];
  if (!left || !right || v.cls[right.from - 1] !== "versus" || right.from - v.drafts[a]!.last > 4)
    return undefined;
  return /^(?:open|comma|semi|colon)$/.test(v.cls[left.from - 1] ?? "") && keyOf(v, left) !== keyOf(v, right)
    ? spanLabel(v, s, "before the value")
    : undefined;
}
