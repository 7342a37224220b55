/** The tables for a manuscript as Chromium shows them; Markdown rendered by what VS Code previews it with. */
import MarkdownIt from "markdown-it";
import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { HEADINGS, manuscriptLines } from "../../server/src/export/manuscript.js";
import { launchChromium } from "../e2e/host/chromium.js";
import { exampleTexts, HARD, reviewOfTexts } from "../unit/export/documents.js";
import { reviewOf, statement } from "../unit/export/samples.js";
import { bench, exportInto } from "./programs.js";

const EVIL = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script> & "q"`;

const evil = reviewOf([statement("effect", { outcome: { text: EVIL } })], { id: EVIL });
const read = reviewOfTexts(new Map([...exampleTexts(), ...HARD]));
const review = { ...read, studies: [...read.studies, ...evil.studies] };
const lines = [...manuscriptLines(review)];

/** Opens the page and gives the cells of its table. */
async function shownBy(url: string, look?: (page: Page) => Promise<void>): Promise<string[][]> {
  const browser = await launchChromium(console.log);
  try {
    const page = await browser.newPage();
    await page.goto(url);
    const shown: string[][] = [];
    for (const row of await page.locator("tr").all()) {
      shown.push(await row.locator("th, td").allTextContents());
    }
    expect(await page.locator("img, script").count()).toBe(0);
    await look?.(page);
    return shown;
  } finally {
    await browser.close();
  }
}

test("Chromium shows every cell of the HTML table as it is, and runs nothing", async () => {
  const desk = bench();
  await exportInto(desk, "review.html", "html", review);
  const shown = await shownBy(`file://${desk.path("review.html")}`, async (page) => {
    expect(await page.title()).toBe(`Results of ${review.studies.length} studies`);
  });
  expect(shown).toEqual([[...HEADINGS], ...lines]);
});

test("Chromium shows every cell of the rendered Markdown table as it is", async () => {
  const desk = bench();
  await exportInto(desk, "review.md", "markdown", review);
  const markdown = readFileSync(desk.path("review.md"), "utf8");
  const renderer = new MarkdownIt({ html: true, linkify: true, typographer: false });
  desk.put("review.md.html", `<!doctype html><meta charset="utf-8">${renderer.render(markdown)}`);
  const shown = await shownBy(`file://${desk.path("review.md.html")}`, async (page) => {
    expect(await page.locator("a, em, code").count()).toBe(0);
    expect(await page.locator("strong").allTextContents()).toEqual([
      `Results of ${review.studies.length} studies`,
    ]);
  });
  expect(shown).toEqual([[...HEADINGS], ...lines]);
});
