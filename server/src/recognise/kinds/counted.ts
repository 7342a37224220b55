/** "N patients …": the verbs around decide between a group and an outcome. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { countedAt, endOfGroup } from "../counted.js";
import type { Draft } from "../draft.js";
import { draftOf, valueOf } from "./common.js";
import { EVENT_VERBS, GROUP_VERBS, OCCURS, looksLikeEvent } from "../lexicon/people.js";
import { inWords, isNumber, norm } from "../line.js";
import type { Scope } from "../scope.js";

/** "N patients …": the verbs around decide. */
export function countedOf(
  scope: Scope,
  cell: Cell,
  counted: { noun: string; from: number; to: number; people: boolean },
): Draft | undefined {
  const { line } = scope;
  let b = cell.first - 1;
  while (
    /^(?:only|just|all|the|these|those|approximately|about|another|a|total|of)$/.test(norm(line, b)) &&
    !(norm(line, b) === "of" && !/^(?:total|all)$/.test(norm(line, b - 1)))
  )
    b--;
  const before = norm(line, b);
  if (
    /^(?:surgeons?|physicians|reviewers|raters|clinicians|nurses|readers|practitioners|pharmacists|investigators)$/.test(
      counted.noun,
    ) &&
    before === "by"
  )
    return undefined;
  for (let k = counted.from; k < counted.to - 1; k++) {
    if (
      !/^(?:enrolled|randomized|randomised|eligible|evaluable|recruited|screened|included|treated|assessable|registered)$/.test(
        norm(line, k),
      )
    )
      continue;
    const draft = draftOf(scope, cell, "group-size", `number of ${norm(line, k)} ${counted.noun}`);
    draft.n = cell.at;
    draft.last = Math.max(draft.last, counted.to - 1);
    return draft;
  }
  // "none of the 52 women in the LTD arm had": the total
  const outcome = counted.people && before !== "of" ? outcomeAfter(scope, counted.to) : false;
  const previous = scope.drafts.at(-1);
  const continues =
    /^(?:with|than|versus|vs|v|and)$/.test(before) &&
    previous?.kind === "proportion" &&
    previous.percent === undefined &&
    previous.n !== undefined &&
    cell.first - previous.last < 5;
  // "in 7 girls on one day and in 4 girls on another"
  const again =
    before === "in" &&
    /^(?:and|,|versus|vs)$/.test(norm(line, b - 1)) &&
    previous?.kind === "proportion" &&
    previous.n !== undefined &&
    cell.first - previous.last < 9;
  const incident =
    /^cases?$/.test(counted.noun) &&
    (norm(line, counted.to) === "of" ||
      /^(?:confirmed|new|incident|suspected|documented|fatal|additional|severe)$/.test(
        norm(line, counted.to - 2),
      ));
  const left =
    incident || continues || again || (/^(?:excluding|excluded|except)$/.test(before) && counted.people);
  if (!counted.people && inWords(line.tokens[cell.at]!) && valueOf(scope, cell) < 4) return undefined;
  const occurs =
    left ||
    (/^(?:in|by|among|of|for)$/.test(before) && occurredBefore(scope, b - 1)) ||
    bothSexes(scope, cell, counted.noun);
  const draft = draftOf(
    scope,
    cell,
    occurs || outcome ? "proportion" : "group-size",
    occurs ? "an event in so many" : outcome ? "so many with an outcome" : `number of ${counted.noun}`,
  );
  draft.n = cell.at;
  draft.last = Math.max(draft.last, counted.to - 1);
  return draft;
}

/** "21 men and 27 women": shares of one group. */
function bothSexes(scope: Scope, cell: Cell, noun: string): boolean {
  const other = OPPOSITE[noun];
  if (!other) return false;
  // "67 participants (38 women; mean age …)"
  const { line } = scope;
  const inside =
    /^(?:\(|,|;)$/.test(norm(line, cell.first - 1)) &&
    norm(line, cell.last + 1) === noun &&
    /^(?:\)|,|;)$/.test(norm(line, cell.last + 2));
  if (inside && line.depth[cell.first]! > 0 && scope.drafts.some((d) => d.kind === "group-size")) return true;
  return scope.cells.some(
    (c) => c !== cell && Math.abs(c.at - cell.at) < 9 && countedAt(scope.line, c.last + 1, 3)?.noun === other,
  );
}

const OPPOSITE: Readonly<Record<string, string>> = {
  men: "women",
  women: "men",
  males: "females",
  females: "males",
  male: "female",
  female: "male",
  boys: "girls",
  girls: "boys",
  man: "woman",
  woman: "man",
};

/** Words after which another clause or another count begins. */
const ENDS = words("with who whose in at from without and or vs versus to");

/** The verb after "N patients" tells an outcome from membership. */
export function outcomeAfter(scope: Scope, from: number): boolean {
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
    if (GROUP_VERBS.has(w)) return JUDGED.has(w) && judgedAs(scope, k + 1);
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
    if (EVENT_VERBS.has(w)) return true;
    if (ENDS.has(w)) return false;
    if (w === "were" || w === "was" || w === "are") return wereOutcome(scope, k + 1);
  }
  return false;
}

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
  if (!/^(?:in|on)$/.test(norm(line, k))) return k;
  for (let i = k + 1; i < k + 8 && line.tokens[i]?.type === "word"; i++) {
    if (/^(?:arm|group)$/.test(norm(line, i)))
      return /^(?:[A-D]|[IV]+|[1-4])$/.test(line.tokens[i + 1]?.text ?? "") ? i + 2 : i + 1;
    if (/^(?:placebo|controls?)$/.test(norm(line, i)) && i === k + 1) return i + 1;
  }
  return k;
}

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

function studyBefore({ line }: Scope, k: number): boolean {
  for (let j = k - 1; j >= 0 && j > k - 9; j--)
    if (/^(?:trial|study|analysis|survey|investigation|experiment|audit|review)$/.test(norm(line, j)))
      return true;
  return false;
}

function occurredBefore(scope: Scope, k: number): boolean {
  const { line } = scope;
  for (let j = k; j >= 0 && j > k - 3; j--) {
    const w = norm(line, j);
    // "a trial was performed in 53 patients"
    if (/^(?:performed|conducted|done|completed|undertaken)$/.test(w) && studyBefore(scope, j)) return false;
    if (OCCURS.has(w) || (w === "available" && norm(line, j - 1) === "not")) return true;
    if (looksLikeEvent(w)) return true;
    if (!/^(?:only|also|out|all|the|a|total|been|each|,)$/.test(w)) return false;
  }
  return false;
}
