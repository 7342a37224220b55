import {
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  truncate,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { FileError, readDocument } from "../../../server/src/host/documents.js";
import { readStreamed, type FileDocument } from "../../../server/src/host/foreign.js";
import { ruleHash } from "../../../server/src/host/ruleHash.js";
import { writeFolder, writeWhole } from "../../../server/src/host/writeFile.js";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "outcome-lens-host-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

/** The root user may write everywhere, so that permissions can't be tried. */
const asRoot = process.getuid?.() === 0;

/** The one document that comes through standard input. */
async function readOne(stream: AsyncIterable<Buffer | string>): Promise<FileDocument> {
  const documents: FileDocument[] = [];
  for await (const document of readStreamed("-", stream)) documents.push(document);
  expect(documents).toHaveLength(1);
  return documents[0]!;
}

describe("readDocument", () => {
  test("keeps the path as it was named, with forward slashes", async () => {
    const at = await folder();
    await mkdir(join(at, "sub"));
    await writeFile(join(at, "sub", "a.txt"), "n = 5");
    expect(await readDocument("sub/a.txt", at)).toMatchObject({
      path: "sub/a.txt",
      text: "n = 5",
      encoding: "utf-8",
    });
  });

  test.each([
    { name: "an absent file", path: "gone.txt", message: "gone.txt: no such file" },
    { name: "a folder", path: "sub", message: "sub: is a folder" },
    { name: "a file used as a folder", path: "a.txt/b", message: "a.txt/b: a part of its path is no folder" },
    {
      name: "a file beyond the limit",
      path: "big.txt",
      message: "big.txt: is too large: 65 MB or more, the limit is 64 MB",
    },
    { name: "a binary file", path: "zip.txt", message: "zip.txt: is no text: NUL byte at byte 4" },
    { name: "a link in a circle", path: "loop", message: "loop: too many symbolic links" },
  ])("refuses $name by its name", async ({ path, message }) => {
    const at = await folder();
    await mkdir(join(at, "sub"));
    await writeFile(join(at, "a.txt"), "");
    await writeFile(join(at, "zip.txt"), "PK\u0003\u0004\0rest of it");
    await writeFile(join(at, "big.txt"), "");
    await truncate(join(at, "big.txt"), 65 * 1024 * 1024);
    await symlink("loop", join(at, "loop"));
    await expect(readDocument(path, at)).rejects.toThrow(new FileError(path, message.slice(path.length + 2)));
  });

  test.skipIf(asRoot)("refuses a file that may not be read", async () => {
    const at = await folder();
    await writeFile(join(at, "a.txt"), "", { mode: 0o000 });
    await expect(readDocument("a.txt", at)).rejects.toThrow(
      "a.txt: may not be read or written (permission denied)",
    );
  });

  test("a stream ends at the limit", async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- a stream that has it all at once
    async function* endless(): AsyncIterable<Buffer> {
      for (;;) yield Buffer.alloc(8 * 1024 * 1024, "x");
    }
    await expect(readOne(endless())).rejects.toThrow("-: is too large");
  });

  test("a stream may break a character between two chunks", async () => {
    const bytes = Buffer.from("≤ µ");
    // eslint-disable-next-line @typescript-eslint/require-await -- a stream that has it all at once
    async function* broken(): AsyncIterable<Buffer> {
      for (const byte of bytes) yield Buffer.of(byte);
    }
    expect((await readOne(broken())).text).toBe("≤ µ");
  });
});

describe("writeWhole", () => {
  test("writes a new file and leaves nothing beside it", async () => {
    const at = await folder();
    await writeWhole("r.csv", "a,≤\r\n", at);
    expect(await readFile(join(at, "r.csv"), "utf8")).toBe("a,≤\r\n");
    expect(await readdir(at)).toEqual(["r.csv"]);
  });

  test("a name that is as long as names may be can be written", async () => {
    const at = await folder();
    const name = "r".repeat(251) + ".csv";
    await writeWhole(name, "x", at);
    expect(await readdir(at)).toEqual([name]);
  });

  test("follows a link and keeps it", async () => {
    const at = await folder();
    await writeFile(join(at, "real.csv"), "old", { mode: 0o640 });
    await symlink("real.csv", join(at, "link.csv"));
    await writeWhole("link.csv", "new", at);
    expect(await readFile(join(at, "real.csv"), "utf8")).toBe("new");
    expect((await stat(join(at, "real.csv"))).mode & 0o777).toBe(0o640);
  });

  test.skipIf(asRoot)("leaves the file as it was in a folder that may not be written", async () => {
    const at = await folder();
    await writeFile(join(at, "r.csv"), "old");
    await chmod(at, 0o555);
    await expect(writeWhole("r.csv", "new", at)).rejects.toThrow("r.csv: may not be read or written");
    expect(await readFile(join(at, "r.csv"), "utf8")).toBe("old");
    await chmod(at, 0o755);
  });

  test.skipIf(process.platform !== "linux")("names the file when the disk is full", async () => {
    await expect(writeWhole("/dev/full", "x".repeat(100))).rejects.toThrow("/dev/full: the disk is full");
  });

  test("refuses a folder, and a folder that is not there", async () => {
    const at = await folder();
    await mkdir(join(at, "d"));
    await expect(writeWhole("d", "x", at)).rejects.toThrow("d: is a folder");
    await expect(writeWhole("no/r.csv", "x", at)).rejects.toThrow("no/r.csv: no such file");
    expect(await readdir(at)).toEqual(["d"]);
  });
});

describe("ruleHash", () => {
  test("depends on what changes an analysis and on nothing else", () => {
    const term = { code: "X", label: "x", synonyms: [] };
    const plain = ruleHash();
    expect(plain).toMatch(/^[0-9a-f]{16}$/);
    expect(ruleHash({ rules: {}, outcomes: [], groups: [] })).toBe(plain);
    expect(ruleHash({ rules: { a: "off", b: "hint" } })).toBe(ruleHash({ rules: { b: "hint", a: "off" } }));
    const others = [
      ruleHash({ outcomes: [term] }),
      ruleHash({ groups: [term] }),
      ruleHash({ rules: { a: "off" } }),
    ];
    expect(new Set([plain, ...others]).size).toBe(4);
  });
});

describe("writeFolder", () => {
  const files = [
    { name: "a.csv", content: "a" },
    { name: "b.bin", content: new Uint8Array([0, 255]) },
  ];

  test("makes the folder and its files", async () => {
    const at = await folder();
    await writeFolder("new/deep", files, at);
    expect(await readFile(join(at, "new/deep/a.csv"), "utf8")).toBe("a");
    expect([...(await readFile(join(at, "new/deep/b.bin")))]).toEqual([0, 255]);
    expect((await readdir(join(at, "new/deep"))).sort()).toEqual(["a.csv", "b.bin"]);
  });

  test("leaves nothing new behind where a file can't be written", async () => {
    const at = await folder();
    const bad = [...files, { name: "no/c.csv", content: "c" }];
    await expect(writeFolder("new", bad, at)).rejects.toThrow("new: no such file");
    expect(await readdir(at)).toEqual([]);
  });
});
