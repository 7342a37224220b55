/** The browser that shows VS Code's workbench to the tests. */
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { run } from "./processes.js";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const FLAGS = [
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/**
 * Starts Chromium without a window. Installs it from Debian where it is missing and we may.
 *
 * @throws Error that says what to install
 */
export async function launchChromium(say: (line: string) => void): Promise<Browser> {
  const executablePath = findProgram(...NAMES) ?? (await installChromium(say));
  // Chromium's sandbox refuses to work for root.
  const args = process.getuid?.() === 0 ? [...FLAGS, "--no-sandbox"] : FLAGS;
  return chromium.launch({ executablePath, args });
}

/** The first of the named programs on the PATH. */
export function findProgram(...names: string[]): string | undefined {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const path = join(folder, name);
      if (folder !== "" && isExecutable(path)) return path;
    }
  }
  return undefined;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function installChromium(say: (line: string) => void): Promise<string> {
  if (process.getuid?.() !== 0 || findProgram("apt-get") === undefined) {
    throw new Error(
      "The end-to-end tests need Chromium or Chrome on the PATH. On Debian or Ubuntu: sudo apt-get install chromium",
    );
  }
  say("Installing Chromium with apt-get.");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const updated = await run("apt-get", ["update", "-q"], { env });
  const installed = await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], {
    env,
  });
  const path = findProgram("chromium");
  if (path === undefined)
    throw new Error(`apt-get install chromium failed:\n${updated.output}${installed.output}`);
  return path;
}
