import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { OverviewResult } from "../../../server/src/lsp/messages.js";
import { Editor, fileUri } from "../harness.js";
import { TestHost } from "../testHost.js";
import { A, FILE, positionOf, TEXT } from "./texts.js";

const STORAGE = "file:///storage";
const KEPT = `${STORAGE}/figures.json`;
const C = fileUri("c ü.txt");
const LIST = fileUri("list.txt");

let host: TestHost;
let editor: Editor;

beforeEach(async () => {
  host = new TestHost();
  for (const uri of [A, C]) host.files.set(uri, TEXT);
  host.files.set(LIST, "milk");
  editor = await start();
});

afterEach(() => {
  editor.dispose();
});

/** An editor's server anew, over the same files. */
function start(settings: object = { reviewer: "anna" }, storage: string | null = STORAGE): Promise<Editor> {
  const initializationOptions = storage === null ? {} : { storage };
  return Editor.start({ host, settings, initializationOptions });
}

async function restart(settings?: object, storage?: string | null): Promise<void> {
  await editor.request("shutdown");
  editor.dispose();
  editor = await start(settings, storage);
}

const overview = (uris: readonly string[], more: object = {}): Promise<OverviewResult> =>
  editor.ask("outcomeLens/review/overview", { uris, ...more });
const atOnce = async (): Promise<Record<string, unknown>> => {
  const { documents, pending } = await overview([A, C, LIST], { knownOnly: true });
  return {
    known: documents.map(({ path, counts }) => [path, counts.accepted, counts.undecided]),
    pending: pending.map(({ path }) => path),
  };
};
const accept = (words: string): Promise<unknown> =>
  editor.ask("outcomeLens/review/decide", {
    uri: A,
    action: { do: "accept", on: { at: positionOf(words), scope: "statement" } },
  });

describe("the overview", () => {
  it("counts every document, open or not, and those that have decisions", async () => {
    await editor.open(A, TEXT);
    await accept("12 of 40");
    const result = await overview([C, LIST, fileUri("gone.txt")], { withDecided: true });
    expect(result.documents.map(({ path, counts }) => [path, counts.accepted, counts.undecided])).toEqual([
      ["c ü.txt", 0, 5],
      ["abstracts/a.txt", 1, 4],
    ]);
    expect(result.pending).toEqual([]);
    expect(result.failures).toMatchObject([{ message: "no such file" }]);
  });
});

describe("figures", () => {
  it("are known after a restart, before anything is read", async () => {
    await accept("12 of 40");
    expect(await atOnce()).toEqual({ known: [], pending: ["abstracts/a.txt", "c ü.txt"] });
    const read = await overview([A, C, LIST]);
    const now = {
      known: [
        ["abstracts/a.txt", 1, 4],
        ["c ü.txt", 0, 5],
      ],
      pending: [],
    };
    expect(await atOnce()).toEqual(now);
    await restart();
    expect(await atOnce()).toEqual(now);
    expect((await overview([A, C, LIST], { knownOnly: true })).documents).toEqual(read.documents);
  });

  it("are written while the server runs, too, because it may be killed", async () => {
    await overview([A]);
    host.elapse();
    await expect.poll(() => host.files.has(KEPT)).toBe(true);
  });

  it("of a text, of decisions or of settings that changed are not taken for those of now", async () => {
    await accept("12 of 40");
    const decisions = host.files.get(FILE) ?? "";
    await overview([A, C]);
    host.files.set(C, TEXT.replace("11.0", "12.0"));
    await accept("20 of 40");
    await restart();
    expect(await atOnce()).toEqual({ known: [], pending: ["abstracts/a.txt", "c ü.txt"] });
    host.files.set(C, TEXT);
    host.files.set(FILE, decisions);
    expect(await atOnce()).toMatchObject({ pending: [] });
    await restart({ reviewer: "anna", rules: { grim: "off" } });
    expect(await atOnce()).toMatchObject({ known: [] });
    await restart({ reviewer: "ben" });
    expect(await atOnce()).toEqual({ known: [["c ü.txt", 0, 5]], pending: ["abstracts/a.txt"] });
  });

  it("are never those of decisions that can't be read", async () => {
    await accept("12 of 40");
    await overview([A]);
    host.files.set(FILE, "<<<<<<< HEAD");
    const { documents } = await overview([A]);
    expect(documents).toMatchObject([{ problem: expect.stringContaining(":1:1: No valid JSON") as string }]);
    expect(await editor.diagnosticsOf(FILE)).toHaveLength(1);
    await restart();
    expect(await atOnce()).toMatchObject({ known: [], pending: ["abstracts/a.txt", "c ü.txt"] });
  });

  it("that are known take back the fault that was shown", async () => {
    await accept("12 of 40");
    const decisions = host.files.get(FILE) ?? "";
    await overview([A]);
    host.files.set(FILE, "{");
    await overview([A]);
    host.files.set(FILE, decisions);
    expect(await atOnce()).toMatchObject({ known: [["abstracts/a.txt", 1, 4]] });
    expect(await editor.diagnosticsOf(FILE)).toEqual([]);
  });

  it("are lost with their file, and nothing else is", async () => {
    await accept("12 of 40");
    await overview([A, C]);
    await restart();
    host.files.set(KEPT, (host.files.get(KEPT) ?? "").slice(0, 100));
    await restart();
    expect(await atOnce()).toMatchObject({ known: [] });
    expect((await overview([A, C])).documents).toMatchObject([{ counts: { accepted: 1 } }, {}]);
    expect(editor.log).toEqual([]);
  });

  it("are kept nowhere where the editor gives no place", async () => {
    await restart(undefined, null);
    await overview([A, C]);
    await restart(undefined, null);
    expect(await atOnce()).toMatchObject({ known: [] });
    expect([...host.files.keys()].sort()).toEqual([A, C, LIST].sort());
  });

  it("of two windows stand side by side", async () => {
    await overview([A]);
    const other = await start();
    await other.ask("outcomeLens/review/overview", { uris: [C] });
    await other.request("shutdown");
    other.dispose();
    await restart();
    expect(await atOnce()).toMatchObject({ pending: [] });
  });
});
