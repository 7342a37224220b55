/** Tries `npm start` as a person without a desktop VS Code would: starts it, looks, presses Ctrl-C. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { collectOutput, stopGroup } from "../e2e/host/processes.js";
import { newPage, openWorkbench } from "../e2e/host/workbench.js";

const START_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 15_000;

/** @throws when the workbench shows no findings, or when a process outlives Ctrl-C */
export async function startTest(browser: Browser): Promise<void> {
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
