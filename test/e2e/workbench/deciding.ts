/** A reviewer at work, with the keyboard alone: go to the next statement, decide, and find it all again. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Annotations } from "../../../server/src/review/annotations.js";
import { choose, eventually, fileContent, openFile, put, runCommand, type WorkbenchTest } from "./page.js";
import { abstract } from "./texts.js";

/** Ctrl+Alt+O, then a key; a form that is about to close would take the keys for itself. */
async function chord(page: Page, key: string): Promise<void> {
  await page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  await page.locator(".editor-instance .monaco-editor.focused").first().waitFor();
  await page.keyboard.press("Control+Alt+o");
  await page.keyboard.press(key);
}

/** The selection as the status bar tells it: "Ln 10, Col 12 (24 selected)". */
function selected(page: Page, text: RegExp) {
  return page.locator(".statusbar-item", { hasText: text }).first().waitFor();
}

export const deciding: readonly WorkbenchTest[] = [
  {
    name: "statements are accepted, rejected, corrected and added by key, and are there after a reload",
    run: async ({ page, url, workspace, screenshot }) => {
      const name = "hip-fracture.txt";
      await put(join(workspace, name), abstract);
      const file = join(workspace, ".outcome-review/anna", `${name}.json`);
      const entries = async () =>
        (JSON.parse(await fileContent(page, file)) as Annotations).entries.map(({ decision, statement }) =>
          [decision, statement.kind].join(" "),
        );
      const has = (...expected: readonly string[]) =>
        eventually(page, expected.join(", "), async () => (await entries()).join() === expected.join());

      await openFile(page, name);
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      // The first decision asks who decides.
      await chord(page, "ArrowDown");
      await selected(page, /Ln 5.*selected/);
      await chord(page, "a");
      const input = page.locator(".quick-input-widget input").first();
      await input.waitFor();
      await input.fill("anna");
      await page.keyboard.press("Enter");
      const sizes = ["accepted group-size", "accepted group-size", "accepted group-size"];
      await has(...sizes.slice(0, 1));
      await chord(page, "ArrowDown");
      await selected(page, /Ln 7, Col 2\d.*selected/);
      await chord(page, "Space");
      await selected(page, /Ln 7, Col [5-9]\d.*selected/);
      await chord(page, "Space");
      await selected(page, /Ln 8.*selected/);
      await has(...sizes);
      await chord(page, "r");
      await has(...sizes, "rejected proportion");
      await chord(page, "ArrowDown");
      await selected(page, /Ln 9.*selected/);

      // The value comes first in the form; then Enter on Keep.
      await chord(page, "c");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "Value" }).first().waitFor();
      await choose(page, "Value");
      await eventually(page, "the value", async () => (await input.inputValue()) === "0.61");
      await input.fill("0.62");
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Keep" }).waitFor();
      await screenshot("correct-statement");
      await page.keyboard.press("Enter");
      await has(...sizes, "rejected proportion", "corrected effect");

      // The zeta index is nothing known: select its value and add it.
      await page.keyboard.press("Control+g");
      await page.keyboard.type("11:24");
      await page.keyboard.press("Enter");
      await page.keyboard.press("Shift+End");
      await page.keyboard.press("Shift+ArrowLeft");
      await chord(page, "s");
      await choose(page, "Other named value");
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Name" }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-widget", { hasText: "Words as in the document" }).waitFor();
      await page.keyboard.type("zeta index");
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Keep" }).waitFor();
      await choose(page, "Value");
      await page.locator(".quick-input-widget", { hasText: "A number, as printed" }).waitFor();
      await input.fill("7.43");
      await page.keyboard.press("Enter");
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Keep" }).waitFor();
      await page.keyboard.press("Enter");
      const all = [...sizes, "rejected proportion", "corrected effect", "added other"];
      await has(...all);
      await chord(page, "u");
      await has(...all.slice(0, 5));
      await chord(page, "u");
      await screenshot("deciding");

      const before = await fileContent(page, file);
      await page.goto(url);
      await page.locator(".monaco-workbench").waitFor();
      await openFile(page, name);
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      await runCommand(page, "Outcome Lens: Next Undecided Statement");
      await selected(page, /Ln 10.*selected/);
      await screenshot("decided-after-reload");
      if ((await fileContent(page, file)) !== before) throw new Error("the file changed by a reload");
    },
  },
];
