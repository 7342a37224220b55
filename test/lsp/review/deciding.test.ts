import { describe, expect, it } from "vitest";
import { reviewing } from "./reviewing.js";
import { A, FILE, at, positionOf, rangeOf } from "./texts.js";

const desk = reviewing();
const { view, decide, onDisk } = desk;

describe("decisions", () => {
  it("are all undecided at first, and nothing is written", async () => {
    const { statements, counts, reviewer, file, problem } = await view();
    expect({ reviewer, file, problem }).toEqual({ reviewer: "anna", file: FILE, problem: null });
    expect(statements.map(({ state, label }) => `${state}: ${label}`)).toMatchInlineSnapshot(`
      [
        "undecided: 12/40 (30 %)",
        "undecided: 20/40 (50 %)",
        "undecided: OR 0.43 (95 % CI 0.17–1.08), p = 0.07",
        "undecided: median 11.0 days",
        "undecided: OR 0.43",
      ]
    `);
    expect(counts.undecided).toBe(statements.length);
    expect([...desk.host.files.keys()]).toEqual([A]);
  });

  it("are in the file before they are answered, in the order of the text", async () => {
    await decide({ do: "accept", on: at("0.43; 95%") });
    const { changed, document } = await decide({ do: "accept", on: at("12 of 40") });
    expect(changed).toHaveLength(1);
    expect(document.counts).toMatchObject({ accepted: 2 });
    const { entries, document: about, reviewer } = onDisk();
    expect({ reviewer, path: about.path }).toEqual({ reviewer: "anna", path: "abstracts/a.txt" });
    expect(entries.map(({ decision, statement }) => [decision, statement.kind])).toEqual([
      ["accepted", "proportion"],
      ["accepted", "effect"],
    ]);
    expect(desk.host.files.get(FILE)).toBe(JSON.stringify(onDisk(), null, 2) + "\n");
  });

  it("of a sentence, a section and the document leave decided statements alone", async () => {
    await decide({ do: "reject", on: at("12 of 40") });
    await decide({ do: "accept", on: { at: positionOf("odds ratio 0.43;"), scope: "sentence" } });
    let { counts } = await view();
    expect(counts).toMatchObject({ rejected: 1, accepted: 2 });
    await decide({ do: "accept", on: { at: positionOf("Median"), scope: "section" } });
    ({ counts } = await view());
    expect(counts).toMatchObject({ rejected: 1, accepted: 3, undecided: 1 });
    await decide({ do: "reject", on: { scope: "document" } });
    ({ counts } = await view());
    expect(counts).toMatchObject({ rejected: 2, accepted: 3, undecided: 0 });
  });

  it("can be corrected, with numbers as typed", async () => {
    const { statements } = await view();
    const effect = statements.find(({ kind }) => kind === "effect")!;
    if (effect.statement.kind !== "effect") throw new Error("no effect");
    const statement = {
      ...effect.statement,
      value: 0.4,
      literal: { ...effect.statement.literal, value: "0.40" },
    };
    const { document } = await decide({ do: "correct", on: { ids: [effect.id] }, statement });
    const corrected = document.statements.find(({ id }) => id === effect.id);
    expect(corrected).toMatchObject({ state: "corrected", differing: ["value"], quote: effect.quote });
    expect(corrected?.label).toContain("0.40");
    await expect(
      decide({ do: "correct", on: { ids: [effect.id] }, statement: { ...statement, value: "x" } as never }),
    ).rejects.toThrow("value: Expected a number.");
  });

  it("can be added, their values read from the selection", async () => {
    const range = rangeOf("11.0 days");
    const { statement, isRead } = await desk.editor.ask("outcomeLens/review/draft", {
      uri: A,
      range,
      kind: "median",
    });
    expect({ isRead, statement }).toMatchObject({
      isRead: true,
      statement: { kind: "median", value: 11, unit: "day", quote: "11.0 days", literal: { value: "11.0" } },
    });
    const { document } = await decide({ do: "add", range, statement });
    expect(document.counts).toMatchObject({ added: 1 });
    // What was read there is the same statement, and no longer undecided.
    expect(document.statements.filter(({ kind }) => kind === "median")).toHaveLength(1);
  });

  it("can be taken back one by one", async () => {
    await decide({ do: "accept", on: { scope: "document" } });
    await decide({ do: "reject", on: at("12 of 40"), note: "duplicate" });
    await decide({ do: "undo-last" });
    expect((await view()).counts).toMatchObject({ undecided: 0, rejected: 0 });
    await decide({ do: "undo", on: at("12 of 40") });
    expect((await view()).counts).toMatchObject({ undecided: 1 });
    await decide({ do: "undo-last" });
    await decide({ do: "undo-last" });
    expect(onDisk().entries).toEqual([]);
    expect((await decide({ do: "undo-last" })).changed).toEqual([]);
  });

  it("have notes", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    await decide({ do: "note", on: at("12 of 40"), note: "counted by hand" });
    expect(onDisk().entries[0]).toMatchObject({ decision: "accepted", note: "counted by hand" });
    await decide({ do: "note", on: at("12 of 40"), note: "" });
    expect(onDisk().entries[0]).not.toHaveProperty("note");
  });
});
