import { expect, it } from "vitest";
import type { CodeAction } from "vscode-languageserver";
import { Editor, fileUri } from "./harness.js";

const A = fileUri("a.txt");
const TEXT = "Results: The odds ratio was 0.43 (95% CI 0.57 to 1.08).\n";

it("quick fixes and refusals are in the language that the client hands over", async () => {
  const editor = Editor.connect();
  await editor.initialize({
    initializationOptions: {
      texts: {
        'Change severity of rule "{0}"…': "Schwere der Regel „{0}“ ändern …",
        "Whose decisions are these? Set outcomeLens.reviewer first.": "Wer entscheidet?",
      },
    },
  });
  await editor.notify("initialized", {});
  await editor.open(A, TEXT);
  const diagnostics = (await editor.diagnosticsOf(A)) ?? [];
  const actions = await editor.request<CodeAction[]>("textDocument/codeAction", {
    textDocument: { uri: A },
    range: diagnostics[0]?.range,
    context: { diagnostics },
  });
  expect(actions.map(({ title }) => title)).toContain(
    "Schwere der Regel „estimate-outside-interval“ ändern …",
  );
  const accept = {
    do: "accept",
    on: { at: { line: 0, character: 0 }, scope: "statement" },
  } as const;
  await expect(editor.ask("outcomeLens/review/decide", { uri: A, action: accept })).rejects.toThrow(
    "Wer entscheidet?",
  );
  editor.dispose();
});
