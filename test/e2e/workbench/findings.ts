/** What a reviewer does about findings: dismisses them, makes a rule less grave, reads more strictly, takes a statistic along. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import type { Annotations } from "../../../server/src/review/annotations.js";
import {
  answer,
  choose,
  eventually,
  fileContent,
  hover,
  openFile,
  put,
  runCommand,
  selection,
  type WorkbenchTest,
} from "./page.js";
import { reviewAs } from "./review.js";

const NAME = "knee-garden.txt";

/** Two wrong percentages, an estimate outside its interval, and a ratio that is 2% away from the middle of its own. */
const REPORT = `Garden work after knee replacement: a randomised trial

Methods: We randomised 160 patients to garden work or usual care.

Results: Swelling occurred in 19 of 82 patients (32.2%) with usual care.
Stiffness occurred in 21 of 78 patients (41.3%) with garden work.
Falls were rarer with garden work (odds ratio 0.55, 95% CI 0.63-0.91).
The rate ratio of infection was 0.74 (95% CI 0.60-0.88).
`;

/** What the page's own globals are used for here. */
interface Clipboard {
  readonly navigator: { readonly clipboard: { readText(): Promise<string> } };
}

/** Puts the cursor into words of the report; a click may hit what the editor lays over its text. */
async function goTo(page: Page, at: string): Promise<void> {
  const before = REPORT.slice(0, REPORT.indexOf(at) + 1).split("\n");
  const place = `${before.length}:${(before.at(-1) ?? "").length + 1}`;
  await page.keyboard.press("Control+G");
  await page.locator(".quick-input-widget input").first().waitFor();
  await page.keyboard.type(place);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").first().waitFor({ state: "hidden" });
  await selection(page, new RegExp(`Ln ${place.replace(":", ", Col ")}$`));
}

/** Takes a quick fix at words of the text. */
async function fix(page: Page, at: string, title: string): Promise<void> {
  await goTo(page, at);
  const list = page.locator(".action-widget .monaco-list-row");
  // Right after the cursor moved VS Code may still say that there are none; then a person asks again.
  await eventually(page, `the offer of ${title}`, async () => {
    await page.keyboard.press("Control+.");
    const offered = await list
      .filter({ hasText: title })
      .first()
      .waitFor({ timeout: 4000 })
      .then(
        () => true,
        () => false,
      );
    if (!offered) await page.keyboard.press("Escape");
    return offered;
  });
  await eventually(page, `the choice of ${title}`, async () => {
    if (await list.and(page.locator(".focused")).filter({ hasText: title }).isVisible()) return true;
    await page.keyboard.press("ArrowDown");
    return false;
  });
  await page.keyboard.press("Enter");
}

/** A finding in the Problems view, with the name of its severity. */
function problem(page: Page, rule: string, severity: "error" | "warning" | "info"): Locator {
  return page
    .locator(".markers-panel .monaco-list-row", { hasText: rule })
    .filter({ has: page.locator(`.codicon-${severity}`) });
}

export const findings: readonly WorkbenchTest[] = [
  {
    name: "findings are dismissed with a reason, a rule made less grave, the text read more strictly, a statistic copied",
    run: async ({ page, url, workspace, screenshot }) => {
      const dismissals = async (): Promise<string> => {
        const file = join(workspace, ".outcome-review", "ada", `${NAME}.json`);
        const kept = (JSON.parse(await fileContent(page, file)) as Annotations).dismissals;
        return kept.map(({ rule, reason, target }) => `${rule} ${target.exact}: ${reason}`).join("\n");
      };
      const settings = async (): Promise<Record<string, unknown>> =>
        JSON.parse(await readFile(join(workspace, ".vscode", "settings.json"), "utf8")) as never;

      await reviewAs("ada", workspace);
      await put(join(workspace, NAME), REPORT);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.goto(url);
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      await openFile(page, NAME);
      await page.locator(".squiggly-warning").nth(1).waitFor();
      await page.keyboard.press("Control+Shift+M");
      await problem(page, "percent-mismatch", "warning").nth(1).waitFor();
      await problem(page, "estimate-outside-interval", "error").waitFor();

      await fix(page, "32.2", 'Dismiss this finding of "percent-mismatch"');
      await answer(page, "Dismiss this finding of percent-mismatch", "The table says 23.2");
      await problem(page, "percent-mismatch", "warning").nth(1).waitFor({ state: "detached" });
      await problem(page, "percent-mismatch", "warning").waitFor();
      const first = await dismissals();
      if (!/^percent-mismatch .*32\.2.*: The table says 23\.2$/.test(first))
        throw new Error(`other dismissals are kept:\n${first}`);
      const said = await hover(page, "32.2", /The table says 23\.2/);
      await said.waitFor();
      await page.keyboard.press("Escape");

      await fix(page, "41.3", 'Change severity of rule "percent-mismatch"');
      await choose(page, "Information");
      await problem(page, "percent-mismatch", "info").waitFor();
      await page.locator(".squiggly-info").first().waitFor();
      const { "outcomeLens.rules": rules } = await settings();
      if (JSON.stringify(rules) !== '{"percent-mismatch":"information"}')
        throw new Error(`the settings hold ${JSON.stringify(rules)}`);

      await fix(page, "41.3", 'Dismiss rule "percent-mismatch" in this document');
      await answer(page, "Dismiss the findings of percent-mismatch in this document", "Known to the authors");
      await problem(page, "percent-mismatch", "info").waitFor({ state: "detached" });
      const both = await dismissals();
      if (both.split("\n")[0] !== first || !/^.*\n.*41\.3.*: Known to the authors$/.test(both))
        throw new Error(`other dismissals are kept:\n${both}`);
      await screenshot("findings-dismissed");

      if (await problem(page, "ratio-not-centred", "warning").isVisible())
        throw new Error("a ratio 2% off the middle is more than a hint before the text is read strictly");
      await runCommand(page, "Preferences: Open Workspace Settings");
      await page.locator(".settings-editor .suggest-input-container").first().click();
      await page.keyboard.type("outcomeLens.strictness");
      const choice = page.locator(".settings-editor .setting-item-contents", { hasText: "Strictness" });
      await choice.locator("select").selectOption({ label: "strict" });
      await problem(page, "ratio-not-centred", "warning").waitFor();
      await screenshot("findings-strict");
      await eventually(page, "the strictness on disk", async () => {
        const { "outcomeLens.strictness": strictness } = await settings();
        return strictness === "strict";
      });

      await openFile(page, NAME);
      await goTo(page, "0.74");
      await runCommand(page, "Outcome Lens: Copy Statistic");
      await choose(page, "R, metafor");
      const expected =
        'metafor::escalc(measure = "GEN", yi = log(0.74), sei = (log(0.88) - log(0.6)) / (2 * qnorm(0.975)))';
      let copied = "";
      await eventually(page, "the statistic on the clipboard", async () => {
        copied = await page.evaluate(() =>
          (globalThis as unknown as Clipboard).navigator.clipboard.readText(),
        );
        return copied !== "";
      });
      if (copied !== expected) throw new Error(`the clipboard holds: ${copied}`);
    },
  },
];
