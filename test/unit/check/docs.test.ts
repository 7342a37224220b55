/** docs/rules is what the rules say of themselves; `npm run docs:rules` writes it anew. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rulePage, rulesIndex } from "../../../server/src/check/page.js";
import { RULES } from "../../../server/src/check/rules.js";

const folder = new URL("../../../docs/rules/", import.meta.url);
const path = (name: string): string => new URL(name, folder).pathname;

describe("docs/rules", () => {
  it.each(RULES.map((rule) => [rule.id, rule] as const))("%s.md is current", async (id, rule) => {
    await expect(rulePage(rule)).toMatchFileSnapshot(path(`${id}.md`));
  });

  it("lists every rule", async () => {
    await expect(rulesIndex(RULES)).toMatchFileSnapshot(path("README.md"));
  });

  it("has no page without a rule", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
  });
});
