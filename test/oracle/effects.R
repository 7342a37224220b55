# yi and vi of metafor's escalc for 2x2 tables.
suppressPackageStartupMessages(library(metafor))
set.seed(7)
rows <- list()
for (i in 1:300) {
  n <- sample(c(12, 40, 150, 2000), 2, replace = TRUE)
  e <- pmin(pmax(rbinom(2, n, runif(2, 0.05, 0.95)), 1), n - 1)
  for (m in c("OR", "RR", "RD")) {
    es <- escalc(m, ai = e[1], n1i = n[1], ci = e[2], n2i = n[2])
    rows[[length(rows) + 1]] <- data.frame(measure = m, e1 = e[1], n1 = n[1], e2 = e[2], n2 = n[2], yi = es$yi[1], vi = es$vi[1])
  }
}
all <- do.call(rbind, rows)
cat(paste(names(all), collapse = "\t"), "\n", sep = "")
for (i in seq_len(nrow(all))) cat(paste(c(all$measure[i], sprintf("%.17g", unlist(all[i, -1]))), collapse = "\t"), "\n", sep = "")
