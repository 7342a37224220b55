/** The steps of `npm test`: each gives its counts, and its output when something is wrong. */
import { mkdir, readFile, rm } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { run } from "./e2e/host/processes.js";

export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** Shown when something failed. */
  readonly output: string;
  /** Shown always, a line each. */
  readonly remarks?: readonly string[];
}

export interface Step {
  readonly name: string;
  /** Names of steps without whose success this one has no meaning. */
  readonly needs?: readonly string[];
  readonly run: () => Promise<Outcome>;
}

/** Output goes into a report, so no colours. */
const PLAIN = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };

/** A program that passes or fails as a whole; a name without a slash is one of node_modules/.bin. */
export function command(name: string, program: string, ...args: string[]): Step {
  return {
    name,
    run: async () => {
      const path = program === "node" ? process.execPath : join("node_modules/.bin", program);
      const { code, output } = await run(path, args, { env: PLAIN });
      return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
    },
  };
}

/** The part of vitest's JSON report that is used here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: "passed" | "failed";
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** All that vitest runs: unit, golden, in-memory language server. */
export const vitest = vitestStep("unit, golden, language server", join("node_modules/.bin", "vitest"), "run");

/** Exports opened with the programs they are for; not run where those are absent and can't be installed. */
export const interop = vitestStep("other programs", process.execPath, "test/interop/run.js");

/** Shards over ssh; not run where its programs are absent and can't be installed. */
export const cluster: Step = {
  name: "cluster",
  needs: ["build"],
  run: async () => {
    const { code, output } = await run(process.execPath, ["test/e2e/cluster/run.js"], { env: PLAIN });
    if (code === NOT_INSTALLED) return notRun(output);
    const passed = Number(/^(\d+) passed, 0 failed$/m.exec(output)?.[1] ?? 0);
    return code === 0 ? { passed, failed: 0, output } : { passed: 0, failed: 1, output };
  },
};

/** What `installMissing` ends a process with. */
const NOT_INSTALLED = 2;

function notRun(output: string): Outcome {
  const lines = output.trim().split("\n");
  return { passed: 0, failed: 0, output, remarks: [`not run: ${lines.at(-1) ?? ""}`] };
}

/** @param args of a program that runs vitest with what stands behind them */
function vitestStep(name: string, program: string, ...args: readonly string[]): Step {
  return { name, run: () => runVitest(program, args) };
}

async function runVitest(program: string, args: readonly string[]): Promise<Outcome> {
  const file = resolve("test-results/vitest.json");
  await mkdir("test-results", { recursive: true });
  await rm(file, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const { code, output } = await run(program, [...args, ...reporters], { env: PLAIN });
  const text = await readFile(file, "utf8").catch(() => undefined);
  if (text === undefined) {
    return code === NOT_INSTALLED ? notRun(output) : { passed: 0, failed: 1, output };
  }
  const report = JSON.parse(text) as VitestReport;
  // A file that could not be loaded fails without a failed test of its own.
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((each) => each.status === "failed"),
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    failed: code === 0 ? failed : Math.max(failed, 1),
    output,
    remarks: countsByFolder(report),
  };
}

function countsByFolder(report: VitestReport): string[] {
  const counts = new Map<string, number>();
  for (const { name, assertionResults } of report.testResults) {
    const folder = relative(process.cwd(), name).split(sep).slice(0, 2).join("/");
    counts.set(folder, (counts.get(folder) ?? 0) + assertionResults.length);
  }
  return [...counts].sort().map(([folder, count]) => `${folder}: ${count}`);
}
