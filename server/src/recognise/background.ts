/** Numbers that are no results: dates, doses, limits, labels, citations, names. Each is claimed with its reason. */
import { citation, volume } from "./background/citations.js";
import { dates } from "./background/dates.js";
import { acuity, doseGroup, doseList, genotype, intensity, slashName } from "./background/doses.js";
import { design, oneOf, perSoMany, ratioOrGrid, schedule, span } from "./background/design.js";
import { enumeration, labelled, modifier, nameNumber } from "./background/labels.js";
import { gestation, limit, named, powerOrAlpha, scale, scoreValue } from "./background/limits.js";
import { strength } from "./background/strengths.js";
import { type Line, isNumber } from "./line.js";

const RULES = [
  dates,
  named,
  volume,
  strength,
  slashName,
  doseList,
  doseGroup,
  acuity,
  genotype,
  intensity,
  enumeration,
  span,
  scoreValue,
  nameNumber,
  citation,
  ratioOrGrid,
  powerOrAlpha,
  scale,
  labelled,
  gestation,
  limit,
  schedule,
  modifier,
  oneOf,
  perSoMany,
  design,
];

/** Claims every number whose surroundings alone say that it is no result. Runs after p-values and labelled intervals. */
export function readBackground(line: Line): void {
  for (let i = 0; i < line.tokens.length; i++) {
    if (!isNumber(line, i) || line.claims[i] !== undefined) continue;
    for (const rule of RULES) if (rule(line, i)) break;
  }
}
