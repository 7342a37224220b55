/** One review from its protocol to its forest plot, with the keyboard alone, by two reviewers; and the files it leaves behind. */
import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Locator, Page } from "playwright-core";
import type { Annotations } from "../../../server/src/review/annotations.js";
import type { Review } from "../../../server/src/review/review.js";
import { openWorkbench } from "../host/workbench.js";
import { frameWith, holdAgainstAxe } from "./frames.js";
import {
  answer,
  choose,
  chord,
  eventually,
  fileContent,
  openFile,
  put,
  runCommand,
  selection,
  type WorkbenchTest,
} from "./page.js";
import { trials } from "./trials.js";

const [FIRST, ...OTHERS] = ["abara-2014.txt", "castellano-2017.txt", "fofana-2021.txt"] as const;
const DOCUMENTS = [FIRST, ...OTHERS];

/** The page's own, in functions that run there. */
declare const document: { readonly activeElement: unknown; hasFocus(): boolean };

/** Where a session is: its page, its folder, and a way to keep pictures of it. */
interface Session {
  readonly page: Page;
  readonly folder: string;
  readonly screenshot: (name: string) => Promise<void>;
}

/** Three trials; of the first the tool does not know the zeta index. */
async function putDocuments(folder: string): Promise<void> {
  await put(
    join(folder, "outcome-review.json"),
    '{ "format": "outcome-lens/protocol/1", "title": "Draft" }\n',
  );
  for (const name of DOCUMENTS) {
    const text = trials.get(name) ?? "";
    const more = name === FIRST ? "The zeta index came to 7.43.\n" : "";
    await put(join(folder, name), text.replace("\nConclusions:", `${more}\nConclusions:`));
  }
}

function decisionsOf({ folder }: Session, reviewer: string, name: string): string {
  return join(folder, ".outcome-review", reviewer, `${name}.json`);
}

/** What the disk holds of a reviewer's decisions on a document: "accepted effect", in the order of the text. */
async function decided(session: Session, reviewer: string, name: string): Promise<readonly string[]> {
  const text = await fileContent(session.page, decisionsOf(session, reviewer, name));
  return (JSON.parse(text) as Annotations).entries.map(({ decision, statement }) =>
    [decision, statement.kind].join(" "),
  );
}

async function waitFor(session: Session, reviewer: string, name: string, expected: string): Promise<void> {
  await eventually(
    session.page,
    `${reviewer}: ${expected}`,
    async () => (await decided(session, reviewer, name)).join() === expected,
  );
}

async function createProtocol({ page, folder, screenshot }: Session): Promise<void> {
  await runCommand(page, "Outcome Lens: Create Review Protocol");
  // There is one already: it is replaced only when the question is answered so.
  await tabTo(page, page.locator(".monaco-dialog-box").getByRole("button", { name: "Replace It" }));
  await page.keyboard.press("Enter");
  await answer(page, "(1/5)", "Thymic carcinoma");
  await page.locator(".quick-input-title", { hasText: "(2/5)" }).waitFor();
  await page.keyboard.type("overall survival");
  await page.locator(".quick-input-list .monaco-list-row").first().waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await answer(page, "(2/5)");
  await answer(page, "(3/5)", "objective response rate; zeta index");
  await answer(page, "(4/5)", "sulvatinib; placebo");
  await answer(page, "(5/5)", "*.txt");
  await page.locator('.tab.active[data-resource-name="outcome-review.json"]').waitFor();
  // The review is blind: typed into the protocol as one line more.
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.insertText('  "blind": true, "reviewers": [{ "id": "ada" }, { "id": "ben" }],\n');
  await page.keyboard.press("Control+S");
  await screenshot("session-protocol");
  const file = join(folder, "outcome-review.json");
  await eventually(page, "a blind review", async () =>
    (await readFile(file, "utf8")).includes('"blind": true'),
  );
  const { outcomes, groups } = JSON.parse(await readFile(file, "utf8")) as Record<string, unknown[]>;
  if (outcomes?.length !== 3 || groups?.length !== 2) throw new Error("another protocol than was answered");
}

/** The loop on one document: accept, next, correct, reject, add what was missed, note. The first decision asks who decides. */
async function decideOneByOne(session: Session): Promise<void> {
  const { page, screenshot } = session;
  const input = page.locator(".quick-input-widget input").first();
  const has = (...expected: readonly string[]) => waitFor(session, "ada", FIRST, expected.join());
  const keep = () =>
    page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "Keep" }).waitFor();
  await openFile(page, FIRST);
  // Before the document is read, the keys mean something else to VS Code.
  await eventually(page, "the first statement", async () => {
    await chord(page, "ArrowDown");
    const there = await selection(page, /Ln 9.*selected/, 2000).then(
      () => true,
      () => false,
    );
    if (!there) await page.keyboard.press("Escape");
    return there;
  });
  await chord(page, "a");
  await answer(page, "Who decides?", "ada");
  await has("accepted group-size");
  await chord(page, "ArrowDown");
  await selection(page, /Ln 11, Col [3-6]\d.*selected/);
  await chord(page, "Space");
  await selection(page, /Ln 11, Col [7-9]\d.*selected/);
  await chord(page, "Space");
  await selection(page, /Ln 11, Col 1\d\d.*selected/);
  const read = ["accepted group-size", "accepted median", "accepted median"];
  await has(...read);

  // The value comes first in the form; then Enter on Keep.
  await chord(page, "c");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Value" }).first().waitFor();
  await choose(page, "Value");
  await eventually(page, "the value", async () => (await input.inputValue()) === "0.92");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("0.93");
  await page.keyboard.press("Enter");
  await keep();
  await screenshot("correct-statement");
  await page.keyboard.press("Enter");
  await has(...read, "corrected effect");

  await chord(page, "ArrowDown");
  await selection(page, /Ln 12, Col [34]\d.*selected/);
  await chord(page, "r");
  await chord(page, "ArrowDown");
  await selection(page, /Ln 12, Col [5-7]\d.*selected/);
  await chord(page, "a");
  const all = [...read, "corrected effect", "rejected proportion", "accepted proportion"];
  await has(...all);

  // The zeta index is nothing known: select its value and add it.
  await page.keyboard.press("Control+g");
  await page.keyboard.type("13:24");
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
  await keep();
  await choose(page, "Value");
  await page.locator(".quick-input-widget", { hasText: "A number, as printed" }).waitFor();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("7.43");
  await page.keyboard.press("Enter");
  await keep();
  await page.keyboard.press("Enter");
  await has(...all, "added other");
  await chord(page, "u");
  await has(...all);
  await chord(page, "u");
  await has(...all, "added other");
  await chord(page, "n");
  await input.waitFor();
  await page.keyboard.type("once in the text");
  await page.keyboard.press("Enter");
  await eventually(page, "the note", async () =>
    (await fileContent(page, decisionsOf(session, "ada", FIRST))).includes("once in the text"),
  );
  await screenshot("deciding");
}

async function acceptAll(session: Session, reviewer: string, name: string): Promise<void> {
  const { page } = session;
  await openFile(page, name);
  await runCommand(page, "Outcome Lens: Accept All in Document");
  const six = ["group-size", "median", "median", "effect", "proportion", "proportion"];
  await waitFor(session, reviewer, name, six.map((kind) => `accepted ${kind}`).join());
}

/** After a reload the Review view tells that all is decided, and the files are as they were. */
async function reload(session: Session): Promise<void> {
  const { page, screenshot } = session;
  const files = () =>
    Promise.all(DOCUMENTS.map((name) => readFile(decisionsOf(session, "ada", name), "utf8")));
  const before = await files();
  await Promise.all([page.waitForEvent("load"), runCommand(page, "Developer: Reload Window")]);
  await page.locator(".tab.active").waitFor();
  await runCommand(page, "Outcome Lens: Focus on Review View");
  for (const [name, done] of [[FIRST, "7/7"], ...OTHERS.map((other) => [other, "6/6"] as const)] as const)
    await page.locator(".pane-body .monaco-list-row", { hasText: name }).filter({ hasText: done }).waitFor();
  await screenshot("session-reloaded");
  if ((await files()).join() !== before.join()) throw new Error("a reload changed the files");
}

/** Tab after Tab, until one of these elements has the keyboard. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.first().waitFor({ state: "attached" });
  for (let presses = 0; presses < 80; presses++) {
    const there = await wanted.evaluateAll((elements: readonly unknown[]) =>
      elements.some((element) => document.hasFocus() && element === document.activeElement),
    );
    if (there) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab never came to ${wanted.toString()}`);
}

/** What the other decided stays hidden until ben has finished too. */
async function secondReviewer(session: Session): Promise<void> {
  const { page } = session;
  await runCommand(page, "Outcome Lens: Choose Reviewer");
  await answer(page, "Who decides?", "ben");
  await acceptAll(session, "ben", FIRST);
  await acceptAll(session, "ben", OTHERS[0]);
  await runCommand(page, "Outcome Lens: Compare Reviewers");
  const hidden = await frameWith(page, "main summary");
  await hidden.locator("summary", { hasText: OTHERS[1] }).filter({ hasText: "hidden" }).waitFor();
  await acceptAll(session, "ben", OTHERS[1]);
}

/** Three differences: ada's value is taken, ben's acceptance, and what only ada found. */
async function settle(session: Session): Promise<void> {
  const { page, folder, screenshot } = session;
  await runCommand(page, "Outcome Lens: Compare Reviewers");
  const frame = await frameWith(page, "main summary");
  await holdAgainstAxe(frame);
  await frame.locator("summary", { hasText: OTHERS[1] }).filter({ hasNotText: "hidden" }).waitFor();
  for (const name of DOCUMENTS) {
    const summary = `summary[data-uri$="/${name}"]`;
    await tabTo(page, frame.locator(summary));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    const agreed = frame.locator(`details:has(${summary}) > button`);
    await tabTo(page, agreed);
    await page.keyboard.press("Enter");
    // The answer brings the keyboard to the first difference; a Tab that comes before it would go on from there.
    await agreed.waitFor({ state: "detached" });
    if (name !== FIRST) {
      await frame.locator(summary, { hasText: "nothing open" }).waitFor();
      continue;
    }
    for (const [key, left] of [
      ["b", "Open: 2"],
      ["a", "Open: 1"],
      ["b", "nothing open"],
    ] as const) {
      await tabTo(page, frame.locator("article:not(:has(.settled))"));
      if (left === "Open: 2") await screenshot("session-compare");
      await page.keyboard.press(key);
      await frame.locator(summary, { hasText: left }).waitFor();
    }
  }
  const settled = async (): Promise<number> => {
    const files = await Promise.all(
      DOCUMENTS.map((name) => decided({ ...session, folder }, "adjudicated", name)),
    );
    return files.flat().length;
  };
  await eventually(page, "19 settled statements", async () => (await settled()) === 19);
}

async function lookAtTable({ page, screenshot }: Session): Promise<void> {
  await runCommand(page, "Outcome Lens: Open Review Table");
  const frame = await frameWith(page, "[role=grid] .body .row");
  await frame.locator(".body .row", { hasText: "corrected" }).first().waitFor();
  await tabTo(page, frame.locator("#measure"));
  await page.keyboard.type("HR");
  await frame.locator(".status", { hasText: "3 of 19 statements" }).waitFor();
  await tabTo(page, frame.locator("[role=columnheader]"));
  await page.keyboard.press("ArrowDown");
  await frame.locator(".body .row:focus-within", { hasText: "0.93" }).waitFor();
  await screenshot("session-table");
  await page.keyboard.press("Enter");
  await page.locator(`.tab.active[data-resource-name="${FIRST}"]`).waitFor();
  await selection(page, /Ln 11.*selected/);
}

async function drawPlot({ page, folder, screenshot }: Session): Promise<void> {
  await runCommand(page, "Outcome Lens: Open Forest Plot");
  const frame = await frameWith(page, ".figure svg");
  await tabTo(page, frame.locator("#outcome"));
  await page.keyboard.type("OS");
  await tabTo(page, frame.locator("#measure"));
  await page.keyboard.type("HR");
  const drawing = frame.locator(".figure svg");
  for (const text of ["Abara 2014", "Castellano 2017", "Fofana 2021", "0.93 ["])
    await drawing.filter({ hasText: text }).waitFor();
  await screenshot("session-plot");
  await tabTo(page, frame.locator("button:not(.link)"));
  await page.keyboard.press("Enter");
  await proposed(page, "forest.svg");
  const svg = await fileContent(page, join(folder, "forest.svg"));
  if (!svg.includes("Fofana 2021")) throw new Error(`no drawing:\n${svg.slice(0, 300)}`);
}

/** Takes the path that a dialog proposes. */
async function proposed(page: Page, name: string): Promise<void> {
  const path = page.locator(".quick-input-widget input").first();
  await eventually(page, "the proposed path", async () => (await path.inputValue()).endsWith(name));
  await page.keyboard.press("Enter");
}

async function exportReview({ page, folder }: Session): Promise<void> {
  await runCommand(page, "Outcome Lens: Export Review Table");
  await choose(page, "All documents");
  await choose(page, "JSON");
  await choose(page, "Accepted, corrected and added");
  await proposed(page, "review.json");
  const review = JSON.parse(await fileContent(page, join(folder, "review.json"))) as Review;
  if (review.studies.length !== 3) throw new Error(`a review of ${review.studies.length} studies`);
}

/** Every file that a review leaves is valid, as the command line sees it. */
async function validate({ folder }: Session): Promise<void> {
  const decisions = ["ada", "ben", "adjudicated"].flatMap((reviewer) =>
    DOCUMENTS.map((name) => join(".outcome-review", reviewer, `${name}.json`)),
  );
  const files = ["outcome-review.json", "review.json", ...decisions].map((file) => join(folder, file));
  const cli = join(process.cwd(), "dist", "cli.js");
  await promisify(execFile)(process.execPath, [cli, "validate", ...files]);
}

export const session: readonly WorkbenchTest[] = [
  {
    name: "a review of two reviewers is done with the keyboard alone, from its protocol to its forest plot",
    run: async ({ page, url, workspace, screenshot }) => {
      const folder = join(dirname(workspace), "carcinoma");
      await putDocuments(folder);
      const address = new URL(url);
      address.searchParams.set("folder", folder);
      await openWorkbench(page, address.href);
      const here: Session = { page, folder, screenshot };
      await createProtocol(here);
      await decideOneByOne(here);
      for (const name of OTHERS) await acceptAll(here, "ada", name);
      await reload(here);
      await secondReviewer(here);
      await settle(here);
      await lookAtTable(here);
      await drawPlot(here);
      await exportReview(here);
      await validate(here);
    },
  },
];
