/** Decisions that come from elsewhere, and folders that cannot be written: nothing is lost, and it is said. */
import { execFile } from "node:child_process";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Page } from "playwright-core";
import type { Annotations } from "../../../server/src/review/annotations.js";
import { openWorkbench } from "../host/workbench.js";
import {
  eventually,
  fileContent,
  openFile,
  put,
  runCommand,
  type WorkbenchContext,
  type WorkbenchTest,
} from "./page.js";
import { openReview, reviewAs, row } from "./review.js";
import { trials } from "./trials.js";

const NAME = "abara-2014.txt";
/** As its file tells it: n = 212, two medians, a hazard ratio, two response rates. */
const LABELS = ["n = 212", "11.2 months", "10.4 months", "HR 0.92", "23 %", "9 %"] as const;

/** A folder with one document of its own. */
async function oneDocument({
  url,
  workspace,
}: WorkbenchContext): Promise<{ folder: string; address: string }> {
  const folder = join(dirname(workspace), "one");
  await put(join(folder, NAME), trials.get(NAME) ?? "");
  await reviewAs("ada", folder);
  const address = new URL(url);
  address.searchParams.set("folder", folder);
  return { folder, address: address.href };
}

/** Opens the document, and its statements in the Review view. */
async function unfold(page: Page, address: string): Promise<void> {
  await openWorkbench(page, address);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  await openFile(page, NAME);
  await openReview(page);
  await row(page, NAME).click();
  await page.keyboard.press("ArrowRight");
  await row(page, "HR 0.92").waitFor();
}

async function accept(page: Page, label: string): Promise<void> {
  await row(page, label).click();
  await page.keyboard.press("Control+Enter");
}

function shows(page: Page, label: string, state: string): Promise<void> {
  return row(page, label).filter({ hasText: state }).waitFor();
}

async function decisions(page: Page, file: string): Promise<Annotations["entries"]> {
  return (JSON.parse(await fileContent(page, file)) as Annotations).entries;
}

/** A folder that nobody can write to, root included; gives how to take that back, or null where it cannot be done. */
async function lock(folder: string): Promise<(() => Promise<unknown>) | null> {
  if (process.getuid?.() !== 0) {
    await chmod(folder, 0o555);
    return () => chmod(folder, 0o755);
  }
  const run = promisify(execFile);
  return run("chattr", ["+i", folder]).then(
    () => () => run("chattr", ["-i", folder]),
    () => null,
  );
}

export const elsewhere: readonly WorkbenchTest[] = [
  {
    name: "two windows and a git pull change one document's decisions, and all of them stay",
    run: async (context) => {
      const { page, screenshot } = context;
      const { folder, address } = await oneDocument(context);
      const file = join(folder, ".outcome-review", "ada", `${NAME}.json`);
      const second = await page.context().newPage();
      second.setDefaultTimeout(30_000);
      for (const window of [page, second]) await unfold(window, address);

      // In turn: each sees what the other decided.
      await accept(page, LABELS[0]);
      await shows(second, LABELS[0], "accepted");
      await accept(second, LABELS[1]);
      await shows(page, LABELS[1], "accepted");
      // At once: neither knows of the other's.
      await Promise.all([accept(page, LABELS[2]), accept(second, LABELS[3])]);
      for (const window of [page, second])
        for (const label of LABELS.slice(0, 4)) await shows(window, label, "accepted");
      const before = await decisions(page, file);
      if (before.length !== 4) throw new Error(`${before.length} of four decisions are on disk`);

      // Another program rejects one and adds a note, while both windows stay open; then a window goes on.
      const pulled = before.map((entry) =>
        entry === before[3] ? { ...entry, decision: "rejected", note: "from the other desk" } : entry,
      );
      const whole = JSON.parse(await readFile(file, "utf8")) as Annotations;
      await writeFile(file, JSON.stringify({ ...whole, entries: pulled }, null, 2));
      for (const window of [page, second]) await shows(window, LABELS[3], "rejected");
      await accept(page, LABELS[4]);
      await shows(second, LABELS[4], "accepted");
      await screenshot("git-pull");
      const after = (await decisions(page, file)).map(({ decision, note }) =>
        [decision, note ?? ""].join(" "),
      );
      const expected = [...Array<string>(3).fill("accepted "), "rejected from the other desk", "accepted "];
      if (after.join() !== expected.join()) throw new Error(`other decisions on disk: ${after.join()}`);
      await second.close();
    },
  },
  {
    name: "a folder that cannot be written is named, and nothing is lost",
    run: async (context) => {
      const { page, screenshot } = context;
      const { folder: workspace, address } = await oneDocument(context);
      await unfold(page, address);
      await accept(page, LABELS[0]);
      await shows(page, LABELS[0], "accepted");
      const folder = join(workspace, ".outcome-review", "ada");
      const file = join(folder, `${NAME}.json`);
      const before = await fileContent(page, file);
      const unlock = await lock(folder);
      if (unlock === null) {
        console.log("      no read-only folder: root may write everywhere, and chattr does not work here");
        return;
      }
      try {
        await accept(page, LABELS[1]);
        await page
          .locator(".notification-list-item", { hasText: join(".outcome-review", "ada", `${NAME}.json`) })
          .waitFor();
        await screenshot("read-only");
        await row(page, LABELS[1]).filter({ hasNotText: "accepted" }).waitFor();
        if ((await readFile(file, "utf8")) !== before) throw new Error("the file changed");
      } finally {
        await unlock();
      }
      await runCommand(page, "Notifications: Clear All Notifications");
      await accept(page, LABELS[1]);
      await shows(page, LABELS[1], "accepted");
      await eventually(page, "both decisions", async () => (await decisions(page, file)).length === 2);
    },
  },
];
