/** Where Outcome Lens has no business it does nothing. */
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
  readText,
  until,
  write,
} from "./support.js";
import { requirements, shoppingList, withErrors } from "./texts.js";

suite("restraint", () => {
  const here = folder("restraint");
  suiteTeardown(closeAll);

  for (const [name, text] of [
    ["requirements.txt", requirements],
    ["shopping.txt", shoppingList],
    ["README.md", withErrors],
  ] as const) {
    test(`${name} stays untouched`, async () => {
      const { server } = await outcomeLens();
      const uri = await write(vscode.Uri.joinPath(here, name), text);
      const { document } = await open(uri);
      // A report opened afterwards is read after this document was looked at.
      await openRead(await write(vscode.Uri.joinPath(here, `report-${name.length}.txt`), withErrors));
      assert.notEqual(server.summaryOf(uri)?.active, true);
      assert.deepEqual(findings(uri), []);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        "vscode.executeHoverProvider",
        uri,
        find(document, /\d/.exec(text)?.[0] ?? "").start,
      );
      assert.deepEqual(hovers, []);
      assert.equal(document.getText(), text);
    });
  }

  test("the severity chosen for a rule is kept in the settings", async () => {
    const chosen = vscode.commands.executeCommand("outcomeLens.setRuleSeverity", "grim");
    await until("the choice to be kept", async () => {
      await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
      const rules = vscode.workspace.getConfiguration("outcomeLens").get<Record<string, string>>("rules");
      return rules?.["grim"] === "error";
    });
    await chosen;
    await vscode.workspace
      .getConfiguration("outcomeLens")
      .update("rules", undefined, vscode.ConfigurationTarget.Workspace);
  });

  test("a rule switched off in the settings is silent, and speaks again", async () => {
    const uri = await write(vscode.Uri.joinPath(here, "settings.txt"), withErrors);
    await openRead(uri);
    const settings = vscode.workspace.getConfiguration("outcomeLens");
    await until("two findings", () => findings(uri).length === 2);
    await settings.update(
      "rules",
      { "estimate-outside-interval": "off" },
      vscode.ConfigurationTarget.Workspace,
    );
    await until("one finding", () => findings(uri).length === 1);
    await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
    await until("two findings again", () => findings(uri).length === 2);
  });

  test("on saving, source.fixAll brings the protocol into its usual form and leaves a report alone", async () => {
    const editing = vscode.workspace.getConfiguration("editor");
    const protocol = folder("outcome-review.json");
    const before = await readText(protocol);
    const turned = JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(before) as object).reverse()));
    const report = vscode.Uri.joinPath(here, "saved.txt");
    try {
      await editing.update(
        "codeActionsOnSave",
        { "source.fixAll.outcomeLens": "explicit" },
        vscode.ConfigurationTarget.Workspace,
      );
      await openRead(await write(report, withErrors));
      await retype(report, `${withErrors}More.\n`);
      assert.equal(await readText(report), `${withErrors}More.\n`);
      await retype(protocol, turned);
      const written = await readText(protocol);
      assert.deepEqual(JSON.parse(written), JSON.parse(before));
      assert.match(written, /^\{\n {2}"\$schema": .*\n {2}"format": /);
      assert.match(written, /\n {2}"reviewers": \[\n {4}\{ "id": "ada" \},\n/);
    } finally {
      await editing.update("codeActionsOnSave", undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
      await write(protocol, before);
    }
  });
});

/** Puts a text into the editor in the place of a file's, and saves it as a person would. */
async function retype(uri: vscode.Uri, text: string): Promise<void> {
  const editor = await open(uri);
  const { document } = editor;
  const all = new vscode.Range(document.positionAt(0), document.positionAt(document.getText().length));
  await editor.edit((edit) => {
    edit.replace(all, text);
  });
  await vscode.commands.executeCommand("workbench.action.files.save");
  await until(`${uri.path} to be saved`, () => !document.isDirty);
}
