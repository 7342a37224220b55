/** Shards over real ssh logins with GNU parallel; one worker is killed, the run resumed, and the result is that of one process. */
import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { pubmedXml } from "../../bench/pubmedXml.js";

const SHARDS = 6;
const RECORDS = 120;

/** @param cli the built command line */
export async function cluster(cli: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "outcome-lens-cluster-"));
  let sshd: ChildProcess | undefined;
  try {
    mkdirSync(join(folder, "in"));
    for (let i = 0; i < SHARDS; i++) {
      const xml = [...pubmedXml(i * RECORDS, RECORDS)].join("");
      writeFileSync(join(folder, "in", `part${String(i)}.xml.gz`), gzipSync(xml));
    }
    const port = await freePort();
    sshd = startSshd(folder, port);
    const lens = (...args: readonly string[]): Buffer =>
      execFileSync(process.execPath, [cli, ...args], { cwd: folder, maxBuffer: 1 << 30 });
    lens("shard", "plan", "in", "--files", "1", "--out", "plan.json");

    const parallel = parallelWith(folder, port, cli);
    const first = parallel.run();
    const killed = await killOne(folder);
    expect(await first, (code) => code !== 0, "a killed worker makes parallel fail");
    console.log(`one worker of two ssh logins was killed (process ${String(killed)})`);
    expect(await parallel.run("--resume-failed"), (code) => code === 0, "the failed shard is run again");
    lens("shard", "merge", "plan.json", "--out", "corpus.ndjson.gz");
    const merged = gunzipSync(readFileSync(join(folder, "corpus.ndjson.gz")));
    const alone = lens(
      "extract",
      ...readdirSync(join(folder, "in"))
        .sort()
        .map((name) => `in/${name}`),
    );
    expect(merged.equals(alone), (same) => same, "merged shards are what one process writes, to the byte");
    const lines = merged.toString("utf8").trimEnd().split("\n").length;
    expect(lines, (count) => count === SHARDS * RECORDS, "every record is there once");
    console.log(`${String(lines)} extractions in ${String(SHARDS)} shards, byte-identical with one process`);
    console.log("4 passed, 0 failed");
  } finally {
    sshd?.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function expect<T>(value: T, holds: (value: T) => boolean, what: string): void {
  if (!holds(value)) throw new Error(`not so: ${what} (${String(value).slice(0, 200)})`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}

/** An ssh server of our own on this machine alone, with keys made for it. */
function startSshd(folder: string, port: number): ChildProcess {
  for (const name of ["host", "user"]) {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(folder, name)]);
  }
  const config = join(folder, "sshd_config");
  writeFileSync(
    config,
    [
      `Port ${String(port)}`,
      "ListenAddress 127.0.0.1",
      "ListenAddress 127.0.0.2",
      `HostKey ${join(folder, "host")}`,
      `AuthorizedKeysFile ${join(folder, "user.pub")}`,
      "PidFile none",
      "StrictModes no",
      "UsePAM no",
      "PasswordAuthentication no",
      "",
    ].join("\n"),
  );
  if (userInfo().uid === 0) mkdirSync("/run/sshd", { recursive: true });
  return spawn("/usr/sbin/sshd", ["-D", "-f", config], { stdio: ["ignore", "ignore", "inherit"] });
}

function parallelWith(
  folder: string,
  port: number,
  cli: string,
): { run(...more: string[]): Promise<number> } {
  const ssh = `ssh -p ${String(port)} -i ${join(folder, "user")} -o BatchMode=yes -o StrictHostKeyChecking=no -o UserKnownHostsFile=/dev/null -o LogLevel=ERROR -o ConnectionAttempts=20`;
  const { username } = userInfo();
  const ids = Array.from({ length: SHARDS }, (_, i) => String(i + 1));
  return {
    run: (...more) =>
      new Promise((resolve, reject) => {
        const args = ["--will-cite", "--ssh", ssh, "-S", `1/${username}@127.0.0.1,1/${username}@127.0.0.2`, "--workdir", folder, "--joblog", join(folder, "joblog"), ...more, process.execPath, cli, "shard", "run", "plan.json", "{}", ":::", ...ids]; // prettier-ignore
        spawn("parallel", args, { cwd: folder, stdio: ["ignore", "ignore", "inherit"] })
          .on("error", reject)
          .on("close", (code) => {
            resolve(code ?? 255);
          });
      }),
  };
}

/** Kills the process that writes a shard, in the middle of it. */
async function killOne(folder: string): Promise<number> {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    const shards = join(folder, "plan.shards");
    const writing = entries(shards).find((name) => name.endsWith(".tmp"));
    const id = Number(writing?.slice(1, 6));
    const pid = writing === undefined ? undefined : entries("/proc").find((name) => runs(name, folder, id));
    if (pid !== undefined) {
      process.kill(Number(pid), "SIGKILL");
      return Number(pid);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("no worker began");
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Whether the process is a Node of this test that does this shard. */
function runs(pid: string, folder: string, id: number): boolean {
  if (!/^\d+$/.test(pid)) return false;
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
    const cwd = execFileSync("readlink", [`/proc/${pid}/cwd`], { encoding: "utf8" }).trim();
    return (
      cwd === folder && words[0] === process.execPath && words.at(-2) === String(id) && words.includes("run")
    );
  } catch {
    return false;
  }
}
