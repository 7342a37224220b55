import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settingContributions } from "../../server/src/lsp/contribution.js";
import { TOKEN_TYPES } from "../../server/src/service/semanticTokens.js";

interface Contributions {
  readonly configuration: { readonly properties: unknown };
  readonly semanticTokenTypes: readonly { readonly id: string }[];
  readonly semanticTokenScopes: readonly { readonly scopes: Record<string, readonly string[]> }[];
  readonly grammars: readonly { readonly path: string }[];
  readonly languages: readonly { readonly configuration: string }[];
  readonly walkthroughs: readonly {
    readonly steps: readonly { readonly media: { readonly markdown: string } }[];
  }[];
  readonly jsonValidation: readonly { readonly url: string }[];
}

const root = new URL("../../", import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), "utf8"));
const manifest = read("package.json") as { readonly contributes: Contributions };
const texts = read("package.nls.json") as Readonly<Record<string, string>>;
const { contributes } = manifest;

/** The value with every "%key%" in it replaced by its text; `seen` collects the keys. */
function resolved(value: unknown, seen = new Set<string>()): unknown {
  if (Array.isArray(value)) return value.map((entry) => resolved(entry, seen));
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, resolved(entry, seen)]));
  const key = typeof value === "string" ? /^%(.+)%$/.exec(value)?.[1] : undefined;
  if (key === undefined) return value;
  seen.add(key);
  return texts[key] ?? `no text for ${key}`;
}

describe("package.json", () => {
  test("settings are those of the schemas", () => {
    expect(resolved(contributes.configuration.properties)).toEqual(settingContributions());
  });

  test("semantic token types are the server's legend, each with a colour", () => {
    expect(contributes.semanticTokenTypes.map(({ id }) => id)).toEqual([...TOKEN_TYPES]);
    expect(contributes.semanticTokenScopes.flatMap(({ scopes }) => Object.keys(scopes))).toEqual([
      ...TOKEN_TYPES,
    ]);
  });

  test("every text of the manifest is in package.nls.json, and no other", () => {
    const used = new Set<string>();
    resolved(manifest, used);
    expect([...used].sort()).toEqual(Object.keys(texts).sort());
  });

  test("every file that contributions name exists", () => {
    const files = [
      ...contributes.grammars.map(({ path }) => path),
      ...contributes.languages.map(({ configuration }) => configuration),
      ...contributes.jsonValidation.map(({ url }) => url),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
    ];
    expect(files.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  test.each(["protocol", "review", "annotations", "extraction"])(
    "the %s schema, once there, is offered to JSON files",
    (name) => {
      const url = `./schemas/${name}.schema.json`;
      const offered = contributes.jsonValidation.some((entry) => entry.url === url);
      expect(offered).toBe(existsSync(new URL(url, root)));
    },
  );
});
