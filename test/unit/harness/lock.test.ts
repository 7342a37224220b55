import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, expect, test, vi } from "vitest";
import { withLock } from "../../e2e/host/lock.js";

const folder = mkdtempSync(join(tmpdir(), "outcome-lens-lock-"));
let locks = 0;
const newLock = (): string => join(folder, `${(locks += 1)}.lock`);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test("one holder at a time, and each gets its own result", async () => {
  const lock = newLock();
  let inside = 0;
  let most = 0;
  const work = (result: number) => async (): Promise<number> => {
    inside += 1;
    most = Math.max(most, inside);
    await delay(30);
    inside -= 1;
    return result;
  };
  const onWait = vi.fn();
  const results = await Promise.all([1, 2, 3].map((result) => withLock(lock, onWait, work(result))));
  expect(results).toEqual([1, 2, 3]);
  expect(most).toBe(1);
  expect(onWait).toHaveBeenCalledTimes(2);
  expect(existsSync(lock)).toBe(false);
});

test("a failure gives the lock back", async () => {
  const lock = newLock();
  const failing = withLock(lock, vi.fn(), () => Promise.reject(new Error("no network")));
  await expect(failing).rejects.toThrow("no network");
  expect(existsSync(lock)).toBe(false);
});

test("the lock of a process that is gone is taken over without waiting", async () => {
  const lock = newLock();
  const gone = spawnSync(process.execPath, ["--version"]).pid;
  mkdirSync(lock);
  writeFileSync(join(lock, "owner"), String(gone));
  const onWait = vi.fn();
  expect(await withLock(lock, onWait, () => Promise.resolve("mine"))).toBe("mine");
  expect(onWait).not.toHaveBeenCalled();
});
