/** The review table and the forest plot: by keyboard, with the text, after a reload, and held against axe-core. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
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
import { trials } from "./trials.js";

async function putTrials({ workspace }: WorkbenchContext): Promise<void> {
  for (const [name, text] of trials) await put(join(workspace, "trials", name), text);
}

const tableFrame = (page: Page): Promise<Frame> => frameWith(page, "[role=grid] .body .row");

export const pages: readonly WorkbenchTest[] = [
  {
    name: "the review table leads to the text and back, filters, sorts, copies, follows edits and outlives a reload",
    run: async (context) => {
      const { page, screenshot } = context;
      await putTrials(context);
      await runCommand(page, "Outcome Lens: Open Review Table");
      let frame = await tableFrame(page);
      const status = () => frame.locator(".status").innerText();
      const row = (text: string) => frame.locator(".body .row", { hasText: text }).first();
      await eventually(page, "the count of statements", async () =>
        /^\d{3} statements$/.test(await status()),
      );
      await holdAgainstAxe(frame);
      await screenshot("review-table-all");

      // Filter: hazard ratios of overall survival in the trials.
      await frame.locator("#measure").selectOption("HR");
      await frame.locator("#text").fill("sulvatinib");
      await eventually(page, "seven rows", async () => /^7 of \d+ statements$/.test(await status()));

      // Sort by value, with the keyboard alone: from the text field through the pickers into the grid.
      const heading = frame.locator('[role=columnheader][tabindex="0"]');
      const byValue = frame.locator('[aria-sort="ascending"]', { hasText: "value" });
      await eventually(page, "rows sorted by value", async () => {
        if ((await byValue.count()) > 0) return true;
        // Again each time: the workbench takes the keyboard out of a page while it still opens.
        await heading.focus();
        await page.keyboard.press((await heading.innerText()) === "value" ? "Enter" : "ArrowRight");
        return false;
      });
      const first = frame.locator(".body .row").first();
      await eventually(page, "the smallest ratio first", async () =>
        (await first.innerText()).includes("0.55"),
      );
      await screenshot("review-table-filtered");

      // Enter goes to the text.
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      await page.locator('.tab.active[data-resource-name="fofana-2021.txt"]').waitFor();
      await page.locator("#status\\.editor\\.selection", { hasText: "selected" }).waitFor();
      await frame.locator('[aria-current="true"]', { hasText: "Fofana" }).waitFor();
      await screenshot("review-table-text");

      // The text's selection marks the row; an edit changes it.
      await openFile(page, "dimitrov-2018.txt");
      await page.keyboard.press("Control+F");
      await page.keyboard.type("0.83");
      await page.keyboard.press("Escape");
      await frame.locator('[aria-current="true"]', { hasText: "Dimitrov" }).waitFor();
      await page.keyboard.type("0.81");
      await row("0.81").waitFor();

      // Copied: a header and the rows that are selected.
      await first.locator(".cell").first().click();
      await page.keyboard.press("Control+C");
      await page.locator(".statusbar-item", { hasText: "1 rows copied" }).waitFor();

      // After a reload the table is there again, filtered and sorted as before.
      await page.locator('.tab[data-resource-name="dimitrov-2018.txt"]').click();
      await page.keyboard.press("Control+Z");
      await page.keyboard.press("Control+S");
      await Promise.all([page.waitForEvent("load"), runCommand(page, "Developer: Reload Window")]);
      await page.locator(".tab", { hasText: "Review Table" }).click();
      frame = await tableFrame(page);
      await eventually(page, "the filters after the reload", async () =>
        /^7 of \d+ statements$/.test(await status()),
      );
      await frame.locator('[aria-sort="ascending"]', { hasText: "value" }).waitFor();
      await holdAgainstAxe(frame);
    },
  },
  {
    name: "the forest plot pools, chooses, leads to the text, and exports what the command line draws",
    run: async (context) => {
      const { page, screenshot, workspace } = context;
      await putTrials(context);
      await runCommand(page, "Outcome Lens: Open Forest Plot");
      let frame = await frameWith(page, ".figure svg");
      await frame.locator("#outcome").selectOption("OS");
      await frame.locator("#measure").selectOption("HR");
      await frame.locator("#contrast").selectOption({ label: "sulvatinib vs placebo: 7" });
      await frame.locator(".figure svg", { hasText: "Fofana 2021" }).waitFor();
      const drawing = frame.locator(".figure svg");
      for (const text of ["0.76 [0.61, 0.94]", "Prediction interval", "Left out"])
        await drawing.filter({ hasText: text }).waitFor();
      await frame.locator("caption", { hasText: "Leave one out" }).waitFor();
      await holdAgainstAxe(frame);
      await screenshot("forest-plot");

      for (const [button, name] of [
        ["Export SVG", "forest.svg"],
        ["Export PNG", "forest.png"],
      ] as const) {
        await frame.getByRole("button", { name: button }).click();
        const path = page.locator(".quick-input-widget input").first();
        await eventually(page, "the proposed path", async () => (await path.inputValue()).endsWith(name));
        await path.press("Enter");
        await fileContent(page, join(workspace, name));
      }
      const svg = await readFile(join(workspace, "forest.svg"), "utf8");
      if (!svg.startsWith("<svg ") || !svg.includes("Fofana 2021"))
        throw new Error(`no drawing:\n${svg.slice(0, 300)}`);
      const png = await readFile(join(workspace, "forest.png"));
      if (png.toString("latin1", 1, 4) !== "PNG" || png.length < 10_000) throw new Error("no picture");

      await frame.locator("#measure").selectOption("median");
      await frame.locator(".figure svg circle").first().waitFor();
      await screenshot("forest-plot-medians");

      await Promise.all([page.waitForEvent("load"), runCommand(page, "Developer: Reload Window")]);
      frame = await frameWith(page, ".figure svg circle");
      await frame.getByRole("button", { name: "Fofana 2021" }).first().click();
      await page.locator('.tab.active[data-resource-name="fofana-2021.txt"]').waitFor();
    },
  },
];
