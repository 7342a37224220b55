/** The built command line run as a user would run it, and what it has used. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Used {
  /** By the clock. */
  readonly seconds: number;
  /** User and system, of all threads. */
  readonly processor: number;
  /** Peak of the whole process, MB. */
  readonly memory: number;
}

/** Writes what the process has used when it ends; workers load it too, and leave it to the main thread. */
const METER = `data:text/javascript,${encodeURIComponent(
  'import { writeFileSync } from "node:fs"; import { isMainThread } from "node:worker_threads"; if (isMainThread) process.on("exit", () => writeFileSync(process.env.USAGE, JSON.stringify(process.resourceUsage())));',
)}`;

/**
 * @param cli the built command line
 * @param folder that it runs in; what it notes of itself is left there
 */
export async function use(cli: string, folder: string, args: readonly string[]): Promise<Used> {
  const usage = join(folder, `usage-${randomUUID()}.json`);
  const started = performance.now();
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", METER, cli, ...args], {
      cwd: folder,
      env: { ...process.env, USAGE: usage },
      stdio: ["ignore", "ignore", "ignore"],
    });
    child.on("error", reject).on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${args.join(" ")}: exit code ${String(code)}`));
    });
  });
  const seconds = (performance.now() - started) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(
    await readFile(usage, "utf8"),
  ) as NodeJS.ResourceUsage;
  return { seconds, processor: (userCPUTime + systemCPUTime) / 1e6, memory: maxRSS / 1024 };
}
