/** `npm run pictures`: takes the README's pictures in docs/images/ from VS Code on a copy of examples/. */
import { cp, mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium } from "./host/chromium.js";
import { installVSCode } from "./host/install.js";
import { createProfile } from "./host/profile.js";
import { startServer } from "./host/serve.js";
import { newPage, openWorkbench, workbenchUrl } from "./host/workbench.js";
import { choose, eventually, hover, openFile, runCommand } from "./workbench/page.js";

const PICTURES = "docs/images";

const SETTINGS = {
  "workbench.colorTheme": "Default Light Modern",
  "editor.wordWrap": "on",
  "editor.minimap.enabled": false,
  "editor.occurrencesHighlight": "off",
  "editor.hover.above": false,
  "explorer.openEditors.visible": 0,
};

async function hoverPicture(page: Page): Promise<void> {
  await openFile(page, "lung-cancer-trial.txt");
  await page.locator(".squiggly-warning").first().waitFor();
  await hover(page, "P = .010", /Cannot be/);
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
  await choose(page, "All documents");
  await choose(page, "CSV");
  const path = page.locator(".quick-input-widget input").first();
  await eventually(page, "the proposed path", async () => (await path.inputValue()).endsWith("/review.csv"));
  await path.press("Enter");
  await page.locator('.tab.active[data-resource-name="review.csv"]').waitFor();
  await page.keyboard.press("Alt+Z");
  await runCommand(page, "Notifications: Clear All Notifications");
  await take(page, "table");
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(PICTURES, `${name}.png`) });
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
  const page = await newPage(browser);
  page.setDefaultTimeout(30_000);
  await page.setViewportSize({ width: 1200, height: 760 });
  await openWorkbench(page, workbenchUrl(server, workspace));
  await hoverPicture(page);
  await problemsPicture(page);
  await tablePicture(page);
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
