/** The verb after "N patients": an outcome that so many had, or how they came to be a group. */
import { words } from "../../text/words.js";
import { countedAt, endOfGroup } from "../counted.js";
import { EVENT_PARTICIPLES, EVENT_VERBS, GROUP_VERBS } from "../lexicon/people.js";
import { isNumber, norm } from "../line.js";
import type { Scope } from "../scope.js";

/** Words after which another clause or another count begins. */
const ENDS = words("with who whose that which in at from without and or vs versus to");

/** The verb after "N patients" tells an outcome from membership. */
export function outcomeAfter(scope: Scope, from: number, afterWith = false): boolean {
  const { line } = scope;
  let k = from;
  let groups = 0;
  for (let steps = 0; steps < 8 && k < from + 60; steps++, k++) {
    const w = norm(line, k);
    const close = line.partner[k]!;
    if (close > k) {
      k = close;
      continue;
    }
    if (
      w === "" ||
      (w === "," && norm(line, k + 1) !== "respectively") ||
      w === ";" ||
      w === "." ||
      w === ")" ||
      w === "]"
    )
      return false;
    if (GROUP_VERBS.has(w)) return outcomeOfMembers(scope, k);
    if (w === "were" && /^(?:targeted|planned|required|needed|expected)$/.test(norm(line, k + 1)))
      return false;
    if (w === "did" && norm(line, k + 1) === "not" && /^receive/.test(norm(line, k + 2))) return false;
    // "Two patients in the LTD arm and ten in the other arm had …"
    const member = membersAfter(scope, k);
    if (member > k) {
      k = member - 1;
      steps = 0;
      if (++groups > 4) return false;
      continue;
    }
    if (w === "," && norm(line, k + 1) === "respectively" && norm(line, k + 2) === ",") {
      k += 2;
      continue;
    }
    if (w === "had" || w === "have" || w === "has") return hadOutcome(scope, k + 1);
    if (
      w === "completed" &&
      /^(?:the|all|this|both)?$/.test(norm(line, k + 1)) &&
      /^(?:survey|surveys|questionnaire|questionnaires|interview|interviews)$/.test(norm(line, k + 2))
    )
      return false;
    if (EVENT_VERBS.has(w) || BECAUSE.has(w)) return true;
    if (afterWith && EVENT_PARTICIPLES.has(w)) return true;
    if (ENDS.has(w)) return /^(?:who|with|whose)$/.test(w) && excludedLater(scope, k);
    if (w === "were" || w === "was" || w === "are") return wereOutcome(scope, k + 1);
  }
  return false;
}

/** "four patients treated with tarvenib were withdrawn", "three were judged as cured": after how they came to be a group. */
const outcomeOfMembers = (scope: Scope, k: number): boolean =>
  (JUDGED.has(norm(scope.line, k)) && judgedAs(scope, k + 1)) ||
  (norm(scope.line, k + 1) === "with" && excludedLater(scope, k));

/** "had a relapse", not "had received …" or "had a mean age of …". */
const hadOutcome = ({ line }: Scope, k: number): boolean =>
  !/^(?:been|undergone|received|evaluable|available|sufficient|data|valid|usable|paroxysmal|persistent|at|similar|comparable|significantly|higher|lower|greater)$/.test(
    norm(line, k),
  ) &&
  !(
    norm(line, k) === "complete" &&
    /^(?:data|follow-up|information|records|baseline|outcome)$/.test(norm(line, k + 1))
  ) &&
  !/^(?:mean|median|average)$/.test(norm(line, /^(?:an?|the)$/.test(norm(line, k)) ? k + 1 : k));

/** The index after "in the LTD arm" or "and ten [patients]", or `k`. */
function membersAfter({ line }: Scope, k: number): number {
  if (/^(?:and|versus|vs|,)$/.test(norm(line, k)) && isNumber(line, k + 1)) {
    const people = countedAt(line, k + 2, 3);
    const noun = people?.to ?? k + 2;
    // "seven tarvenib recipients and two placebo recipients had …"
    return people?.people || /^(?:in|on)$/.test(norm(line, noun)) ? noun : k;
  }
  if (!/^(?:in|on|from)$/.test(norm(line, k))) return k;
  const end = endOfGroup(line, k);
  if (end > k) return end + 1;
  return /^(?:placebo|controls?)$/.test(norm(line, k + 1)) ? k + 2 : k;
}

/** "Four patients who did not meet the criteria were excluded": the verb of the clause behind a description. */
function excludedLater({ line }: Scope, k: number): boolean {
  for (let i = k + 2; i < k + 16; i++) {
    const w = norm(line, i);
    if (/^[;.()[\]]?$/.test(w)) return false;
    if (DROPPED.has(w))
      return /^(?:were|was|been|later|subsequently)$/.test(norm(line, i - 1)) || w === "withdrew";
  }
  return false;
}

const DROPPED = words("excluded withdrawn withdrew lost");

/** "nine patients owing to abdominal pain": why something happened to them. */
const BECAUSE = words("because due owing");

const JUDGED = words("assessed considered classified judged deemed categorized rated");

/** "three were assessed as related to the drug". */
const judgedAs = (scope: Scope, k: number): boolean =>
  /^(?:as|to|related|unrelated|possibly|probably|definitely|treatment-related|drug-related|likely|serious)$/.test(
    norm(scope.line, k),
  );

/** "were lost to follow-up", "were male", "were alive" against "were enrolled". */
function wereOutcome(scope: Scope, k: number): boolean {
  // "were on placebo", "were in the control group"
  const first = norm(scope.line, k);
  if (first === "on" || first === "from" || (first === "in" && endOfGroup(scope.line, k) > k)) return false;
  for (let j = k; j < k + 4; j++) {
    const w = norm(scope.line, j);
    if (GROUP_VERBS.has(w)) return JUDGED.has(w) && judgedAs(scope, j + 1);
    if (w === "" || (w === "available" && /^(?:for|at|from|on)$/.test(norm(scope.line, j + 1)))) return false;
    if (/ly$/.test(w) && w.length > 5) continue;
    if (
      !/^(?:subsequently|then|also|finally|initially|prospectively|retrospectively|not|eventually|consecutively|still|newly|previously|successfully|further|thus|available|either|both)$/.test(
        w,
      )
    )
      return true;
  }
  return false;
}
