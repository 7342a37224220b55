/** The suite that VS Code's extension host runs: `run()` rejects where a test failed. */
import * as mochaModule from "mocha";

type MochaClass = typeof mochaModule.default;

/** Mocha hands itself out differently to `require` on different Node versions. */
const Mocha = ((mochaModule as { default?: MochaClass }).default ?? mochaModule) as MochaClass;

export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "tdd", timeout: 20_000, color: false });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  // Their `suite(...)` calls need the globals that the line above defines.
  await import("./reading.js");
  await import("./commands.js");
  await import("./restraint.js");
  return new Promise((resolve, reject) => {
    const runner = mocha.run((failed) => {
      const passed = runner.stats?.passes ?? 0;
      console.log(`extension host: ${passed} passed, ${failed} failed`);
      if (failed === 0) resolve();
      else reject(new Error(`${failed} tests failed in the extension host`));
    });
  });
}
