/** Files that cannot be lost: real files, real processes, and one of them killed between writing and renaming. */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { listFiles, readText, updateText } from "../../../server/src/host/fileStore.js";

let root: string;
/** The store as a program of its own, for a second window and for one that is killed. */
let program: string;
const folders: string[] = [];
const running = new Set<ChildProcess>();

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "outcome-lens-store-"));
  program = join(root, "store.mjs");
  await build({
    stdin: {
      contents: `
        import { updateText } from "./server/src/host/fileStore.ts";
        const [path, name, times] = process.argv.slice(2);
        for (let i = 0; i < Number(times); i++)
          await updateText(path, (text) => JSON.stringify([...JSON.parse(text ?? "[]"), name + i]));
      `,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: program,
  });
});

afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

afterAll(() => rm(root, { recursive: true, force: true }));

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "outcome-lens-store-"));
  folders.push(made);
  return made;
}

/** Runs a program; `wrapper` may hold it under limits of the system. */
function run(
  command: string,
  ...args: readonly string[]
): { child: ChildProcess; ended: Promise<number | null> } {
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  running.add(child);
  const ended = new Promise<number | null>((resolve) => {
    child.on("close", (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, ended };
}

const window = (path: string, name: string, times: number) =>
  run(process.execPath, program, path, name, String(times));

describe("updateText", () => {
  test("makes the folders that are missing, and leaves nothing beside the file", async () => {
    const at = await folder();
    const path = join(at, ".outcome-review/anna/abstracts/a.txt.json");
    await updateText(path, (text) => {
      expect(text).toBeNull();
      return "one";
    });
    await updateText(path, (text) => `${text ?? ""} two`);
    await updateText(path, () => null);
    expect(await readText(path)).toBe("one two");
    expect(await listFiles(at, "")).toEqual([".outcome-review/anna/abstracts/a.txt.json"]);
  });

  test("writes nothing where the change throws", async () => {
    const path = join(await folder(), "a.json");
    await writeFile(path, "as it was");
    const refused = updateText(path, () => {
      throw new Error("a.json:1:1: no valid JSON");
    });
    await expect(refused).rejects.toThrow("no valid JSON");
    expect(await readText(path)).toBe("as it was");
    expect(await readdir(join(path, ".."))).toEqual(["a.json"]);
  });

  test("two windows on one file lose nothing of each other's", async () => {
    const at = await folder();
    const path = join(at, "a.json");
    const codes = await Promise.all(["a", "b", "c"].map((name) => window(path, name, 12).ended));
    expect(codes).toEqual([0, 0, 0]);
    const kept = JSON.parse(await readFile(path, "utf8")) as string[];
    expect([...kept].sort()).toEqual(
      ["a", "b", "c"].flatMap((name) => Array.from({ length: 12 }, (_, i) => `${name}${i}`)).sort(),
    );
    expect(await readdir(at)).toEqual(["a.json"]);
  }, 30_000);

  test("a program killed at any moment leaves the file whole, and the next one goes on", async () => {
    const at = await folder();
    const path = join(at, "a.json");
    for (const milliseconds of [60, 90, 120, 150]) {
      const { child, ended } = window(path, "k", 100_000);
      await expect
        .poll(
          () =>
            stat(path).then(
              () => true,
              () => false,
            ),
          { timeout: 10_000 },
        )
        .toBe(true);
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      child.kill("SIGKILL");
      await ended;
      const before = JSON.parse(await readFile(path, "utf8")) as string[];
      expect(before.length).toBeGreaterThan(0);
      await abandon(at);
      await updateText(path, (text) => JSON.stringify([...(JSON.parse(text ?? "[]") as string[]), "next"]));
      expect(JSON.parse(await readFile(path, "utf8"))).toEqual([...before, "next"]);
    }
  }, 60_000);

  /** What a killed program left is old by now. */
  async function abandon(at: string): Promise<void> {
    const longAgo = new Date(Date.now() - 3_600_000);
    for (const name of await readdir(at))
      if (name !== "a.json") await utimes(join(at, name), longAgo, longAgo);
  }

  test("what was killed between writing and renaming is tidied away", async () => {
    const at = await folder();
    await writeFile(join(at, ".outcome-lens-0123456789ab.tmp"), '{ "half');
    await writeFile(join(at, "a.json.lock"), "");
    await abandon(at);
    await writeFile(join(at, ".outcome-lens-ba9876543210.tmp"), "being written by another window");
    await updateText(join(at, "a.json"), () => "whole");
    expect((await readdir(at)).sort()).toEqual([".outcome-lens-ba9876543210.tmp", "a.json"]);
    expect(await readText(join(at, "a.json"))).toBe("whole");
  });

  test.skipIf(process.platform !== "linux")("a folder closed to all is named", async () => {
    // Nobody may make folders here, root included.
    const path = "/sys/outcome-lens/a.json";
    await expect(updateText(path, () => "x")).rejects.toThrow(
      /^\/sys\/outcome-lens\/a\.json: (may not|lies on a read-only)/,
    );
    const at = await folder();
    await writeFile(join(at, ".outcome-review"), "a file where the folder belongs");
    await expect(updateText(join(at, ".outcome-review/a.json"), () => "x")).rejects.toThrow("a.json: ");
  });

  test.skipIf(process.platform !== "linux")(
    "a full disk leaves the file as it was",
    async () => {
      const at = await folder();
      const path = join(at, "a.json");
      await writeFile(path, JSON.stringify(["x".repeat(100)]));
      // A limit of 512 bytes for each file: writing more fails as it does where the disk has no room.
      const code = await run(
        "bash",
        "-c",
        `ulimit -f 1; trap '' XFSZ; exec "$0" "$@"`,
        process.execPath,
        program,
        path,
        "y".repeat(5000),
        "1",
      ).ended;
      expect(code).not.toBe(0);
      expect(await readText(path)).toBe(JSON.stringify(["x".repeat(100)]));
      expect(await readdir(at)).toEqual(["a.json"]);
    },
    20_000,
  );

  test("a link is followed", async () => {
    const at = await folder();
    await mkdir(join(at, "real"));
    await writeFile(join(at, "real/a.json"), "1");
    await symlink("real/a.json", join(at, "a.json"));
    await updateText(join(at, "a.json"), (text) => `${text ?? ""}2`);
    expect(await readText(join(at, "real/a.json"))).toBe("12");
  });
});
