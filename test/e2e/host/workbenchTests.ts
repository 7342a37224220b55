/**
 * Runs the tests that drive the workbench, each in a page and a workspace of its own. One that fails is run once more: a
 * loaded machine can make VS Code itself too slow. What failed the first time is printed all the same.
 */
import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { workbenchTests } from "../workbench/index.js";
import type { VSCode } from "./install.js";
import type { Profile } from "./profile.js";
import type { SuiteResult } from "./extensionTests.js";
import { startServer, type Server } from "./serve.js";
import { newPage, openWorkbench, workbenchUrl } from "./workbench.js";

const PICTURES = "test-results";

/** @param examples folder that each test gets a copy of */
export async function runWorkbenchTests(
  vscode: VSCode,
  profile: Profile,
  browser: Browser,
  examples: string,
): Promise<SuiteResult> {
  await mkdir(PICTURES, { recursive: true });
  const server = await startServer(vscode, profile, profile.root);
  const lines: string[] = [];
  let failed = 0;
  try {
    for (const [index, test] of workbenchTests.entries()) {
      const started = Date.now();
      const once = async (turn: string): Promise<string | undefined> => {
        const workspace = join(profile.root, `workspace-${index}${turn}`, "examples");
        await cp(examples, workspace, { recursive: true });
        return runOne(server, browser, workspace, test);
      };
      const first = await once("");
      const last = first === undefined ? undefined : await once("-again");
      const time = `(${Date.now() - started} ms)`;
      if (first !== undefined) console.log(`      failed at the first attempt: ${test.name}\n${first}`);
      lines.push(last === undefined ? `ok    ${test.name} ${time}` : `FAIL  ${test.name} ${time}\n${last}`);
      if (last !== undefined) failed += 1;
    }
  } finally {
    await server.stop();
  }
  return { passed: workbenchTests.length - failed, failed, report: lines.join("\n") };
}

/** Gives what went wrong, or nothing. */
async function runOne(
  server: Server,
  browser: Browser,
  workspace: string,
  test: (typeof workbenchTests)[number],
): Promise<string | undefined> {
  const page = await newPage(browser);
  page.setDefaultTimeout(30_000);
  const url = workbenchUrl(server, workspace);
  const screenshot = async (name: string): Promise<void> => {
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  };
  try {
    await openWorkbench(page, url);
    await test.run({ page, url, workspace, screenshot });
    return undefined;
  } catch (error) {
    await screenshot(`failed-${test.name.replace(/\W+/g, "-")}`).catch(() => undefined);
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    await page.context().close();
  }
}
