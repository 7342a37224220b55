/** From the palette to the file, with the keyboard alone. */
import { join } from "node:path";
import { choose, fileContent, openFile, put, runCommand, type WorkbenchTest } from "./page.js";
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
      await page.waitForFunction(
        '[...document.querySelectorAll("input")].some((input) => input.value.endsWith("/review.csv"))',
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
    name: "Check All Documents fills the Problems view",
    run: async ({ page, workspace, screenshot }) => {
      for (const name of ["first", "second"]) await put(join(workspace, "tests", `${name}.txt`), abstract);
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      await runCommand(page, "Outcome Lens: Check All Documents");
      const problems = page.locator(".markers-panel");
      await problems.getByText("first.txt").first().waitFor();
      await problems.getByText("second.txt").first().waitFor();
      await screenshot("check-all");
    },
  },
];
