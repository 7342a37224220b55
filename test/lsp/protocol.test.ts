import { afterEach, describe, expect, it, vi } from "vitest";
import { CAPABILITIES, Editor, fileUri, textOf } from "./harness.js";
import { TestHost } from "./testHost.js";
import { calls } from "./reader.js";

vi.mock("../../server/src/analyse.js", async () => import("./reader.js"));
vi.mock("../../server/src/text/gate.js", async () => import("./reader.js"));

let editor: Editor;
const PROTOCOL = fileUri("outcome-review.json");
const A = fileUri("a.txt");
const WRONG = "Of the patients, 12/40 (35.0%) slept.\n";

function protocol(fields: object = {}): string {
  return JSON.stringify({ format: "outcome-lens/protocol/1", ...fields }, null, 2);
}

function hostWith(files: Record<string, string>): TestHost {
  const host = new TestHost();
  for (const [uri, text] of Object.entries(files)) host.files.set(uri, text);
  return host;
}

function changedOnDisk(uri: string, type = 2): Promise<void> {
  return editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
}

afterEach(() => {
  editor.dispose();
  calls.length = 0;
});

describe("the protocol at the root of the workspace", () => {
  it("adds its outcomes and groups, and has the last word on severities", async () => {
    const text = protocol({
      outcomes: [{ code: "SLP", label: "sleep", synonyms: ["slept"] }],
      groups: [{ id: "all", label: "patients" }],
      rules: { "percent-mismatch": "error" },
    });
    editor = await Editor.start({
      host: hostWith({ [PROTOCOL]: text }),
      settings: { rules: { "percent-mismatch": "hint", "interval-order": "off" } },
    });
    await editor.open(A, WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toMatchObject([{ severity: 1 }]);
    expect(calls[0]?.options).toEqual({
      outcomes: [{ code: "SLP", label: "sleep", synonyms: ["slept"] }],
      groups: [{ code: "all", label: "patients", synonyms: [] }],
      path: "a.txt",
      inReview: true,
      rules: { "percent-mismatch": "error", "interval-order": "off" },
      strictness: "balanced",
    });
  });

  it("expects nothing of documents that it does not name", async () => {
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: protocol({ documents: ["b*.txt"] }) }) });
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    expect(calls[0]?.options).toMatchObject({ inReview: false });
  });

  it("makes the documents that it names be read, whatever the patterns and the gate say", async () => {
    const text = protocol({ documents: ["odd/*.text"] });
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: text }) });
    await editor.open(fileUri("odd/x.text"), "12/40 (35.0%)");
    await editor.open(fileUri("even/x.text"), "12/40 (35.0%)");
    expect(await editor.diagnostics.next()).toMatchObject({ uri: fileUri("odd/x.text") });
    await editor.settled();
    expect(editor.diagnostics.drain()).toEqual([]);
  });

  it("does not reach documents of another folder", async () => {
    editor = await Editor.start({
      host: hostWith({ [PROTOCOL]: protocol({ rules: { "percent-mismatch": "off" } }) }),
    });
    await editor.open("file:///elsewhere/b.txt", WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
  });

  it("stands in the exported review", async () => {
    const text = protocol({ title: "Sleep" });
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: text, [A]: WRONG }) });
    const result = await editor.ask("outcomeLens/export", { uris: [A], format: "json" });
    expect(JSON.parse(textOf(result))).toMatchObject({ protocol: { title: "Sleep" } });
  });
});

describe("a change of the protocol", () => {
  it("on disk reaches the open documents", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    editor.host.files.set(PROTOCOL, protocol({ rules: { "percent-mismatch": "off" } }));
    await changedOnDisk(PROTOCOL, 1);
    expect(await editor.diagnostics.next()).toMatchObject({ uri: A, diagnostics: [] });
    editor.host.files.delete(PROTOCOL);
    await changedOnDisk(PROTOCOL, 3);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
  });

  it("in the editor counts before it is saved, and is gone when closed unsaved", async () => {
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: protocol() }) });
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    await editor.open(PROTOCOL, protocol({ rules: { "percent-mismatch": "off" } }), "json");
    expect(await editor.diagnostics.next()).toMatchObject({ uri: A, diagnostics: [] });
    await editor.close(PROTOCOL);
    expect(await editor.diagnostics.next()).toMatchObject({ uri: A, diagnostics: [{}] });
  });

  it("that is read slowly does not undo a later one", async () => {
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: protocol() }) });
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    const release = editor.host.holdDisk();
    editor.host.files.set(PROTOCOL, protocol({ rules: { "percent-mismatch": "hint" } }));
    await changedOnDisk(PROTOCOL);
    await editor.settled();
    await editor.open(PROTOCOL, protocol({ rules: { "percent-mismatch": "error" } }), "json");
    await editor.settled();
    release();
    await editor.settled();
    const severities = editor.diagnostics
      .drain()
      .flatMap(({ diagnostics }) => diagnostics.map((d) => d.severity));
    expect(severities.at(-1)).toBe(1);
  });

  it("that leaves the text as it was does not check anything again", async () => {
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: protocol() }) });
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    await changedOnDisk(PROTOCOL);
    await editor.settled();
    expect(calls).toHaveLength(1);
  });
});

describe("a mistake in the protocol", () => {
  it("is shown at its key, and the last good protocol stays in force", async () => {
    editor = await Editor.start({
      host: hostWith({ [PROTOCOL]: protocol({ rules: { "percent-mismatch": "error" } }) }),
    });
    await editor.open(A, WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toMatchObject([{ severity: 1 }]);

    editor.host.files.set(PROTOCOL, protocol({ rules: { "percent-mismatch": "loud" } }));
    await changedOnDisk(PROTOCOL);
    const { uri, diagnostics } = await editor.diagnostics.next();
    expect(uri).toBe(PROTOCOL);
    expect(diagnostics).toMatchObject([
      { severity: 1, source: "Outcome Lens", range: { start: { line: 3, character: 24 } } },
    ]);
    await editor.change(A, { text: `${WRONG} ` });
    await editor.settled();
    editor.host.elapse();
    expect((await editor.diagnostics.next()).diagnostics).toMatchObject([{ severity: 1 }]);

    editor.host.files.set(PROTOCOL, protocol({ rules: { "percent-mismatch": "hint" } }));
    await changedOnDisk(PROTOCOL);
    expect(await editor.diagnostics.next()).toEqual({ uri: PROTOCOL, diagnostics: [] });
    expect((await editor.diagnostics.next()).diagnostics).toMatchObject([{ severity: 4 }]);
  });

  it("such as broken JSON is shown too, and a deleted protocol takes its mistakes along", async () => {
    editor = await Editor.start({ host: hostWith({ [PROTOCOL]: '{ "format": ' }) });
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    editor.host.files.delete(PROTOCOL);
    await changedOnDisk(PROTOCOL, 3);
    expect(await editor.diagnostics.next()).toEqual({ uri: PROTOCOL, diagnostics: [] });
  });
});

describe("a pattern of the protocol that matches no file", () => {
  it("is shown at its place, and no longer once a file is there", async () => {
    const host = hostWith({ [PROTOCOL]: protocol({ documents: ["a*.txt", "papers/*.txt"] }) });
    let unmatched = ["papers/*.txt"];
    const initializationOptions = { findFiles: true };
    editor = Editor.connect({ host });
    editor.connection.onRequest("outcomeLens/unmatchedPatterns", () => unmatched);
    await editor.initialize({ initializationOptions });
    await editor.notify("initialized", {});
    const { uri, diagnostics } = await editor.diagnostics.next();
    expect(uri).toBe(PROTOCOL);
    expect(diagnostics).toMatchObject([
      {
        severity: 2,
        message: 'No file matches "papers/*.txt".',
        range: { start: { line: 4, character: 4 } },
      },
    ]);
    unmatched = [];
    await changedOnDisk(fileUri("papers/b.txt"), 1);
    expect(await editor.diagnostics.next()).toEqual({ uri: PROTOCOL, diagnostics: [] });
  });
});

describe("workspace folders", () => {
  it("that come and go bring and take their protocols", async () => {
    const other = "file:///other";
    const rules = { "percent-mismatch": "off" };
    editor = await Editor.start({
      host: hostWith({ [`${other}/outcome-review.json`]: protocol({ rules }) }),
      capabilities: CAPABILITIES,
    });
    const uri = `${other}/b.txt`;
    await editor.open(uri, WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    const folders = [{ uri: other, name: "other" }];
    editor.connection.onRequest("workspace/workspaceFolders", () => folders);
    await editor.notify("workspace/didChangeWorkspaceFolders", { event: { added: folders, removed: [] } });
    expect(await editor.diagnostics.next()).toEqual({ uri, version: 1, diagnostics: [] });
  });
});
