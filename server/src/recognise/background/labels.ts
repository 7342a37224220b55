/** Numbers that name something: grades, phases, tables, proteins, trials. */
import { claimDate, claimSeries } from "./claim.js";
import { spreadAt } from "../interval/spread.js";
import { percentBeside } from "../cell/fit.js";
import { LABELS } from "../lexicon/background.js";
import { ENDPOINTS } from "../lexicon/endpoints.js";
import { HEADS } from "../lexicon/heads.js";
import { PEOPLE } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, inWords, isNumber, norm } from "../line.js";

/** "Group 2 patients", "with group 1 patients", not "in the control group 4 patients". */
const bareGroup = (line: Line, i: number): boolean =>
  line.tokens[i]!.text === "Group" ||
  /^(?:in|with|and|than|of|for|between|among|vs|versus|,|\()$/.test(norm(line, i - 1));

/** "in the control group 92/178 (51.7%)", not "stage 2/3 (92.3%)". */
const countOfTotal = (line: Line, i: number): boolean =>
  norm(line, i + 1) === "/" && (line.tokens[i + 2]?.value ?? 0) >= 10 && percentBeside(line, i, i + 2);

export function labelled(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  const before = norm(line, i - 1);
  if (
    before === "-" &&
    line.tokens[i]!.glued &&
    line.tokens[i - 1]!.glued &&
    line.tokens[i - 2]?.type === "word" &&
    t.integer
  )
    return claimDate(line, i, "name");
  const label = LABELS.get(before);
  if (
    !t.integer &&
    label !== "grade or stage" &&
    before !== "version" &&
    before !== "versions" &&
    before !== "ver" &&
    before !== "chapter"
  )
    return false;
  if (
    label &&
    !inWords(t) &&
    (t.value < 100 ||
      label === "reference in the text" ||
      /^(?:study|studies|trial|trials)$/.test(before) ||
      before === "no" ||
      before === "number")
  ) {
    const after = norm(line, i + 1);
    // "Group 2 patients required …"
    if (before === "group" && t.value < 6 && after === "patients" && bareGroup(line, i - 1))
      return claimDate(line, i, label);
    if (
      /^(?:score|scores|level|levels|degree|number|part|parts|group|groups|arm|arms|case|trials|trial|study|studies|t|ps|cycles|courses|doses|sessions|dose|grade)$/.test(
        before,
      ) &&
      (after === "±" || after === "%" || /^(?:patients|of|vs|participants)$/.test(after))
    )
      return false;
    if (countOfTotal(line, i) || (!t.integer && label === "grade or stage")) return false;
    if (/^(?:scores?|levels?|number|dose|doses)$/.test(before) && !t.integer) return false;
    claimSeries(line, i, label);
    return true;
  }
  if (
    before === "of" &&
    /^(?:grades?|stages?|class|child-pugh|ps|ecog)$/.test(norm(line, i - 2)) &&
    t.integer &&
    t.value <= 10
  ) {
    claimSeries(line, i, "grade or stage");
    return true;
  }
  return false;
}

/** "BRENTA 300", "K-OAK 3", "HarborMate 014", "zelmaplatin AUC 6": a capital name and its number. */
export function nameNumber(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  const before = line.tokens[i - 1];
  // "(18)F-fluorodeoxyglucose", "(99m)Tc"
  const behind = line.tokens[i + 2];
  if (
    norm(line, i - 1) === "(" &&
    norm(line, i + 1) === ")" &&
    behind?.type === "word" &&
    behind.glued &&
    /^[A-Z][a-z]?(?:$|[-‐–])/.test(behind.text)
  )
    return claimDate(line, i, "name");
  // "25(OH)D"
  if (norm(line, i + 2) === "oh" && norm(line, i + 3) === ")") return claimDate(line, i, "name");
  // "EudraCT number 2010-021493-11"
  for (
    let k = i - 1;
    k > i - 10 && (isNumber(line, k) || /^(?:-|:|\/|n|no|nr|number|°|\.|n°|eudract)$/.test(norm(line, k)));
    k--
  )
    if (norm(line, k) === "eudract") return claimDate(line, i, "identifier");
  if (!t.integer || inWords(t) || t.value < 0) return false;
  const after = norm(line, i + 1);
  if (
    /^(?:curve|auc)$/.test(norm(line, i - 1)) ||
    (/^[,=]$|^of$/.test(norm(line, i - 1)) &&
      /^(?:curve|auc|curve\)|\))$/.test(norm(line, i - 2)) &&
      /^(?:curve|auc)$/.test(norm(line, norm(line, i - 2) === ")" ? i - 3 : i - 2)))
  ) {
    if (t.value <= 10) {
      claimSeries(line, i, "dose");
      return true;
    }
  }
  if (before?.type !== "word" || before.text.length < 2) return false;
  if (spreadAt(line, i - 1) || /^(?:iqr|ci|range)$/.test(before.norm)) return false;
  const capitals = before.text.replace(/[^A-Z]/g, "").length;
  if (capitals < 2 || HEADS.at(line, i - 1) || ENDPOINTS.at(line, i - 1)) return false;
  if (
    /^(?:%|percent|vs|v|versus|±|\[|\/|-|=|:|of|compared|,|and|in|at|was|were|\+|patients|years|point|points)$/.test(
      after,
    ) ||
    PEOPLE.has(after)
  )
    return /^(?:and|in|at|was|were)$/.test(after) && t.value >= 100 ? claimDate(line, i, "name") : false;
  if (after === "(" && !(isNumber(line, i + 2) && norm(line, i + 3) === "/")) return false;
  if (UNITS.at(line, i + 1) && after.length > 0 && after !== "a") return false;
  return claimDate(line, i, "name");
}

/** A number that modifies a noun: "5-FU", "7-dose", "3-hour OGTT", "6-weekly", "9-point scale". */
export function modifier(line: Line, i: number): boolean {
  const dash = line.tokens[i + 1];
  // "16S rRNA"
  if (dash?.text === "S" && dash.glued) return claimDate(line, i, "name");
  if (dash?.norm !== "-" || !dash.glued || !line.tokens[i + 2]?.glued || line.tokens[i + 2]!.type !== "word")
    return false;
  if (/^[-‐-―−]?$/.test(dash.text) && norm(line, i + 2) === "to") return false;
  if (/^(?:median|mean)$/.test(norm(line, i + 3)) || /^folds?(?:-|$)/.test(norm(line, i + 2))) return false;
  return claimDate(line, i, "name");
}

export function enumeration(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    !t.integer ||
    inWords(t) ||
    t.value > 12 ||
    norm(line, i + 1) !== ")" ||
    line.tokens[i + 2]?.type !== "word"
  )
    return false;
  if (line.partner[i + 1]! < 0) return claimDate(line, i, "enumeration");
  if (norm(line, i - 1) !== "(" || isNumber(line, i - 2) || norm(line, i - 2) === "%") return false;
  if (i === 1 && line.tokens[3]?.glued) return claimDate(line, i, "enumeration");
  for (let k = 0; k < line.tokens.length; k++)
    if (
      k !== i &&
      norm(line, k - 1) === "(" &&
      norm(line, k + 1) === ")" &&
      isNumber(line, k) &&
      Math.abs(line.tokens[k]!.value - t.value) === 1
    )
      return claimDate(line, i, "enumeration");
  return false;
}
