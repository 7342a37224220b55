/** The palette's commands, with the answers to their questions given in advance. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as vscode from "vscode";
import type { CheckAllResult } from "../../../server/src/lsp/messages.js";
import type { ExportOptions } from "../../../client/src/commands/exportReviewTable.js";
import {
  closeAll,
  find,
  findings,
  folder,
  openRead,
  outcomeLens,
  readText,
  until,
  write,
} from "./support.js";
import { consistent, withErrors } from "./texts.js";

/** The language server's process: the one child of this extension host that runs it. */
async function serverProcess(): Promise<number> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "pid=,args=", "--ppid", String(process.pid)]);
  const line = stdout.split("\n").find((process) => process.includes("server.js"));
  assert(line, `no server among:\n${stdout}`);
  return Number.parseInt(line, 10);
}

suite("commands", () => {
  const here = folder("commands");
  const hip = vscode.Uri.joinPath(here, "hip-fracture.txt");
  const light = vscode.Uri.joinPath(here, "evening-light.md");

  suiteSetup(async () => {
    await write(hip, withErrors);
    await write(light, consistent);
  });
  teardown(closeAll);

  const exportTable = (options: ExportOptions) =>
    vscode.commands.executeCommand<vscode.Uri | undefined>("outcomeLens.exportReviewTable", options);

  test("the walkthrough's buttons bring the example to the front, the cursor where they act", async () => {
    await vscode.commands.executeCommand("outcomeLens.example.hover");
    const editor = vscode.window.activeTextEditor;
    assert(editor, "no editor is in front");
    assert.match(editor.document.uri.path, /\/examples\/lung-cancer-trial\.txt$/);
    const { active } = editor.selection;
    assert.equal(editor.document.getText(new vscode.Range(active, active.translate(0, 8))), "P = .010");
  });

  test("all that the manifest names are registered", async () => {
    await outcomeLens();
    const extension = vscode.extensions.getExtension("outcome-lens.outcome-lens");
    const { contributes } = extension?.packageJSON as { contributes: { commands: { command: string }[] } };
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.deepEqual(
      contributes.commands.map(({ command }) => command).filter((id) => !registered.has(id)),
      [],
    );
  });

  test("Export Review Table writes bytes, and folders of several files beside what is there", async () => {
    const workbook = vscode.Uri.joinPath(here, "table.xlsx");
    await exportTable({ uris: [hip, light], format: "xlsx", target: workbook });
    const bytes = await vscode.workspace.fs.readFile(workbook);
    assert.equal(Buffer.from(bytes.subarray(0, 2)).toString(), "PK");
    const target = vscode.Uri.joinPath(here, "for-brat");
    await write(vscode.Uri.joinPath(target, "mine.txt"), "mine");
    await exportTable({ uris: [hip], format: "brat", target });
    const names = (await vscode.workspace.fs.readDirectory(target)).map(([name]) => name).sort();
    assert.deepEqual(
      names.map((name) => name.replace(/^.*hip/, "hip")),
      ["annotation.conf", "hip-fracture.ann", "hip-fracture.txt", "mine.txt", "visual.conf"],
    );
    // Or its copy of the report would be one more document for the other tests.
    await vscode.workspace.fs.delete(target, { recursive: true });
  });

  test("Export Review Table writes CSV with a row for each statement and shows it", async () => {
    const target = vscode.Uri.joinPath(here, "table.csv");
    await exportTable({ uris: [hip, light], format: "csv", target });
    const [header = "", ...rows] = (await readText(target))
      .replace(/^\uFEFF/, "")
      .trimEnd()
      .split(/\r?\n/);
    assert.match(header, /^study_id,first_author,year,doi,pmid,outcome_code,/);
    assert(
      rows.some((row) => row.includes("0.61") && row.includes("hip-fracture.txt")),
      rows.join("\n"),
    );
    assert(
      rows.some((row) => row.includes("0.33") && row.includes("evening-light.md")),
      rows.join("\n"),
    );
    assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), target.toString());
  });

  test("Export Review Table takes a folder and writes the structured review file", async () => {
    const target = vscode.Uri.joinPath(folder("exported"), "review.json");
    await exportTable({ uris: [here], format: "json", target });
    const review = JSON.parse(await readText(target)) as {
      format: string;
      studies: { document?: unknown }[];
    };
    assert.equal(review.format, "outcome-lens/review/1");
    assert.equal(review.studies.length, 2);
  });

  test("Export Review Table replaces an older file and leaves nothing beside it", async () => {
    const target = await write(vscode.Uri.joinPath(folder("replaced"), "table.csv"), "old");
    await exportTable({ uris: [light], format: "csv", target });
    assert.match(await readText(target), /evening-light/);
    const names = await vscode.workspace.fs.readDirectory(folder("replaced"));
    assert.deepEqual(
      names.map(([name]) => name),
      ["table.csv"],
    );
  });

  test("Export Review Table of the active document takes the text as it stands in the editor", async () => {
    const editor = await openRead(light);
    await editor.edit((edit) => {
      edit.replace(find(editor.document, "0.33"), "0.34");
    });
    const target = vscode.Uri.joinPath(folder("exported"), "active.csv");
    await exportTable({ documents: "active", format: "csv", target });
    assert.match(await readText(target), /0\.34/);
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("an export that cannot be written names the file and leaves the rest alone", async () => {
    const target = vscode.Uri.joinPath(hip, "no-folder", "table.csv");
    await assert.rejects(
      async () => exportTable({ uris: [light], format: "csv", target }),
      (error: Error) => error.message.includes(target.fsPath),
    );
    assert.equal(await readText(hip), withErrors);
  });

  test("Check All Documents brings findings of files that are not open", async () => {
    const result = await vscode.commands.executeCommand<CheckAllResult>("outcomeLens.checkAllDocuments");
    assert(result.documents >= 2, JSON.stringify(result));
    assert.deepEqual(result.failures, []);
    await until("findings of a closed document", () => findings(hip).length === 2);
    assert.deepEqual(findings(light), []);
  });

  test("Show Statement List leads to the chosen statement", async () => {
    await openRead(hip);
    await vscode.commands.executeCommand("outcomeLens.showStatementList");
    await vscode.commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    const selected = await until("a statement to be selected", () => {
      const editor = vscode.window.activeTextEditor;
      return editor !== undefined && !editor.selection.isEmpty && editor.document.getText(editor.selection);
    });
    assert.match(selected, /\d/);
  });

  test("Next Unread Number goes through the numbers that were not read, round and round", async () => {
    const odd = await write(
      vscode.Uri.joinPath(here, "odd.txt"),
      withErrors.replace("Conclusions:", "The zeta index came to 7.43 and then to 9.18.\n\nConclusions:"),
    );
    const { server } = await outcomeLens();
    const editor = await openRead(odd);
    const unread = server.summaryOf(odd)?.unread ?? [];
    assert(unread.length > 0, "the text has numbers that no rule reads");
    const next = () =>
      vscode.commands.executeCommand<vscode.Range | undefined>("outcomeLens.nextUnreadNumber");
    const visited: string[] = [];
    for (let i = 0; i <= unread.length; i += 1) {
      assert(await next());
      visited.push(editor.document.getText(editor.selection));
    }
    assert(visited.includes("7.43"), visited.join(", "));
    assert.equal(visited.at(-1), visited[0]);
  });

  test("a server that crashes is started again", async () => {
    const { server } = await outcomeLens();
    await openRead(hip);
    process.kill(await serverProcess(), "SIGKILL");
    await until("the crash to be noticed", () => !server.isRunning);
    await until("findings after the crash", () => server.isRunning && server.summaryOf(hip)?.active);
    assert.equal(findings(hip).length, 2);
  });

  test("a server that cannot start leaves the commands alive, and starts once it can", async () => {
    const { server } = await outcomeLens();
    const extension = vscode.extensions.getExtension("outcome-lens.outcome-lens");
    assert(extension);
    const program = vscode.Uri.joinPath(extension.extensionUri, "dist", "server.js");
    const away = vscode.Uri.joinPath(extension.extensionUri, "dist", "server.away");
    await vscode.workspace.fs.rename(program, away);
    try {
      await vscode.commands.executeCommand("outcomeLens.restartServer");
      assert.equal(server.isRunning, false);
    } finally {
      await vscode.workspace.fs.rename(away, program);
    }
    await vscode.commands.executeCommand("outcomeLens.restartServer");
    assert.equal(server.isRunning, true);
  });

  test("Restart Server brings the findings back", async () => {
    const { server } = await outcomeLens();
    await openRead(hip);
    await until("findings", () => findings(hip).length === 2);
    await vscode.commands.executeCommand("outcomeLens.restartServer");
    assert(server.isRunning);
    await until(
      "findings after the restart",
      () => findings(hip).length === 2 && server.summaryOf(hip)?.active,
    );
  });
});
