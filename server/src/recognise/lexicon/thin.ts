/** Words as data that name no outcome by themselves: a phrase of nothing else is passed over, and the outcome is looked for elsewhere. */
import { words } from "../../text/words.js";

/** How much, how often, which way. */
const DEGREES = `
low high lower higher lowest highest greater larger largest smaller smallest bigger biggest fewer large small moderate medium modest minimal
strong weak stronger weaker strongest longer shorter longest shortest faster slower stronger better worse best worst superior inferior
non-inferior noninferior comparable similar alike identical different equal common uncommon commoner rarer frequent rare often near above below
excellent good pronounced marked remarkable evident prominent apparent obvious active robust consistent favor favour favorable favourable present possible
feasible effective safe usual old half twice double thrice around likely unlikely uncertain absolute reached reach significant
non-significant nonsignificant insignificant statistical considerable substantial adequate
`;

/** What a study and its statistics are made of. */
const STATISTICS = `
association associations finding findings pattern interaction interactions figures values value numbers number endpoint endpoints end-point
end-points frequency frequencies standard deviation deviations trend units durations duration proportions proportion percentages
percentage incidence estimates estimands medians median means mean average averages stratified unstratified adjusted unadjusted
variance square squares error errors model-adjusted placebo-corrected between-treatment between-group between-arm intergroup least-squares significance threshold margin prespecified non-inferiority
noninferiority criteria criterion comparison comparisons logistic regression analysis analyses multivariate multivariable univariate cox
model models test lsm sem se sd ls slope ci interval range rate rates n p hazard ratio ratios odds risk risks difference differences
result results outcome primary key secondary tertiary end study trial baseline follow-up-period score-points points point scores total
benefit effect effects influence occurrence respective respectively corresponding hypothetical addition use group groups arm arms patients
pooled mixed anova ancova manova repeated-measures one-way two-way hrs ors rrs variables parameters characteristics covariates contrast components area curve curves subset series sample majority minority fold folds reader rater observer examiner
`;

/** What a value does. */
const CHANGES = `
change changes reduction reductions increase increases decrease decreases improvement improvements declines decline rise fall drop loss losses factor
follows followed following corresponded corresponds varied ranging compare compared opposed representing comprising reflecting
dropping falling rising declining climbing preceding concomitant combined administered indicated distributed calculated
`;

/** Units and times. */
const UNITS = `
mm hg mg dl kg ml d mo h liter litre decilitre milliliter milliliters millilitre microliter deciliter mercury kilogram kilograms milligrams centimeters mm3
mmol/mol cmh2o million person-years woman-years patient-years second seconds minutes minute min hours hour months month weeks week
days day years year yr yrs mo mos wk wks time times posttreatment post-treatment postdose post-dose pretreatment pre-treatment postintervention post-intervention post-randomisation post-randomization post-surgery
post-training pre-training postoperative preoperative perioperative period periods timepoint timepoints time-points
`;

/** Pronouns and counting words. */
const PRONOUNS = "those them one no none few";

/** "superior for men": what is said of an outcome that stands elsewhere. */
export const DEGREE = words(DEGREES);

/** Words that say nothing of people either: "12% were lower". */
export const EMPTY = words([DEGREES, UNITS, PRONOUNS].join(" "));

export const THIN = words([DEGREES, STATISTICS, CHANGES, UNITS, PRONOUNS].join(" "));
