/** Estimates as metafor takes them, and an R script that pools them and draws the forest plots. */
import { estimateSets, estimatesCsv } from "../estimates.js";
import { NotWritable } from "../notWritable.js";
import { rowsOf } from "../rows.js";
import type { ReviewSource, Written } from "../source.js";

/** @throws NotWritable where no estimate has a standard error */
export function toMetafor(review: ReviewSource): Written[] {
  const sets = estimateSets(rowsOf(review.studies));
  if (sets.analyses.length === 0) {
    throw new NotWritable("No estimate has a standard error, so that there is nothing to pool.");
  }
  return [
    { name: "estimates.csv", content: estimatesCsv(sets) },
    { name: "meta-analysis.R", content: [SCRIPT] },
  ];
}

/** Says the same for every review: what is pooled stands in the table. */
const SCRIPT = String.raw`# Pools the estimates of estimates.csv with metafor, one outcome and measure at a time,
# and draws a forest plot for each into forest-<analysis>.pdf.
#
#   Rscript meta-analysis.R          every analysis of two studies or more
#   Rscript meta-analysis.R OS-HR    the analyses named
#
# Random effects by REML, interval by Hartung and Knapp. For a common effect: method = "FE", test = "z".
# Of several estimates of one study, those with use = FALSE are left out: see the table.
# Written by Outcome Lens. Look at the numbers' places in the papers before you rely on them.

suppressPackageStartupMessages(library(metafor))

script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
folder <- if (length(script) > 0) dirname(script[[1]]) else "."

estimates <- read.csv(file.path(folder, "estimates.csv"), na.strings = c("", "NR"), encoding = "UTF-8")
back <- list(log = exp, logit = plogis, linear = identity, "fisher-z" = tanh)

wanted <- commandArgs(trailingOnly = TRUE)
if (length(wanted) == 0) wanted <- unique(estimates$analysis)
unknown <- setdiff(wanted, estimates$analysis)
if (length(unknown) > 0) {
  stop("No analysis ", paste(unknown, collapse = ", "), ". There are: ",
       paste(unique(estimates$analysis), collapse = ", "))
}

for (name in wanted) {
  data <- estimates[estimates$analysis == name & estimates$use, ]
  cat("\n==", name, "==\n")
  if (nrow(data) < 2) {
    cat("One study: there is nothing to pool.\n")
    next
  }
  fit <- rma(yi, sei = sei, data = data, method = "REML", test = "knha", slab = study_id)
  print(fit)
  transform <- back[[data$scale[[1]]]]
  cat("\nOn the scale of the paper:\n")
  print(predict(fit, transf = transform))

  file <- file.path(folder, paste0("forest-", name, ".pdf"))
  draw <- if (capabilities("cairo")) cairo_pdf else pdf
  draw(file, width = 8, height = 2.5 + 0.25 * nrow(data))
  par(mar = c(4, 1, 1, 1))
  if (data$scale[[1]] == "log") {
    forest(fit, atransf = exp, header = TRUE, xlab = name)
  } else {
    forest(fit, transf = transform, header = TRUE, xlab = name)
  }
  invisible(dev.off())
  cat("Forest plot:", basename(file), "\n")
}
`;
