/** The command line as one bundle and a process: what only a real process can show. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const TEXT = "RESULTS: Wound healing was seen in 83 of 126 patients (69.1%).\n";

let folder = "";
let cli = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outcome-lens-bundle-"));
  cli = join(folder, "cli.mjs");
  const require =
    'import { createRequire as make } from "node:module"; const require = make(import.meta.url);';
  await build({
    entryPoints: ["server/src/cli.ts"],
    outfile: cli,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    mainFields: ["module", "main"],
    banner: { js: require },
    logLevel: "error",
  });
  await writeFile(join(folder, "a.txt"), TEXT);
  await writeFile(join(folder, "long.txt"), TEXT.repeat(1_000));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** @param readAtMost close our end of stdout after so many characters, as `head` does */
function start(args: readonly string[], stdin = "", readAtMost = Infinity): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
  let [out, err] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (out.length > readAtMost) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => (err += text));
  child.stdin.on("error", () => undefined).end(stdin);
  return new Promise((resolve, reject) => {
    child.on("error", reject).on("close", (code) => {
      resolve({ code, out, err });
    });
  });
}

describe("the command line as a process", { timeout: 30_000 }, () => {
  test("extracts, and ends with 0", async () => {
    const { code, out, err } = await start(["extract", "a.txt"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(JSON.parse(out)).toMatchObject({ format: "outcome-lens/extraction/1", source: { path: "a.txt" } });
  });

  test("checks, and ends with 1 on a finding", async () => {
    const { code, out } = await start(["check", "a.txt"]);
    expect(out).toMatch(/^a\.txt:1:36: warning percent-mismatch: /);
    expect(code).toBe(1);
  });

  test("ends with 2 when a document can't be read", async () => {
    const { code, err } = await start(["check", "gone.txt"]);
    expect(code).toBe(2);
    expect(err).toMatch(/^outcome-lens: gone\.txt: no such file\n/);
  });

  test("reads standard input", async () => {
    const { code, out } = await start(["check", "-"], TEXT);
    expect(out).toMatch(/^-:1:36: warning /);
    expect(code).toBe(1);
  });

  test("writes no colour, cursor or progress into a pipe", async () => {
    const { out, err } = await start(["export", "a.txt", "--out", "r.csv"]);
    expect(out + err).not.toContain("\u001b");
    expect(out + err).not.toContain("\r");
  });

  test("ends quietly when its reader goes away", async () => {
    const { code, err } = await start(["extract", "long.txt", "a.txt", "--format", "json"], "", 1000);
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  test("holds whole output back for a slow reader without losing any", async () => {
    const { out } = await start(["extract", "long.txt"]);
    expect((JSON.parse(out) as { source: unknown }).source).toMatchObject({ length: TEXT.length * 1_000 });
  });
});
