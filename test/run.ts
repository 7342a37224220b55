/**
 * `npm test`: every check of the house, one after the other, and a summary at the end.
 * `npm test -- NAME...` runs the steps so named, and those that they need.
 */
import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { launchChromium } from "./e2e/host/chromium.js";
import { runExtensionTests, type SuiteResult } from "./e2e/host/extensionTests.js";
import { installVSCode, type VSCode } from "./e2e/host/install.js";
import { createProfile, type Profile } from "./e2e/host/profile.js";
import { runVSCode } from "./e2e/host/serve.js";
import { runWorkbenchTests } from "./e2e/host/workbenchTests.js";
import { runStartTests } from "./start/startTest.js";
import { cluster, command, interop, vitest, type Outcome, type Step } from "./steps.js";

const VSIX = "dist/outcome-lens.vsix";

/** What the end-to-end steps share; made by the first of them, given back at the end. */
interface Stage {
  readonly vscode: VSCode;
  readonly browser: Browser;
  readonly profile: Profile;
}
let stage: Stage | undefined;

const say = (line: string): void => {
  console.log(`      ${line}`);
};

const steps: readonly Step[] = [
  command("type check", "tsc", "--noEmit"),
  command("type check of webviews", "tsc", "--noEmit", "-p", "client/src/webview"),
  command("lint", "eslint", "--max-warnings", "0", "."),
  command("format", "prettier", "--check", "--log-level", "warn", "."),
  command("build", "node", "esbuild.js"),
  vitest,
  cluster,
  interop,
  {
    ...command(
      "package",
      "vsce",
      "package",
      "--no-dependencies",
      "--allow-missing-repository",
      "--no-rewrite-relative-links",
      "--out",
      VSIX,
    ),
    needs: ["build"],
  },
  { name: "VS Code with the package", needs: ["package"], run: setStage },
  { name: "extension host", needs: ["VS Code with the package"], run: extensionHost },
  { name: "workbench", needs: ["VS Code with the package"], run: workbench },
  { name: "npm start", needs: ["VS Code with the package"], run: start },
];

async function setStage(): Promise<Outcome> {
  const vscode = await installVSCode("test/e2e/host/vscode", say);
  const browser = await launchChromium(say);
  const profile = await createProfile();
  stage = { vscode, browser, profile };
  const { code, output } = await runVSCode(vscode, profile, "--install-extension", VSIX);
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

function theStage(): Stage {
  if (stage === undefined) throw new Error("The stage was not set.");
  return stage;
}

async function extensionHost(): Promise<Outcome> {
  const { vscode, profile, browser } = theStage();
  const workspace = join(profile.root, "suite-workspace", "examples");
  await cp("examples", workspace, { recursive: true });
  const suite = join(process.cwd(), "dist/test/suite.cjs");
  return outcomeOf(await runExtensionTests(vscode, profile, browser, suite, workspace));
}

async function workbench(): Promise<Outcome> {
  const { vscode, profile, browser } = theStage();
  return outcomeOf(await runWorkbenchTests(vscode, profile, browser, "examples"));
}

async function start(): Promise<Outcome> {
  return outcomeOf(await runStartTests(theStage().browser));
}

function outcomeOf({ passed, failed, report }: SuiteResult): Outcome {
  const lines = report.split("\n");
  const isGood = (line: string): boolean => line.startsWith("ok ");
  const output = lines.filter((line) => !isGood(line)).join("\n");
  return { passed, failed, output, remarks: lines.filter(isGood) };
}

/** The steps that the command line names, with what they need; all of them where it names none. */
function chosenSteps(names: readonly string[]): readonly Step[] {
  if (names.length === 0) return steps;
  const wanted = new Set<Step>();
  const want = (name: string): void => {
    const step = steps.find((each) => each.name === name);
    if (step === undefined)
      throw new Error(`There is no step "${name}": ${steps.map((each) => each.name).join(", ")}`);
    wanted.add(step);
    step.needs?.forEach(want);
  };
  names.forEach(want);
  return steps.filter((step) => wanted.has(step));
}

async function attempt(step: Step, failedSteps: ReadonlySet<string>): Promise<Outcome> {
  const missing = step.needs?.find((name) => failedSteps.has(name));
  if (missing !== undefined) return { passed: 0, failed: 1, output: `not run, because "${missing}" failed` };
  try {
    return await step.run();
  } catch (error) {
    return {
      passed: 0,
      failed: 1,
      output: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

async function runAll(): Promise<boolean> {
  const started = Date.now();
  const seconds = (since: number): string => `${((Date.now() - since) / 1000).toFixed(1)} s`;
  const failedSteps = new Set<string>();
  let passed = 0;
  let failed = 0;
  await rm("test-results", { recursive: true, force: true });
  for (const step of chosenSteps(process.argv.slice(2))) {
    const begun = Date.now();
    const outcome = await attempt(step, failedSteps);
    passed += outcome.passed;
    failed += outcome.failed;
    const good = outcome.failed === 0;
    if (!good) failedSteps.add(step.name);
    const counts = `${outcome.passed} passed, ${outcome.failed} failed`;
    console.log(`${good ? "ok   " : "FAIL "} ${step.name.padEnd(32)} ${counts.padEnd(24)} ${seconds(begun)}`);
    for (const remark of outcome.remarks ?? []) say(remark);
    if (!good) console.log(outcome.output);
  }
  await stage?.browser.close();
  await stage?.profile.remove();

  console.log("");
  for (const name of failedSteps) console.log(`failed: ${name}`);
  console.log(`${seconds(started)} in all`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0;
}

process.exitCode = (await runAll()) ? 0 : 1;
