/** Every text that people see can be translated; `npm run l10n` writes the bundle anew. */
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { FORMATS } from "../../server/src/export/formats.js";

const root = new URL("../../", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, root), "utf8");
const sourcesOf = (folder: string): readonly ts.SourceFile[] =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .sort()
    .map((name) => ts.createSourceFile(name, read(`${folder}${name}`), ts.ScriptTarget.Latest, true));

type Call = ts.CallExpression | ts.NewExpression;

function* calls(node: ts.Node): Iterable<Call> {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) yield node;
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) yield* calls(child);
}

const allCalls = sourcesOf("client/src/").flatMap((source) => [...calls(source)]);
const place = (node: ts.Node): string => {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
};

/** What is said by the call's own words, not by a value that holds words. */
const isLiteral = ({ arguments: [text] = [] as never }: Call): boolean =>
  text !== undefined && ts.isStringLiteralLike(text);
const translated = allCalls.filter(({ expression }) => expression.getText() === "vscode.l10n.t");
/** The server's: quick fixes, and why something was not done. */
const saidByServer = ["server/src/lsp/", "server/src/service/"]
  .flatMap(sourcesOf)
  .flatMap((source) => [...calls(source)])
  .filter(({ expression }) => /^((session\.)?say|Refusal)$/.test(expression.getText()))
  .filter(isLiteral);

describe("texts of client and server", () => {
  it("are literals, so that they can be collected", () => {
    const others = translated.filter((call) => !isLiteral(call));
    expect(others.map(place)).toEqual([]);
  });

  it("are all in client/l10n/bundle.l10n.json, and no other", async () => {
    const texts = [...translated, ...saidByServer].flatMap(({ arguments: [text] = [] as never }) =>
      text !== undefined && ts.isStringLiteralLike(text) ? [text.text] : [],
    );
    for (const { label, purpose } of FORMATS) texts.push(label, purpose);
    const bundle = Object.fromEntries([...new Set(texts)].sort().map((text) => [text, text]));
    const file = new URL("client/l10n/bundle.l10n.json", root).pathname;
    await expect(`${JSON.stringify(bundle, null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it("use as many values as they have places for", () => {
    const wrong = [...translated, ...saidByServer].filter(
      ({ arguments: [text, ...values] = [] as never }) => {
        const named = new Set(text?.getText().match(/\{\d+\}/g) ?? []);
        return named.size !== values.length;
      },
    );
    expect(wrong.map(place)).toEqual([]);
  });

  it("are not handed to the editor as they are", () => {
    const shows = /\.(show(Information|Warning|Error)Message|createStatusBarItem)$/;
    const bare = allCalls.filter(
      ({ expression, arguments: [text] = [] as never }) =>
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
