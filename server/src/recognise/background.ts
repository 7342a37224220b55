/** Numbers that are no results: dates, doses, limits, labels, citations, names. Each is claimed with its reason. */
import { words } from "../text/words.js";
import { inWords, isNumber, norm, type Line } from "./line.js";
import { looksLikeEvent, PEOPLE } from "./lexicon/people.js";
import { spreadAt } from "./interval.js";
import { ENDPOINTS } from "./lexicon/endpoints.js";
import { HEADS } from "./lexicon/heads.js";
import { UNITS } from "./lexicon/units.js";

const MONTHS = words(`
  january february march april may june july august september october november december jan feb mar
  apr jun jul aug sep sept oct nov dec
`);

/** Nouns that are followed by the number that names one of them. */
const LABELS: Record<string, string> = {};
for (const [reason, words] of [
  [
    "grade or stage",
    "grade grades stage stages class classes child-pugh g t ecog ps karnofsky asa nyha bclc ctcae kdigo tnm figo gleason bi-rads birads killip fontaine rutherford hurley score scores tier degree category categories",
  ],
  ["phase", "phase phases part parts step steps period periods wave waves"],
  [
    "name",
    "receptor ligand protein phosphodiesterase kinase caspase claudin recist rheumatology set sets type types version versions ver level levels model models no nos number nos. sars-cov- omega sirtuin chromosome exon exons codon intron serotype serotypes genotype genotypes subtype subtypes apolipoprotein complement vitamin factor interleukin il cd h1n her cox hiv- p21 quartile quintile tertile quartiles tertiles quintiles decile arm arms group groups cohort cohorts stratum strata trial trials study experiment case site team zone region dose doses course courses cycle cycles session sessions round rounds visit visits question item items aim criterion",
  ],
  [
    "reference in the text",
    "table tables figure figures fig figs appendix supplement supplementary box panel ref refs reference references chapter section equation eq page pages pp vol volume issue suppl",
  ],
] as const)
  for (const w of words.split(" ")) LABELS[w] = reason;

/** Words before a number that make it a limit. */
const LIMITS: readonly (readonly string[])[] = [
  ["older", "than"],
  ["younger", "than"],
  ["less", "than"],
  ["more", "than"],
  ["greater", "than"],
  ["fewer", "than"],
  ["higher", "than"],
  ["lower", "than"],
  ["larger", "than"],
  ["smaller", "than"],
  ["at", "least"],
  ["up", "to"],
  ["no", "more", "than"],
  ["as", "low", "as"],
  ["as", "high", "as"],
  ["better", "than"],
  ["worse", "than"],
  ["longer", "than"],
  ["shorter", "than"],
  ["at", "most"],
  ["not", "exceeding"],
  ["minimum", "of"],
  ["maximum", "of"],
  ["cutoff", "of"],
  ["cut-off", "of"],
  ["threshold", "of"],
  ["cutoff", "value", "of"],
  ["cut-off", "value", "of"],
];
const LIMIT_WORDS = words(`
  exceeding exceeded exceeds under above below aged minimum maximum cutoff cut-off threshold
`);

/** Nouns that count parts of the study's design, not people. */
const DESIGN = words(`
  sites centers centres countries hospitals institutions fractions groups arms times regions
  districts departments clinics states cities provinces categories items questions domains subscales
  factors parameters genes continents sessions doses injections courses visits phases steps stages
  types models databases methods blocks occasions laboratories wards icus investigators reviewers
  authors raters observers readers experts outcomes endpoints end criteria measures scales tests
  regimens treatments interventions drugs agents therapies strategies conditions components themes
  meals sets repetitions exercises targets serves practices villages clusters strains snps variants
  questionnaires schools studies-level generations weeks-long capsules tablets pills
`);

function claimed(line: Line, i: number, reason: string): void {
  if (isNumber(line, i) && line.claims[i] === undefined) line.claims[i] = reason;
}

/** Continues "3 or 4", "0 to II", "5, 6 and 7" after a label. */
function claimSeries(line: Line, i: number, reason: string): number {
  claimed(line, i, reason);
  let j = i + 1;
  for (let steps = 0; steps < 6; steps++) {
    let k = j;
    while (/^(?:,|and|or|to|-|\/|vs|through|–|&|\+)$/.test(norm(line, k))) k++;
    const t = line.tokens[k];
    if (
      k === j ||
      k - j > 2 ||
      t?.type !== "number" ||
      line.claims[k] !== undefined ||
      !t.integer ||
      t.value > 60 ||
      inWords(t)
    )
      break;
    const after = norm(line, k + 1);
    if (
      after === "%" ||
      after === "(" ||
      after === "/" ||
      after === "patients" ||
      after === "±" ||
      (UNITS.at(line, k + 1) && after.length > 1) ||
      (after === "of" && norm(line, k - 1) === ",")
    )
      break;
    claimed(line, k, reason);
    j = k + 1;
  }
  return j;
}

const isYear = (line: Line, i: number): boolean => {
  const t = line.tokens[i];
  return t?.type === "number" && t.integer && t.text.length === 4 && t.value >= 1900 && t.value <= 2049;
};

function dates(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    MONTHS.has(norm(line, i - 1)) &&
    t.integer &&
    (t.value <= 31 || isYear(line, i)) &&
    (norm(line, i - 1) !== "may" || line.tokens[i - 1]!.text === "May")
  )
    return claimDate(line, i);
  if (
    MONTHS.has(norm(line, i + 1)) &&
    t.integer &&
    t.value <= 31 &&
    /^[A-Z]/.test(line.tokens[i + 1]!.text) &&
    (norm(line, i + 1) !== "may" || isNumber(line, i + 2))
  )
    return claimDate(line, i);
  if (/^(?:st|nd|rd|th)$/.test(norm(line, i + 1)) && line.tokens[i + 1]!.glued && t.integer)
    return claimDate(line, i, "ordinal");
  if (!isYear(line, i)) return false;
  if (MONTHS.has(norm(line, i + 1)) && /^[A-Z]/.test(line.tokens[i + 1]!.text)) return claimDate(line, i);
  const before = norm(line, i - 1);
  const after = norm(line, i + 1);
  if (
    /^(?:in|since|from|between|to|until|of|during|and|through|by|-|after|before|year|years|\(|,|early|late|mid|spring|summer|fall|autumn|winter|\/|circa|around|for|january|©|copyright|the)$/.test(
      before,
    ) &&
    !/^(?:patients|women|men|subjects|participants|adults|children|persons|people|cases|individuals|%|±|consecutive)$/.test(
      after,
    )
  ) {
    if (
      (before === "," ||
        before === "and" ||
        before === "of" ||
        before === "to" ||
        before === "by" ||
        before === "the" ||
        before === "for") &&
      !/^(?:[).,;:]|to|and|-|through|$)/.test(after) &&
      !yearNearby(line, i)
    )
      return false;
    return claimDate(line, i);
  }
  if ((after === "-" || after === "/" || after === "to") && isYear(line, i + 2)) return claimDate(line, i);
  return false;
}

const yearNearby = (line: Line, i: number): boolean => {
  for (let k = Math.max(0, i - 6); k < i; k++)
    if (isYear(line, k) || (MONTHS.has(norm(line, k)) && norm(line, k) !== "may")) return true;
  return false;
};

function claimDate(line: Line, i: number, reason = "date"): boolean {
  claimed(line, i, reason);
  return true;
}

/** [13], [12-15], [1,2]: bracketed whole numbers after a word or a full stop. */
/** "382(9890):378-80", "28:7663–7672": volume, issue and pages. */
function volume(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (!t.integer || line.tokens[i + 1]?.glued !== true) return false;
  let k = i + 1;
  if (norm(line, k) === "(" && line.partner[k]! > k && line.partner[k]! - k < 6) k = line.partner[k]! + 1;
  if (norm(line, k) !== ":" || !line.tokens[k]!.glued || !isNumber(line, k + 1) || !line.tokens[k + 1]!.glued)
    return false;
  if (k === i + 1 && norm(line, i - 1) !== ";") return false;
  for (let m = i; m < k + 4 && m < line.tokens.length; m++) claimed(line, m, "citation");
  return true;
}

function enumeration(line: Line, i: number): boolean {
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

/** "AOM 400", "I-SPY 2", "CheckMate 026", "carboplatin AUC 6": a capital name and its number. */
function nameNumber(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  const before = line.tokens[i - 1];
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

/** "10 to 18 years of age", "aged 18–75 years", "5 or 6 cycles": a span of whole numbers with a unit of time or of treatment. */
function span(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    !t.integer ||
    inWords(t) ||
    !/^(?:to|-|or|through)$/.test(norm(line, i + 1)) ||
    norm(line, i - 1) === "from"
  )
    return false;
  const second = line.tokens[i + 2];
  if (second?.type !== "number" || !second.integer || line.claims[i + 2] !== undefined) return false;
  const u = UNITS.at(line, i + 3);
  const cycles = u?.value.name === "cycle";
  if (!u || !(u.value.kind === "time" || cycles)) return false;
  if (headNear(line, i)) return false;
  claimed(line, i, cycles ? "schedule" : "time");
  claimed(line, i + 2, cycles ? "schedule" : "time");
  return true;
}

const headNear = (line: Line, i: number): boolean => {
  for (let k = Math.max(0, i - 12); k < i; k++)
    if (/^(?:median|mean|iqr|range|average|averaged|ci|interquartile)$/.test(norm(line, k))) return true;
  return false;
};

/** "scores of 5 or 6", "a Child-Pugh score of 7": which scores, no mean. */
function scoreValue(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (
    !t.integer ||
    t.value < 0 ||
    t.value > 40 ||
    norm(line, i - 1) !== "of" ||
    !/^(?:scores?|values?)$/.test(norm(line, i - 2))
  )
    return false;
  if (headNear(line, i) || /^(?:%|±|points?)$/.test(norm(line, i + 1))) return false;
  claimSeries(line, i, "score");
  return true;
}

function citation(line: Line, i: number): boolean {
  if (
    norm(line, i - 1) !== "[" ||
    isNumber(line, i - 2) ||
    norm(line, i - 2) === "%" ||
    norm(line, i - 2) === ")"
  )
    return false;
  const close = line.partner[i - 1]!;
  if (close < 0 || close - i > 24) return false;
  for (let k = i; k < close; k++) {
    const t = line.tokens[k]!;
    if (
      t.type === "number"
        ? !t.integer || Math.abs(t.value) > 999
        : t.norm !== "," && t.norm !== "-" && t.norm !== ";"
    )
      return false;
  }
  if (UNITS.at(line, i - 2)) return false;
  for (let k = i; k < close; k++) claimed(line, k, "citation");
  return true;
}

/** 1:1, 2:1:1, and planes like 2 × 8. */
function ratioOrGrid(line: Line, i: number): boolean {
  const sep = norm(line, i + 1);
  if (
    (sep === ":" || sep === "×" || sep === "x" || (sep === "-" && norm(line, i + 2) === "to")) &&
    line.tokens[i]!.integer
  ) {
    const k = sep === "-" ? i + 4 : i + 2;
    const t = line.tokens[k];
    if (
      t?.type === "number" &&
      line.claims[k] === undefined &&
      (sep !== ":" || (t.glued && line.tokens[i + 1]!.glued && (t.value < 100 || t.integer)))
    ) {
      if (sep === ":" && line.tokens[i]!.value > 20 && line.tokens[i]!.value === t.value) return false;
      claimed(line, i, sep === ":" ? "ratio" : "design");
      claimed(line, k, sep === ":" ? "ratio" : "design");
      for (let m = k + 1; sep === ":" && norm(line, m) === ":" && isNumber(line, m + 1); m += 2)
        claimed(line, m + 1, "ratio");
      return true;
    }
  }
  return false;
}

function powerOrAlpha(line: Line, i: number): boolean {
  const near = (from: number, to: number, words: RegExp): boolean => {
    for (let k = Math.max(0, from); k < Math.min(line.tokens.length, to); k++)
      if (words.test(norm(line, k))) return true;
    return false;
  };
  const percent = norm(line, i + 1) === "%";
  if (percent && /^(?:statistical|power)$/.test(norm(line, i + 2))) return claimDate(line, i, "power");
  if (
    /^(?:power|powered)$/.test(norm(line, i - 1)) ||
    (/^(?:of|at|with)$/.test(norm(line, i - 1)) && /^(?:power|powered)$/.test(norm(line, i - 2)))
  )
    return claimDate(line, i, "power");
  if (near(i - 5, i, /^(?:alpha|α|two-sided-alpha)$/) && line.tokens[i]!.value <= 10) {
    if (!near(i - 5, i, /^(?:cronbach|cronbach's|cronbach’s)$/))
      return claimDate(line, i, "level of significance");
  }
  if (
    near(i - 6, i, /^significance$/) &&
    near(i - 6, i, /^levels?$/) &&
    (line.tokens[i]!.value <= 0.1 || percent)
  )
    return claimDate(line, i, "level of significance");
  return false;
}

function labelled(line: Line, i: number): boolean {
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
  const label = LABELS[before];
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
    if (
      /^(?:score|scores|level|levels|degree|number|part|parts|group|groups|arm|arms|case|trials|trial|study|studies|t|ps|cycles|courses|doses|sessions|dose|grade)$/.test(
        before,
      ) &&
      (after === "±" ||
        after === "%" ||
        (after === "(" && false) ||
        /^(?:patients|of|vs|participants)$/.test(after))
    )
      return false;
    if (!t.integer && label === "grade or stage") return false;
    if (/^(?:scores?|levels?|number|dose|doses)$/.test(before) && t.text.includes(".")) return false;
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

const isPercent = (line: Line, i: number): boolean =>
  norm(line, i + 1) === "%" || norm(line, i + 1) === "percent";

function limit(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  const before = norm(line, i - 1);
  if (/^[<>]=?$/.test(before)) {
    // ">99.9%" after a count is the printed percentage
    const opens = norm(line, i - 2) === "(" || norm(line, i - 2) === "[";
    if (opens && isPercent(line, i) && isNumber(line, i - 3)) return false;
    if (/^(?:=|:)$/.test(norm(line, i - 2))) return false;
    claimed(line, i, "limit");
    if (
      /^(?:to|-|and)$/.test(norm(line, i + 1)) &&
      isNumber(line, i + 2) &&
      norm(line, i + 3) !== "%" &&
      !line.tokens[i + 1]!.glued === false
    )
      claimed(line, i + 2, "limit");
    return true;
  }
  if (
    before === "aged" ||
    (before === "ages" && !isPercent(line, i)) ||
    (before === "age" && norm(line, i + 1) === "-")
  ) {
    claimSeries(line, i, "age limit");
    if (isNumber(line, i + 2) && /^(?:-|to|and)$/.test(norm(line, i + 1))) claimed(line, i + 2, "age limit");
    return true;
  }
  const people =
    t.integer &&
    !isPercent(line, i) &&
    /^(?:patients|participants|women|men|subjects|people|individuals|children|adults)$/.test(
      norm(line, i + 1),
    );
  if (people) return false;
  if (isPercent(line, i)) return orMore(line, i, i + 2);
  if (LIMIT_WORDS.has(before) && !(before === "under" && norm(line, i - 2) === "area"))
    return claimDate(line, i, "limit");
  for (const words of LIMITS) {
    let ok = true;
    for (let k = 0; k < words.length && ok; k++) ok = norm(line, i - words.length + k) === words[k];
    if (ok) return claimDate(line, i, "limit");
  }
  const u = UNITS.at(line, i + 1);
  return orMore(line, i, u ? u.end : i + 1);
}

/** "70 years or older", "18 years of age or older", "5% or more", "within a margin of 10". */
function orMore(line: Line, i: number, end: number): boolean {
  for (let k = end; k < end + 4; k++) {
    if (norm(line, k) === "or" || norm(line, k) === "and") {
      if (
        /^(?:older|younger|more|less|greater|higher|lower|fewer|longer|above|over|below|under|better|worse|larger|smaller|shorter|later|earlier)$/.test(
          norm(line, k + 1),
        )
      )
        return claimDate(line, i, "limit");
      return false;
    }
    if (!/^(?:of|age|old)$/.test(norm(line, k))) return false;
  }
  return false;
}

/** "a noninferiority margin of −9 percentage points", "5% significance level", "1.73 m2". */
function named(line: Line, i: number): boolean {
  if (line.tokens[i]!.value === 1.73 && /^m(?:2|²|\(2\))?$/.test(norm(line, i + 1)))
    return claimDate(line, i, "unit");
  for (let k = i - 1; k >= Math.max(0, i - 6); k--) {
    const w = norm(line, k);
    if (w === "margin" || w === "margins") return claimDate(line, i, "margin");
    if (isNumber(line, k) || w === ";" || w === ")" || w === "(") break;
  }
  for (let k = i + 1; k < i + 5; k++) {
    const w = norm(line, k);
    if (w === "margin" || w === "significance")
      return claimDate(line, i, w === "margin" ? "margin" : "level of significance");
    if (!/^(?:%|percentage|points?|noninferiority|non-inferiority|level|of)$/.test(w)) break;
  }
  return false;
}

/** A strength, no share: "latanoprost 0.005%", "0.5% bupivacaine", "a 0.454% w/w dentifrice". */
function strength(line: Line, i: number): boolean {
  if (!isPercent(line, i) || norm(line, i + 1) !== "%") return false;
  const t = line.tokens[i]!;
  const after = line.tokens[i + 2];
  const before = line.tokens[i - 1];
  if (t.value > 20 || t.value < 0) return false;
  if (norm(line, i + 2) === "w" && norm(line, i + 3) === "/") return claimDate(line, i, "strength");
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
      if (!/(?:ed|ing)$/.test(after.norm)) return claimDate(line, i, "strength");
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

const FUNCTION_WORDS =
  /^(?:of|in|on|to|for|with|without|by|from|at|and|or|vs|versus|v|was|were|is|are|had|has|have|the|a|an|as|than|who|whom|which|that|after|before|during|between|among|within|per|but|while|whereas|although|respectively|did|not|could|be|been|compared|only|about|just|approximately|nearly|almost|over|points?|ci|cis|confidence|credible|did|also|both|each|all|more|less|higher|lower|greater|fewer|reported|used|survived|occurred|received|died|showed|remained|exactly|at|up|some|rose|fell|dropped|increased|decreased|declined|improved)$/;
const RATE_NOUNS =
  /(?:rates?|mortality|incidence|prevalence|response|responses|survival|reduction|increase|decrease|decline|risk|chance|probability|improvement|difference|power|confidence|level|change|loss|gain|recurrence|relapse|remission|success|accuracy|sensitivity|specificity|agreement|compliance|adherence|retention|interval|likelihood|attrition|completion|lower|higher|greater|of|female|male|white|black|women|men|positive|negative)$/;

/** A number that modifies a noun: "5-FU", "3-dose", "2-hour PPG", "4-weekly", "10-point scale". */
function modifier(line: Line, i: number): boolean {
  const dash = line.tokens[i + 1];
  if (dash?.norm !== "-" || !dash.glued || !line.tokens[i + 2]?.glued || line.tokens[i + 2]!.type !== "word")
    return false;
  if (/^[-‐-―−]?$/.test(dash.text) && norm(line, i + 2) === "to") return false;
  if (/^(?:median|mean)$/.test(norm(line, i + 3))) return false;
  return claimDate(line, i, "name");
}

function schedule(line: Line, i: number): boolean {
  const before = norm(line, i - 1);
  const after = norm(line, i + 1);
  if (
    /^(?:times|x)$/.test(after) &&
    /^(?:a|per|daily|weekly|each|\/|monthly|day|week)$/.test(norm(line, i + 2))
  )
    return claimDate(line, i, "schedule");
  if (before === "every" || (before === "q" && line.tokens[i]!.glued)) return claimDate(line, i, "schedule");
  if (after === "/" && /^(?:day|week|wk|d|month)$/.test(norm(line, i + 2)) && line.tokens[i]!.integer)
    return claimDate(line, i, "schedule");
  if (before === "day" || before === "days") {
    claimSeries(line, i, "schedule");
    return true;
  }
  return false;
}

/** "scale of 0 to 10", "range, 0-100": the ends of a scale. */
function scale(line: Line, i: number): boolean {
  if (!/^(?:to|-)$/.test(norm(line, i + 1)) || !isNumber(line, i + 2)) return false;
  for (let k = Math.max(0, i - 6); k < i; k++) {
    if (/^(?:scale|scales|vas|nrs|rating|scored|scoring|possible|likert|anchored)$/.test(norm(line, k))) {
      claimed(line, i, "scale");
      claimed(line, i + 2, "scale");
      return true;
    }
  }
  const after = norm(line, i + 3);
  if (after === "scale" || (after === "point" && norm(line, i + 4) === "scale")) {
    claimed(line, i, "scale");
    claimed(line, i + 2, "scale");
    return true;
  }
  return false;
}

/** "from 154 global sites", "21 UK hospitals", "12 additional cycles". */
function design(line: Line, i: number): boolean {
  const t = line.tokens[i]!;
  if (!t.integer || t.value >= 10000 || t.value < 0) return false;
  for (let k = i + 1; k < i + 4; k++) {
    const w = line.tokens[k];
    if (w?.type !== "word") return false;
    if (DESIGN.has(w.norm)) return claimDate(line, i, "design");
    if (PEOPLE.has(w.norm) || /^(?:of|in|to|and|or|with|for|at|on|by|from|the|had|were|was)$/.test(w.norm))
      return false;
  }
  return false;
}

const RULES = [
  dates,
  named,
  volume,
  strength,
  enumeration,
  span,
  scoreValue,
  nameNumber,
  citation,
  ratioOrGrid,
  powerOrAlpha,
  scale,
  labelled,
  limit,
  schedule,
  modifier,
  design,
];

/** Claims every number whose surroundings alone say that it is no result. Runs after p-values and labelled intervals. */
export function readBackground(line: Line): void {
  for (let i = 0; i < line.tokens.length; i++) {
    if (!isNumber(line, i) || line.claims[i] !== undefined) continue;
    for (const rule of RULES) if (rule(line, i)) break;
  }
}
