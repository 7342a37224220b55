import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { DecideAction, DecideResult, ReviewDocument } from "../../server/src/lsp/messages.js";
import type { Annotations } from "../../server/src/review/annotations.js";
import { Editor, fileUri, FOLDER, TestHost } from "./harness.js";

const A = fileUri("abstracts/a.txt");
const FILE = fileUri(".outcome-review/anna/abstracts/a.txt.json");
const TEXT = `Balance training after stroke

Results: Falls occurred in 12 of 40 patients (30%) with training and in 20 of 40 patients (50%) with usual care (odds ratio 0.43; 95% CI 0.17 to 1.08; p = 0.07). Median hospital stay was 11.0 days.
Conclusions: The odds ratio was 0.43.
`;

let editor: Editor;
let host: TestHost;

beforeEach(async () => {
  host = new TestHost();
  host.files.set(A, TEXT);
  editor = await Editor.start({ host, settings: { reviewer: "anna" } });
  await editor.open(A, TEXT);
});

afterEach(() => {
  editor.dispose();
});

const view = (uri = A): Promise<ReviewDocument> => editor.ask("outcomeLens/review/document", { uri });
const decide = (action: DecideAction): Promise<DecideResult> =>
  editor.ask("outcomeLens/review/decide", { uri: A, action });
const onDisk = (file = FILE): Annotations => JSON.parse(host.files.get(file) ?? "null") as Annotations;
const positionOf = (words: string, text = TEXT): { line: number; character: number } => {
  const before = text.slice(0, text.indexOf(words)).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
};
const rangeOf = (words: string, text = TEXT) => {
  const start = positionOf(words, text);
  return { start, end: { line: start.line, character: start.character + words.length } };
};
const at = (words: string) => ({ at: positionOf(words), scope: "statement" as const });

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
    expect([...host.files.keys()]).toEqual([A]);
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
    expect(host.files.get(FILE)).toBe(JSON.stringify(onDisk(), null, 2) + "\n");
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
    const { statement, isRead } = await editor.ask("outcomeLens/review/draft", {
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

describe("a text that changes", () => {
  it("takes decisions along; one whose words change is stale until they are back", async () => {
    await decide({ do: "accept", on: { scope: "document" } });
    await editor.change(A, { range: rangeOf("Balance"), text: "Early balance" });
    let { counts, statements } = await view();
    expect(counts).toMatchObject({ undecided: 0, stale: 0 });
    const edited = TEXT.replace("Balance", "Early balance");
    await editor.change(A, { range: rangeOf("12 of 40", edited), text: "13 of 40" });
    ({ counts, statements } = await view());
    expect(counts).toMatchObject({ undecided: 1, stale: 1 });
    expect(statements.at(-1)).toMatchObject({ state: "stale", range: null, quote: "12 of 40 patients (30" });
    await editor.change(A, {
      range: rangeOf("13 of 40", edited.replace("12 of", "13 of")),
      text: "12 of 40",
    });
    ({ counts } = await view());
    expect(counts).toMatchObject({ undecided: 0, stale: 0 });
  });

  it("writes down where decisions stand when it is saved", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const before = onDisk().entries[0]?.target.start ?? 0;
    await editor.change(A, { range: rangeOf("Balance"), text: "Early balance" });
    host.files.set(A, TEXT.replace("Balance", "Early balance"));
    await editor.notify("textDocument/didSave", { textDocument: { uri: A } });
    await editor.settled();
    await expect.poll(() => onDisk().entries[0]?.target.start).toBe(before + 6);
  });

  it("is re-anchored to a selection that says the same, and to no other", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const words = "12 of 40 participants (30%)";
    const text = TEXT.replace("12 of 40 patients (30%)", words);
    await editor.change(A, { text });
    const stale = (await view()).statements.at(-1)!;
    expect(stale.state).toBe("stale");
    const reanchor = (range: ReturnType<typeof rangeOf>) =>
      editor.ask("outcomeLens/review/reanchor", { uri: A, id: stale.id, range });
    await expect(reanchor(rangeOf("20 of 40 patients", text))).rejects.toThrow("Other values are read here");
    const { counts } = await reanchor(rangeOf(words, text));
    expect(counts).toMatchObject({ accepted: 1, stale: 0 });
    expect(onDisk().entries).toHaveLength(1);
  });
});

describe("files", () => {
  it("that are invalid are shown at the place and never written over", async () => {
    const broken = '{\n  "format": "outcome-lens/annotations/1",\n  <<<<<<< HEAD\n}';
    host.files.set(FILE, broken);
    const { problem, counts } = await view();
    expect(problem).toMatch(/^\.outcome-review\/anna\/abstracts\/a\.txt\.json:3:3: No valid JSON/);
    expect(counts.accepted).toBe(0);
    await expect(decide({ do: "accept", on: at("12 of 40") })).rejects.toThrow(":3:3: No valid JSON");
    expect(host.files.get(FILE)).toBe(broken);
    const shown = await editor.diagnosticsOf(FILE);
    expect(shown).toMatchObject([{ range: { start: { line: 2, character: 2 } }, severity: 1 }]);
    host.files.delete(FILE);
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: FILE, type: 3 }] });
    expect(await editor.diagnosticsOf(FILE)).toEqual([]);
  });

  it("that changed meanwhile are merged, entry by entry", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const mine = onDisk();
    await decide({ do: "reject", on: at("20 of 40") });
    const theirs = onDisk().entries.filter(({ decision }) => decision === "rejected");
    // Another window wrote: its entry is there, and one of ours was taken away.
    host.files.set(FILE, JSON.stringify({ ...mine, entries: theirs }, null, 2));
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: FILE, type: 2 }] });
    const { document } = await decide({ do: "accept", on: at("0.43; 95%") });
    expect(document.counts).toMatchObject({ rejected: 1, accepted: 1 });
    expect(await editor.decisionsChanged()).toContainEqual([A]);
  });

  it("that can't be written leave everything as it was, and say so", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const before = host.files.get(FILE);
    host.writeError = new Error("a.txt.json: the disk is full");
    await expect(decide({ do: "reject", on: at("12 of 40") })).rejects.toThrow("the disk is full");
    host.writeError = null;
    expect(host.files.get(FILE)).toBe(before);
    expect((await view()).counts).toMatchObject({ accepted: 1, rejected: 0 });
  });

  it("need a reviewer and a folder", async () => {
    await editor.open("untitled:one", TEXT);
    expect(await view("untitled:one")).toMatchObject({
      file: null,
      problem: expect.stringContaining("open that folder") as string,
    });
    await editor.configure({ reviewer: "" });
    await expect(decide({ do: "accept", on: at("12 of 40") })).rejects.toThrow(
      "Set outcomeLens.reviewer first",
    );
  });
});

describe("dismissed findings", () => {
  it("are gone until the text they were about changes", async () => {
    const B = fileUri("abstracts/b.txt");
    const wrong = TEXT.replace("(30%)", "(35%)");
    host.files.set(B, wrong);
    const { range, message } = await findingOf(B);
    const ask = { uri: B, rule: "percent-mismatch", range, reason: "35 % is of all randomised" };
    const { dismissals, statements } = await editor.ask("outcomeLens/review/dismiss", ask);
    expect(dismissals).toMatchObject([
      { dismissal: { rule: "percent-mismatch", reason: ask.reason }, range },
    ]);
    expect(statements.flatMap(({ findings }) => findings)).not.toContain(message);
    const changed = wrong.replace("(35%)", "(36%)");
    host.files.set(B, changed);
    const after = await view(B);
    expect(after.dismissals).toMatchObject([{ range: null }]);
    expect(after.statements.flatMap(({ findings }) => findings)).toHaveLength(1);
    const { target } = dismissals[0]!.dismissal;
    const restored = await editor.ask("outcomeLens/review/dismiss", {
      uri: B,
      restore: { rule: "percent-mismatch", target },
    });
    expect(restored.dismissals).toEqual([]);
  });

  it("leave the Problems view, in the editor too, all of a rule at once", async () => {
    const B = fileUri("abstracts/b.txt");
    const wrong = TEXT.replace("(30%)", "(35%)");
    host.files.set(B, wrong);
    await editor.open(B, wrong);
    expect(await editor.diagnosticsOf(B)).toHaveLength(1);
    const { dismissals } = await editor.ask("outcomeLens/review/dismiss", {
      uri: B,
      rule: "percent-mismatch",
      reason: "35 % is of all randomised",
    });
    expect(dismissals).toHaveLength(1);
    expect(await editor.diagnosticsOf(B)).toEqual([]);
    const { rule, target } = dismissals[0]!.dismissal;
    await editor.ask("outcomeLens/review/dismiss", { uri: B, restore: { rule, target } });
    expect(await editor.diagnosticsOf(B)).toHaveLength(1);
  });

  async function findingOf(uri: string) {
    const statement = (await view(uri)).statements.find(({ severity }) => severity !== null)!;
    const list = await editor.ask("outcomeLens/checkAll", { uris: [uri] });
    expect(list.findings).toBe(1);
    const [shown] = (await editor.diagnosticsOf(uri)) ?? [];
    return { range: shown!.range, message: statement.findings[0]! };
  }
});

describe("two reviewers", () => {
  const both = ["anna", "ben"] as const;

  async function asBen(actions: readonly DecideAction[]): Promise<void> {
    await editor.configure({ reviewer: "ben" });
    for (const action of actions) await decide(action);
    await editor.configure({ reviewer: "anna" });
  }

  it("are compared, and what differs is settled in a file of its own", async () => {
    await decide({ do: "accept", on: { scope: "document" } });
    await asBen([
      { do: "reject", on: at("12 of 40") },
      { do: "accept", on: { scope: "document" } },
    ]);
    const { documents, overall, reviewers, available } = await editor.ask("outcomeLens/review/compare", {
      uris: [A],
    });
    expect({ reviewers, available }).toEqual({ reviewers: both, available: both });
    const pairs = documents[0]?.pairs ?? [];
    expect(pairs.every(({ category }) => category === "same")).toBe(true);
    const open = pairs.filter(({ agreed }) => !agreed);
    expect(open).toMatchObject([{ a: { decision: "accepted" }, b: { decision: "rejected" } }]);
    expect(overall.statements).toMatchObject({ both: pairs.length - 1, onlyA: 1, onlyB: 0 });

    const settle = (how: object) =>
      editor.ask("outcomeLens/review/adjudicate", { uri: A, reviewers: both, settle: how as never });
    await settle({ take: "all-agreed" });
    const after = await settle({ pair: open[0]?.id, take: "b" });
    expect(after.pairs.every(({ adjudicated }) => adjudicated !== null)).toBe(true);
    const settled = onDisk(fileUri(".outcome-review/adjudicated/abstracts/a.txt.json"));
    expect(settled.reviewer).toBe("adjudicated");
    expect(settled.entries).toHaveLength(pairs.length);
    expect(settled.entries[0]).toMatchObject({
      decision: "rejected",
      from: [{ reviewer: "anna" }, { reviewer: "ben" }],
    });
  });

  it("do not see each other's decisions before both have finished, where the protocol says so", async () => {
    const protocol = { format: "outcome-lens/protocol/1", blind: true };
    host.files.set(`${FOLDER}/outcome-review.json`, JSON.stringify(protocol));
    await editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${FOLDER}/outcome-review.json`, type: 1 }],
    });
    host.elapse();
    await decide({ do: "accept", on: { scope: "document" } });
    await asBen([{ do: "reject", on: at("12 of 40") }]);
    const compare = () => editor.ask("outcomeLens/review/compare", { uris: [A] });
    expect((await compare()).documents).toMatchObject([
      { blinded: true, open: [0, 4], pairs: [], agreement: null },
    ]);
    await asBen([{ do: "accept", on: { scope: "document" } }]);
    expect((await compare()).documents).toMatchObject([{ blinded: false, open: [0, 0] }]);
  });
});

describe("the overview", () => {
  it("counts every document, open or not, and those that have decisions", async () => {
    const C = fileUri("c ü.txt");
    host.files.set(C, TEXT);
    host.files.set(fileUri("list.txt"), "milk");
    await decide({ do: "accept", on: at("12 of 40") });
    const result = await editor.ask("outcomeLens/review/overview", {
      uris: [C, fileUri("list.txt"), fileUri("gone.txt")],
      withDecided: true,
    });
    expect(result.documents.map(({ path, counts }) => [path, counts.accepted, counts.undecided])).toEqual([
      ["c ü.txt", 0, 5],
      ["abstracts/a.txt", 1, 4],
    ]);
    expect(result.failures).toMatchObject([{ message: "no such file" }]);
  });
});
