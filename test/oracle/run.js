// Compares distributions with R, effect sizes with metafor and test statistics with statcheck.
//
//   npm run test:oracle
//
// Installs R and the two packages from Debian where they are absent and the user is root.
import { execFileSync, spawnSync } from "node:child_process";
import { argv, exit, getuid } from "node:process";
import { fileURLToPath } from "node:url";

const PACKAGES = ["r-base-core", "r-cran-metafor", "r-cran-metadat", "r-cran-statcheck"];

function complete() {
  const load = "library(metafor); library(statcheck)";
  return spawnSync("Rscript", ["-e", load], { stdio: "ignore" }).status === 0;
}

if (!complete()) {
  if (getuid?.() !== 0) {
    console.error(`R with metafor and statcheck is needed: apt-get install ${PACKAGES.join(" ")}`);
    exit(2);
  }
  console.log(`Installing ${PACKAGES.join(", ")} …`);
  execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
  execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...PACKAGES], {
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
