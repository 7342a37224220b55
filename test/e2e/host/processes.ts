/** Child processes: run to the end, or keep as a group that can be stopped whole. */
import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";

export interface Finished {
  readonly code: number | null;
  /** Standard output and standard error, in the order of their arrival. */
  readonly output: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with every piece of output as it arrives. */
  readonly onOutput?: (text: string) => void;
}

/** Runs a program to its end. Rejects only when it can't be started. */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = collectOutput(child, options.onOutput);
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ code, output: output() });
    });
  });
}

/** Collects what a child writes; the returned function gives all of it so far. */
export function collectOutput(child: ChildProcess, onOutput?: (text: string) => void): () => string {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput?.(text);
    });
  }
  return () => output;
}

export function groupIsAlive(groupId: number): boolean {
  try {
    process.kill(-groupId, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Ends every process of a group: politely, and after `graceMs` by force.
 *
 * @param groupId process id of a child that was spawned with `detached: true`
 */
export async function stopGroup(groupId: number, graceMs = 4000): Promise<void> {
  signalGroup(groupId, "SIGTERM");
  const deadline = Date.now() + graceMs;
  while (groupIsAlive(groupId)) {
    if (Date.now() > deadline) signalGroup(groupId, "SIGKILL");
    await delay(50);
  }
}

function signalGroup(groupId: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-groupId, signal);
  } catch {
    // The group is gone already.
  }
}
