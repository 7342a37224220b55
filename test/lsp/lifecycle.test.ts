import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { VERSION } from "../../server/src/version.js";
import { Editor, fileUri } from "./harness.js";
import { calls } from "./reader.js";

vi.mock("../../server/src/analyse.js", async () => import("./reader.js"));
vi.mock("../../server/src/text/gate.js", async () => import("./reader.js"));

let editor: Editor;
const A = fileUri("a.txt");
const WRONG = "Of the patients, 12/40 (35.0%) slept.\n";
const RIGHT = "Of the patients, 12/40 (30.0%) slept.\n";

beforeEach(() => {
  calls.length = 0;
});
afterEach(() => {
  editor.dispose();
});

describe("initialize", () => {
  it("promises just what the server can do", async () => {
    editor = Editor.connect();
    expect(await editor.initialize()).toEqual({
      serverInfo: { name: "Outcome Lens", version: VERSION },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2, save: true },
        hoverProvider: true,
        documentSymbolProvider: true,
        foldingRangeProvider: true,
        semanticTokensProvider: {
          legend: {
            tokenTypes: ["estimate", "interval", "pValue", "count", "unit", "outcome", "group"],
            tokenModifiers: [],
          },
          full: { delta: true },
          range: true,
        },
        codeActionProvider: { codeActionKinds: ["quickfix", "source.fixAll.outcomeLens"] },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    });
  });

  it("asks to be told of settings, of the protocol and of decisions, and of nothing else", async () => {
    editor = await Editor.start();
    await editor.settled();
    expect(editor.registered.map(({ method, registerOptions }) => [method, registerOptions])).toEqual(
      expect.arrayContaining([
        ["workspace/didChangeConfiguration", { section: "outcomeLens" }],
        [
          "workspace/didChangeWatchedFiles",
          {
            watchers: [
              { globPattern: "**/outcome-review.json" },
              { globPattern: "**/.outcome-review" },
              { globPattern: "**/.outcome-review/**" },
            ],
          },
        ],
      ]),
    );
    expect(
      editor.registered.filter(({ method }) => method === "workspace/didChangeWatchedFiles"),
    ).toHaveLength(1);
  });

  it("works with a client that can do next to nothing", async () => {
    editor = await Editor.start({ capabilities: {} });
    await editor.open(A, WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    expect(editor.registered).toEqual([]);
  });
});

describe("a document", () => {
  it("is checked when opened, again when left alone after a change, and no more when closed", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    const opened = await editor.diagnostics.next();
    expect(opened).toMatchObject({
      uri: A,
      version: 1,
      diagnostics: [{ code: "percent-mismatch", message: "35 % is not 12 of 40", source: "Outcome Lens" }],
    });

    await editor.change(A, {
      range: { start: { line: 0, character: 24 }, end: { line: 0, character: 26 } },
      text: "30",
    });
    await editor.settled();
    expect(editor.diagnostics.drain()).toEqual([]);
    expect(editor.host.waiting).toBe(1);
    editor.host.elapse();
    expect(await editor.diagnostics.next()).toEqual({ uri: A, version: 2, diagnostics: [] });

    await editor.change(A, { text: WRONG });
    await editor.settled();
    editor.host.elapse();
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    await editor.close(A);
    expect(await editor.diagnostics.next()).toEqual({ uri: A, diagnostics: [] });
    expect(await editor.hover(A, 0, 19)).toBeNull();
  });

  it("keeps a single check waiting however fast one types, and reads each version once", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    for (let i = 0; i < 20; i++) await editor.change(A, { text: WRONG + "x".repeat(i) });
    await editor.settled();
    expect(editor.host.waiting).toBe(1);
    expect(calls).toHaveLength(1);
    editor.host.elapse();
    await editor.diagnostics.next();
    await editor.hover(A, 0, 19);
    await editor.request("textDocument/documentSymbol", { textDocument: { uri: A } });
    expect(calls).toHaveLength(2);
    expect(calls[1]).toMatchObject({ incremental: true });
  });

  it("rests while nothing changes", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    await editor.settled();
    expect(editor.host.waiting).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it("answers about the text as it is, not as it was when last checked", async () => {
    editor = await Editor.start();
    await editor.open(A, RIGHT);
    await editor.summaries.next();
    await editor.change(A, { text: `\n${RIGHT}` });
    expect(await editor.hover(A, 0, 19)).toBeNull();
    expect(await editor.hover(A, 1, 19)).not.toBeNull();
  });

  it("tells its figures after each check", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    expect(await editor.summaries.next()).toEqual({
      uri: A,
      version: 1,
      active: true,
      statements: 1,
      findings: { error: 0, warning: 1, information: 0, hint: 0 },
      unread: [],
    });
  });

  it("that stops to report results loses its findings and figures", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    await editor.summaries.next();
    await editor.diagnostics.next();
    await editor.change(A, { text: "a shopping list" });
    await editor.settled();
    editor.host.elapse();
    expect(await editor.summaries.next()).toMatchObject({ active: false, statements: 0 });
    expect(await editor.diagnostics.next()).toMatchObject({ diagnostics: [] });
  });
});

describe("restraint", () => {
  it.each([
    ["requirements.txt", "plaintext", "numpy, patients 12/40 (35.0%)"],
    ["node_modules/pkg/notes.md", "markdown", WRONG],
    ["build.log", "log", WRONG],
    ["analysis.py", "python", WRONG],
    ["notes.txt", "plaintext", "no results: 12/40 (35.0%)"],
    ["table.csv", "plaintext", WRONG],
  ])("%s (%s) is not read", async (path, languageId, text) => {
    editor = await Editor.start();
    await editor.open(fileUri(path), text, languageId);
    await editor.settled();
    expect(calls).toEqual([]);
    expect(editor.diagnostics.drain()).toEqual([]);
    expect(editor.summaries.drain()).toEqual([]);
    expect(await editor.hover(fileUri(path), 0, 19)).toBeNull();
  });

  it.each([
    ["file:///review/deep/folder/b.md", "markdown", WRONG],
    ["file:///elsewhere/b.txt", "plaintext", WRONG],
    ["untitled:Untitled-1", "plaintext", WRONG],
    ["file:///review/c.abstract", "study-report", "12/40 (35.0%)"],
    ["file:///review/requirements.txt", "study-report", "12/40 (35.0%)"],
  ])("%s (%s) is read", async (uri, languageId, text) => {
    editor = await Editor.start();
    await editor.open(uri, text, languageId);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
  });
});

describe("when something throws", () => {
  it("the findings of the text before do not stay, and the server goes on", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    await editor.change(A, { text: `${WRONG}CRASH patients` });
    await editor.settled();
    editor.host.elapse();
    expect(await editor.diagnostics.next()).toMatchObject({ uri: A, diagnostics: [] });
    expect(await editor.hover(A, 0, 19)).toBeNull();
    expect(await editor.request("textDocument/foldingRange", { textDocument: { uri: A } })).toBeNull();
    expect(await editor.request("textDocument/semanticTokens/full", { textDocument: { uri: A } })).toEqual({
      data: [],
    });
    expect(editor.log.filter((line) => line.includes("the reader stumbled")).length).toBeGreaterThan(0);
    expect(calls.filter(({ text }) => text.includes("CRASH"))).toHaveLength(1);

    await editor.change(A, { text: WRONG });
    await editor.settled();
    editor.host.elapse();
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    expect(calls.at(-1)).toMatchObject({ incremental: true });
  });

  it("a person who asked is told", async () => {
    editor = await Editor.start();
    await editor.open(A, `${WRONG}CRASH`);
    await expect(editor.ask("outcomeLens/statements", { uri: A })).rejects.toThrow("the reader stumbled");
  });
});

describe("the end", () => {
  it("shutdown is answered, waiting work is dropped, exit ends the process", async () => {
    const exit = vi.spyOn(process, "exit").mockImplementation((() => undefined) as never);
    editor = await Editor.start();
    await editor.open(A, RIGHT);
    await editor.summaries.next();
    await editor.change(A, { text: WRONG });
    await editor.settled();
    expect(editor.host.waiting).toBe(1);
    expect(await editor.request("shutdown")).toBeNull();
    expect(editor.host.waiting).toBe(0);
    await editor.notify("exit", null);
    await vi.waitFor(() => expect(exit).toHaveBeenCalledWith(0));
    exit.mockRestore();
  });
});
