# What statcheck reads in each line of standard input, one row a statistic: line, raw text, type, df, value, recomputed p, verdict.
suppressPackageStartupMessages(library(statcheck))
input <- file("stdin")
lines <- readLines(input, encoding = "UTF-8")
close(input)
cat("line", "raw", "type", "df1", "df2", "value", "computed", "error", "decision", sep = "\t"); cat("\n")
for (i in seq_along(lines)) {
  r <- suppressMessages(suppressWarnings(tryCatch(statcheck(lines[i], messages = FALSE), error = function(e) NULL)))
  if (is.null(r)) next
  for (k in seq_len(nrow(r))) {
    cat(i, gsub("\\s+", " ", r$raw[k]), r$test_type[k], r$df1[k], r$df2[k], r$test_value[k],
      sprintf("%.17g", r$computed_p[k]), r$error[k], r$decision_error[k], sep = "\t")
    cat("\n")
  }
}
