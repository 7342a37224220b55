/** Runs a mocha suite inside VS Code's extension host, as VS Code does for `extensionTestsPath`. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import type { VSCode } from "./install.js";
import type { Profile } from "./profile.js";
import { startServer } from "./serve.js";
import { newPage, openWorkbench, remoteUri, workbenchUrl } from "./workbench.js";

/** What the suite's `run()` writes to the file that the environment names. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  /** A line for each test, in their order, and what went wrong. */
  readonly report: string;
}

/** Name of the variable that tells the suite where to write its result. */
export const RESULT_VARIABLE = "OUTCOME_LENS_TEST_RESULT";

const SUITE_LIMIT_MS = 180_000;

/**
 * @param suite bundled CommonJS module that exports `run()`
 * @param workspace folder to open
 */
export async function runExtensionTests(
  vscode: VSCode,
  profile: Profile,
  browser: Browser,
  suite: string,
  workspace: string,
): Promise<SuiteResult> {
  const resultFile = join(profile.root, "suite-result.json");
  const driver = await emptyExtension(join(profile.root, "driver"));
  const server = await startServer(vscode, profile, workspace, { [RESULT_VARIABLE]: resultFile });
  const page = await newPage(browser);
  const complaints: string[] = [];
  try {
    // The extension host reports its end to a function that a test harness hangs into the page.
    const ended = new Promise<void>((resolve) => {
      void page.exposeFunction("codeAutomationExit", () => {
        resolve();
      });
    });
    await page.exposeFunction("codeAutomationLog", (level: string, words: unknown[]) => {
      if (level === "error") complaints.push(words.map(String).join(" "));
    });
    const url = workbenchUrl(server, workspace, [
      ["extensionDevelopmentPath", remoteUri(server, driver)],
      ["extensionTestsPath", remoteUri(server, suite)],
    ]);
    await openWorkbench(page, url);
    await within(SUITE_LIMIT_MS, ended);
    return JSON.parse(await readFile(resultFile, "utf8")) as SuiteResult;
  } catch (error) {
    await page.screenshot({ path: "test-results/extension-host.png" }).catch(() => undefined);
    const log = [...complaints, server.output()].join("\n");
    throw new Error(`The suite in the extension host gave no result: ${String(error)}\n${log}`, {
      cause: error,
    });
  } finally {
    await page.context().close();
    await server.stop();
  }
}

/** VS Code runs tests only beside an extension under development; the one under test is installed from its package. */
async function emptyExtension(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    name: "driver",
    publisher: "outcome-lens-tests",
    version: "0.0.1",
    engines: { vscode: "*" },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

async function within(milliseconds: number, event: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`no end within ${milliseconds / 1000} s`));
    }, milliseconds);
  });
  try {
    await Promise.race([event, limit]);
  } finally {
    clearTimeout(timer);
  }
}
