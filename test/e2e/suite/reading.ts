/** What a reader sees in an open document. */
import assert from "node:assert/strict";
import * as vscode from "vscode";
import {
  closeAll,
  find,
  findings,
  folder,
  open,
  openRead,
  outcomeLens,
  ruleOf,
  until,
  write,
} from "./support.js";
import { withErrors } from "./texts.js";

suite("an abstract with reporting errors", () => {
  const uri = vscode.Uri.joinPath(folder("reading"), "hip-fracture.txt");
  let document: vscode.TextDocument;

  suiteSetup(async () => {
    await write(uri, withErrors);
    ({ document } = await openRead(uri));
  });
  suiteTeardown(closeAll);

  const hoverAt = async (words: string): Promise<string> => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      uri,
      find(document, words).start.translate(0, 1),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (typeof content === "string" ? content : (content as vscode.MarkdownString).value))
      .join("\n");
  };

  test("has the planted findings and no other, each linked to its rule", async () => {
    await until("two findings", () => findings(uri).length === 2);
    const rules = findings(uri).map(ruleOf).sort();
    assert.deepEqual(rules, ["estimate-outside-interval", "percent-mismatch"]);
    for (const { code } of findings(uri)) {
      assert(typeof code === "object");
      assert.match(code.target.toString(true), new RegExp(`/docs/rules/${String(code.value)}\\.md$`));
    }
  });

  test("the finding stands on the wrong percentage and says what it should be", () => {
    const [finding] = findings(uri).filter((entry) => ruleOf(entry) === "percent-mismatch");
    assert(finding);
    assert(finding.range.contains(find(document, "32.2%").start), document.getText(finding.range));
    assert.match(finding.message, /23\.[12]/);
  });

  test("a finding points at what it rests on, within the document", () => {
    const related = findings(uri).flatMap(({ relatedInformation }) => relatedInformation ?? []);
    assert(related.length > 0);
    for (const { location } of related) assert.equal(location.uri.toString(), uri.toString());
  });

  test("every command that a code action names is there", async () => {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      uri,
      find(document, "32.2%"),
    );
    const named = actions.flatMap(({ command }) => command?.command ?? []);
    const ours = named.filter((command) => command.startsWith("outcomeLens."));
    assert(ours.length > 0, actions.map(({ title }) => title).join(", "));
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(
      ours.filter((command) => !registered.includes(command)),
      [],
    );
  });

  test("the hover gives the verdict first, at the number, in the words and in the bracket", async () => {
    for (const words of ["0.61", "hazard ratio", "0.42-0.89"])
      assert.match(await hoverAt(words), /^\W*consistent/i, `hover at "${words}"`);
    assert.match(await hoverAt("32.2%"), /^\W*cannot be/i);
  });

  test("the hover names the outcome and the recomputed figures", async () => {
    const text = await hoverAt("0.61");
    assert.match(text, /overall survival/i);
    assert.match(text, /0\.0[01]\d/);
  });

  test("semantic tokens give every number its role", async () => {
    const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend>(
      "vscode.provideDocumentSemanticTokensLegend",
      uri,
    );
    const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens>(
      "vscode.provideDocumentSemanticTokens",
      uri,
    );
    const roles = decode(tokens, legend);
    const roleAt = (words: string) =>
      roles.find(({ range }) => range.contains(find(document, words).start))?.type;
    assert.equal(roleAt("0.61"), "estimate");
    assert.equal(roleAt("0.42-0.89"), "interval");
    assert.equal(roleAt("0.010"), "pValue");
    assert.equal(roleAt("82 patients (32.2%)"), "count");
    assert.equal(roleAt("Background"), undefined);
  });

  const decode = ({ data }: vscode.SemanticTokens, { tokenTypes }: vscode.SemanticTokensLegend) => {
    let line = 0;
    let character = 0;
    return Array.from({ length: data.length / 5 }, (_, index) => {
      const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(5 * index);
      line += lines;
      character = lines > 0 ? characters : character + characters;
      return { type: tokenTypes[type], range: new vscode.Range(line, character, line, character + length) };
    });
  };

  test("symbols are sections with their statements", async () => {
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      "vscode.executeDocumentSymbolProvider",
      uri,
    );
    const results = symbols.find(({ name }) => name === "Results");
    assert(results, symbols.map(({ name }) => name).join(", "));
    assert(
      results.children.some(({ name }) => name.startsWith("HR 0.61")),
      results.children.map(({ name }) => name).join(", "),
    );
  });

  test("sections fold", async () => {
    const longer = vscode.Uri.joinPath(folder("reading"), "folding.txt");
    await write(longer, withErrors.replaceAll(": ", "\n"));
    await openRead(longer);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      "vscode.executeFoldingRangeProvider",
      longer,
    );
    const text = (await vscode.workspace.openTextDocument(longer)).getText().split("\n");
    assert(
      folds.some(({ start, end }) => text[start]?.startsWith("Results") === true && end > start),
      JSON.stringify(folds),
    );
  });

  test("the summary counts statements and findings", async () => {
    const { server } = await outcomeLens();
    const summary = server.summaryOf(uri);
    assert(summary?.active);
    assert(summary.statements >= 3, `${summary.statements} statements`);
    assert.equal(
      Object.values(summary.findings).reduce((sum, n) => sum + n, 0),
      2,
    );
  });

  test("an edit that mends the text removes the finding", async () => {
    const editor = await open(uri);
    await editor.edit((edit) => {
      edit.replace(find(document, "0.63-0.91"), "0.33-0.91");
    });
    await until("the finding to go", () => findings(uri).map(ruleOf).join() === "percent-mismatch");
    await vscode.commands.executeCommand("undo");
    await until("the finding to return", () => findings(uri).length === 2);
    assert.equal(document.getText(), withErrors, "the text is as it was");
  });
});
