import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settingContributions } from "../../server/src/lsp/contribution.js";
import { TOKEN_TYPES } from "../../server/src/service/semanticTokens.js";

const root = new URL("../../", import.meta.url);
const readJson = (name: string) =>
  JSON.parse(readFileSync(new URL(name, root), "utf8")) as Record<string, any>;
const manifest = readJson("package.json");
const texts = readJson("package.nls.json") as Record<string, string>;
const contributes = manifest["contributes"];

/** The value with every "%key%" in it replaced by its text; `seen` collects the keys. */
function resolved(value: unknown, seen: Set<string> = new Set()): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, seen));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolved(entry, seen)]));
  const key = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  if (key === undefined) return value;
  seen.add(key);
  return texts[key] ?? `no text for %${key}%`;
}

describe("package.json", () => {
  test("settings are those of the schemas", () => {
    expect(resolved(contributes.configuration.properties)).toEqual(settingContributions());
  });

  test("semantic token types are the server's legend, each with a colour", () => {
    expect(contributes.semanticTokenTypes.map(({ id }: { id: string }) => id)).toEqual([...TOKEN_TYPES]);
    expect(Object.keys(contributes.semanticTokenScopes[0].scopes)).toEqual([...TOKEN_TYPES]);
  });

  test("every text of the manifest is in package.nls.json, and no other", () => {
    const used = new Set<string>();
    resolved(manifest, used);
    expect([...used].sort()).toEqual(Object.keys(texts).sort());
  });

  test("every file that contributions name exists", () => {
    const files = [
      ...contributes.grammars.map(({ path }: { path: string }) => path),
      ...contributes.languages.map(({ configuration }: { configuration: string }) => configuration),
      ...contributes.jsonValidation.map(({ url }: { url: string }) => url),
    ] as string[];
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  test("every schema is offered to JSON files", () => {
    const offered = contributes.jsonValidation.map(({ url }: { url: string }) => url);
    for (const name of ["protocol", "review", "annotations", "extraction"])
      if (existsSync(new URL(`schemas/${name}.schema.json`, root)))
        expect(offered).toContain(`./schemas/${name}.schema.json`);
  });
});
