/** The suite that VS Code's extension host runs: `run()` leaves its result in the file that the environment names. */
import { writeFile } from "node:fs/promises";
import { RESULT_VARIABLE, type SuiteResult } from "../host/extensionTests.js";

/** @throws Error where a test failed */
export async function run(): Promise<void> {
  const result = await runTests();
  const file = process.env[RESULT_VARIABLE];
  if (file !== undefined) await writeFile(file, JSON.stringify(result));
  console.log(result.report);
  if (result.failed > 0) throw new Error(`${result.failed} tests failed in the extension host`);
}

async function runTests(): Promise<SuiteResult> {
  // Mocha is an ES module, and this file is bundled as CommonJS.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "tdd", timeout: 60_000, reporter: Mocha.reporters.Base });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  // Their `suite(...)` calls need the globals that the line above defines.
  await import("./reading.js");
  await import("./commands.js");
  await import("./restraint.js");
  const lines: string[] = [];
  let passed = 0;
  return new Promise((resolve) => {
    const runner = mocha.run((failed) => {
      resolve({ passed, failed, report: lines.join("\n") });
    });
    runner.on("pass", (test) => {
      passed += 1;
      lines.push(`ok    ${test.fullTitle()} (${test.duration ?? 0} ms)`);
    });
    runner.on("fail", (test, error: Error) => {
      lines.push(`FAIL  ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
  });
}
