/** docs/rules is what the rules say of themselves; `npm run docs:rules` writes it anew. */
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { rulePage, rulesIndex } from "../../../server/src/check/page.js";
import { PAGES } from "../../../server/src/check/pages.js";
import { RULES } from "../../../server/src/check/rules.js";

const folder = new URL("../../../docs/rules/", import.meta.url);
const path = (name: string): string => new URL(name, folder).pathname;

describe("docs/rules", () => {
  it.each(PAGES.map(([rule, page]) => [rule.id, rule, page] as const))(
    "%s.md is current",
    async (id, rule, page) => {
      await expect(rulePage(rule, page)).toMatchFileSnapshot(path(`${id}.md`));
    },
  );

  it("has a page of every rule, in the order of the table", () => {
    expect(PAGES.map(([rule]) => rule)).toEqual(RULES);
  });

  it("lists every rule", async () => {
    await expect(rulesIndex(PAGES)).toMatchFileSnapshot(path("README.md"));
  });

  it("has no page without a rule", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual(RULES.map(({ id }) => `${id}.md`).sort());
  });
});
