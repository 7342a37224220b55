# What statcheck says of each line of standard input: statistic, df, value, recomputed p, error, decision error.
suppressPackageStartupMessages(library(statcheck))
input <- file("stdin")
lines <- readLines(input, encoding = "UTF-8")
close(input)
cat("line", "computed", "error", "decision", sep = "\t"); cat("\n")
for (i in seq_along(lines)) {
  r <- suppressMessages(suppressWarnings(tryCatch(statcheck(lines[i], messages = FALSE), error = function(e) NULL)))
  if (is.null(r) || nrow(r) == 0) next
  cat(i, sprintf("%.17g", r$computed_p[1]), r$error[1], r$decision_error[1], sep = "\t"); cat("\n")
}
