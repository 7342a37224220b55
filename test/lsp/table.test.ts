/** Rows of the review table and plots made of them, over the connection. */
import { afterEach, describe, expect, it } from "vitest";
import type { PlotResult, RowsResult } from "../../server/src/lsp/messages.js";
import { trials } from "../e2e/workbench/trials.js";
import { Editor, fileUri } from "./harness.js";
import { TestHost } from "./testHost.js";

let editor: Editor;
const URIS = [...trials.keys()].map(fileUri);
const LIST = fileUri("list.txt");
const [FIRST = "", SECOND = ""] = URIS;

/** What the server tells of changed rows, in order. */
let told: (readonly string[] | null)[];

async function start(settings: unknown = null): Promise<void> {
  const host = new TestHost();
  for (const [name, text] of trials) host.files.set(fileUri(name), text);
  host.files.set(LIST, "milk, bread");
  editor = await Editor.start({ host, settings });
  told = [];
  editor.connection.onNotification("outcomeLens/rowsChanged", ({ uris }: { uris: string[] | null }) => {
    told.push(uris);
  });
}

const rows = (since?: number, uris: readonly string[] = [...URIS, LIST]): Promise<RowsResult> =>
  editor.ask("outcomeLens/rows", { uris, includedOnly: true, ...(since === undefined ? {} : { since }) });

const cell = ({ columns, changed }: RowsResult, uri: string, name: string): unknown[] =>
  changed
    .find((document) => document.uri === uri)
    ?.rows.map(({ cells }) => cells[columns.findIndex((column) => column === name)]) ?? [];

afterEach(() => {
  editor.dispose();
});

describe("rows", () => {
  it("are those of every document that reports results, each with its place", async () => {
    await start();
    const result = await rows();
    expect(result).toMatchObject({ order: URIS, skipped: 1, failures: [] });
    expect(result.changed.map(({ uri }) => uri)).toEqual(URIS);
    expect(new Set(cell(result, SECOND, "study_id"))).toEqual(new Set(["Brennan 2016"]));
    expect(cell(result, SECOND, "value")).toContain(0.71);
    const hr = result.changed[1]?.rows.find(({ cells }) => cells.includes("HR"));
    expect(hr?.range.start.line).toBe(10);
  });

  it("are sent again only where something changed", async () => {
    await start();
    const { revision } = await rows();
    expect((await rows(revision)).changed).toEqual([]);
    await editor.open(FIRST, (trials.get("abara-2014.txt") ?? "").replace("0.92", "0.93"));
    await editor.summaries.next();
    expect(told).toEqual([[FIRST]]);
    const next = await rows(revision);
    expect(next.changed.map(({ uri }) => uri)).toEqual([FIRST]);
    expect(cell(next, FIRST, "value")).toContain(0.93);
  });

  it("follow files on disk, files that come, and settings", async () => {
    await start();
    const { revision } = await rows();
    editor.host.files.set(SECOND, (trials.get("brennan-2016.txt") ?? "").replace("0.71", "0.72"));
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: SECOND, type: 2 }] });
    await editor.settled();
    expect(told).toEqual([[SECOND]]);
    expect(cell(await rows(revision), SECOND, "value")).toContain(0.72);
    await editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: fileUri("new.txt"), type: 1 }],
    });
    await editor.settled();
    expect(told.at(-1)).toBeNull();
  });

  it("change where another document makes two studies have one name", async () => {
    await start();
    const { revision } = await rows();
    const twin = fileUri("twin.txt");
    editor.host.files.set(twin, trials.get("brennan-2016.txt") ?? "");
    const { changed } = await rows(revision, [...URIS, twin]);
    expect(changed.map(({ uri }) => uri)).toEqual([SECOND, twin]);
    expect(changed[0]?.rows[0]?.cells[0]).toBe("Brennan 2016a");
  });

  it("have a document that changes while others are read: as it was, then told of", async () => {
    await start();
    await rows(undefined, [FIRST]);
    const release = editor.host.holdDisk();
    const answer = rows(undefined, [FIRST, SECOND]);
    await editor.settled();
    editor.host.files.set(FIRST, (trials.get("abara-2014.txt") ?? "").replace("0.92", "0.93"));
    await editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: FIRST, type: 2 }] });
    await editor.settled();
    release();
    const first = await answer;
    expect(first.order).toEqual([FIRST, SECOND]);
    expect(told).toEqual([[FIRST]]);
    expect(cell(await rows(first.revision, first.order), FIRST, "value")).toContain(0.93);
  });

  it("name documents that can't be read", async () => {
    await start();
    const gone = fileUri("gone.txt");
    expect((await rows(undefined, [FIRST, gone])).failures).toEqual([{ uri: gone, message: "no such file" }]);
  });
});

describe("plots", () => {
  const plot = (request: Record<string, string>): Promise<PlotResult> =>
    editor.ask("outcomeLens/plot", { uris: URIS, includedOnly: true, request });

  it("come with their drawing, what else there is, and places to go to", async () => {
    await start();
    const { plot: drawn, choices, targets } = await plot({ outcome: "OS", measure: "HR" });
    expect(drawn?.svg).toMatch(/^<svg /);
    expect(drawn?.data.rows).toHaveLength(6);
    expect(choices.measures.map(({ value }) => value)).toEqual(["HR", "median"]);
    const { document, start: from, end } = drawn!.data.rows[1]!;
    expect(targets[`${document} ${from} ${end}`]).toMatchObject({
      uri: SECOND,
      range: { start: { line: 10 } },
    });
  });

  it("that can't be drawn say why, and what there is instead", async () => {
    await start();
    const { plot: drawn, message, choices } = await plot({ outcome: "OS", measure: "OR" });
    expect(drawn).toBeNull();
    expect(message).toBe('No result of OS as "OR". There are: HR, median.');
    expect(choices.outcomes.map(({ value }) => value)).toContain("OS");
  });
});
