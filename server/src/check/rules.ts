/** The table of rules, in the order in which they are tried and documented. */
import type { Rule } from "./rule.js";
import { differenceNotCentred } from "./rules/differenceNotCentred.js";
import { estimateOutsideInterval } from "./rules/estimateOutsideInterval.js";
import { intervalOrder } from "./rules/intervalOrder.js";
import { pContradictsCounts } from "./rules/pContradictsCounts.js";
import { pContradictsInterval } from "./rules/pContradictsInterval.js";
import { percentMismatch } from "./rules/percentMismatch.js";
import { ratioNotCentred } from "./rules/ratioNotCentred.js";
import { significanceContradictsInterval } from "./rules/significanceContradictsInterval.js";

export const RULES: readonly Rule[] = [
  intervalOrder,
  estimateOutsideInterval,
  ratioNotCentred,
  differenceNotCentred,
  significanceContradictsInterval,
  pContradictsInterval,
  percentMismatch,
  pContradictsCounts,
];
