/** The table of rules, in the order in which they are tried and documented. */
import type { Rule } from "./rule.js";
import { countsDoNotAddUp } from "./rules/countsDoNotAddUp.js";
import { differenceNotCentred } from "./rules/differenceNotCentred.js";
import { estimateOutsideInterval } from "./rules/estimateOutsideInterval.js";
import { grim } from "./rules/grim.js";
import { heterogeneity } from "./rules/heterogeneity.js";
import { hrContradictsMedians } from "./rules/hrContradictsMedians.js";
import { hrTooPreciseForEvents } from "./rules/hrTooPreciseForEvents.js";
import { inconsistentWithinDocument } from "./rules/inconsistentWithinDocument.js";
import { intervalMissingLevel } from "./rules/intervalMissingLevel.js";
import { intervalOrder } from "./rules/intervalOrder.js";
import { landmarkNotMonotone } from "./rules/landmarkNotMonotone.js";
import { pContradictsCounts } from "./rules/pContradictsCounts.js";
import { pContradictsInterval } from "./rules/pContradictsInterval.js";
import { percentMismatch } from "./rules/percentMismatch.js";
import { proportionInterval } from "./rules/proportionInterval.js";
import { protocolExactP } from "./rules/protocolExactP.js";
import { protocolGroup } from "./rules/protocolGroup.js";
import { protocolInterval } from "./rules/protocolInterval.js";
import { protocolMeasure } from "./rules/protocolMeasure.js";
import { protocolOutcomeMissing } from "./rules/protocolOutcomeMissing.js";
import { protocolOutcomeUnknown } from "./rules/protocolOutcomeUnknown.js";
import { protocolUnit } from "./rules/protocolUnit.js";
import { pWithoutEstimate } from "./rules/pWithoutEstimate.js";
import { ratioNotCentred } from "./rules/ratioNotCentred.js";
import { sdSeConfusion } from "./rules/sdSeConfusion.js";
import { significanceContradictsInterval } from "./rules/significanceContradictsInterval.js";
import { testContradictsP } from "./rules/testContradictsP.js";
import { unitMissing } from "./rules/unitMissing.js";
import { valueOutsideInterval } from "./rules/valueOutsideInterval.js";

export const RULES: readonly Rule[] = [
  intervalOrder,
  estimateOutsideInterval,
  ratioNotCentred,
  differenceNotCentred,
  significanceContradictsInterval,
  pContradictsInterval,
  percentMismatch,
  countsDoNotAddUp,
  pContradictsCounts,
  testContradictsP,
  grim,
  sdSeConfusion,
  valueOutsideInterval,
  proportionInterval,
  landmarkNotMonotone,
  hrContradictsMedians,
  hrTooPreciseForEvents,
  heterogeneity,
  inconsistentWithinDocument,
  unitMissing,
  intervalMissingLevel,
  pWithoutEstimate,
  protocolOutcomeMissing,
  protocolOutcomeUnknown,
  protocolMeasure,
  protocolUnit,
  protocolInterval,
  protocolExactP,
  protocolGroup,
];
