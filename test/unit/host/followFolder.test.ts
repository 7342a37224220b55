/** A real folder, and what is told of it. */
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { followFolder } from "../../../server/src/host/followFolder.js";

let root: string;
let told: string[];
let leave: () => void;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "outcome-lens-follow-"));
  told = [];
  await mkdir(join(root, "anna"));
  await writeFile(join(root, "anna", "a.json"), "1");
  leave = followFolder(root, (path) => told.push(path));
});

afterEach(async () => {
  leave();
  await rm(root, { recursive: true, force: true });
});

const toldOf = (path: string) =>
  vi.waitFor(() => expect(told).toContain(path), { timeout: 5000, interval: 20 });

async function put(...path: string[]): Promise<void> {
  await mkdir(join(root, ...path.slice(0, -1)), { recursive: true });
  await writeFile(join(root, "unfinished"), "2");
  await rename(join(root, "unfinished"), join(root, ...path));
}

test("files that are there, that come, change and go are told of, however deep and however fast", async () => {
  await toldOf("anna/a.json");
  await put("ben", "trials", "2020", "b.json");
  await toldOf("ben/trials/2020/b.json");
  for (let i = 0; i < 30; i++) await put(`folder ${i}`, "deep", "c.json");
  for (let i = 0; i < 30; i++) await toldOf(`folder ${i}/deep/c.json`);
  told.length = 0;
  await put("ben", "trials", "2020", "b.json");
  await toldOf("ben/trials/2020/b.json");
  told.length = 0;
  await rm(join(root, "anna", "a.json"));
  await toldOf("anna/a.json");
});

test("a folder that was removed is followed again when it comes back", async () => {
  await toldOf("anna/a.json");
  await rm(join(root, "anna"), { recursive: true });
  await toldOf("anna");
  told.length = 0;
  await put("anna", "a.json");
  await toldOf("anna/a.json");
  told.length = 0;
  await put("anna", "d.json");
  await toldOf("anna/d.json");
});

test("after the end nothing is told, and of what is no folder nothing ever", async () => {
  await toldOf("anna/a.json");
  leave();
  told.length = 0;
  const other = followFolder(join(root, "anna", "a.json"), (path) => told.push(path));
  await put("anna", "e.json");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toEqual([]);
  other();
});
