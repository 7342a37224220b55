/** Outcomes that a list names for the values of a run, each its own. */
import type { Span } from "../draft.js";
import { OUTCOME_SHELLS } from "../lexicon/grammar.js";
import { THIN } from "../lexicon/thin.js";
import { bracketed } from "./bracketed.js";
import { onlyGroups, saidOf } from "./carried.js";
import type { Label } from "./label.js";
import { listBefore } from "./listBefore.js";
import { isGroup, outcomeFrom, type Outcome } from "./outcomeName.js";
import { phraseAfter, phraseBefore } from "./phrase.js";
import type { Run } from "./runs.js";
import { beforeDet, endpointAt, norm, type View } from "./view.js";

/** A list of as many outcomes as the run has parts: right before it, or that of a run before ("…, and 3.2, respectively"). */
export function itemsFor(
  v: View,
  run: Run,
  labels: readonly (Label | undefined)[],
  lastList: readonly Outcome[],
): readonly Outcome[] | undefined {
  const n = run.chunks.length;
  const size = blockSize(run, labels);
  if (size) {
    const list = listBefore(v, v.drafts[run.members[0]!]!, size)?.map((s) =>
      outcomeFrom(v, s, "list before the values"),
    );
    if (list?.every((i) => i !== undefined)) return run.members.map((_, j) => list[j % size]!);
  }
  if (n < 2 || (!run.contrast && apart(run, labels))) return undefined;
  const first = v.drafts[run.members[0]!]!;
  const spans = listBefore(v, first, n);
  const of = spans && run.chunks.length === run.members.length ? ofThose(v, spans[0]!) : undefined;
  if (of) return run.chunks.map(() => of);
  const items = spans?.map((s) => outcomeFrom(v, s, "list before the values"));
  if (items?.every((i) => i !== undefined)) return items;
  const after = listAfter(v, run.members.at(-1)!, n);
  if (after) return after;
  const last = v.drafts[run.members.at(-1)!]!.last;
  const bracket = v.line.depth[first.first]! > 0 && !bracketed(v, first);
  return lastList.length === n &&
    (bracket ||
      norm(v, last + 1) === "respectively" ||
      norm(v, last + 2) === "respectively" ||
      onlyGroups(v, run.members[0]!))
    ? lastList
    : undefined;
}

/** "cough time with tarvenib and olvadine was 5 and 7": a list of those in whom something was measured, and what that is. */
function ofThose(v: View, { from }: Span): Outcome | undefined {
  const prep = beforeDet(v, from);
  if (!/^(?:with|in|under|using)$/.test(norm(v, prep)) || endpointAt(v, v.context, from)) return undefined;
  const noun = norm(v, prep - 1);
  if (v.cls[prep - 1] !== "word" || OUTCOME_SHELLS.has(noun) || THIN.has(noun)) return undefined;
  const s = phraseBefore(v, prep, 0, { preps: true });
  return s?.to === prep && !isGroup(v, s) ? outcomeFrom(v, s, "before those in whom it was") : undefined;
}

/** "27% and 38% of patients had complete and partial remission, respectively": as many phrases as the run has parts, said of the last. */
function listAfter(v: View, k: number, n: number): readonly Outcome[] | undefined {
  const first = saidOf(v, k);
  if (!first?.span) return undefined;
  const out = [first];
  let to = first.span.to;
  while (out.length < n) {
    const from = to;
    while (v.cls[to] === "comma" || v.cls[to] === "and") to++;
    const s = to > from ? phraseAfter(v, to, to + 9) : undefined;
    const item =
      s?.from === to && !isGroup(v, s) ? outcomeFrom(v, s, "list after the values", true) : undefined;
    if (!s || !item) return undefined;
    out.push(item);
    to = s.to;
  }
  if (v.cls[to] === "comma") to++;
  return norm(v, to) === "respectively" ? out : undefined;
}

/** The values of a run have different labels: its dimension is the group. */
const apart = (r: Run, labels: readonly (Label | undefined)[]): boolean =>
  new Set(r.members.flatMap((k) => labels[k]?.key ?? [])).size > 1;

/** "A and B were 3% and 43% (tarvenib) and 5% and 53% (olvadine)": how many values in a row each group has, where all have the same number. */
function blockSize({ members, contrast }: Run, labels: readonly (Label | undefined)[]): number | undefined {
  const keys = members.map((k) => labels[k]?.key);
  const size = keys.findIndex((key) => key !== keys[0]);
  if (contrast || size < 2 || members.length % size > 0) return undefined;
  return keys.every((key, j) => key !== undefined && key === keys[j - (j % size)]) ? size : undefined;
}
