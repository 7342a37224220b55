/** The HTML table as Chromium shows it. */
import { expect, test } from "vitest";
import { HEADINGS, manuscriptLines } from "../../server/src/export/manuscript.js";
import { launchChromium } from "../e2e/host/chromium.js";
import { exampleTexts, HARD, reviewOfTexts } from "../unit/export/documents.js";
import { reviewOf, statement } from "../unit/export/samples.js";
import { bench, exportInto } from "./programs.js";

const EVIL = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script> & "q"`;

test("Chromium shows every cell as it is, and runs nothing", async () => {
  const desk = bench();
  const evil = reviewOf([statement("effect", { outcome: { text: EVIL } })], { id: EVIL });
  const read = reviewOfTexts(new Map([...exampleTexts(), ...HARD]));
  const review = { ...read, studies: [...read.studies, ...evil.studies] };
  await exportInto(desk, "review.html", "html", review);
  const browser = await launchChromium(console.log);
  try {
    const page = await browser.newPage();
    await page.goto(`file://${desk.path("review.html")}`);
    const shown: string[][] = [];
    for (const row of await page.locator("tr").all()) {
      shown.push(await row.locator("th, td").allTextContents());
    }
    expect(shown).toEqual([[...HEADINGS], ...manuscriptLines(review)]);
    expect(await page.title()).toBe(`Results of ${review.studies.length} studies`);
    expect(await page.locator("img, script").count()).toBe(0);
  } finally {
    await browser.close();
  }
});
