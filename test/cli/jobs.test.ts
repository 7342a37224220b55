/** Long runs as processes: workers keep the order, and a run that is killed goes on without losing, doubling or breaking a document. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { nbib, pubmedXml } from "../bench/pubmedXml.js";

/** So often a run is killed; the full measure is OUTCOME_LENS_KILLS=50. */
const KILLS = Number(process.env["OUTCOME_LENS_KILLS"] ?? 2);
const RECORDS = 60;

let folder = "";
let whole = Buffer.alloc(0);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-lens-jobs-"));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  await build({
    entryPoints: { cli: "server/src/cli.ts", "entry/worker": "node_modules/tinypool/dist/entry/worker.js" },
    outdir: folder,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    mainFields: ["module", "main"],
    banner: {
      js: 'import { createRequire as make } from "node:module"; const require = make(import.meta.url);',
    },
    logLevel: "error",
  });
  await writeFile(join(folder, "a.xml.gz"), gzipSync([...pubmedXml(0, RECORDS)].join("")));
  await writeFile(join(folder, "b.nbib"), nbib(1000, 30));
  await mkdir(join(folder, "texts"));
  for (let i = 0; i < 20; i++) {
    await writeFile(
      join(folder, "texts", `${String(i)}.txt`),
      `RESULTS: Falls occurred in ${String(i)} of 40 patients.\n`,
    );
  }
  await writeFile(join(folder, "texts", "zip.txt"), Buffer.from([80, 75, 0, 1]));
  const { code } = await start(["extract", ...INPUTS, "--out", "whole.ndjson"]).ended;
  expect(code).toBe(2);
  whole = await readFile(join(folder, "whole.ndjson"));
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const INPUTS = ["a.xml.gz", "gone.txt", "b.nbib", "texts"];

interface Ended {
  readonly code: number | null;
  readonly err: string;
}

function start(args: readonly string[]): { readonly kill: () => void; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, ["cli.js", ...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdout.resume();
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject).on("close", (code) => {
      resolve({ code, err });
    });
  });
  return { kill: () => child.kill("SIGKILL"), ended };
}

const named = (text: Buffer): string[] =>
  text
    .toString("utf8")
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { source: { path: string } }).source.path);

describe("a long run", { timeout: Math.max(600_000, KILLS * 60_000) }, () => {
  test("writes every study once, in order, past what can't be read", () => {
    const paths = named(whole);
    expect(paths).toHaveLength(RECORDS + 50);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths[0]).toBe("a.xml.gz#40000000");
    expect(paths[RECORDS]).toBe("b.nbib#40001000");
  });

  test("with two workers says the same, to the byte", async () => {
    const { code, err } = await start(["extract", ...INPUTS, "--jobs", "2", "--out", "two.ndjson"]).ended;
    expect(err).toContain("gone.txt: no such file");
    expect(err).toContain("texts/zip.txt: is no text");
    expect(code).toBe(2);
    expect(whole.equals(await readFile(join(folder, "two.ndjson")))).toBe(true);
  });

  test(`killed ${String(KILLS)} times at a random moment and resumed, says the same, to the byte`, async () => {
    const args = ["extract", ...INPUTS, "--jobs", "2", "--out", "killed.ndjson", "--resume"];
    const before = Date.now();
    await start(["extract", ...INPUTS, "--jobs", "2", "--out", "timed.ndjson"]).ended;
    const duration = Date.now() - before;
    let [rounds, kills] = [0, 0];
    while (kills < KILLS && rounds++ < KILLS * 3 + 10) {
      const run = start(args);
      const timer = setTimeout(run.kill, Math.random() * duration);
      const { code } = await run.ended;
      clearTimeout(timer);
      if (code === null) kills++;
      else expect(whole.equals(await readFile(join(folder, "killed.ndjson")))).toBe(true);
    }
    expect(kills).toBe(KILLS);
    const { code } = await start(args).ended;
    expect(code).toBe(2);
    expect(whole.equals(await readFile(join(folder, "killed.ndjson")))).toBe(true);
    expect((await readdir(folder)).filter((name) => name.startsWith("killed."))).toEqual(["killed.ndjson"]);
  });

  test("goes on only with --resume, and only over the same inputs", async () => {
    const args = ["extract", "texts", "--out", "held.ndjson"];
    const head = { format: "outcome-lens/resume/1", inputs: "others" };
    await writeFile(join(folder, "held.ndjson.journal"), `${JSON.stringify(head)}\n`);
    expect((await start(args).ended).err).toContain("--resume goes on with it");
    const { code, err } = await start([...args, "--resume"]).ended;
    expect(err).toContain("inputs or rules changed since");
    expect(code).toBe(2);
  });
});
