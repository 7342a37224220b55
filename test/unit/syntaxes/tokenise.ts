/** Runs the TextMate grammars as the editor does, for tests. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import oniguruma from "vscode-oniguruma";
import textmate from "vscode-textmate";

const require = createRequire(import.meta.url);
const syntaxes = new URL("../../../syntaxes/", import.meta.url);

/** A Markdown of the parts that matter to an injection: prose, inline code, fenced code. */
const markdown = {
  scopeName: "text.html.markdown",
  patterns: [
    { name: "markup.fenced_code.block.markdown", begin: "^```.*$", end: "^```$" },
    { name: "markup.inline.raw.string.markdown", match: "`[^`]*`" },
  ],
};

const files: Readonly<Record<string, string>> = {
  "text.study-report": "study-report.tmLanguage.json",
  "text.study-report.markdown": "study-report.markdown.tmLanguage.json",
};

async function createRegistry(): Promise<textmate.Registry> {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new oniguruma.OnigScanner(sources),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    getInjections: (scope) => (scope === markdown.scopeName ? ["text.study-report.markdown"] : undefined),
    loadGrammar: (scope) => {
      if (scope === markdown.scopeName)
        return Promise.resolve(textmate.parseRawGrammar(JSON.stringify(markdown), "m.json"));
      const file = files[scope];
      if (file === undefined) return Promise.resolve(null);
      const path = fileURLToPath(new URL(file, syntaxes));
      return Promise.resolve(textmate.parseRawGrammar(readFileSync(path, "utf8"), path));
    },
  });
}

let registry: Promise<textmate.Registry> | undefined;

/** A stretch of text with the innermost scope of ours that it has, without the suffix ".study-report". */
export interface Coloured {
  readonly text: string;
  readonly scope: string;
}

/** Tokens of `text` that carry a scope of ours; neighbours with the same scope are joined. */
export async function coloured(text: string, scopeName = "text.study-report"): Promise<Coloured[]> {
  registry ??= createRegistry();
  const grammar = await (await registry).loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  const found: Coloured[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split("\n")) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const token of tokens) {
      const scope = token.scopes
        .filter((name) => name.endsWith(".study-report") && !/^(meta|text)\./.test(name))
        .at(-1);
      if (scope === undefined) continue;
      found.push({
        text: line.slice(token.startIndex, token.endIndex),
        scope: scope.replace(/\.study-report$/, ""),
      });
    }
  }
  return found;
}

/** The stretches of `text` under one scope, in order. */
export async function textsOf(scope: string, text: string, scopeName?: string): Promise<string[]> {
  return (await coloured(text, scopeName))
    .filter((token) => token.scope === scope)
    .map((token) => token.text);
}
