/** Tables and a do-file for Stata's meta suite (Stata 16 and later). */
import { countPairs, meanPairs, type Counts, type Mean, type Pair } from "../arms.js";
import { writeTable } from "../csv.js";
import { estimateSets, estimatesCsv } from "../estimates.js";
import { NotWritable } from "../notWritable.js";
import { PackedList } from "../packed.js";
import { rowsOf } from "../rows.js";
import type { ReviewSource, Written } from "../source.js";

/** @throws NotWritable where there is neither an estimate with a standard error nor a pair of arms */
export function toStata(review: ReviewSource): Written[] {
  const sets = estimateSets(rowsOf(review.studies));
  const [counts, means] = [new PackedList(countPairs(review)), new PackedList(meanPairs(review))];
  const files: Written[] = [];
  const parts = [HEAD];
  if (sets.analyses.length > 0) {
    files.push({ name: "estimates.csv", content: estimatesCsv(sets) });
    parts.push(ESTIMATES);
  }
  if (counts.length > 0) {
    files.push({ name: "counts.csv", content: countsCsv(counts) });
    parts.push(armsPart("counts", "n11 n12 n21 n22", "lnoratio", "eform"));
  }
  if (means.length > 0) {
    files.push({ name: "means.csv", content: meansCsv(means) });
    parts.push(armsPart("means", "n1 mean1 sd1 n2 mean2 sd2", "mdiff", ""));
  }
  if (files.length === 0) {
    throw new NotWritable(
      "There is neither an estimate with a standard error nor a pair of arms to analyse.",
    );
  }
  return [...files, { name: "meta-analysis.do", content: [parts.join("\n")] }];
}

const FIRST = [
  { name: "outcome", type: "text" },
  { name: "study_id", type: "text" },
  { name: "year", type: "number" },
] as const;
const LAST = [
  { name: "experimental", type: "text" },
  { name: "control", type: "text" },
  { name: "population", type: "text" },
  { name: "notes", type: "text" },
] as const;

function shared(pair: Pair<{ readonly label: string }>) {
  return {
    outcome: pair.outcome,
    study_id: pair.study.id,
    year: pair.study.year,
    experimental: pair.experimental.label,
    control: pair.control.label,
    population: pair.population,
    notes: pair.notes.length === 0 ? null : pair.notes.join("; "),
  };
}

/** n11 and n12: people of the experimental arm with and without the outcome; n21 and n22: of the control arm. */
function countsCsv(pairs: Iterable<Pair<Counts>>): Generator<string> {
  const cells = ["n11", "n12", "n21", "n22"].map((name) => ({ name, type: "number" }) as const);
  const rows = each(pairs, (pair) => ({
    ...shared(pair),
    n11: pair.experimental.cases,
    n12: pair.experimental.n - pair.experimental.cases,
    n21: pair.control.cases,
    n22: pair.control.n - pair.control.cases,
  }));
  return writeTable({ columns: [...FIRST, ...cells, ...LAST], rows });
}

function meansCsv(pairs: Iterable<Pair<Mean>>): Generator<string> {
  const cells = ["n1", "mean1", "sd1", "n2", "mean2", "sd2"].map(
    (name) => ({ name, type: "number" }) as const,
  );
  const rows = each(pairs, ({ experimental, control, ...pair }) => ({
    ...shared({ ...pair, experimental, control }),
    outcome: pair.unit === null ? pair.outcome : `${pair.outcome} (${pair.unit})`,
    n1: experimental.n,
    mean1: experimental.mean,
    sd1: experimental.sd,
    n2: control.n,
    mean2: control.mean,
    sd2: control.sd,
  }));
  return writeTable({ columns: [...FIRST, ...cells, ...LAST], rows });
}

function* each<From, To>(values: Iterable<From>, made: (value: From) => To): Generator<To> {
  for (const value of values) yield made(value);
}

const IMPORT = "varnames(1) case(preserve) encoding(utf-8) bindquotes(strict) clear";

const HEAD = `* Meta-analyses of what Outcome Lens read, one outcome and measure at a time.
* Run it in its own folder: cd FOLDER, then do meta-analysis
* Look at the numbers' places in the papers before you rely on them.

version 16
set more off
`;

const ESTIMATES = `* Estimates with their standard errors, on the scale of the column scale.
* Of several estimates of one study, those with use FALSE are left out.
import delimited using "estimates.csv", ${IMPORT}
keep if use == "TRUE"
levelsof analysis, local(analyses)
foreach analysis of local analyses {
    preserve
    quietly keep if analysis == \`"\`analysis'"'
    if _N > 1 {
        display as result _newline "\`analysis'"
        local scale = scale[1]
        local eform = cond("\`scale'" == "log", "eform", "")
        meta set yi sei, studylabel(study_id) random(reml) eslabel("\`analysis'")
        meta summarize, se(khartung) \`eform'
        meta forestplot, se(khartung) \`eform'
        graph export "forest-\`analysis'.pdf", replace
    }
    restore
}
`;

function armsPart(name: string, variables: string, esize: string, eform: string): string {
  const shown = eform === "" ? "" : `, ${eform}`;
  return `* Two arms of each study: ${name}.csv.
import delimited using "${name}.csv", ${IMPORT}
egen set = group(outcome), label
quietly summarize set
local sets = r(max)
forvalues set = 1/\`sets' {
    preserve
    quietly keep if set == \`set'
    if _N > 1 {
        display as result _newline outcome[1]
        meta esize ${variables}, esize(${esize}) studylabel(study_id) random(reml)
        meta summarize${shown}
        meta forestplot${shown}
        graph export "forest-${name}-\`set'.pdf", replace
    }
    restore
}
`;
}
