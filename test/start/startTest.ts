/** Tries `npm start` as a person would: starts it, looks, presses Ctrl-C. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import type { SuiteResult } from "../e2e/host/extensionTests.js";
import { collectOutput, run, stopGroup } from "../e2e/host/processes.js";
import { newPage, openWorkbench } from "../e2e/host/workbench.js";

const START_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 15_000;

export async function runStartTests(browser: Browser): Promise<SuiteResult> {
  const tests: readonly (readonly [name: string, test: () => Promise<void>])[] = [
    ["serves VS Code with findings, and Ctrl-C leaves nothing behind", () => servesAndStops(browser)],
    ["prefers a desktop VS Code", prefersDesktop],
    ["names a folder that is not there", namesMissingFolder],
  ];
  const lines: string[] = [];
  let failed = 0;
  for (const [name, test] of tests) {
    try {
      await test();
      lines.push(`ok    ${name}`);
    } catch (error) {
      failed += 1;
      lines.push(`FAIL  ${name}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    }
  }
  return { passed: tests.length - failed, failed, report: lines.join("\n") };
}

async function prefersDesktop(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-lens-desktop-"));
  try {
    await writeFile(join(folder, "code"), '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/arguments"\n', {
      mode: 0o755,
    });
    const env = { ...process.env, PATH: [folder, process.env.PATH].join(delimiter) };
    const { code, output } = await run("npm", ["start"], { env });
    assert.equal(code, 0, output);
    const seen = (await readFile(join(folder, "arguments"), "utf8")).trim().split("\n");
    assert.ok(seen.includes(`--extensionDevelopmentPath=${process.cwd()}`), seen.join(" "));
    assert.equal(seen.at(-1), join(process.cwd(), "examples"));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function namesMissingFolder(): Promise<void> {
  const { code, output } = await run("npm", ["start", "--", "no-such-folder"]);
  assert.equal(code, 1, output);
  assert.match(output, /There is no folder .*no-such-folder/);
}

/** @throws when the workbench shows no findings, or when a process outlives Ctrl-C */
async function servesAndStops(browser: Browser): Promise<void> {
  const mark = `OUTCOME_LENS_START_TEST=${randomUUID()}`;
  const [name = "", value] = mark.split("=");
  const child = spawn("npm", ["start"], {
    env: { ...process.env, PATH: pathWithoutDesktop(), [name]: value },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const group = child.pid;
  assert.ok(group !== undefined, "npm could not be started");
  const output = collectOutput(child);
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  try {
    const url = await printedAddress(output, () => (child.exitCode ?? child.signalCode) !== null);
    await seeFindings(await newPage(browser), url);

    // Ctrl-C in a terminal reaches the whole group.
    process.kill(-group, "SIGINT");
    await Promise.race([ended, delay(STOP_LIMIT_MS, undefined, { ref: false })]);
    assert.notEqual(child.exitCode ?? child.signalCode, null, `npm start did not stop:\n${output()}`);
    assert.deepEqual(processesMarked(mark), [], "processes are left after Ctrl-C");
    await assert.rejects(fetch(url), "the address still answers after Ctrl-C");
  } finally {
    await stopGroup(group);
  }
}

function pathWithoutDesktop(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.filter((folder) => !existsSync(join(folder, "code"))).join(delimiter);
}

async function printedAddress(output: () => string, hasExited: () => boolean): Promise<string> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && !hasExited()) {
    const url = /at (http:\/\/127\.0\.0\.1:\d+\/)/.exec(output())?.[1];
    if (url !== undefined) return url;
    await delay(100);
  }
  throw new Error(`npm start printed no address:\n${output()}`);
}

async function seeFindings(page: Page, url: string): Promise<void> {
  try {
    await openWorkbench(page, url);
    await page.locator(".explorer-folders-view .monaco-list-row", { hasText: ".txt" }).first().dblclick();
    await page.locator(".squiggly-error, .squiggly-warning").first().waitFor({ timeout: 30_000 });
  } catch (error) {
    await page.screenshot({ path: "test-results/failed-start.png" });
    throw error;
  } finally {
    await page.context().close();
  }
}

/** Living processes that inherited the mark; their command lines. Empty where the system does not tell. */
function processesMarked(mark: string): string[] {
  if (!existsSync("/proc/self/environ")) return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => read(`/proc/${pid}/environ`).split("\0").includes(mark))
    .map((pid) => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll("\0", " ")}`);
}

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
