/** `npm start [-- FOLDER]`: VS Code with Outcome Lens loaded, on examples/ or the given folder. */
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { findProgram } from "../e2e/host/chromium.js";
import { installVSCode } from "../e2e/host/install.js";
import { run } from "../e2e/host/processes.js";
import { createProfile } from "../e2e/host/profile.js";
import { startServer } from "../e2e/host/serve.js";

const ROOT = process.cwd();

const say = (line: string): void => {
  console.log(line);
};

async function main(): Promise<number> {
  const folder = chosenFolder();
  if (folder === undefined) return 1;

  const built = await run(process.execPath, ["esbuild.js"]);
  if (built.code !== 0) {
    console.error(built.output);
    return 1;
  }
  const code = findProgram("code");
  if (code !== undefined && (await openDesktop(code, folder))) {
    say(`Opened ${folder} in VS Code with Outcome Lens loaded.`);
    return 0;
  }
  await serve(folder);
  return 0;
}

/** The folder named on the command line, as seen from where npm was called. */
function chosenFolder(): string | undefined {
  const [named] = process.argv.slice(2);
  const folder = named === undefined ? join(ROOT, "examples") : resolve(process.env.INIT_CWD ?? ROOT, named);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return folder;
  console.error(`There is no folder ${folder}. Usage: npm start [-- FOLDER]`);
  return undefined;
}

function openDesktop(code: string, folder: string): Promise<boolean> {
  return new Promise((done) => {
    const args = ["--new-window", `--extensionDevelopmentPath=${ROOT}`, folder];
    const child = spawn(code, args, { stdio: ["ignore", "ignore", "inherit"] });
    child.once("error", () => {
      done(false);
    });
    child.once("exit", (status) => {
      done(status === 0);
    });
  });
}

async function serve(folder: string): Promise<void> {
  // Asked for before anything starts: a signal may come while VS Code is being installed or started.
  const stopAsked = new Promise<void>((asked) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        asked();
      });
    }
  });
  const installing = installVSCode(join(ROOT, "test/e2e/host/vscode"), say);
  const vscode = await Promise.race([installing, stopAsked.then(() => undefined)]);
  if (vscode === undefined) return;
  const profile = await createProfile();
  try {
    await symlink(ROOT, join(profile.extensions, "outcome-lens"));
    const server = await startServer(vscode, profile, folder);
    say(`\nOutcome Lens is open in VS Code at ${server.url}/\nFolder: ${folder}\nCtrl-C stops it.`);
    await Promise.race([stopAsked, server.ended]);
    await server.stop();
  } finally {
    await profile.remove();
  }
}

process.exit(
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }),
);
