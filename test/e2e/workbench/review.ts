/** The Review view, and what its tests share with the pictures. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FrameLocator, Page } from "playwright-core";
import {
  eventually,
  fileContent,
  openFile,
  put,
  runCommand,
  type WorkbenchContext,
  type WorkbenchTest,
} from "./page.js";

export async function reviewAs(reviewer: string, workspace: string): Promise<void> {
  await put(
    join(workspace, ".vscode", "settings.json"),
    JSON.stringify({ "outcomeLens.reviewer": reviewer }),
  );
}

/** A row of the Review view. */
export function row(page: Page, text: string | RegExp) {
  return page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
}

export async function openReview(page: Page): Promise<void> {
  await runCommand(page, "Outcome Lens: Focus on Review View");
  await row(page, ".txt").waitFor();
}

/** The page inside the panel of Compare Reviewers. */
export async function comparison(page: Page): Promise<FrameLocator> {
  const view = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
  await view.locator("h1").waitFor();
  return view;
}

const REPORT = "lung-cancer-trial.txt";

/** Both reviewers accept every statement of a document. */
export async function decideTwice({
  page,
  url,
  workspace,
}: Pick<WorkbenchContext, "page" | "url" | "workspace">): Promise<void> {
  for (const reviewer of ["ada", "ben"]) {
    await reviewAs(reviewer, workspace);
    await page.goto(url);
    await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
    await openFile(page, REPORT);
    await page.locator(".squiggly-warning").first().waitFor();
    const file = join(workspace, ".outcome-review", reviewer, `${REPORT}.json`);
    await runCommand(page, "Outcome Lens: Accept All in Document");
    await eventually(page, `${reviewer}'s decisions`, async () => {
      const text = await readFile(file, "utf8").catch(() => "");
      return text.split('"accepted"').length > 5;
    });
  }
}

export const review: readonly WorkbenchTest[] = [
  {
    name: "decisions made in the Review view are on disk and there after a reload",
    run: async ({ page, url, workspace, screenshot }) => {
      await reviewAs("ada", workspace);
      await page.goto(url);
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      await openFile(page, REPORT);
      await page.locator(".squiggly-warning").first().waitFor();
      await openReview(page);
      await screenshot("review-view");
      await row(page, REPORT).click();
      await page.keyboard.press("ArrowRight");
      await row(page, /^OS/).waitFor();
      await screenshot("review-open");
      await row(page, "13.8").click();
      await page.keyboard.press("Control+Enter");
      await row(page, /13\.8.*accepted/s).waitFor();
      // The list is drawn anew when the count arrives; a row chosen before that may no longer be the chosen one.
      await row(page, /lung-cancer-trial\.txt.*1\/14/s).waitFor();
      await row(page, "10.9").click();
      await page.keyboard.press("Control+Backspace");
      await row(page, /10\.9.*rejected/s).waitFor();
      await screenshot("review-decided");
      const file = join(workspace, ".outcome-review", "ada", `${REPORT}.json`);
      const { entries } = JSON.parse(await fileContent(page, file)) as { entries: { decision: string }[] };
      if (entries.map(({ decision }) => decision).join() !== "accepted,rejected")
        throw new Error(`other decisions on disk: ${JSON.stringify(entries)}`);
      // The workbench comes back with the view that was open.
      await page.reload();
      await row(page, /lung-cancer-trial\.txt.*2\/14/s).waitFor();
    },
  },
];
