/** `source.fixAll.outcomeLens`, as an editor asks for it when a file is saved. */
import type { CodeAction } from "vscode-languageserver";
import { describe, expect, it } from "vitest";
import { fileUri } from "./harness.js";
import { reviewing } from "./review/reviewing.js";
import { A, FILE } from "./review/texts.js";

const desk = reviewing();
const KIND = "source.fixAll.outcomeLens";
const PROTOCOL = fileUri("outcome-review.json");

/** The actions that the editor is offered for a kind, on saving. */
function actions(uri: string, ...only: string[]): Promise<CodeAction[]> {
  const start = { line: 0, character: 0 };
  return desk.editor.request("textDocument/codeAction", {
    textDocument: { uri },
    range: { start, end: start },
    context: { diagnostics: [], ...(only.length === 0 ? {} : { only }) },
  });
}

/** What one file holds when all is fixed; null where nothing is offered. */
async function fixed(uri: string, text: string, kind = KIND): Promise<string | null> {
  await desk.editor.open(uri, text, "json");
  const [action, ...more] = await actions(uri, kind);
  await desk.editor.close(uri);
  if (action === undefined) return null;
  expect(more).toEqual([]);
  expect(action.kind).toBe(KIND);
  const edits = action.edit?.changes ?? {};
  expect(Object.keys(edits)).toEqual([uri]);
  expect(edits[uri]).toHaveLength(1);
  expect(edits[uri]?.[0]?.range.start).toEqual({ line: 0, character: 0 });
  return edits[uri]?.[0]?.newText ?? null;
}

describe("a protocol", () => {
  const tidy = `{
  "format": "outcome-lens/protocol/1",
  "title": "Sleep",
  "documents": ["a.txt", "b/*.txt"],
  "outcomes": [
    { "code": "SLP", "label": "sleep", "synonyms": ["slept"] },
    { "code": "PAIN", "label": "pain", "unit": "point" }
  ],
  "rules": {
    "grim": "off"
  },
  "blind": false
}
`;
  const value = JSON.parse(tidy) as Record<string, unknown>;

  it("is written in the order of its keys, an entry a line", async () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(value).reverse()), null, "\t");
    expect(await fixed(PROTOCOL, turned)).toBe(tidy);
    expect(await fixed(PROTOCOL, JSON.stringify(value), "source.fixAll")).toBe(tidy);
    expect(await fixed(PROTOCOL, tidy)).toBeNull();
  });

  it("keeps its line ends", async () => {
    const windows = tidy.replaceAll("\n", "\r\n");
    expect(await fixed(PROTOCOL, windows)).toBeNull();
    expect(await fixed(PROTOCOL, windows.replace('  "title"', '"title"'))).toBe(windows);
  });

  it.each([
    ["no JSON", "{,}"],
    ["a key that is not known, which would be lost", '{"format":"outcome-lens/protocol/1","titel":"Sleep"}'],
    ["a key that stands there twice", '{"format":"outcome-lens/protocol/1","title":"A","title":"B"}'],
  ])("is left alone with %s", async (_what, text) => {
    expect(await fixed(PROTOCOL, text)).toBeNull();
  });

  it("of another folder, or another file of this name, is left alone", async () => {
    expect(await fixed("file:///elsewhere/outcome-review.json", JSON.stringify(value))).toBeNull();
    expect(await fixed(fileUri("old/outcome-review.json"), JSON.stringify(value))).toBeNull();
    expect(await fixed(fileUri("package.json"), JSON.stringify(value))).toBeNull();
  });
});

describe("a file of decisions", () => {
  it("comes back to the form in which decisions are kept", async () => {
    const { statements } = await desk.view();
    for (const { statement } of statements.slice(0, 2))
      await desk.decide({ do: "accept", on: { ids: [statement.id] } });
    const written = desk.host.files.get(FILE) ?? "";
    const { entries, ...rest } = JSON.parse(written) as { entries: unknown[] };
    expect(entries).toHaveLength(2);
    const merged = JSON.stringify({ entries: entries.reverse(), ...rest });
    expect(await fixed(FILE, merged)).toBe(written);
    expect(await fixed(FILE, written)).toBeNull();
    expect(await fixed(FILE, written.replace("[", "[ ,"))).toBeNull();
  });

  it("that is open keeps what is said of its mistakes", async () => {
    desk.host.files.set(FILE, "{ no decisions");
    await desk.view();
    await desk.editor.open(FILE, "{ no decisions", "json");
    expect(await desk.editor.diagnosticsOf(FILE)).toMatchObject([{ code: "decisions" }]);
    await desk.editor.close(FILE);
    expect(await desk.editor.diagnosticsOf(FILE)).toMatchObject([{ code: "decisions" }]);
  });
});

describe("a document", () => {
  it("is offered nothing of a kind that would change its text", async () => {
    for (const kind of [KIND, "source.fixAll", "source", "source.organizeImports"])
      expect(await actions(A, kind)).toEqual([]);
  });

  it("is offered its quick fixes as before", async () => {
    expect((await actions(A)).every(({ kind }) => kind === "quickfix")).toBe(true);
  });
});
