import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findTargets } from "../../../server/src/cli/inputs.js";
import { desk } from "./testIo.js";

const FILES = {
  "b.txt": "",
  "a.md": "",
  "A.TXT": "",
  "sub/c.abstract": "",
  "sub/d.csv": "",
  "sub/node_modules/e.txt": "",
  ".hidden/f.txt": "",
  "odd [1].txt": "",
  "é.txt": "",
};

async function found(...args: string[]): Promise<string[]> {
  const { folder, put } = await desk();
  await put(FILES);
  const targets = await findTargets(args, folder);
  return targets.map((target) => ("path" in target ? target.path : `! ${target.error.message}`));
}

describe("findTargets", () => {
  test.each([
    { args: ["b.txt", "a.md"], paths: ["b.txt", "a.md"] },
    { args: ["."], paths: ["A.TXT", "a.md", "b.txt", "odd [1].txt", "sub/c.abstract", "é.txt"] },
    { args: ["sub"], paths: ["sub/c.abstract"] },
    { args: ["sub/"], paths: ["sub/c.abstract"] },
    { args: ["sub/d.csv"], paths: ["sub/d.csv"] },
    { args: ["*.txt"], paths: ["b.txt", "odd [1].txt", "é.txt"] },
    { args: ["**/*.{abstract,md}"], paths: ["a.md", "sub/c.abstract"] },
    { args: ["odd [1].txt"], paths: ["odd [1].txt"] },
    { args: ["b.txt", "./b.txt", "*.txt"], paths: ["b.txt", "odd [1].txt", "é.txt"] },
    { args: ["-", "b.txt"], paths: ["-", "b.txt"] },
    { args: ["gone.txt", "b.txt"], paths: ["! gone.txt: no such file", "b.txt"] },
    { args: ["b.txt/x"], paths: ["! b.txt/x: a part of its path is no folder"] },
    { args: ["*.pdf"], paths: ["! *.pdf: no file matches this pattern"] },
    { args: ["sub/node_modules"], paths: ["sub/node_modules/e.txt"] },
  ])("$args are $paths", async ({ args, paths }) => {
    expect(await found(...args)).toEqual(paths);
  });

  test("a folder without documents is said to hold none", async () => {
    const { folder, put } = await desk();
    await put({ "data/x.csv": "" });
    const [target] = await findTargets(["data"], folder);
    expect(target).toMatchObject({
      error: { message: "data: holds no .txt, .md, .abstract, .nbib, .ris file" },
    });
  });

  test("absolute paths work as well as relative ones", async () => {
    const { folder, put } = await desk();
    await put(FILES);
    const absolute = join(folder, "sub");
    expect(await findTargets([absolute], "/")).toEqual([{ path: join(absolute, "c.abstract") }]);
    expect(await findTargets([join(folder, "*.md")], "/")).toEqual([{ path: join(folder, "a.md") }]);
  });

  test("a link to a file is read by its own name", async () => {
    const { folder, put } = await desk();
    await put({ "real.txt": "" });
    await symlink(join(folder, "real.txt"), join(folder, "link.txt"));
    expect(await findTargets(["link.txt"], folder)).toEqual([{ path: "link.txt" }]);
  });
});
