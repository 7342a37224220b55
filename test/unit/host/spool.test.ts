import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Spool } from "../../../server/src/host/spool.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "outcome-lens-spool-"));
  vi.stubEnv("TMPDIR", folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test("texts come back as they were, from memory and from the disk", () => {
  const spool = new Spool();
  const large = "≤ 😀 ".repeat(900_000);
  const texts = ["", "a\nb", large, "after", large, large, ""];
  for (const text of texts) spool.add(text);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(spool.length).toBe(texts.length);
  for (const index of [6, 0, 3, 2, 1, 5, 4]) expect(spool.get(index) === texts[index]).toBe(true);
  spool.add("later");
  expect(spool.get(7)).toBe("later");
  spool.close();
  expect(readdirSync(folder)).toEqual([]);
});

test("what is small never reaches the disk", () => {
  const spool = new Spool();
  spool.add("small");
  expect(spool.get(0)).toBe("small");
  expect(readdirSync(folder)).toEqual([]);
  spool.close();
});
