/** What the statements of a sentence belong to, as short as tables want it. */
import { analyse } from "../../../server/src/analyse.js";
import type { Statement } from "../../../server/src/extraction.js";

/** "outcome · group", "outcome · group vs reference"; "–" for what the text does not say. */
function bound(s: Statement): string {
  const outcome = "outcome" in s ? (s.outcome?.text ?? "–") : "–";
  const sides = [s.group?.text ?? "–", ...(s.reference ? [s.reference.text] : [])];
  return `${outcome} · ${sides.join(" vs ")}`;
}

/** What every statement of the sentence but sizes and p-values belongs to. */
export const belongs = (sentence: string): string[] =>
  analyse(`Results: ${sentence}`)
    .statements.filter((s) => s.kind !== "p-value" && s.kind !== "group-size")
    .map(bound);
