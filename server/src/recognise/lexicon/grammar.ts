/** Function words and verbs as data: what ends a noun phrase, what contrasts two groups, what a clause turns on. */

export type WordClass =
  | "word"
  | "det"
  | "prep"
  | "verb"
  | "and"
  | "versus"
  | "adverb"
  | "who"
  | "comma"
  | "semi"
  | "colon"
  | "open"
  | "close"
  | "number"
  | "sign";

const TABLE: readonly (readonly [WordClass, string])[] = [
  [
    "det",
    "the a an this these its their our his her both each all any some such either neither every whole it they we",
  ],
  [
    "prep",
    "of in on at to for with without by from after before during between among amongst within via through until over under into across upon toward towards regarding including despite following throughout beyond as per since because due receiving undergoing",
  ],
  ["and", "and or nor & plus/minus"],
  ["versus", "vs vs. v versus than against compared relative"],
  ["who", "who whom whose which that where when while whereas although though but if because since"],
  [
    "adverb",
    "randomly not also only respectively then thus therefore however moreover furthermore significantly statistically similarly notably approximately about nearly almost still further more less most least even just quite rather no-longer yet already very much again together there here significantly markedly substantially slightly marginally independently consistently generally mainly mostly predominantly currently finally initially subsequently additionally interestingly importantly conversely comparatively numerically only ever",
  ],
  [
    "verb",
    [
      "persisted persists persist arose arise varied varies was were is are be been being has have had having do does did will would could can may might should must",
      "occurred occurs occur occurring observed seen reported report reports noted found detected experience experiences experienced experienced achieved achieve achieving showed shows shown demonstrated exhibited displayed revealed indicated indicates suggested suggest",
      "increased increases decreased decreases reduced reduces improved improves declined rose risen fell fallen dropped changed differed differ remained remains reached yielded produced provided resulted led leads caused associated correlated predicted predicts affected",
      "received receive receives underwent undergo completed withdrew discontinued developed died survived relapsed recurred progressed responded required underwent reduce improve prolonged prolongs prolong extended lowered raised attained maintained retained gained lost",
      "enrolled recruited included randomized randomised assigned allocated analyzed analysed evaluated screened participated treated entered registered identified selected reviewed examined followed assessed measured performed conducted carried recorded calculated estimated determined defined considered given took taken made did done undertaken",
      "averaged ranged consisted comprised contained represented accounted constituted met failed tended appeared seemed became began started continued stopped ended gave favored favoured favoring favouring conferred exceeded matched reaching",
      "scored weighed suffered requiring needing developing experiencing decreasing increasing yielding leading resulting showing giving indicating suggesting corresponding comparing using having",
    ].join(" "),
  ],
];

export const WORD_CLASS: ReadonlyMap<string, WordClass> = new Map(
  TABLE.flatMap(([c, words]) => words.split(" ").map((w): [string, WordClass] => [w, c])),
);

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Nouns that make the words before them a group. */
export const GROUP_NOUNS = set(
  "group groups arm arms cohort cohorts subgroup subgroups recipients users nonusers non-users controls carriers noncarriers non-carriers treatment-arm",
);

/** Parts of people and places that a study counts instead of people. */
export const MEMBERS = set("eyes knees hips teeth limbs implants sites districts villages schools clusters");

/** "intervention villages", "control chapels": units that were assigned. */
export const ASSIGNED_UNITS = set("control intervention comparison untreated unexposed experimental active");

/** Other words that begin the naming of a group or hold one against another. */
export const GROUP_CUES = set(
  "placebo both either former latter over superior inferior comparing vs. those strategies regimens diets techniques conditions approaches",
);

/** Nouns of sets of analysis: "the matched cohort". */
export const SET_NOUNS = set(
  "population populations set sets cohort analysis analyses subgroup subgroups sample subset",
);

/** Sets of analysis by what was done to them. */
export const SET_CUES = set("psm iptw propensity");

/** Words that tell of an association. */
export const ASSOCIATES = set(
  "associated predictor predictors predict predicted predicts predictive correlated correlate correlates linked determinant determinants",
);

/** Words that do so with the words beside them: "likely to", "related to", "impact on", "risk factor". */
export const ASSOCIATION_CUES = set("likely related impact influence effect factor factors protective");

/** Words for a model of several factors. */
export const ADJUSTED = set("adjusted multivariable multivariate multivariable-adjusted");

/** Plurals that close a list of groups: "the A and B groups". */
export const GROUP_PLURALS = set("groups arms cohorts subgroups patients participants women men subjects");

/** Words before a group noun that name no group of their own. */
export const VAGUE = set(
  "none two three four five six whether both all other each same different respective respectively treatment treatments study patient patients individual several various entire whole total these those similar additional between-group within-group parallel randomized randomised randomly assigned comparison main separate many risk-of-bias first second third matched remaining first-line overall randomization randomisation",
);

/** Words that say no more of the people they describe than that they are in the study. */
export const WHOLE_STUDY = set(
  "patient patients participant participants subject subjects individuals persons people cases volunteers adults consecutive eligible enrolled randomized randomised evaluable assessable included total study treated screened registered recruited all analyzed analysed consenting available assigned randomly evaluated these those remaining entire whole such our additional unselected the of",
);

/** Heads of phrases whose outcome follows after "of", "in" or "for". */
export const OUTCOME_SHELLS = set(
  "rate rates incidence incidences frequency frequencies proportion proportions percentage percentages number numbers risk risks likelihood probability odds prevalence occurrence occurrences level levels duration improvement improvements reduction reductions increase increases change changes decrease decreases difference differences decline declines rise fall drop gain loss benefit effect effects impact percent median mean means average value values probability hazard hazards ratio ratios score-change trend terms respect analysis analyses estimate estimates episodes degree amount magnitude ors hrs rrs case cases evidence history use presence distribution",
);

/** Adjectives and the like at the edge of an outcome's phrase that do not belong to it. */
export const OUTCOME_EDGE = set(
  "median mean average estimated cumulative crude adjusted unadjusted overall observed actual corresponding respective similar higher lower longer shorter greater better worse larger smaller significant significantly total ls least-squares baseline absolute relative common frequent most more less improved increased decreased reduced reported recorded first only no any some many few several other also both each same primary-analysis actuarial significant, non-significant nonsignificant marked substantial modest numerically pooled weighted standardized standardised net initial final approximately consistently main principal statistical fewer trend clinically sd se sem pronounced",
);

/** Words that introduce the group whose value stands before them. */
export const GROUP_PREPS = set(
  "in with for among amongst on of from by under without receiving after during given at following within undergoing to who",
);

/** Labels of control arms. */
export const CONTROL_WORDS = set(
  "placebo control controls standard usual conventional observation sham comparator reference no without alone nothing untreated vehicle supportive routine waitlist waiting-list wait-list standard-of-care best-supportive-care usual-care bsc soc",
);

/** Verbs that carry a clause by themselves; participles such as "treated" do so only after an auxiliary. */
export const FINITE = set(
  "was were is are be been has have had occurred occurs observed increased increases decreased decreases improved improves declined rose fell dropped changed differed differ remained remains reached yielded showed shows demonstrated exhibited displayed revealed achieved averaged ranged resulted led produced provided prolonged prolongs reduced reduces lowered raised attained experienced developed reported received did does can could may tended appeared seemed became gave conferred underwent died caused affected attenuated inhibited suppressed stimulated induced enhanced persisted persists correlated correlates arose varied varies",
);

/** Units of time. */
export const TIME_WORDS = set(
  "year years yr yrs month months mo mos week weeks wk wks day days hour hours h minute minutes min year-old yearly monthly annual",
);
