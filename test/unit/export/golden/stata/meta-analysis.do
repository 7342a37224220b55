* Meta-analyses of what Outcome Lens read, one outcome and measure at a time.
* Run it in its own folder: cd FOLDER, then do meta-analysis
* Look at the numbers' places in the papers before you rely on them.

version 16
set more off

* Estimates with their standard errors, on the scale of the column scale.
* Of several estimates of one study, those with use FALSE are left out.
import delimited using "estimates.csv", varnames(1) case(preserve) encoding(utf-8) bindquotes(strict) clear
keep if use == "TRUE"
levelsof analysis, local(analyses)
foreach analysis of local analyses {
    preserve
    quietly keep if analysis == `"`analysis'"'
    if _N > 1 {
        display as result _newline "`analysis'"
        local scale = scale[1]
        local eform = cond("`scale'" == "log", "eform", "")
        meta set yi sei, studylabel(study_id) random(reml) eslabel("`analysis'")
        meta summarize, se(khartung) `eform'
        meta forestplot, se(khartung) `eform'
        graph export "forest-`analysis'.pdf", replace
    }
    restore
}

* Two arms of each study: counts.csv.
import delimited using "counts.csv", varnames(1) case(preserve) encoding(utf-8) bindquotes(strict) clear
egen set = group(outcome), label
quietly summarize set
local sets = r(max)
forvalues set = 1/`sets' {
    preserve
    quietly keep if set == `set'
    if _N > 1 {
        display as result _newline outcome[1]
        meta esize n11 n12 n21 n22, esize(lnoratio) studylabel(study_id) random(reml)
        meta summarize, eform
        meta forestplot, eform
        graph export "forest-counts-`set'.pdf", replace
    }
    restore
}

* Two arms of each study: means.csv.
import delimited using "means.csv", varnames(1) case(preserve) encoding(utf-8) bindquotes(strict) clear
egen set = group(outcome), label
quietly summarize set
local sets = r(max)
forvalues set = 1/`sets' {
    preserve
    quietly keep if set == `set'
    if _N > 1 {
        display as result _newline outcome[1]
        meta esize n1 mean1 sd1 n2 mean2 sd2, esize(mdiff) studylabel(study_id) random(reml)
        meta summarize
        meta forestplot
        graph export "forest-means-`set'.pdf", replace
    }
    restore
}
