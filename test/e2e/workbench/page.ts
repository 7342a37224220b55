/** What a person does in the workbench, by keyboard where that is possible. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Locator, Page } from "playwright-core";

/** A page that stands at the workbench, and the folder that it shows. */
export interface WorkbenchContext {
  readonly page: Page;
  /** Address of that workbench. */
  readonly url: string;
  /** A copy of examples/ of this test's own. */
  readonly workspace: string;
  /** Keeps a picture in test-results/. */
  readonly screenshot: (name: string) => Promise<void>;
}

export interface WorkbenchTest {
  readonly name: string;
  readonly run: (context: WorkbenchContext) => Promise<void>;
}

export async function put(path: string, text: string): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  return path;
}

/** Asks again and again, until the answer is yes. */
export async function eventually(page: Page, what: string, condition: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await page.waitForTimeout(100);
  }
}

/** The row of a quick pick that Enter would take. */
function focusedRow(page: Page, text: string): Locator {
  return page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text });
}

/** Opens a file of the workspace by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").first().waitFor();
  await page.keyboard.type(name);
  await focusedRow(page, name).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator(".editor-instance .view-line").first().waitFor();
}

/** Types a command's name into the palette. */
export async function typeCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").first().waitFor();
  await page.keyboard.type(title);
}

/** Runs a command from the palette; a palette that was opened before the extensions were known is opened again. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await eventually(page, `the command ${title}`, async () => {
    await typeCommand(page, title);
    const found = await focusedRow(page, title)
      .waitFor({ timeout: 3000 })
      .then(
        () => true,
        () => false,
      );
    await page.keyboard.press(found ? "Enter" : "Escape");
    return found;
  });
}

/** Takes the choice of a quick pick that holds the text. */
export async function choose(page: Page, text: string): Promise<void> {
  await page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first().waitFor();
  while (!(await focusedRow(page, text).isVisible())) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
}

/** Answers the question that stands in the quick input. */
export async function answer(page: Page, title: string, text?: string): Promise<void> {
  await page.locator(".quick-input-title", { hasText: title }).waitFor();
  if (text !== undefined) {
    await page.keyboard.press("Control+A");
    await page.keyboard.type(text);
  }
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-title", { hasText: title }).waitFor({ state: "hidden" });
}

/** Ctrl+Alt+O, then a key; a form that is about to close would take the keys for itself. */
export async function chord(page: Page, key: string): Promise<void> {
  await page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
  await page.keyboard.press("Control+Alt+o");
  await page.keyboard.press(key);
}

/** Waits for a selection as the status bar tells it: "Ln 10, Col 12 (24 selected)". */
export async function selection(page: Page, text: RegExp, timeout = 30_000): Promise<void> {
  await page.locator(".statusbar-item", { hasText: text }).first().waitFor({ timeout });
}

/** Clicks an item of the context menu. A menu passes over clicks in its first tenth of a second, so a click may need another. */
export async function chooseFromMenu(page: Page, text: string): Promise<void> {
  const item = page.locator(".monaco-menu .action-label", { hasText: text }).first();
  await item.waitFor();
  await eventually(page, `the menu to take ${text}`, async () => {
    await item.click({ timeout: 2000 }).catch(() => undefined);
    await page.waitForTimeout(250);
    return !(await item.isVisible());
  });
}

/** The piece of the editor's text that is exactly these words, or holds them. */
export function words(page: Page, text: string): Locator {
  return page.locator(".editor-instance .view-line span:not(:has(span))", { hasText: text }).first();
}

/** Where words stand; a line that is just being coloured is for a moment nowhere. */
async function placeOf(
  page: Page,
  text: string,
): Promise<{ x: number; y: number; width: number; height: number }> {
  const boxes: { x: number; y: number; width: number; height: number }[] = [];
  await eventually(page, `"${text}" to be seen`, async () => {
    const box = await words(page, text).boundingBox();
    if (box !== null) boxes.push(box);
    return box !== null;
  });
  return boxes[0]!;
}

/** Rests the pointer on words until the hover that says `expected` is there. */
export async function hover(page: Page, text: string, expected: RegExp): Promise<Locator> {
  const box = await placeOf(page, text);
  // The hover opens after a movement inside the text.
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  const shown = page.locator(".monaco-resizable-hover, .monaco-hover", { hasText: expected }).first();
  await shown.waitFor();
  return shown;
}

/** Content of a file as soon as it is there. */
export async function fileContent(page: Page, path: string): Promise<string> {
  let content = "";
  await eventually(page, path, async () => {
    content = await readFile(path, "utf8").catch(() => "");
    return content !== "";
  });
  return content;
}
