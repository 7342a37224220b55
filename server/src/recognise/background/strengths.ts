/** Strengths of preparations: percentages that are no shares. */
import { claimDate, isPercent } from "./claim.js";
import { PEOPLE, looksLikeEvent } from "../lexicon/people.js";
import { type Line, norm } from "../line.js";

/** A strength, no share: "vimoprost 0.03%", "0.4% renocaine", "a 0.62% w/w mouthwash". */
export function strength(line: Line, i: number): boolean {
  if (!isPercent(line, i) || norm(line, i + 1) !== "%") return false;
  const t = line.tokens[i]!;
  const after = line.tokens[i + 2];
  const before = line.tokens[i - 1];
  // "60% N2O in oxygen", "70% ethanol"
  if (MATTER.test(norm(line, i + 2)) && norm(line, i - 1) !== "(") return claimDate(line, i, "strength");
  if (t.value > 20 || t.value < 0 || shareOfGroup(line, i)) return false;
  if (ofSubstance(line, i)) return claimDate(line, i, "strength");
  // "(28.2% VTE, 3.2% ATE, 25.0% death)": one of a list of shares
  if (norm(line, i - 1) === "," && line.depth[i]! > 0)
    for (let k = i - 2; k > i - 7; k--) if (isPercent(line, k) && norm(line, k + 1) === "%") return false;
  if (norm(line, norm(line, i + 2) === "(" ? i + 3 : i + 2) === "w" && line.tokens[i + 3] !== undefined)
    return claimDate(line, i, "strength");
  if (norm(line, i + 2) === "/" && line.tokens[i + 3]?.type === "word") return claimDate(line, i, "strength");
  if (after?.type === "word" && !FUNCTION_WORDS.test(after.norm) && !PEOPLE.has(after.norm)) {
    for (let k = i + 2; k < i + 6; k++)
      if (RATE_NOUNS.test(norm(line, k)) || PEOPLE.has(norm(line, k))) return false;
    if (
      /^(?:the|a|an|of|with|by|in|using|containing|received|and|either|or|to|vs|versus|into|ml|,|plus|-)$/.test(
        norm(line, i - 1),
      ) ||
      (before?.type === "word" && t.value < 10)
    ) {
      if (!/(?:ed|(?<![-‐]contain)ing)$/.test(after.norm)) return claimDate(line, i, "strength");
    }
  }
  if (
    before?.type === "word" &&
    t.value <= 5 &&
    !FUNCTION_WORDS.test(before.norm) &&
    !looksLikeEvent(before.norm) &&
    !RATE_NOUNS.test(before.norm)
  ) {
    if (
      /^(?:[.,;)]|and|once|twice|ophthalmic|cream|gel|solution|three|eye|\(|ointment|drops|lotion|spray|injection|fixed|or|$)/.test(
        norm(line, i + 2),
      ) &&
      !/^(?:vs|versus|v)$/.test(norm(line, i + 2))
    )
      return claimDate(line, i, "strength");
  }
  return false;
}

/** "2.7% group A vs. 3.1% group B": shares of the two. */
const shareOfGroup = (line: Line, i: number): boolean =>
  SIDE.test(norm(line, i + 2)) && FUNCTION_WORDS.test(norm(line, i - 1));

const SIDE = /^(?:groups?|arms?|cohorts?)$/;

/** "latanoprost 0.005% plus", "than 0.5% timolol", "bimatoprost 0.01% in patients"; "timolol 3.1%" may be a share. */
function ofSubstance(line: Line, i: number): boolean {
  if (line.tokens[i]!.value > 5) return false;
  if (SUBSTANCE.test(norm(line, i + 2))) return true;
  if (!SUBSTANCE.test(norm(line, i - 1)) || /^(?:vs|v)$/.test(norm(line, i + 2))) return false;
  return line.tokens[i]!.value < 1 || (line.depth[i] === 0 && norm(line, i + 2) !== ",");
}

/** Endings of substances that are given as drops, creams and injections. */
const SUBSTANCE =
  /retinoin$|[a-z]{3}(?:prost|olol|lamide|nidine|caine|asone|solone|onide|mycin|floxacin|azole|afine|peroxide|chloride|hexidine|flurane|propofol|limus|carpine|bromide)$/;

const MATTER =
  /^(?:n2o|o2|co2|nitrous|oxygen|air|ethanol|alcohol|methanol|saline|glucose|dextrose|sucrose|glycerol|formalin|solution|carbohydrates?|protein|fat|casein|agarose|ointment|cream|gel|lotion|foam|shampoo|mouth(?:rinse|wash)|sodium|potassium|naf|edta|dmso|(?:phosphor|acet|hydrochlor|citr|salicyl|hyaluron|glycol|poly[a-z]+|tranexam)ic|povidone-iodine|hypochlorite|mannitol|dextran|agar)$/;

const FUNCTION_WORDS =
  /^(?:of|in|on|to|for|with|without|by|from|at|and|or|vs|versus|v|was|were|is|are|had|has|have|the|a|an|as|than|who|whom|which|that|after|before|during|between|among|within|per|but|while|whereas|although|respectively|did|not|could|be|been|compared|only|about|just|approximately|nearly|almost|over|points?|ci|cis|confidence|credible|did|also|both|each|all|more|less|higher|lower|greater|fewer|reported|used|survived|occurred|received|died|showed|remained|exactly|at|up|some|rose|fell|dropped|increased|decreased|declined|improved)$/;

const RATE_NOUNS =
  /(?:rates?|mortality|incidence|prevalence|response|responses|survival|reduction|increase|decrease|decline|risk|chance|probability|improvement|difference|power|confidence|level|change|loss|gain|recurrence|relapse|remission|success|accuracy|sensitivity|specificity|agreement|compliance|adherence|retention|interval|likelihood|attrition|completion|lower|higher|greater|of|female|male|white|black|women|men|positive|negative)$/;
