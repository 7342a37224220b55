/**
 * Golden extractions: each document's statements, findings and unread numbers, drawn under its text.
 * `npm run golden:update` writes them anew; read the diff before you commit it.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { analyse } from "../../server/src/analyse.js";
import { golden } from "./golden.js";

const FOLDERS = { examples: "../../examples", cases: "cases" } as const;

for (const [name, path] of Object.entries(FOLDERS)) {
  const folder = join(import.meta.dirname, path);
  const documents = readdirSync(folder)
    .filter((file) => /\.(?:txt|md|abstract)$/.test(file) && file !== "README.md")
    .sort();
  describe(name, () => {
    it.each(documents)("%s", async (file) => {
      const analysis = analyse(readFileSync(join(folder, file), "utf8"));
      await expect(golden(analysis)).toMatchFileSnapshot(
        join(import.meta.dirname, "golden", name, `${file}.golden.txt`),
      );
    });
  });
}

/** Rules planted in the examples, by document: the table in examples/README.md. */
function planted(): Map<string, string[]> {
  const readme = readFileSync(join(import.meta.dirname, FOLDERS.examples, "README.md"), "utf8");
  const rows = [
    ...readme.matchAll(/^\| `([\w.-]+\.(?:txt|md|abstract))` \| [^|]*(?:`[^`|]*`[^|]*)*\| ([^|]*) \|$/gm),
  ];
  return new Map(
    rows.map(([, file, cell]) => [
      file ?? "",
      [...(cell ?? "").matchAll(/\(([^)]*)\)/g)].flatMap(([, ids]) =>
        [...(ids ?? "").matchAll(/`([a-z-]+)`/g)].map(([, id]) => id ?? ""),
      ),
    ]),
  );
}

describe("errors planted in the examples", () => {
  const errors = planted();
  it("are listed for every document", () => {
    const documents = readdirSync(join(import.meta.dirname, FOLDERS.examples)).filter(
      (file) => /\.(?:txt|md|abstract)$/.test(file) && file !== "README.md",
    );
    expect([...errors.keys()].sort()).toEqual(documents.sort());
  });
  it.each([...errors])("%s", (file, rules) => {
    const text = readFileSync(join(import.meta.dirname, FOLDERS.examples, file), "utf8");
    const found = analyse(text, {
      rules: { "p-without-estimate": "information", "interval-missing-level": "information" },
    }).findings;
    expect([...new Set(found.map(({ rule }) => rule))].sort()).toEqual([...rules].sort());
  });
});
