/** Runs the pinned VS Code as a server on the loopback interface. */
import { spawn } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import type { VSCode } from "./install.js";
import { collectOutput, run, stopGroup, type Finished } from "./processes.js";
import type { Profile } from "./profile.js";

export interface Server {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  /** Everything the server has written so far. */
  output(): string;
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Ends the server and every process it started. */
  stop(): Promise<void>;
}

const START_LIMIT_MS = 60_000;

/**
 * Starts VS Code on a port that the system chooses and waits until it answers.
 *
 * @param folder opened by the bare address
 * @param env added to the environment of the server and its extension host
 */
export async function startServer(
  vscode: VSCode,
  profile: Profile,
  folder: string,
  env: NodeJS.ProcessEnv = {},
): Promise<Server> {
  const args = [
    vscode.entry,
    ...profileArguments(profile),
    ...["--auth", "none", "--bind-addr", "127.0.0.1:0"],
    "--ignore-last-opened",
    ...["workspace-trust", "getting-started-override", "telemetry", "update-check"].map(
      (name) => `--disable-${name}`,
    ),
    folder,
  ];
  const child = spawn(process.execPath, args, {
    env: { ...profile.env, ...env },
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = collectOutput(child);
  const ended = new Promise<void>((resolve) => {
    child.once("close", () => {
      resolve();
    });
    child.once("error", () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    if (child.pid !== undefined) await stopGroup(child.pid);
  };
  try {
    const url = await answering(output, () => (child.exitCode ?? child.signalCode) !== null);
    return { url, output, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs one of VS Code's own command-line actions, such as `--install-extension`. */
export function runVSCode(vscode: VSCode, profile: Profile, ...args: string[]): Promise<Finished> {
  return run(process.execPath, [vscode.entry, ...profileArguments(profile), ...args], { env: profile.env });
}

function profileArguments(profile: Profile): string[] {
  return [
    ...["--config", profile.config],
    ...["--user-data-dir", profile.userData],
    ...["--extensions-dir", profile.extensions],
  ];
}

async function answering(output: () => string, hasExited: () => boolean): Promise<string> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && !hasExited()) {
    const url = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(output())?.[1];
    if (url !== undefined && (await isHealthy(url))) return url;
    await delay(50);
  }
  throw new Error(`VS Code did not start:\n${output()}`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).ok;
  } catch {
    return false;
  }
}
