/** `npm run pictures`: takes the README's pictures in docs/images/ from VS Code on a copy of examples/. */
import { cp, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "./host/chromium.js";
import { installVSCode } from "./host/install.js";
import { createProfile } from "./host/profile.js";
import { startServer } from "./host/serve.js";
import { newPage, openWorkbench, workbenchUrl } from "./host/workbench.js";
import { frameWith } from "./workbench/frames.js";
import { choose, eventually, hover, openFile, put, runCommand } from "./workbench/page.js";
import { comparison, decideTwice, openReview, row } from "./workbench/review.js";
import { trials } from "./workbench/trials.js";

const PICTURES = "docs/images";
const WIDTH = 1200;
const HEIGHT = 760;

const SETTINGS = {
  "workbench.colorTheme": "Default Light Modern",
  "editor.wordWrap": "on",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.hover.above": false,
  "workbench.reduceMotion": "on",
  "explorer.openEditors.visible": 0,
};

async function hoverPicture(page: Page): Promise<void> {
  await openFile(page, "lung-cancer-trial.txt");
  await page.locator(".squiggly-warning").first().waitFor();
  await hover(page, "49.1", /Cannot be/);
  await take(page, "hover");
  await page.mouse.move(0, 0);
}

async function problemsPicture(page: Page): Promise<void> {
  await runCommand(page, "Outcome Lens: Check All Documents");
  await page.locator(".markers-panel").getByText("thrombectomy").first().waitFor();
  await take(page, "problems");
}

async function tablePicture(page: Page): Promise<void> {
  await page.keyboard.press("Control+J");
  await runCommand(page, "Outcome Lens: Export Review Table");
  await choose(page, "Active document");
  await choose(page, "CSV");
  const path = page.locator(".quick-input-widget input").first();
  await eventually(page, "the proposed path", async () => (await path.inputValue()).endsWith("/review.csv"));
  await path.press("Enter");
  await page.locator('.tab.active[data-resource-name="review.csv"]').waitFor();
  // Lines as long as the window: no wrap, no explorer.
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
  await page.keyboard.press("Alt+Z");
  await page.keyboard.press("Control+B");
  await runCommand(page, "Notifications: Clear All Notifications");
  await take(page, "table", 420);
}

/** Two reviewers, one of whom rejects a statement and reads a hazard ratio otherwise. */
async function reviewPictures(page: Page, url: string): Promise<void> {
  await decideTwice({ page, url, workspace });
  const file = join(workspace, ".outcome-review", "ben", "lung-cancer-trial.txt.json");
  const text = await readFile(file, "utf8");
  const other = text
    .replace(/"decision": "accepted"(?=[^]{0,200}"value": 0\.76)/, '"decision": "corrected"')
    .replace('"value": 0.76', '"value": 0.67')
    .replace('"decision": "accepted"', '"decision": "rejected"');
  await writeFile(file, other);
  await runCommand(page, "View: Close All Editors");
  await openFile(page, "lung-cancer-trial.txt");
  await openReview(page);
  await row(page, "lung-cancer-trial.txt").click();
  await page.keyboard.press("ArrowRight");
  await row(page, /^OS/).waitFor();
  await row(page, "HR 0.76").click();
  await runCommand(page, "Notifications: Clear All Notifications");
  await take(page, "review");
  await page.keyboard.press("Control+B");
  await runCommand(page, "Outcome Lens: Compare Reviewers");
  const view = await comparison(page);
  await view.locator("article").first().waitFor();
  await runCommand(page, "Notifications: Clear All Notifications");
  await take(page, "compare");
}

/** Seven trials of one comparison: their hazard ratios as a table, one of them in its text, and pooled. */
async function pagePictures(page: Page): Promise<void> {
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
  await page.keyboard.press("Control+B");
  await runCommand(page, "Outcome Lens: Open Review Table");
  const table = await frameWith(page, "[role=grid] .body .row");
  await table.locator("#measure").selectOption("HR");
  await table.locator(".body .row", { hasText: "Fofana" }).first().locator(".cell").first().click();
  await page.keyboard.press("Enter");
  await page.locator("#status\\.editor\\.selection", { hasText: "selected" }).waitFor();
  await table.locator('[aria-current="true"]', { hasText: "Fofana" }).waitFor();
  await take(page, "review-table", 520);
  await runCommand(page, "View: Close All Editors");
  await runCommand(page, "Outcome Lens: Open Forest Plot");
  const plot = await frameWith(page, ".figure svg");
  await plot.locator("#outcome").selectOption("OS");
  await plot.locator("#measure").selectOption("HR");
  await plot.locator(".figure svg", { hasText: "Prediction interval" }).waitFor();
  const progress = page.locator(".notification-toast", { hasText: "reading the documents" });
  await progress.waitFor({ state: "detached" });
  await take(page, "forest-plot");
}

/** A window as large as the pictures, which knows nothing of the ones before. */
async function open(folder: string): Promise<Page> {
  const page = await newPage(browser);
  page.setDefaultTimeout(60_000);
  await page.setViewportSize({ width: WIDTH, height: HEIGHT });
  await openWorkbench(page, workbenchUrl(server, folder));
  return page;
}

/** @param height of the picture, from the top, in pixels */
async function take(page: Page, name: string, height = HEIGHT): Promise<void> {
  const clip = { x: 0, y: 0, width: WIDTH, height };
  // Whatever fades in is there at once.
  await page.screenshot({ path: join(PICTURES, `${name}.png`), clip, animations: "disabled" });
}

const vscode = await installVSCode("test/e2e/host/vscode", console.log);
const browser = await launchChromium(console.log);
const profile = await createProfile(SETTINGS);
const workspace = join(profile.root, "examples");
await cp("examples", workspace, { recursive: true });
await symlink(process.cwd(), join(profile.extensions, "outcome-lens"));
const server = await startServer(vscode, profile, workspace);
try {
  await mkdir(PICTURES, { recursive: true });
  // In a review with a name, marks of decisions would stand in the other pictures too.
  const reading = await open(workspace);
  await hoverPicture(reading);
  await problemsPicture(reading);
  await tablePicture(reading);
  await reviewPictures(await open(workspace), workbenchUrl(server, workspace));
  const pooled = join(profile.root, "trials");
  for (const [name, text] of trials) await put(join(pooled, name), text);
  await pagePictures(await open(pooled));
} catch (error) {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    await page.screenshot({ path: "test-results/failed-pictures.png" });
  }
  throw error;
} finally {
  await browser.close();
  await server.stop();
  await profile.remove();
}
