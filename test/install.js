// Programs that tests need, from Debian.
import { execFileSync, spawnSync } from "node:child_process";
import { argv, env, execPath, exit, getuid } from "node:process";
import { fileURLToPath } from "node:url";

/**
 * Installs what is absent, where the user is root and there is apt; else, or where that fails, says so and ends the process with code 2.
 *
 * @param {readonly { check: readonly string[]; packages: readonly string[] }[]} needed `check` is a command that can be started where the packages are there
 */
export function installMissing(needed) {
  const missing = needed.filter(({ check }) => !starts(check)).flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  if (getuid?.() !== 0 || !starts(["apt-get", "--version"])) {
    console.error(`Programs are missing: apt-get install ${missing.join(" ")}`);
    exit(2);
  }
  console.log(`Installing ${missing.join(", ")} …`);
  try {
    execFileSync("apt-get", ["update", "-qq"], { stdio: "inherit" });
    execFileSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...missing], {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...env, DEBIAN_FRONTEND: "noninteractive" },
    });
  } catch {
    console.error(`apt-get could not install ${missing.join(" ")}`);
    exit(2);
  }
}

/** sshd -V is an error in older versions, but says that there is one. */
function starts([program = "", ...args]) {
  const { status, error } = spawnSync(program, args, { stdio: "ignore" });
  return error === undefined && (status === 0 || program.endsWith("sshd"));
}

/** Runs vitest with the configuration beside the asking file and ends the process as it did. @param {string} url */
export function runVitest(url) {
  const path = (from, name) => fileURLToPath(new URL(name, from));
  const vitest = path(import.meta.url, "../node_modules/vitest/vitest.mjs");
  const config = path(url, "vitest.config.ts");
  const { status } = spawnSync(execPath, [vitest, "run", "--config", config, ...argv.slice(2)], {
    stdio: "inherit",
  });
  exit(status ?? 1);
}
