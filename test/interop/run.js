// Opens what is exported with the programs it is for: R, metafor, LibreOffice, Python, Chromium.
//
//   npm run test:interop
//
// Installs them from Debian where they are absent and the user is root.
import { installMissing, runVitest } from "../install.js";

installMissing([
  { check: ["Rscript", "-e", "library(metafor)"], packages: ["r-base-core", "r-cran-metafor"] },
  { check: ["soffice", "--version"], packages: ["libreoffice-calc-nogui"] },
  // Debian's own Python: another on the PATH does not have LibreOffice's module.
  { check: ["/usr/bin/python3", "-c", "import uno"], packages: ["python3", "python3-uno"] },
]);
runVitest(import.meta.url);
