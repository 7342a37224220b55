import { describe, expect, it } from "vitest";
import { reviewing } from "./reviewing.js";
import { A, FILE, TEXT, at } from "./texts.js";

const desk = reviewing();
const { view, decide, onDisk } = desk;

describe("files", () => {
  it("that are invalid are shown at the place and never written over", async () => {
    const broken = '{\n  "format": "outcome-lens/annotations/1",\n  <<<<<<< HEAD\n}';
    desk.host.files.set(FILE, broken);
    const { problem, counts } = await view();
    expect(problem).toMatch(/^\.outcome-review\/anna\/abstracts\/a\.txt\.json:3:3: No valid JSON/);
    expect(counts.accepted).toBe(0);
    await expect(decide({ do: "accept", on: at("12 of 40") })).rejects.toThrow(":3:3: No valid JSON");
    expect(desk.host.files.get(FILE)).toBe(broken);
    const shown = await desk.editor.diagnosticsOf(FILE);
    expect(shown).toMatchObject([{ range: { start: { line: 2, character: 2 } }, severity: 1 }]);
    desk.host.files.delete(FILE);
    await desk.editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: FILE, type: 3 }] });
    expect(await desk.editor.diagnosticsOf(FILE)).toEqual([]);
  });

  it("that changed meanwhile are merged, entry by entry", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const mine = onDisk();
    await decide({ do: "reject", on: at("20 of 40") });
    const theirs = onDisk().entries.filter(({ decision }) => decision === "rejected");
    // Another window wrote: its entry is there, and one of ours was taken away.
    desk.host.files.set(FILE, JSON.stringify({ ...mine, entries: theirs }, null, 2));
    await desk.editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri: FILE, type: 2 }] });
    const { document } = await decide({ do: "accept", on: at("0.43; 95%") });
    expect(document.counts).toMatchObject({ rejected: 1, accepted: 1 });
    expect(await desk.editor.decisionsChanged()).toContainEqual([A]);
  });

  it("that can't be written leave everything as it was, and say so", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const before = desk.host.files.get(FILE);
    desk.host.writeError = new Error("a.txt.json: the disk is full");
    await expect(decide({ do: "reject", on: at("12 of 40") })).rejects.toThrow("the disk is full");
    desk.host.writeError = null;
    expect(desk.host.files.get(FILE)).toBe(before);
    expect((await view()).counts).toMatchObject({ accepted: 1, rejected: 0 });
  });

  it("in folders that appear are followed by the server itself, since editors miss what was put into them at once", async () => {
    await decide({ do: "accept", on: at("12 of 40") });
    const theirs = desk.host.files.get(FILE)!;
    await decide({ do: "undo", on: at("12 of 40") });
    expect((await view()).counts.accepted).toBe(0);
    const folder = FILE.slice(0, FILE.indexOf("/.outcome-review/") + "/.outcome-review".length);
    const tell = (uri: string, type: number) =>
      desk.editor.notify("workspace/didChangeWatchedFiles", { changes: [{ uri, type }] });
    await tell(folder, 1);
    await tell(`${folder}/anna`, 1);
    await tell(`${FILE}.lock`, 1);
    await view();
    expect([...desk.host.followed.keys()]).toEqual([folder]);
    desk.host.files.set(FILE, theirs);
    desk.host.followed.get(folder)!("anna/abstracts/a.txt.json");
    expect(await desk.editor.decisionsChanged()).toContainEqual([A]);
    expect((await view()).counts.accepted).toBe(1);
    desk.host.files.delete(FILE);
    await tell(folder, 3);
    expect((await view()).counts.accepted).toBe(0);
    expect(desk.host.followed.size).toBe(0);
  });

  it("need a reviewer and a folder", async () => {
    await desk.editor.open("untitled:one", TEXT);
    expect(await view("untitled:one")).toMatchObject({
      file: null,
      problem: expect.stringContaining("open that folder") as string,
    });
    await desk.editor.configure({ reviewer: "" });
    await expect(decide({ do: "accept", on: at("12 of 40") })).rejects.toThrow(
      "Set outcomeLens.reviewer first",
    );
  });
});
