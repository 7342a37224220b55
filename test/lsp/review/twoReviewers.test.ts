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
});
