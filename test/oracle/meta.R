# Meta-analyses by metafor, one figure a line: data set, record, name, value, tab-separated.
#   Rscript meta.R all        data sets of metafor's metadat and random ones, for `npm run test:oracle`
#   Rscript meta.R reference  a few, checked in as test/unit/statistics/metaReference.tsv
suppressPackageStartupMessages(library(metafor))
args <- commandArgs(trailingOnly = TRUE)
dense <- identical(args[1], "all")

counts <- function(d, measure, ai = "ai", n1i = "n1i", ci = "ci", n2i = "n2i", keep = TRUE) {
  d <- d[keep, ]
  escalc(measure, ai = d[[ai]], n1i = d[[n1i]], ci = d[[ci]], n2i = d[[n2i]])
}
means <- function(d, measure) escalc(measure, m1i = d$m1i, sd1i = d$sd1i, n1i = d$n1i, m2i = d$m2i, sd2i = d$sd2i, n2i = d$n2i)
correlations <- function(d, ri = "ri", ni = "ni") escalc("ZCOR", ri = d[[ri]], ni = d[[ni]])
proportions <- function(d, xi = "xi", ni = "ni") escalc("PLO", xi = d[[xi]], ni = d[[ni]])
rates <- function(d) escalc("IRR", x1i = d$x1i, t1i = d$t1i, x2i = d$x2i, t2i = d$t2i)
given <- function(d, keep = TRUE) data.frame(yi = as.numeric(d$yi), vi = as.numeric(d$vi))[keep, ]
bcg <- function(measure) escalc(measure, ai = dat.bcg$tpos, bi = dat.bcg$tneg, ci = dat.bcg$cpos, di = dat.bcg$cneg)

sets <- list(
  bcg.RR = bcg("RR"), hine1989.RD = counts(dat.hine1989, "RD"),
  normand1999.MD = means(dat.normand1999, "MD"),
  pair = data.frame(yi = c(0.1, -0.45), vi = c(0.02, 0.05)),
  homogeneous = data.frame(yi = c(-0.31, -0.28, -0.3, -0.33), vi = c(0.04, 0.05, 0.02, 0.09)),
  identical = data.frame(yi = c(-0.25, -0.25, -0.25), vi = c(0.04, 0.09, 0.01)),
  single = data.frame(yi = -0.36, vi = 0.0225)
)
if (dense) {
  sets <- c(sets, list(
    begg1989 = given(dat.begg1989), cohen1981 = correlations(dat.cohen1981), bcg.OR = bcg("OR"), bcg.RD = bcg("RD"),
    hine1989.OR = counts(dat.hine1989, "OR"), normand1999.SMD = means(dat.normand1999, "SMD"),
    colditz1994 = escalc("RR", ai = dat.colditz1994$tpos, bi = dat.colditz1994$tneg, ci = dat.colditz1994$cpos, di = dat.colditz1994$cneg),
    collins1985a = escalc("OR", ai = dat.collins1985a$b.xti, n1i = dat.collins1985a$nti, ci = dat.collins1985a$b.xci, n2i = dat.collins1985a$nci),
    collins1985b = escalc("OR", ai = dat.collins1985b$pre.xti, n1i = dat.collins1985b$pre.nti, ci = dat.collins1985b$pre.xci, n2i = dat.collins1985b$pre.nci),
    curtis1998.ROM = means(dat.curtis1998, "ROM"), damico2009 = counts(dat.damico2009, "OR", "xt", "nt", "xc", "nc"),
    axfors2021 = counts(dat.axfors2021, "OR", "hcq_arm_event", "hcq_arm_total", "control_arm_event", "control_arm_total"),
    anand1999 = counts(dat.anand1999, "OR"), egger2001 = counts(dat.egger2001, "OR"), graves2010 = counts(dat.graves2010, "RR"),
    hahn2001 = counts(dat.hahn2001, "RR"), lau1992 = counts(dat.lau1992, "OR"), laopaiboon2015 = counts(dat.laopaiboon2015, "RR"),
    lee2004 = counts(dat.lee2004, "OR"), li2007 = counts(dat.li2007, "OR"), linde2005 = counts(dat.linde2005, "RR"),
    nielweise2007 = counts(dat.nielweise2007, "OR"), dorn2007 = counts(dat.dorn2007, "RR", "x.a", "n.a", "x.p", "n.p"),
    viechtbauer2021 = counts(dat.viechtbauer2021, "OR", "xTi", "nTi", "xCi", "nCi"),
    yusuf1985 = counts(dat.yusuf1985, "OR", keep = dat.yusuf1985$table == "9"),
    bangertdrowns2004 = given(dat.bangertdrowns2004), raudenbush1985 = given(dat.raudenbush1985),
    konstantopoulos2011 = given(dat.konstantopoulos2011), hackshaw1998 = given(dat.hackshaw1998),
    knapp2017 = given(dat.knapp2017), michael2013 = given(dat.michael2013), assink2016 = given(dat.assink2016),
    kalaian1996 = given(dat.kalaian1996), riley2003 = given(dat.riley2003), tannersmith2016 = given(dat.tannersmith2016),
    berkey1998.AL = given(dat.berkey1998, dat.berkey1998$outcome == "AL"),
    baskerville2012 = data.frame(yi = dat.baskerville2012$smd, vi = dat.baskerville2012$se^2),
    linde2016 = data.frame(yi = dat.linde2016$lnOR, vi = dat.linde2016$selnOR^2),
    lopez2019 = data.frame(yi = dat.lopez2019$diff, vi = dat.lopez2019$se^2),
    gibson2002 = means(dat.gibson2002, "SMD"), molloy2014 = correlations(dat.molloy2014),
    mcdaniel1994 = correlations(dat.mcdaniel1994), crede2010 = correlations(dat.crede2010),
    nakagawa2007 = correlations(dat.nakagawa2007, "Correlation", "SampleSize"), white2020 = correlations(dat.white2020, "r", "n"),
    pritz1997 = proportions(dat.pritz1997), debruin2009 = proportions(dat.debruin2009),
    hart1999 = rates(dat.hart1999), nielweise2008 = rates(dat.nielweise2008),
    pignon2000 = data.frame(yi = dat.pignon2000$OmE / dat.pignon2000$V, vi = 1 / dat.pignon2000$V),
    obrien2003 = proportions(dat.obrien2003, "cases", "total")
  ))
  set.seed(11)
  for (i in 1:60) {
    k <- sample(c(2, 3, 5, 10, 40), 1)
    scale <- 10^runif(1, -4, 3)
    vi <- scale^2 * rgamma(k, 1.2, 2)
    sets[[paste0("random", i)]] <- data.frame(yi = rnorm(k, scale * rnorm(1), sqrt(vi + scale^2 * sample(c(0, 0.1, 2), 1))), vi = vi)
  }
}

put <- function(set, record, names, values) cat(paste(set, record, names, sprintf(if (dense) "%.17g" else "%.12g", values), sep = "\t"), sep = "\n")
tests <- c(z = "z", HKSJ = "knha")
for (name in names(sets)) {
  d <- data.frame(yi = as.numeric(sets[[name]]$yi), vi = as.numeric(sets[[name]]$vi))
  d <- d[is.finite(d$yi) & is.finite(d$vi) & d$vi > 0, ]
  put(name, "yi", seq_len(nrow(d)), d$yi)
  put(name, "vi", seq_len(nrow(d)), d$vi)
  # Fisher scoring to convergence: its default threshold of 1e-5 on tau^2 leaves the sixth decimal open.
  steps <- list(threshold = 1e-13 * max(mean(d$vi), var(d$yi), na.rm = TRUE), maxiter = 1e5)
  for (method in c("FE", "DL", "REML")) for (test in names(tests)) {
    if (method == "FE" && test != "z" || nrow(d) == 1 && test != "z") next
    record <- paste(method, test)
    fit <- suppressWarnings(tryCatch(rma(yi, vi, data = d, method = method, test = tests[[test]], control = steps), error = function(e) NULL))
    if (is.null(fit)) { message(name, " ", record, " did not converge"); next }
    p <- predict(fit)
    put(name, record, c("estimate", "se", "low", "high", "tau2", "q", "qP", "i2", "h2"),
        c(fit$beta, fit$se, fit$ci.lb, fit$ci.ub, fit$tau2, fit$QE, fit$QEp, fit$I2, fit$H2))
    if (fit$se > 0) put(name, record, "p", fit$pval)
    if (method != "FE" && nrow(d) > 1) put(name, record, c("predictionLow", "predictionHigh"), c(p$pi.lb, p$pi.ub))
    put(name, record, paste0("weight", seq_len(nrow(d))), weights(fit))
    if (nrow(d) > 1 && nrow(d) <= 25) {
      loo <- suppressWarnings(tryCatch(leave1out(fit), error = function(e) NULL))
      if (is.null(loo)) next
      put(name, record, paste0("without", seq_len(nrow(d))), loo$estimate)
      put(name, record, paste0("withoutLow", seq_len(nrow(d))), loo$ci.lb)
      if (method != "FE") put(name, record, paste0("withoutTau2", seq_len(nrow(d))), loo$tau2)
    }
  }
}
