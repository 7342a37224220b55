/** The loop of a review with the keyboard alone: protocol, documents, decisions, a second reviewer, what both settle on. */
import { readFile, writeFile } from "node:fs/promises";
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
import { frameWith, holdAgainstAxe } from "./frames.js";
import { abstract } from "./texts.js";

export async function reviewAs(reviewer: string, workspace: string): Promise<void> {
  await put(
    join(workspace, ".vscode", "settings.json"),
    JSON.stringify({ "outcomeLens.reviewer": reviewer }),
  );
}

/** Answers the question that stands in the quick input. */
async function answer(page: Page, title: string, text?: string): Promise<void> {
  await page.locator(".quick-input-title", { hasText: title }).waitFor();
  if (text !== undefined) {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-title", { hasText: title }).waitFor({ state: "hidden" });
}

async function createProtocol({ page, workspace }: WorkbenchContext): Promise<string> {
  const file = join(workspace, "outcome-review.json");
  await runCommand(page, "Outcome Lens: Create Review Protocol");
  // The examples come with a protocol: it is replaced only when the question is answered so.
  await page.locator(".monaco-dialog-box").getByRole("button", { name: "Replace It" }).waitFor();
  await page.locator(".monaco-dialog-box").getByRole("button", { name: "Replace It" }).press("Enter");
  await answer(page, "(1/5)", "Hip fracture");
  await page.locator(".quick-input-title", { hasText: "(2/5)" }).waitFor();
  await page.keyboard.type("mortality");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await answer(page, "(2/5)");
  await answer(page, "(3/5)", "able to walk");
  await answer(page, "(4/5)", "cemented; uncemented");
  await answer(page, "(5/5)", "tests/*.txt");
  await page.locator('.tab.active[data-resource-name="outcome-review.json"]').waitFor();
  return readFile(file, "utf8");
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

/** While ben has not finished, neither sees what the other decided. */
async function compareBlind(page: Page, file: string): Promise<void> {
  await runCommand(page, "Outcome Lens: Next Undecided Statement");
  // The keyboard is in the text again.
  await page.locator(".statusbar-item", { hasText: "selected" }).waitFor();
  await runCommand(page, "Outcome Lens: Accept Statement");
  await fileContent(page, file);
  await runCommand(page, "Outcome Lens: Compare Reviewers");
  const view = await comparison(page);
  await view.locator("summary", { hasText: "hidden" }).first().waitFor();
  if ((await view.locator("article").count()) > 0)
    throw new Error("a blind review shows the other's decisions");
}

const REPORT = "lung-cancer-trial.txt";

/** Both reviewers accept every statement of a document; while the second has not finished, a comparison shows nothing. */
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
    if (reviewer === "ben") await compareBlind(page, file);
    await openFile(page, REPORT);
    await runCommand(page, "Outcome Lens: Accept All in Document");
    await eventually(page, `${reviewer}'s decisions`, async () => {
      const text = await readFile(file, "utf8").catch(() => "");
      return text.split('"accepted"').length > 5;
    });
  }
}

/** As another window or a git pull would change the file. */
async function rejectFirst(file: string): Promise<void> {
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace('"decision": "accepted"', '"decision": "rejected"'));
}

export const review: readonly WorkbenchTest[] = [
  {
    name: "a protocol is made by answering questions",
    run: async (context) => {
      const { page, workspace, screenshot } = context;
      await put(join(workspace, "tests", "hip.txt"), abstract);
      const text = await createProtocol(context);
      await screenshot("protocol");
      const protocol = JSON.parse(text) as { outcomes: { code: string }[]; documents: string[] };
      if (JSON.stringify(protocol.documents) !== '["tests/*.txt"]' || protocol.outcomes.length !== 2)
        throw new Error(`another protocol than was answered:\n${text}`);
      await eventually(
        page,
        "no squiggle",
        async () => (await page.locator(".squiggly-warning").count()) === 0,
      );
    },
  },
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
  {
    name: "two reviewers are compared and their differences settled",
    run: async ({ page, url, workspace, screenshot }) => {
      await decideTwice({ page, url, workspace });
      await rejectFirst(join(workspace, ".outcome-review", "ben", `${REPORT}.json`));
      await runCommand(page, "Outcome Lens: Compare Reviewers");
      const view = await comparison(page);
      await view.locator("article").first().waitFor();
      await screenshot("compare");
      await holdAgainstAxe(await frameWith(page, "main article"));
      await view.locator("article").first().focus();
      await page.keyboard.press("a");
      await view.locator("article h4.settled").first().waitFor();
      await screenshot("compare-settled");
      const settled = await fileContent(
        page,
        join(workspace, ".outcome-review", "adjudicated", `${REPORT}.json`),
      );
      if (!settled.includes('"reviewer": "ada"'))
        throw new Error(`another settlement:\n${settled.slice(0, 500)}`);
    },
  },
];
