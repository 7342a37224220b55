import { describe, expect, it } from "vitest";
import type { DecideAction } from "../../../server/src/lsp/messages.js";
import { fileUri, FOLDER } from "../harness.js";
import { reviewing } from "./reviewing.js";
import { A, at } from "./texts.js";

const desk = reviewing();
const { decide, onDisk } = desk;

describe("two reviewers", () => {
  const both = ["anna", "ben"] as const;

  async function asBen(actions: readonly DecideAction[]): Promise<void> {
    await desk.editor.configure({ reviewer: "ben" });
    for (const action of actions) await decide(action);
    await desk.editor.configure({ reviewer: "anna" });
  }

  it("are compared, and what differs is settled in a file of its own", async () => {
    await decide({ do: "accept", on: { scope: "document" } });
    await asBen([
      { do: "reject", on: at("12 of 40") },
      { do: "accept", on: { scope: "document" } },
    ]);
    const { documents, overall, reviewers, available } = await desk.editor.ask("outcomeLens/review/compare", {
      uris: [A],
    });
    expect({ reviewers, available }).toEqual({ reviewers: both, available: both });
    const pairs = documents[0]?.pairs ?? [];
    expect(pairs.every(({ category }) => category === "same")).toBe(true);
    const open = pairs.filter(({ agreed }) => !agreed);
    expect(open).toMatchObject([{ a: { decision: "accepted" }, b: { decision: "rejected" } }]);
    expect(overall.statements).toMatchObject({ both: pairs.length - 1, onlyA: 1, onlyB: 0 });

    const settle = (how: object) =>
      desk.editor.ask("outcomeLens/review/adjudicate", { uri: A, reviewers: both, settle: how as never });
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
    desk.host.files.set(`${FOLDER}/outcome-review.json`, JSON.stringify(protocol));
    await desk.editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${FOLDER}/outcome-review.json`, type: 1 }],
    });
    desk.host.elapse();
    await decide({ do: "accept", on: { scope: "document" } });
    await asBen([{ do: "reject", on: at("12 of 40") }]);
    const compare = () => desk.editor.ask("outcomeLens/review/compare", { uris: [A] });
    expect((await compare()).documents).toMatchObject([
      { blinded: true, open: [0, 4], pairs: [], agreement: null },
    ]);
    await asBen([{ do: "accept", on: { scope: "document" } }]);
    expect((await compare()).documents).toMatchObject([{ blinded: false, open: [0, 0] }]);
  });

  const decisionsShown = async (): Promise<unknown> => {
    const { columns, changed } = await desk.editor.ask("outcomeLens/rows", { uris: [A] });
    const [decision, reviewer] = [columns.indexOf("decision"), columns.indexOf("reviewer")];
    return new Set(
      changed[0]?.rows.map(({ cells }) => [cells[decision], cells[reviewer]].map(String).join(" ")),
    );
  };
  const exported = (more: object = {}) =>
    desk.editor.ask("outcomeLens/export", { uris: [A], format: "csv", ...more });

  it("are told apart in exports, which take what is settled once something is", async () => {
    await decide({ do: "accept", on: { scope: "document" } });
    expect(await desk.editor.ask("outcomeLens/review/deciders", { uris: [A] })).toMatchObject({
      disputed: [],
      kept: 5,
    });
    await asBen([{ do: "reject", on: { scope: "document" } }]);
    const asked = await desk.editor.ask("outcomeLens/review/deciders", { uris: [A] });
    expect(asked).toMatchObject({
      disputed: [{ path: "abstracts/a.txt", reviewers: both }],
      choices: both,
      kept: 0,
    });
    expect((await exported()).failures).toMatchObject([
      { message: expect.stringContaining("Several decided here (anna, ben)") as string },
    ]);
    expect((await exported({ reviewer: "anna" })).statements).toBe(5);
    expect((await exported({ reviewer: "ben" })).statements).toBe(0);
    // On the screen everybody sees their own until then.
    expect(await decisionsShown()).toEqual(new Set(["accepted anna"]));
    const { documents } = await desk.editor.ask("outcomeLens/review/compare", { uris: [A] });
    const pair = documents[0]?.pairs[0]?.id ?? "";
    await desk.editor.ask("outcomeLens/review/adjudicate", {
      uri: A,
      reviewers: both,
      settle: { pair, take: "a" },
    });
    expect((await exported()).statements).toBe(1);
    expect(await decisionsShown()).toEqual(new Set(["accepted adjudicated", "undecided null"]));
  });

  it("are not shown to each other by table or export either, where the review is blind", async () => {
    const protocol = { format: "outcome-lens/protocol/1", blind: true };
    desk.host.files.set(`${FOLDER}/outcome-review.json`, JSON.stringify(protocol));
    await desk.editor.notify("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${FOLDER}/outcome-review.json`, type: 1 }],
    });
    desk.host.elapse();
    await asBen([{ do: "accept", on: { scope: "document" } }]);
    expect(await decisionsShown()).toEqual(new Set(["undecided null"]));
    expect(await desk.editor.ask("outcomeLens/review/deciders", { uris: [A] })).toMatchObject({
      disputed: [{ reviewers: ["ben"] }],
      choices: ["anna"],
    });
  });
});
