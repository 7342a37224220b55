/** Which sentences an edit of a document's names and abbreviations can concern. */
import { expect, it } from "vitest";
import { alike, Changes } from "../../../server/src/recognise/bind/changes.js";
import { contextOf, type Context } from "../../../server/src/recognise/bind/context.js";

const named = (...labels: readonly string[]): Context =>
  contextOf(
    [],
    [],
    labels.map((label) => ({ code: label, label, synonyms: [] })),
  );

it("a name that came or went concerns the sentences that have all of its words", () => {
  for (const [before, now] of [
    [named(), named("rest group")],
    [named("rest group"), named()],
  ] as const) {
    const changes = new Changes(now);
    expect(changes.concern(before, "Pain fell in the Rest group.")).toBe(true);
    expect(changes.concern(before, "Pain fell in the walking group.")).toBe(false);
    expect(changes.concern(before, "Pain fell there.", "rest group")).toBe(true);
    expect(changes.concern(before, "Pain fell in the re\u00adst group.")).toBe(true);
  }
});

it("a name of signs alone may concern any sentence", () => {
  expect(new Changes(named("2:1")).concern(named(), "Pain fell there.")).toBe(true);
});

it("contexts that name the same are alike", () => {
  expect(alike(named("rest", "walking"), named("rest", "walking"))).toBe(true);
  expect(alike(named("rest"), named("walking"))).toBe(false);
});
