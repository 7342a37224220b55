import { describe, expect, it } from "vitest";
import { reviewing } from "./reviewing.js";
import { A, TEXT, at, rangeOf } from "./texts.js";

const desk = reviewing();
const { view, decide, onDisk } = desk;

describe("a text that changes", () => {
  it("takes decisions along; one whose words change is stale until they are back", async () => {
    await decide({ do: "accept", on: { scope: "document" } });
    await desk.editor.change(A, { range: rangeOf("Balance"), text: "Early balance" });
    let { counts, statements } = await view();
    expect(counts).toMatchObject({ undecided: 0, stale: 0 });
    const edited = TEXT.replace("Balance", "Early balance");
    await desk.editor.change(A, { range: rangeOf("12 of 40", edited), text: "13 of 40" });
    ({ counts, statements } = await view());
    expect(counts).toMatchObject({ undecided: 1, stale: 1 });
    expect(statements.at(-1)).toMatchObject({ state: "stale", range: null, quote: "12 of 40 patients (30" });
    await desk.editor.change(A, {
      range: rangeOf("13 of 40", edited.replace("12 of", "13 of")),
      text: "12 of 40",
    });
    ({ counts } = await view());
    expect(counts).toMatchObject({ undecided: 0, stale: 0 });
  });

  it("writes down where decisions stand when it is saved", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const before = onDisk().entries[0]?.target.start ?? 0;
    await desk.editor.change(A, { range: rangeOf("Balance"), text: "Early balance" });
    desk.host.files.set(A, TEXT.replace("Balance", "Early balance"));
    await desk.editor.notify("textDocument/didSave", { textDocument: { uri: A } });
    await desk.editor.settled();
    await expect.poll(() => onDisk().entries[0]?.target.start).toBe(before + 6);
  });

  it("is re-anchored to a selection that says the same, and to no other", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const words = "12 of 40 participants (30%)";
    const text = TEXT.replace("12 of 40 patients (30%)", words);
    await desk.editor.change(A, { text });
    const stale = (await view()).statements.at(-1)!;
    expect(stale.state).toBe("stale");
    const reanchor = (range: ReturnType<typeof rangeOf>) =>
      desk.editor.ask("outcomeLens/review/reanchor", { uri: A, id: stale.id, range });
    await expect(reanchor(rangeOf("20 of 40 patients", text))).rejects.toThrow("Other values are read here");
    const { counts } = await reanchor(rangeOf(words, text));
    expect(counts).toMatchObject({ accepted: 1, stale: 0 });
    expect(onDisk().entries).toHaveLength(1);
  });
});
