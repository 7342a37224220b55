// Opens what is exported with the programs it is for: R, metafor, LibreOffice, Python, Chromium.
//
//   npm run test:interop
//
// Installs them from Debian where they are absent and the user is root.
import { execFileSync, spawnSync } from "node:child_process";
import { argv, exit, getuid } from "node:process";
import { fileURLToPath } from "node:url";

/** How to see that a package is there, and its name in Debian. */
const NEEDED = [
  { check: ["Rscript", "-e", "library(metafor)"], packages: ["r-base-core", "r-cran-metafor"] },
  { check: ["soffice", "--version"], packages: ["libreoffice-calc-nogui"] },
  // Debian's own Python: another on the PATH does not have LibreOffice's module.
  { check: ["/usr/bin/python3", "-c", "import uno"], packages: ["python3", "python3-uno"] },
];

const missing = NEEDED.filter(({ check: [program = "", ...args] }) => {
  return spawnSync(program, args, { stdio: "ignore" }).status !== 0;
}).flatMap(({ packages }) => packages);

if (missing.length > 0) {
  if (getuid?.() !== 0) {
    console.error(`Programs are missing: apt-get install ${missing.join(" ")}`);
    exit(2);
  }
  console.log(`Installing ${missing.join(", ")} …`);
  execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

const config = fileURLToPath(new URL("vitest.config.ts", import.meta.url));
const vitest = fileURLToPath(new URL("../../node_modules/vitest/vitest.mjs", import.meta.url));
const { status } = spawnSync("node", [vitest, "run", "--config", config, ...argv.slice(2)], {
  stdio: "inherit",
});
exit(status ?? 1);
