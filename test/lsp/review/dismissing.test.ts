import { describe, expect, it } from "vitest";
import { fileUri } from "../harness.js";
import { reviewing } from "./reviewing.js";
import { TEXT } from "./texts.js";

const desk = reviewing();
const { view } = desk;

describe("dismissed findings", () => {
  it("are gone until the text they were about changes", async () => {
    const B = fileUri("abstracts/b.txt");
    const wrong = TEXT.replace("(30%)", "(35%)");
    desk.host.files.set(B, wrong);
    const { range, message } = await findingOf(B);
    const ask = { uri: B, rule: "percent-mismatch", range, reason: "35 % is of all randomised" };
    const { dismissals, statements } = await desk.editor.ask("outcomeLens/review/dismiss", ask);
    expect(dismissals).toMatchObject([
      { dismissal: { rule: "percent-mismatch", reason: ask.reason }, range },
    ]);
    expect(statements.flatMap(({ findings }) => findings)).not.toContain(message);
    const changed = wrong.replace("(35%)", "(36%)");
    desk.host.files.set(B, changed);
    const after = await view(B);
    expect(after.dismissals).toMatchObject([{ range: null }]);
    expect(after.statements.flatMap(({ findings }) => findings)).toHaveLength(1);
    const { target } = dismissals[0]!.dismissal;
    const restored = await desk.editor.ask("outcomeLens/review/dismiss", {
      uri: B,
      restore: { rule: "percent-mismatch", target },
    });
    expect(restored.dismissals).toEqual([]);
  });

  it("of other documents, or none, have the same list not sent again", async () => {
    const B = fileUri("abstracts/b.txt");
    await desk.editor.open(B, TEXT.replace("(30%)", "(35%)"));
    expect(await desk.editor.diagnosticsOf(B)).toHaveLength(1);
    const summaries = desk.editor.summaries.drain().length;
    const decisions = fileUri(".outcome-review/anna/abstracts/b.txt.json");
    await desk.editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: decisions, type: 2 }] });
    await desk.editor.settled();
    desk.host.elapse();
    await desk.editor.settled();
    expect(summaries).toBeGreaterThan(0);
    expect(desk.editor.summaries.drain().map(({ uri }) => uri)).toContain(B);
    expect(desk.editor.diagnostics.drain()).toEqual([]);
  });

  it("leave the Problems view, in the editor too, all of a rule at once", async () => {
    const B = fileUri("abstracts/b.txt");
    const wrong = TEXT.replace("(30%)", "(35%)");
    desk.host.files.set(B, wrong);
    await desk.editor.open(B, wrong);
    const place = (await desk.editor.diagnosticsOf(B))?.[0]?.range.start;
    const { dismissals } = await desk.editor.ask("outcomeLens/review/dismiss", {
      uri: B,
      rule: "percent-mismatch",
      reason: "35 % is of all randomised",
    });
    expect(dismissals).toHaveLength(1);
    expect(await desk.editor.diagnosticsOf(B)).toEqual([]);
    const value = (await desk.editor.hover(B, place?.line ?? 0, place?.character ?? 0))?.contents.value;
    expect(value).toMatch(/^\*\*Dismissed by .*\(35 % is of all randomised\)/);
    expect(value).not.toContain("Cannot be");
    const { rule, target } = dismissals[0]!.dismissal;
    await desk.editor.ask("outcomeLens/review/dismiss", { uri: B, restore: { rule, target } });
    expect(await desk.editor.diagnosticsOf(B)).toHaveLength(1);
  });

  it("keep their reasons when the rule is dismissed in the whole document", async () => {
    const B = fileUri("abstracts/b.txt");
    const wrong = TEXT.replace("(30%)", "(35%)");
    desk.host.files.set(B, `${wrong}Pain was seen in 12 of 40 patients (37%) with care.\n`);
    const rule = "percent-mismatch";
    await desk.editor.ask("outcomeLens/checkAll", { uris: [B] });
    const [first] = (await desk.editor.diagnosticsOf(B)) ?? [];
    await desk.editor.ask("outcomeLens/review/dismiss", { uri: B, rule, range: first!.range, reason: "one" });
    const { dismissals } = await desk.editor.ask("outcomeLens/review/dismiss", {
      uri: B,
      rule,
      reason: "rest",
    });
    expect(dismissals.map(({ dismissal }) => dismissal.reason)).toEqual(["one", "rest"]);
  });

  async function findingOf(uri: string) {
    const statement = (await view(uri)).statements.find(({ severity }) => severity !== null)!;
    const list = await desk.editor.ask("outcomeLens/checkAll", { uris: [uri] });
    expect(list.findings).toBe(1);
    const [shown] = (await desk.editor.diagnosticsOf(uri)) ?? [];
    return { range: shown!.range, message: statement.findings[0]! };
  }
});
