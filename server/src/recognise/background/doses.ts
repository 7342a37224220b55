/** Doses in a list, intensities, visual acuities, genotypes, and numbers that go on with a name. */
import { words } from "../../text/words.js";
import { claimDate, claimed, headNear, isPercent } from "./claim.js";
import { GROUP_NOUNS, WORD_CLASS } from "../lexicon/grammar.js";
import { PEOPLE, UNITS_OF_STUDY } from "../lexicon/people.js";
import { UNITS } from "../lexicon/units.js";
import { type Line, isNumber, norm } from "../line.js";

const LIST = words(", or and / -");
/** Words before a number that was measured. */
const MEASURED = words("was were is are by from averaged required consumed used between to than vs versus =");

/** "10, 20, or 30 mg twice daily", "tarvenib 100 and 300 mg": doses that share the unit of the last. */
export function doseList(line: Line, i: number): boolean {
  if (!LIST.has(norm(line, i + 1)) || MEASURED.has(norm(line, i - 1)) || headNear(line, i)) return false;
  const list = [i];
  for (let k = i + 1; k < i + 14; k++) {
    if (isNumber(line, k)) {
      if (line.claims[k] !== undefined) return false;
      list.push(k);
      const unit = UNITS.at(line, k + 1);
      if (unit) {
        if (unit.value.kind !== "dose" || norm(line, k + 1).length < 2) return false;
        if (norm(line, unit.end) === "," && norm(line, unit.end + 1) === "respectively") return false;
        for (const at of list) claimed(line, at, "dose");
        return true;
      }
      if (!LIST.has(norm(line, k + 1)) && norm(line, k + 1) !== "(") return false;
    } else if (line.partner[k]! > k) k = line.partner[k]!;
    else if (!LIST.has(norm(line, k))) return false;
  }
  return false;
}

/** "in the 45 Gy group", "than in the 3 cm margin group": a size that names a group. */
export function doseGroup(line: Line, i: number): boolean {
  const unit = UNITS.at(line, i + 1);
  if (!unit || unit.value.kind === "percent") return false;
  if (unit.value.kind === "dose" && GROUP_NOUNS.has(norm(line, unit.end))) return claimDate(line, i, "dose");
  if (norm(line, i - 1) !== "the") return false;
  for (let k = unit.end; k < unit.end + 3; k++) {
    if (GROUP_NOUNS.has(norm(line, k))) return claimDate(line, i, "dose");
    if (line.tokens[k]?.type !== "word" || WORD_CLASS.has(norm(line, k))) return false;
  }
  return false;
}

const SIGHT = words("vision acuity snellen bcva visual va sight");

/** "20/40 vision"; in metres it is like many a count, so that its words must stand beside it: "an acuity of 6/12". */
export function acuity(line: Line, i: number): boolean {
  if (norm(line, i + 1) !== "/" || !isNumber(line, i + 2)) return false;
  const [distance, size] = [line.tokens[i]!.value, line.tokens[i + 2]!.value];
  if (distance === 20 ? size < 12 || !line.tokens.some((t) => SIGHT.has(t.norm)) : !inMetres(line, i))
    return false;
  claimed(line, i + 2, "visual acuity");
  return claimDate(line, i, "visual acuity");
}

const SNELLEN: ReadonlySet<number> = new Set([5, 6, 7.5, 9, 12, 15, 18, 24, 30, 36, 48, 60]);

/** "6/12 vision", "6/9 or better", "visual acuity was at least 6/60", not "6/12 patients". */
function inMetres(line: Line, i: number): boolean {
  if (line.tokens[i]!.value !== 6 || !SNELLEN.has(line.tokens[i + 2]!.value)) return false;
  const after = norm(line, i + 3);
  if (PEOPLE.has(after) || UNITS_OF_STUDY.has(after)) return false;
  if (SIGHT.has(after) || (after === "or" && /^(?:better|worse|less)$/.test(norm(line, i + 4)))) return true;
  return [1, 2, 3, 4].some((back) => SIGHT.has(norm(line, i - back)));
}

const GENES = words("genotype genotypes diplotype diplotypes genotyped ugt1a1 ugt1a1*28");

/** "the 6/7 genotype", "UGT1A1 7/7": two alleles, unless people are counted. */
export function genotype(line: Line, i: number): boolean {
  const [one, two] = [line.tokens[i]!, line.tokens[i + 2]];
  if (norm(line, i + 1) !== "/" || !isNumber(line, i + 2) || !two!.integer || !one.integer) return false;
  if (one.value > 9 || two!.value > 9) return false;
  const after = norm(line, i + 3);
  if (PEOPLE.has(after) || UNITS_OF_STUDY.has(after)) return false;
  const before = [1, 2, 3].some((back) => GENES.has(norm(line, i - back)));
  if (!before && !GENES.has(after) && !line.claims.slice(Math.max(0, i - 16), i).includes("genotype"))
    return false;
  claimed(line, i + 2, "genotype");
  return claimDate(line, i, "genotype");
}

const FULL = words("maximal maximum max vo2max vo2peak hrmax 1rm 1-rm mvc one peak body heart vo2");

/** "at 70% of maximal heart rate", "75% of body weight": how hard an exercise is. */
export function intensity(line: Line, i: number): boolean {
  if (!isPercent(line, i)) return false;
  let k = i + 2;
  if (norm(line, k) !== "of") return FULL_NAMES.has(norm(line, k)) && claimDate(line, i, "intensity");
  k++;
  while (/^(?:the|their|his|her|each|individual|estimated|predicted|total|daily)$/.test(norm(line, k))) k++;
  const next = norm(line, k + 1);
  const pair =
    /^(?:weight|mass|rate|repetition|repetitions|oxygen|aerobic|heart|voluntary|power|workload|strength|work|o2)$/;
  // "both lost 7% of total body weight"
  if (norm(line, k) === "body" && /^(?:lost|gained|loss|gain|by|~|about|of)$/.test(norm(line, i - 1)))
    return false;
  if (!FULL.has(norm(line, k)) && !FULL_NAMES.has(norm(line, k))) return false;
  return (FULL_NAMES.has(norm(line, k)) || pair.test(next)) && claimDate(line, i, "intensity");
}

const FULL_NAMES = words("energy caloric calories kcal vo2max vo2peak hrmax 1rm 1-rm mvc");

/** "TC1/2/3", "CDK4/6": the number goes on with the name. */
export function slashName(line: Line, i: number): boolean {
  if (norm(line, i - 1) !== "/" || !line.tokens[i]!.glued || !line.tokens[i - 1]!.glued) return false;
  const name = line.tokens[i - 2];
  const goesOn = name?.type === "number" && line.claims[i - 2] === "name" && norm(line, i - 3) === "/";
  return (goesOn || (name?.type === "word" && /^[A-Z].*\d$/.test(name.text))) && claimDate(line, i, "name");
}
