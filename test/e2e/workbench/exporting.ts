/** From the palette to the file, with the keyboard alone. */
import { join } from "node:path";
import {
  choose,
  chooseFromMenu,
  eventually,
  fileContent,
  openFile,
  put,
  runCommand,
  type WorkbenchTest,
} from "./page.js";
import { abstract } from "./texts.js";

export const exporting: readonly WorkbenchTest[] = [
  {
    name: "the palette exports the active document's review table",
    run: async ({ page, workspace, screenshot }) => {
      await put(join(workspace, "tests", "hip-fracture.txt"), abstract);
      const target = join(workspace, "review.csv");
      await openFile(page, "hip-fracture.txt");
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      await runCommand(page, "Outcome Lens: Export Review Table");
      await choose(page, "Active document");
      await choose(page, "CSV");
      // The save dialog proposes review.csv in the workspace folder.
      const path = page.locator(".quick-input-widget input").first();
      await eventually(page, "the proposed path", async () =>
        (await path.inputValue()).endsWith("/review.csv"),
      );
      await path.press("Enter");
      const table = await fileContent(page, target);
      if (!/^\uFEFF?study_id,/.test(table) || !table.includes("0.61"))
        throw new Error(`no review table:\n${table}`);
      await page.locator('.tab.active[data-resource-name="review.csv"]').waitFor();
      await page.locator(".editor-instance .view-line", { hasText: "study_id" }).first().waitFor();
      await screenshot("review-table");
    },
  },
  {
    name: "the palette exports a folder for R",
    run: async ({ page, workspace, screenshot }) => {
      await put(join(workspace, "tests", "hip-fracture.txt"), abstract);
      await openFile(page, "hip-fracture.txt");
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      await runCommand(page, "Outcome Lens: Export Review Table");
      await choose(page, "Active document");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "R with metafor" }).waitFor();
      await screenshot("export-formats");
      await choose(page, "R with metafor");
      // The dialog proposes the workspace's folder, in which another is made.
      const path = page.locator(".quick-input-widget input").first();
      await eventually(page, "the proposed folder", async () =>
        (await path.inputValue()).includes("examples"),
      );
      await path.press("Enter");
      const folder = join(workspace, "review-metafor");
      const estimates = await fileContent(page, join(folder, "estimates.csv"));
      if (!estimates.startsWith("analysis,use,study_id")) throw new Error(`no estimates:\n${estimates}`);
      const script = await fileContent(page, join(folder, "meta-analysis.R"));
      if (!script.includes("library(metafor)")) throw new Error(`no script:\n${script}`);
    },
  },
  {
    name: "the explorer exports a folder as structured review file",
    run: async ({ page, workspace }) => {
      for (const name of ["first", "second"]) await put(join(workspace, "tests", `${name}.txt`), abstract);
      const target = join(workspace, "chosen.json");
      await openFile(page, "first.txt");
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      await page
        .locator(".explorer-folders-view .monaco-list-row", { hasText: "tests" })
        .first()
        .click({ button: "right" });
      await chooseFromMenu(page, "Export Review Table");
      await choose(page, "JSON");
      const path = page.locator(".quick-input-widget input").first();
      await eventually(page, "the proposed path", async () =>
        (await path.inputValue()).endsWith("/review.json"),
      );
      await path.fill(target);
      await path.press("Enter");
      const review = JSON.parse(await fileContent(page, target)) as { format: string; studies: unknown[] };
      if (review.format !== "outcome-lens/review/1" || review.studies.length !== 2)
        throw new Error(`no review of two studies: ${JSON.stringify(review).slice(0, 300)}`);
    },
  },
  {
    name: "Check All Documents fills the Problems view",
    run: async ({ page, workspace, screenshot }) => {
      // Names that come first in a list that shows only so many rows.
      for (const name of ["aaa-first", "aaa-second"]) await put(join(workspace, `${name}.txt`), abstract);
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      await runCommand(page, "Outcome Lens: Check All Documents");
      const problems = page.locator(".markers-panel");
      await problems.getByText("aaa-first.txt").first().waitFor();
      await problems.getByText("aaa-second.txt").first().waitFor();
      await screenshot("check-all");
    },
  },
  {
    name: "a check of many documents can be cancelled",
    run: async ({ page, workspace }) => {
      const texts = Array.from({ length: 1500 }, (_, index) =>
        put(
          join(workspace, "many", `report-${index}.txt`),
          abstract.replaceAll("0.61", `0.${60 + (index % 9)}`).repeat(8),
        ),
      );
      await Promise.all(texts);
      await runCommand(page, "Outcome Lens: Check All Documents");
      const progress = page.locator(".notification-list-item", { hasText: "checking all documents" });
      await progress.getByRole("button", { name: "Cancel" }).click();
      await progress.waitFor({ state: "detached" });
      const told = page.locator(".notification-list-item", { hasText: /findings on|could not/ });
      if (await told.isVisible()) throw new Error(`the check went on: ${await told.innerText()}`);
    },
  },
];
