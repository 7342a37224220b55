/** What the pages of docs/rules say; apart from the table of rules, so that no bundle carries it. */
import type { Rule, RulePage } from "./rule.js";
import { countsDoNotAddUp, page as countsDoNotAddUpPage } from "./rules/countsDoNotAddUp.js";
import { differenceNotCentred, page as differenceNotCentredPage } from "./rules/differenceNotCentred.js";
import {
  estimateOutsideInterval,
  page as estimateOutsideIntervalPage,
} from "./rules/estimateOutsideInterval.js";
import { grim, page as grimPage } from "./rules/grim.js";
import { heterogeneity, page as heterogeneityPage } from "./rules/heterogeneity.js";
import { hrContradictsMedians, page as hrContradictsMediansPage } from "./rules/hrContradictsMedians.js";
import { hrTooPreciseForEvents, page as hrTooPreciseForEventsPage } from "./rules/hrTooPreciseForEvents.js";
import {
  inconsistentWithinDocument,
  page as inconsistentWithinDocumentPage,
} from "./rules/inconsistentWithinDocument.js";
import { intervalMissingLevel, page as intervalMissingLevelPage } from "./rules/intervalMissingLevel.js";
import { intervalOrder, page as intervalOrderPage } from "./rules/intervalOrder.js";
import { landmarkNotMonotone, page as landmarkNotMonotonePage } from "./rules/landmarkNotMonotone.js";
import { pContradictsCounts, page as pContradictsCountsPage } from "./rules/pContradictsCounts.js";
import { pContradictsInterval, page as pContradictsIntervalPage } from "./rules/pContradictsInterval.js";
import { percentMismatch, page as percentMismatchPage } from "./rules/percentMismatch.js";
import { proportionInterval, page as proportionIntervalPage } from "./rules/proportionInterval.js";
import { protocolExactP, page as protocolExactPPage } from "./rules/protocolExactP.js";
import { protocolGroup, page as protocolGroupPage } from "./rules/protocolGroup.js";
import { protocolInterval, page as protocolIntervalPage } from "./rules/protocolInterval.js";
import { protocolMeasure, page as protocolMeasurePage } from "./rules/protocolMeasure.js";
import {
  protocolOutcomeMissing,
  page as protocolOutcomeMissingPage,
} from "./rules/protocolOutcomeMissing.js";
import {
  protocolOutcomeUnknown,
  page as protocolOutcomeUnknownPage,
} from "./rules/protocolOutcomeUnknown.js";
import { protocolUnit, page as protocolUnitPage } from "./rules/protocolUnit.js";
import { pWithoutEstimate, page as pWithoutEstimatePage } from "./rules/pWithoutEstimate.js";
import { ratioNotCentred, page as ratioNotCentredPage } from "./rules/ratioNotCentred.js";
import { sdSeConfusion, page as sdSeConfusionPage } from "./rules/sdSeConfusion.js";
import {
  significanceContradictsInterval,
  page as significanceContradictsIntervalPage,
} from "./rules/significanceContradictsInterval.js";
import { testContradictsP, page as testContradictsPPage } from "./rules/testContradictsP.js";
import { unitMissing, page as unitMissingPage } from "./rules/unitMissing.js";
import { valueOutsideInterval, page as valueOutsideIntervalPage } from "./rules/valueOutsideInterval.js";

export const PAGES: readonly (readonly [rule: Rule, page: RulePage])[] = [
  [intervalOrder, intervalOrderPage],
  [estimateOutsideInterval, estimateOutsideIntervalPage],
  [ratioNotCentred, ratioNotCentredPage],
  [differenceNotCentred, differenceNotCentredPage],
  [significanceContradictsInterval, significanceContradictsIntervalPage],
  [pContradictsInterval, pContradictsIntervalPage],
  [percentMismatch, percentMismatchPage],
  [countsDoNotAddUp, countsDoNotAddUpPage],
  [pContradictsCounts, pContradictsCountsPage],
  [testContradictsP, testContradictsPPage],
  [grim, grimPage],
  [sdSeConfusion, sdSeConfusionPage],
  [valueOutsideInterval, valueOutsideIntervalPage],
  [proportionInterval, proportionIntervalPage],
  [landmarkNotMonotone, landmarkNotMonotonePage],
  [hrContradictsMedians, hrContradictsMediansPage],
  [hrTooPreciseForEvents, hrTooPreciseForEventsPage],
  [heterogeneity, heterogeneityPage],
  [inconsistentWithinDocument, inconsistentWithinDocumentPage],
  [unitMissing, unitMissingPage],
  [intervalMissingLevel, intervalMissingLevelPage],
  [pWithoutEstimate, pWithoutEstimatePage],
  [protocolOutcomeMissing, protocolOutcomeMissingPage],
  [protocolOutcomeUnknown, protocolOutcomeUnknownPage],
  [protocolMeasure, protocolMeasurePage],
  [protocolUnit, protocolUnitPage],
  [protocolInterval, protocolIntervalPage],
  [protocolExactP, protocolExactPPage],
  [protocolGroup, protocolGroupPage],
];
