/** Looking at an abstract: squiggles, hover, Problems, status. */
import { join } from "node:path";
import {
  eventually,
  hover,
  openFile,
  put,
  runCommand,
  words,
  type WorkbenchContext,
  type WorkbenchTest,
} from "./page.js";
import { abstract, references } from "./texts.js";

const NAME = "hip-fracture.txt";

/** What is used here of the page's own globals. */
interface Page {
  getComputedStyle(element: unknown): { readonly color: string };
}

async function openAbstract({ page, workspace }: WorkbenchContext): Promise<void> {
  await put(join(workspace, "tests", NAME), abstract);
  await openFile(page, NAME);
  await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
}

export const reading: readonly WorkbenchTest[] = [
  {
    name: "findings are underlined and the hover gives the verdict first",
    run: async (context) => {
      const { page, screenshot } = context;
      await openAbstract(context);
      const wrong = await hover(page, "32.2", /cannot be/i);
      await screenshot("hover-finding");
      const text = await wrong.innerText();
      if (!/23\.[12]/.test(text)) throw new Error(`the hover does not say what 19 of 82 is:\n${text}`);
      await page.keyboard.press("Escape");
      const right = await hover(page, "0.61", /consistent/i);
      await screenshot("hover-consistent");
      const first = (await right.innerText()).trim().split("\n")[0] ?? "";
      if (!/consistent/i.test(first)) throw new Error(`the verdict is not the first line but "${first}"`);
    },
  },
  {
    name: "numbers have the colour of their role",
    run: async (context) => {
      const { page, screenshot } = context;
      await openAbstract(context);
      const colour = (text: string): Promise<string> =>
        words(page, text).evaluate(
          (element) => (globalThis as unknown as Page).getComputedStyle(element).color,
        );
      await eventually(page, "three colours", async () => {
        const colours = [await colour("0.61"), await colour("0.42"), await colour("Whether walking")];
        return new Set(colours).size === 3;
      });
      await screenshot("colours");
    },
  },
  {
    name: "the Problems view lists the findings with their rules",
    run: async (context) => {
      const { page, screenshot } = context;
      await openAbstract(context);
      await page.keyboard.press("Control+Shift+M");
      const problems = page.locator(".markers-panel");
      await problems.getByText("percent-mismatch").first().waitFor();
      await problems.getByText("estimate-outside-interval").first().waitFor();
      await screenshot("problems");
    },
  },
  {
    name: "the language status counts statements, findings and unread numbers",
    run: async (context) => {
      const { page, screenshot } = context;
      await openAbstract(context);
      await page.locator("#status\\.languageStatus").click();
      const status = page
        .locator(".hover-language-status", { hasText: /\d+ statements, 2 findings/ })
        .first();
      await status.waitFor();
      await screenshot("status");
    },
  },
  {
    name: "an unread number is marked, and a command goes to it",
    run: async (context) => {
      const { page, screenshot } = context;
      await openAbstract(context);
      await page.waitForFunction(
        '[...document.querySelectorAll(".view-overlays .cdr")].some((mark) => getComputedStyle(mark).borderBottomStyle === "dotted")',
      );
      await runCommand(page, "Outcome Lens: Next Unread Number");
      await page.locator("#status\\.editor\\.selection", { hasText: "4 selected" }).waitFor();
      await screenshot("unread");
    },
  },
  {
    name: "in a file of several studies abstracts are read, and tags are furniture",
    run: async ({ page, workspace, screenshot }) => {
      await put(join(workspace, "tests", "search.nbib"), references);
      await openFile(page, "search.nbib");
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      const wrong = await hover(page, "32.2", /cannot be/i);
      await screenshot("references");
      if (!/23\.[12]/.test(await wrong.innerText())) throw new Error("the hover does not recompute 19 of 82");
      await page.keyboard.press("Escape");
      await page.locator("#status\\.languageStatus").click();
      // Neither the page numbers nor the years of the tags are statements or unread.
      const status = page.locator(".hover-language-status", { hasText: /3 statements, 1 finding/ }).first();
      await status.waitFor();
      if (/unread/.test((await status.innerText()).replace(/no unread|0 unread/, "")))
        throw new Error(`numbers of tags are unread: ${await status.innerText()}`);
    },
  },
  {
    name: "the statement list leads to the text",
    run: async (context) => {
      const { page, screenshot } = context;
      await openAbstract(context);
      await runCommand(page, "Outcome Lens: Show Statement List");
      await page.locator(".quick-input-list .monaco-list-row", { hasText: "HR 0.61" }).first().waitFor();
      await page.keyboard.type("0.61");
      await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "HR 0.61" }).waitFor();
      await screenshot("statement-list");
      await page.keyboard.press("Enter");
      await page.locator("#status\\.editor\\.selection", { hasText: "Ln 9" }).waitFor();
    },
  },
];
