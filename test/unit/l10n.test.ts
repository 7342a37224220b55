/** Every text that people see can be translated; `npm run l10n` writes the bundle anew. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), "utf8");
const sources = readdirSync(new URL("client/src/", root), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map((name) => ts.createSourceFile(name, read(`client/src/${name}`), ts.ScriptTarget.Latest, true));

function* calls(node: ts.Node): Iterable<ts.CallExpression> {
  if (ts.isCallExpression(node)) yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* calls(child);
}

const allCalls = sources.flatMap((source) => [...calls(source)]);
const place = (node: ts.Node): string => {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

const translated = allCalls.filter(({ expression }) => expression.getText() === "vscode.l10n.t");

describe("texts of the client", () => {
  it("are literals, so that they can be collected", () => {
    const others = translated.filter(({ arguments: [text] }) => !(text && ts.isStringLiteralLike(text)));
    expect(others.map(place)).toEqual([]);
  });

  it("are all in client/l10n/bundle.l10n.json, and no other", async () => {
    const texts = translated.flatMap(({ arguments: [text] }) =>
      text !== undefined && ts.isStringLiteralLike(text) ? [text.text] : [],
    );
    const bundle = Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
    const file = new URL("client/l10n/bundle.l10n.json", root).pathname;
    await expect(`${JSON.stringify(bundle, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it("use as many values as they have places for", () => {
    const wrong = translated.filter(({ arguments: [text, ...values] }) => {
      const named = new Set(text?.getText().match(/\{\d+\}/g) ?? []);
      return named.size !== values.length;
    });
    expect(wrong.map(place)).toEqual([]);
  });

  it("are not handed to the editor as they are", () => {
    const shows = /\.(show(Information|Warning|Error)Message|createStatusBarItem)$/;
    const bare = allCalls.filter(
      ({ expression, arguments: [text] }) =>
        shows.test(expression.getText()) && text !== undefined && ts.isStringLiteralLike(text),
    );
    expect(bare.map(place)).toEqual([]);
  });
});

describe("texts of the manifest", () => {
  /** Keys whose values people read, in every kind of contribution. */
  const READ =
    /^(title|label|shortTitle|category|description|markdownDescription|contents|name|altText|enumDescriptions)$/;

  it("are all keys of package.nls.json", () => {
    const bare: string[] = [];
    const visit = (value: unknown, path: string, isText: boolean): void => {
      if (typeof value === "string" && isText && !/^%.+%$/.test(value)) bare.push(`${path}: ${value}`);
      if (typeof value !== "object" || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        visit(child, `${path}.${key}`, READ.test(key) || (Array.isArray(value) && isText));
      }
    };
    const { contributes } = JSON.parse(read("package.json")) as { contributes: unknown };
    visit(contributes, "contributes", false);
    expect(bare).toEqual([]);
  });
});
