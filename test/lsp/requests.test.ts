import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { CheckAllResult } from "../../server/src/lsp/messages.js";
import { Editor, fileUri, textOf } from "./harness.js";
import { TestHost, sha256 } from "./testHost.js";
import { calls } from "./reader.js";

vi.mock("../../server/src/analyse.js", async () => import("./reader.js"));
vi.mock("../../server/src/text/gate.js", async () => import("./reader.js"));

let editor: Editor;
const WRONG = "Of the patients, 12/40 (35.0%) slept.\n";
const RIGHT = "Of the patients, 12/40 (30.0%) slept.\n";
const [A, B, LIST] = [fileUri("abstracts/a.txt"), fileUri("abstracts/b ü.txt"), fileUri("list.txt")];

function hostWith(files: Record<string, string>): TestHost {
  const host = new TestHost();
  for (const [uri, text] of Object.entries(files)) host.files.set(uri, text);
  return host;
}

afterEach(() => {
  editor.dispose();
  calls.length = 0;
});

describe("statement list", () => {
  it("of an open document, with its version", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    expect(await editor.ask("outcomeLens/statements", { uri: A })).toMatchObject({
      active: true,
      version: 1,
      statements: [{ label: "12/40 (35.0 %)", severity: "warning", findings: ["35 % is not 12 of 40"] }],
    });
  });

  it("is empty for a document that is not read", async () => {
    editor = await Editor.start();
    await editor.open(LIST, "milk, bread");
    expect(await editor.ask("outcomeLens/statements", { uri: LIST })).toEqual({
      active: false,
      version: null,
      statements: [],
    });
  });
});

describe("check all", () => {
  const files = { [A]: WRONG, [B]: RIGHT, [LIST]: "milk" };
  const check = (...uris: string[]): Promise<CheckAllResult> => editor.ask("outcomeLens/checkAll", { uris });

  it("shows findings of closed documents and counts what it did", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    expect(await check(A, B, LIST, fileUri("gone.txt"))).toEqual({
      documents: 2,
      skipped: 1,
      statements: 2,
      findings: 1,
      failures: [{ uri: fileUri("gone.txt"), message: "no such file" }],
    });
    expect(editor.diagnostics.drain()).toMatchObject([
      { uri: A, diagnostics: [{ code: "percent-mismatch" }] },
    ]);
  });

  it("takes an open document as it stands in the editor", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await editor.open(A, RIGHT);
    await editor.summaries.next();
    expect(await check(A)).toMatchObject({ documents: 1, findings: 0 });
    expect(editor.diagnostics.drain()).toEqual([]);
  });

  it("keeps the findings true: by the file after closing, after a change on disk, after deletion", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await check(A);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    expect(editor.registered.at(-1)).toMatchObject({
      method: "workspace/didChangeWatchedFiles",
      registerOptions: { watchers: [{ globPattern: "**/*.{txt,md,abstract,nbib,ris}" }] },
    });
    await editor.open(A, RIGHT);
    expect((await editor.diagnostics.next()).diagnostics).toEqual([]);
    await editor.close(A);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);

    editor.host.files.set(A, RIGHT);
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: A, type: 2 }] });
    expect((await editor.diagnostics.next()).diagnostics).toEqual([]);
    editor.host.files.set(A, WRONG);
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: A, type: 2 }] });
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);

    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: A, type: 3 }] });
    expect((await editor.diagnostics.next()).diagnostics).toEqual([]);
  });

  it("follows the settings while documents are closed", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await check(A);
    await editor.diagnostics.next();
    editor.settings = { rules: { "percent-mismatch": "off" } };
    await editor.notify("workspace/didChangeConfiguration", { settings: null });
    expect(await editor.diagnostics.next()).toEqual({ uri: A, diagnostics: [] });
  });

  it("a new list takes back the findings of the old one", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await check(A);
    await editor.diagnostics.next();
    await check(B);
    expect(editor.diagnostics.drain()).toEqual([{ uri: A, diagnostics: [] }]);
  });

  it("does not overwrite the findings of a document that was opened while its file was read", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await editor.settled();
    const release = editor.host.holdDisk();
    const checked = check(A);
    await editor.settled();
    await editor.open(A, RIGHT);
    await editor.summaries.next();
    release();
    await checked;
    expect(editor.diagnostics.drain()).toEqual([]);
  });

  it("ignores changes of files that it was not asked to check", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await check(B);
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: A, type: 2 }] });
    await editor.settled();
    expect(editor.diagnostics.drain()).toEqual([]);
  });

  it("a document that breaks the reader does not stop the others", async () => {
    editor = await Editor.start({ host: hostWith({ [A]: "patients CRASH", [B]: WRONG }) });
    expect(await check(A, B)).toMatchObject({
      documents: 1,
      failures: [{ uri: A, message: "the reader stumbled" }],
    });
  });

  it("reports its progress and can be cancelled between two documents", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    const source = new CancellationTokenSource();
    const uris = Array.from({ length: 500 }, (_, i) => fileUri(`many/${String(i)}.txt`));
    for (const uri of uris) editor.host.files.set(uri, RIGHT);
    const begun = new Promise<void>((resolve) => {
      editor.connection.onNotification("$/progress", ({ value }: { value: { kind: string } }) => {
        editor.progress.push(value);
        if (value.kind === "report") resolve();
      });
    });
    const answer = editor.connection.sendRequest(
      "outcomeLens/checkAll",
      { uris, workDoneToken: "t" },
      source.token,
    );
    await begun;
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(calls.length).toBeLessThan(uris.length);
    expect(editor.progress[0]).toMatchObject({
      kind: "begin",
      title: "Checking documents",
      cancellable: true,
    });
    expect(editor.progress[1]).toMatchObject({ kind: "report", percentage: 0, message: "1 of 500" });
    expect(editor.progress.at(-1)).toMatchObject({ kind: "end" });
    expect(editor.log).toEqual([]);
  });
});

describe("export", () => {
  const files = { [A]: WRONG, [B]: RIGHT, [LIST]: "milk" };

  it("as CSV has a row for each statement, in the order of the documents", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    const {
      files: written,
      taken,
      ...counts
    } = await editor.ask("outcomeLens/export", {
      uris: [B, A],
      format: "csv",
    });
    expect(counts).toEqual({ documents: 2, skipped: 0, statements: 2, failures: [] });
    expect(taken).toEqual({ which: "all", undecided: 0, rejected: 0, stale: 0 });
    const [head, ...rows] = textOf({ files: written }).trimEnd().split("\r\n");
    expect(head).toMatch(/^study_id,first_author,/);
    expect(rows.map((row) => row.split(",").slice(-2))).toEqual([
      ["abstracts/b ü.txt", sha256(RIGHT)],
      ["abstracts/a.txt", sha256(WRONG)],
    ]);
  });

  it("as JSON is the review file, with findings", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    const result = await editor.ask("outcomeLens/export", { uris: [A], format: "json" });
    expect(JSON.parse(textOf(result))).toMatchObject({
      format: "outcome-lens/review/1",
      protocol: null,
      studies: [
        {
          document: { path: "abstracts/a.txt", sha256: sha256(WRONG), length: WRONG.length },
          statements: [{ statement: { quote: "12/40 (35.0%" }, decision: "undecided" }],
          findings: [{ rule: "percent-mismatch" }],
        },
      ],
    });
  });

  it("in every format that it names", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    const formats = await editor.ask("outcomeLens/exportFormats", {});
    expect(formats.slice(0, 2)).toMatchObject([
      { id: "csv", ending: "csv" },
      { id: "tsv", ending: "tsv" },
    ]);
    for (const { id, binary = false, ending } of formats) {
      const uris = [A, B];
      const answer = await editor.ask("outcomeLens/export", { uris, format: id }).catch(String);
      if (typeof answer === "string") {
        expect(answer, id).toMatch(/nothing to pool|neither an|no result/);
        continue;
      }
      expect(answer.files.length > 1 || ending !== undefined, id).toBe(true);
      expect(
        answer.files.every((file) => "base64" in file === binary),
        id,
      ).toBe(true);
    }
  });

  it("takes what the editor shows, hashed as it stands", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    await editor.open(A, RIGHT);
    const result = await editor.ask("outcomeLens/export", { uris: [A], format: "json" });
    expect(JSON.parse(textOf(result))).toMatchObject({
      studies: [{ document: { sha256: sha256(RIGHT) }, findings: [] }],
    });
  });

  it("takes what was chosen, or passes over what reports no results", async () => {
    editor = await Editor.start({ host: hostWith(files) });
    const uris = [A, LIST];
    expect(await editor.ask("outcomeLens/export", { uris, format: "csv" })).toMatchObject({
      documents: 2,
      skipped: 0,
    });
    expect(await editor.ask("outcomeLens/export", { uris, format: "csv", includedOnly: true })).toMatchObject(
      {
        documents: 1,
        skipped: 1,
      },
    );
  });

  it("names what could not be read, and gives no empty table", async () => {
    editor = await Editor.start();
    expect(await editor.ask("outcomeLens/export", { uris: [A], format: "csv" })).toMatchObject({
      files: [],
      documents: 0,
      skipped: 0,
      statements: 0,
      failures: [{ uri: A, message: "no such file" }],
    });
  });
});

describe("a host without files, as in a browser", () => {
  it("asks the client to read", async () => {
    const host = hostWith({ [A]: `\uFEFF${WRONG}` });
    host.reachesFiles = false;
    editor = await Editor.start({ host, initializationOptions: { readFile: true } });
    const { failures, ...result } = await editor.ask("outcomeLens/export", { uris: [A, B], format: "json" });
    expect(JSON.parse(textOf(result))).toMatchObject({
      studies: [{ document: { sha256: sha256(`\uFEFF${WRONG}`), length: WRONG.length } }],
    });
    expect(failures).toMatchObject([
      { uri: B, message: expect.stringContaining("the page has no such file") as string },
    ]);
  });

  it("does not ask a client that cannot", async () => {
    const host = hostWith({ [A]: WRONG });
    host.reachesFiles = false;
    editor = await Editor.start({ host });
    expect(await editor.ask("outcomeLens/checkAll", { uris: [A] })).toMatchObject({
      documents: 0,
      failures: [{ uri: A, message: "cannot be read from here" }],
    });
  });
});
