# Writes reference values of distributions, one a line: function, arguments, value, tab-separated.
#   Rscript distributions.R all        thousands of points, for `npm run test:oracle`
#   Rscript distributions.R reference  a few hundred, checked in as test/unit/statistics/reference.tsv
args <- commandArgs(trailingOnly = TRUE)
dense <- identical(args[1], "all")
pick <- function(all, few) if (dense) all else few
out <- function(name, value, ...) {
  a <- list(...)
  fields <- c(name, vapply(a, function(x) sprintf("%.17g", x), ""), sprintf("%.17g", value))
  cat(fields, sep = "\t"); cat("\n")
}

zs <- pick(c(seq(-8, 37, by = 0.05)), c(-5, -0.6, 0.01, 0.5, 0.6745, 1, 1.96, 3, 5.6, 5.7, 10, 20, 37))
for (z in zs) out("normalUpperTail", pnorm(z, lower.tail = FALSE), z)
tails <- pick(c(10^-seq(0.31, 300, by = 0.5), 1 - 10^-seq(0.31, 12, by = 0.5)), c(1e-300, 1e-100, 1e-20, 1e-11, 1e-5, 0.005, 0.025, 0.4, 0.6, 0.975))
for (p in tails) out("normalUpperQuantile", qnorm(p, lower.tail = FALSE), p)

dfs <- pick(c(0.5, 1, 1.7, 2, 3, 5, 10.4, 30, 68, 100, 303, 1000, 12345, 1e6), c(1, 2, 8, 30.5, 1000))
xs <- pick(c(10^seq(-3, 3, by = 0.1)), c(0.01, 0.5, 3.84, 20, 200))
for (df in dfs) for (x in xs) {
  for (v in c(x, df * (1 + (x - 1) / 50))) if (v > 0) {
    up <- pchisq(v, df, lower.tail = FALSE); lo <- pchisq(v, df)
    if (up > 1e-290) out("chiSquaredUpperTail", up, v, df)
    if (lo > 1e-290) out("chiSquaredLowerTail", lo, v, df)
  }
}
ts <- pick(c(10^seq(-3, 2, by = 0.1)), c(0.1, 1, 1.96, 4, 15))
for (df in dfs) for (t in ts) {
  p <- 2 * pt(t, df, lower.tail = FALSE)
  if (p > 1e-290) out("tTwoSided", p, t, df)
}
for (d1 in dfs) for (d2 in dfs) for (f in pick(c(0.01, 0.3, 0.9, 1, 1.2, 2, 4.95, 17, 199, 5000), c(0.3, 1.1, 4.95, 60))) {
  up <- pf(f, d1, d2, lower.tail = FALSE); lo <- pf(f, d1, d2)
  if (up > 1e-290) out("fUpperTail", up, f, d1, d2)
  if (lo > 1e-290) out("fLowerTail", lo, f, d1, d2)
}
for (r in pick(c(-0.99, -0.5, -0.1, 0.01, 0.2, 0.35, 0.6, 0.9, 0.9999), c(-0.5, 0.2, 0.9))) for (df in c(1, 3, 15, 17, 40, 200, 3000)) {
  # R has no tail of r of its own; t = r·sqrt(df/(1 − r²)).
  p <- 2 * pt(abs(r) * sqrt(df / ((1 - r) * (1 + r))), df, lower.tail = FALSE)
  if (p > 1e-290) out("correlationTwoSided", p, r, df)
}
for (n in pick(c(5, 20, 107, 1000, 20000), c(20, 107))) for (p in pick(c(1e-6, 0.01, 0.2, 0.5, 0.93, 0.9999), c(0.01, 0.5))) for (x in unique(round(c(0, 1, n / 10, n / 4, n / 2, n * 0.9, n)))) {
  lo <- pbinom(x, n, p); up <- pbinom(x - 1, n, p, lower.tail = FALSE)
  if (lo > 1e-290) out("binomialLower", lo, x, n, p)
  if (up > 1e-290) out("binomialUpper", up, x, n, p)
}

tables <- list(c(9, 51, 19, 54), c(28, 40, 16, 40), c(14, 40, 33, 86), c(18, 40, 44, 86), c(32, 40, 75, 86), c(0, 20, 7, 22), c(3, 3, 1, 4), c(18, 26, 10, 98), c(1, 73, 11, 72), c(10, 97, 1, 103), c(46, 216, 47, 350), c(5, 9, 2, 8), c(120, 2400, 178, 2411), c(1800, 21000, 1650, 20950))
if (dense) {
  set.seed(20)
  for (i in 1:400) {
    n <- sample(c(8, 30, 120, 900, 4000), 2, replace = TRUE)
    tables[[length(tables) + 1]] <- c(rbinom(1, n[1], runif(1)), n[1], rbinom(1, n[2], runif(1)), n[2])
  }
}
for (g in tables) {
  m <- matrix(c(g[1], g[2] - g[1], g[3], g[4] - g[3]), 2, byrow = TRUE)
  if (any(colSums(m) == 0)) next
  put <- function(name, value) if (is.finite(value) && value > 1e-290) do.call(out, c(list(name, value), as.list(g)))
  pearson <- suppressWarnings(chisq.test(m, correct = FALSE))
  put("pearson", pchisq(unname(pearson$statistic), 1, lower.tail = FALSE))
  put("yates", suppressWarnings(chisq.test(m)$p.value))
  e <- pearson$expected
  put("likelihoodRatio", pchisq(2 * sum(ifelse(m > 0, m * log(m / e), 0)), 1, lower.tail = FALSE))
  put("fisherTwoSided", fisher.test(m)$p.value)
  mass <- dhyper(m[1, 1], sum(m[, 1]), sum(m[, 2]), g[2])
  put("midP", min(1, 2 * min(phyper(m[1, 1], sum(m[, 1]), sum(m[, 2]), g[2]), phyper(m[1, 1] - 1, sum(m[, 1]), sum(m[, 2]), g[2], lower.tail = FALSE)) - mass))
  # Newcombe's method 10, from the Wilson intervals of prop.test; near 0 the sums cancel, in R as here.
  limits <- function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE)$conf.int)
  w1 <- limits(g[1], g[2]); w2 <- limits(g[3], g[4]); p1 <- g[1] / g[2]; p2 <- g[3] / g[4]
  low <- p1 - p2 - sqrt((p1 - w1[1])^2 + (w2[2] - p2)^2); high <- p1 - p2 + sqrt((w1[2] - p1)^2 + (p2 - w2[1])^2)
  if (all(c(g[1], g[3], g[2] - g[1], g[4] - g[3]) > 0)) {
    if (abs(low) > 0.001) do.call(out, c(list("newcombeLow", low), as.list(g)))
    if (abs(high) > 0.001) do.call(out, c(list("newcombeHigh", high), as.list(g)))
  }
  put("fisherOneSided", min(phyper(m[1, 1], sum(m[, 1]), sum(m[, 2]), g[2]), phyper(m[1, 1] - 1, sum(m[, 1]), sum(m[, 2]), g[2], lower.tail = FALSE)))
}
for (N in pick(c(5, 16, 57, 126, 983, 20000), c(5, 57, 983))) for (n in unique(round(c(0, 1, N / 10, N / 3, N / 2, N - 1, N)))) for (level in c(90, 95, 99)) {
  cp <- binom.test(n, N, conf.level = level / 100)$conf.int
  w <- suppressWarnings(prop.test(n, N, conf.level = level / 100, correct = FALSE)$conf.int)
  j <- c(if (n == 0) 0 else qbeta((1 - level / 100) / 2, n + 0.5, N - n + 0.5), if (n == N) 1 else qbeta((1 - level / 100) / 2, n + 0.5, N - n + 0.5, lower.tail = FALSE))
  out("clopperPearsonLow", cp[1], n, N, level); out("clopperPearsonHigh", cp[2], n, N, level)
  # prop.test subtracts close numbers at n = 0 and n = N, where the bound is 0 or 1 exactly.
  if (n > 0) out("wilsonLow", w[1], n, N, level)
  if (n < N) out("wilsonHigh", w[2], n, N, level)
  z <- qnorm(1 - (1 - level / 100) / 2); size <- N + z^2; mid <- (n + z^2 / 2) / size; half <- z * sqrt(mid * (1 - mid) / size)
  if (mid - half > 1e-4) out("agrestiCoullLow", mid - half, n, N, level)
  if (mid + half < 1) out("agrestiCoullHigh", mid + half, n, N, level)
  out("jeffreysLow", j[1], n, N, level); out("jeffreysHigh", j[2], n, N, level)
}
for (df in dfs) for (p in pick(c(1e-12, 1e-6, 0.001, 0.025, 0.2, 0.45), c(1e-6, 0.025, 0.2))) {
  if (df >= 1) out("tUpperQuantile", qt(p, df, lower.tail = FALSE), p, df)
  if (df >= 1) out("chiSquaredUpperQuantile", qchisq(p, df, lower.tail = FALSE), p, df)
}
