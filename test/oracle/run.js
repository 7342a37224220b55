// Compares distributions with R, effect sizes with metafor and test statistics with statcheck.
//
//   npm run test:oracle
//
// OUTCOME_LENS_CORPUS names a folder with abstracts.ndjson and fulltext/ for the comparison with statcheck; else ../shared/corpus or the examples.
// Installs R and the packages from Debian where they are absent and the user is root.
import { installMissing, runVitest } from "../install.js";

installMissing([
  {
    check: ["Rscript", "-e", "library(metafor); library(metadat); library(statcheck)"],
    packages: ["r-base-core", "r-cran-metafor", "r-cran-metadat", "r-cran-statcheck"],
  },
]);
runVitest(import.meta.url);
