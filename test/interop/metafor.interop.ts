/** The exported R script under Rscript with metafor: it pools as we do, and draws. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { analysesOf } from "../../server/src/export/analyses.js";
import type { Row } from "../../server/src/export/columns.js";
import { toRows } from "../../server/src/export/rows.js";
import type { Review } from "../../server/src/review/review.js";
import { pool } from "../../server/src/statistics/metaAnalysis.js";
import { ci, reviewOf, statement } from "../unit/export/samples.js";
import { bench, exportInto } from "./programs.js";

const RATIOS = [
  [0.71, 0.55, 0.92],
  [0.9, 0.7, 1.16],
  [0.5, 0.3, 0.83],
  [1.1, 0.8, 1.51],
  [0.66, 0.52, 0.84],
] as const;

const EVENTS = [
  [12, 48],
  [5, 40],
  [0, 21],
  [30, 66],
] as const;

/** Studies whose names and outcome are hard for R and for files, too. */
function manyStudies(): Review {
  const ratios = RATIOS.map(([value, low, high], i) =>
    reviewOf(
      [
        statement("effect", {
          id: "hr",
          outcome: { text: "overall survival", code: "OS" },
          value,
          interval: ci(low, high),
        }),
        statement("effect", {
          id: "md",
          outcome: { text: "Schmerz: 10 %/Δ" },
          measure: "MD",
          value: 1 - value,
          interval: ci(1 - high, 1 - low),
        }),
      ],
      { id: `Müller "${i}", 201${i}` },
    ),
  );
  const rates = EVENTS.map(([n, N], i) =>
    reviewOf([statement("proportion", { outcome: { text: "death" }, group: { text: "drug" }, n, N })], {
      id: `=Ito ${i}`,
    }),
  );
  const [first = reviewOf([])] = ratios;
  return { ...first, studies: [...ratios, ...rates].flatMap(({ studies }) => studies) };
}

/** Runs the script as a user does, then asks R for the figures behind what it printed. */
const FIGURES = String.raw`
args <- commandArgs(trailingOnly = TRUE)
setwd(args[[1]])
lines <- readLines("meta-analysis.R")
# Each fit is printed once more, with all its digits.
at <- grep("^  print\\(fit\\)", lines)
lines[[at]] <- paste(lines[[at]], "; cat(sprintf('figures %s %.15g %.15g %.15g %.15g %.15g\\n', name, coef(fit), fit$se, fit$tau2, fit$ci.lb, fit$ci.ub))")
commandArgs <- function(...) character(0)
eval(parse(text = lines))
`;

const weighted = ({ yi, sei }: Row) => ({ yi: Number(yi), vi: Number(sei) ** 2 });

test("the script pools every analysis, and its estimates equal ours", async () => {
  const desk = bench();
  const review = manyStudies();
  await exportInto(desk, "review-metafor", "metafor", review);
  const shown = desk.run("Rscript", "--vanilla", "review-metafor/meta-analysis.R");
  expect(shown).toContain("Random-Effects Model (k = 5; tau^2 estimator: REML)");
  const figures = desk.rscript(FIGURES, desk.path("review-metafor")).match(/^figures .*$/gm) ?? [];
  const analyses = analysesOf(toRows(review));
  expect(figures).toHaveLength(analyses.length);
  let worst = 0;
  for (const [i, { id, rows }] of analyses.entries()) {
    const [, name, ...numbers] = (figures[i] ?? "").split(" ");
    const own = pool(rows.map(weighted), { method: "REML", test: "HKSJ" });
    expect(name).toBe(id);
    const ours = [own.estimate, own.se, own.tau2, own.interval.low, own.interval.high];
    for (const [j, figure] of numbers.entries()) {
      // metafor stops its search for tau² at a change of 1e-5.
      worst = Math.max(
        worst,
        Math.abs(Number(figure) - (ours[j] ?? NaN)) / Math.max(0.1, Math.abs(ours[j] ?? NaN)),
      );
    }
    const plot = readFileSync(desk.path(`review-metafor/forest-${id}.pdf`));
    expect(plot.subarray(0, 5).toString()).toBe("%PDF-");
    expect(plot.length).toBeGreaterThan(3000);
  }
  console.log(`Worst difference from metafor over ${analyses.length} analyses: ${worst.toExponential(1)}`);
  expect(worst).toBeLessThan(1e-4);
});

test("one analysis can be named, and an unknown one is refused", async () => {
  const desk = bench();
  await exportInto(desk, "review-metafor", "metafor", manyStudies());
  const script = "review-metafor/meta-analysis.R";
  expect(desk.run("Rscript", "--vanilla", script, "OS-HR").match(/^== .*$/gm)).toEqual(["== OS-HR =="]);
  expect(() => desk.run("Rscript", "--vanilla", script, "PFS-HR")).toThrow(
    /No analysis PFS-HR. There are: OS-HR, Schmerz-10-MD, death-proportion-drug/,
  );
});

/** The renaming and the log of the bounds that `read.cdir` of R's meta does with these very names. */
const CDIR = String.raw`
args <- commandArgs(trailingOnly = TRUE)
d <- read.csv(file.path(args[[1]], "data-rows.csv"), check.names = FALSE, encoding = "UTF-8")
s <- read.csv(file.path(args[[1]], "overall-estimates-and-settings.csv"), check.names = FALSE)
m <- merge(s, d, by = c("Analysis group", "Analysis number"))
m <- m[m[["Data type"]] == "Contrast level" & m[["Log-scale data"]], ]
low <- log(m[["CI start"]]); high <- log(m[["CI end"]])
stopifnot(nrow(m) == 5)
stopifnot(abs((low + high) / 2 - m[["GIV Mean"]]) < 1e-12)
stopifnot(abs((high - low) / 2 / qnorm(0.975) - m[["GIV SE"]]) < 1e-12)
library(metafor)
cat(sprintf("%.15g", coef(rma(m[["GIV Mean"]], sei = m[["GIV SE"]], method = "FE"))))
`;

test("R merges the generic inverse variance rows with their settings and pools them", async () => {
  const desk = bench();
  const review = manyStudies();
  await exportInto(desk, "review-giv", "giv", review);
  const [hazard] = analysesOf(toRows(review));
  const studies = hazard?.rows.map(weighted) ?? [];
  const { estimate } = pool(studies, { method: "FE" });
  expect(Number(desk.rscript(CDIR, desk.path("review-giv")))).toBeCloseTo(estimate, 12);
});
