/** "N patients …": the verbs around decide between a group and an outcome. */
import { words } from "../../text/words.js";
import type { Cell } from "../cell.js";
import { countedAt } from "../counted.js";
import type { Draft } from "../draft.js";
import { draftOf, valueOf } from "./common.js";
import { outcomeAfter } from "./verbs.js";
import { EVENTS, EVENT_VERBS, GROUP_VERBS, OCCURS, looksLikeEvent } from "../lexicon/people.js";
import { inWords, isNumber, norm } from "../line.js";
import type { Scope } from "../scope.js";

type Counted = NonNullable<ReturnType<typeof countedAt>>;

/** "N patients …": the verbs around decide. */
export function countedOf(scope: Scope, cell: Cell, counted: Counted): Draft | undefined {
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
  if (!counted.people && inWords(line.tokens[cell.at]!) && valueOf(scope, cell) < 4) return undefined;
  const why = outcomeOf(scope, cell, counted, b);
  const draft = draftOf(scope, cell, why ? "proportion" : "group-size", why ?? `number of ${counted.noun}`);
  if (why) draft.counts = true;
  draft.n = cell.at;
  draft.last = Math.max(draft.last, counted.to - 1);
  return draft;
}

/** Words before a count that make it no subject of the verb behind it. */
const NO_SUBJECT = words("of in among from by on including involving comprising enrolling");

/** Why so many are a count of an outcome; undefined where they are a group. `b` is the token before the count. */
function outcomeOf(scope: Scope, cell: Cell, counted: Counted, b: number): string | undefined {
  const { line } = scope;
  const before = norm(line, b);
  if (valueOf(scope, cell) === 0 && counted.people) return "nobody";
  if (counted.people && /^(?:excluding|excluded|except)$/.test(before)) return "so many left out";
  if (incident(scope, counted)) return "cases";
  if (goesOn(scope, cell, b)) return "as before";
  if (inBracket(scope, cell, counted)) return "a bracket";
  if (/^(?:in|by|among|of|for)$/.test(before) && occurredBefore(scope, b - 1)) {
    // "events that occurred among 20,656 participants": the total
    if (before !== "among" || valueOf(scope, cell) < 100) return "an event in so many";
  }
  if (bothSexes(scope, cell, counted.noun)) return "one of two sexes";
  // "none of the 52 women in the LTD arm had": the total
  const verb =
    counted.people && !NO_SUBJECT.has(before) && outcomeAfter(scope, counted.to, before === "with");
  return verb ? "so many with an outcome" : undefined;
}

/** "Two cases of grade 3 rash", "11 confirmed cases", "two new fractures". */
function incident({ line }: Scope, { noun, to, people }: Counted): boolean {
  // "9 admissions in 13 patients"
  if (
    /^(?:re)?admissions|hospitali[sz]ations$/.test(noun) &&
    norm(line, to) === "in" &&
    isNumber(line, to + 1)
  )
    return true;
  if (!people && EVENTS.has(noun))
    return !GROUP_VERBS.has(norm(line, to)) && !GROUP_VERBS.has(norm(line, to + 1));
  return (
    /^cases?$/.test(noun) &&
    (norm(line, to) === "of" ||
      /^(?:occurred|arose|developed)$/.test(norm(line, to)) ||
      /^(?:confirmed|new|incident|suspected|documented|fatal|additional|severe)$/.test(norm(line, to - 2)))
  );
}

/** "… in 6 patients in group A and 10 patients in group B", "in 7 girls on one day and in 4 girls on another". */
function goesOn(scope: Scope, cell: Cell, b: number): boolean {
  const { line } = scope;
  const previous = scope.drafts.at(-1);
  if (previous?.kind !== "proportion" || cell.first - previous.last > 12) return false;
  const repeated = norm(line, b) === "in";
  const link = norm(line, repeated ? b - 1 : b);
  if (!(repeated ? /^(?:and|,|versus|vs)$/ : /^(?:with|than|versus|vs|v|and)$/).test(link)) return false;
  if (!repeated && (previous.n === undefined || previous.percent !== undefined)) return false;
  for (let k = previous.last + 1; k < b - 1; k++) {
    const w = norm(line, k);
    if (/^[;.()]$/.test(w) || (w === "," && !repeated) || EVENT_VERBS.has(w) || GROUP_VERBS.has(w))
      return false;
  }
  return true;
}

/** "deaths (in 3 patients)", "rash (six cases)", "ascites (two patients in the A group and …": what so many had. */
function inBracket(scope: Scope, cell: Cell, { noun, to }: Counted): boolean {
  const { line } = scope;
  const open = norm(line, cell.first - 1) === "in" ? cell.first - 2 : cell.first - 1;
  if (!/^[([]$/.test(norm(line, open))) return false;
  const word = norm(line, open - 1);
  if (looksLikeEvent(word) || EVENT_VERBS.has(word) || OCCURS.has(word)) return true;
  // "itching (four cases) and cough (nine cases)"
  return /^cases?$/.test(noun) && line.partner[open] === to && scope.section !== "methods";
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
