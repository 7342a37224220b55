import type { DocumentSymbol, SemanticTokens, SemanticTokensDelta } from "vscode-languageserver/node";
import { CancellationTokenSource, LSPErrorCodes } from "vscode-languageserver/node";
import { afterEach, describe, expect, it, vi } from "vitest";
import { CAPABILITIES, Editor, fileUri } from "./harness.js";

vi.mock("../../server/src/analyse.js", async () => import("./reader.js"));
vi.mock("../../server/src/text/gate.js", async () => import("./reader.js"));

let editor: Editor;
const A = fileUri("a.txt");
const TEXT = "Of the patients, 12/40 (35.0%) slept\nand 10/40 (25.0%) did not.\n";
const about = { textDocument: { uri: A } };

async function opened(settings?: unknown): Promise<void> {
  editor = await Editor.start({ settings });
  await editor.open(A, TEXT);
}

afterEach(() => {
  editor.dispose();
});

describe("hover", () => {
  it("shows the verdict and marks the statement", async () => {
    await opened();
    expect(await editor.hover(A, 0, 18)).toMatchObject({
      contents: {
        kind: "markdown",
        value: expect.stringMatching(/^\*\*Cannot be:\*\* 35 % is not 12 of 40\n/) as string,
      },
      range: { start: { line: 0, character: 17 }, end: { line: 0, character: 29 } },
    });
    expect((await editor.hover(A, 1, 5))?.contents.value).toMatch(/^\*\*Consistent\.\*\*/);
    expect(await editor.hover(A, 0, 1)).toBeNull();
  });

  it("obeys its settings", async () => {
    await opened({ hover: { details: false } });
    expect((await editor.hover(A, 1, 5))?.contents.value).not.toContain("Wilson");
    editor.settings = { hover: { enable: false } };
    await editor.notify("workspace/didChangeConfiguration", { settings: null });
    await editor.settled();
    expect(await editor.hover(A, 1, 5)).toBeNull();
  });
});

describe("semantic tokens", () => {
  const full = (): Promise<SemanticTokens> => editor.request("textDocument/semanticTokens/full", about);

  it("come whole, for a part, and as changes", async () => {
    await opened();
    const first = await full();
    // line, character, length, type, modifiers; each relative to the token before
    expect(first.data).toEqual([
      ...[0, 17, 2, 3, 0],
      ...[0, 3, 2, 3, 0],
      ...[0, 4, 4, 0, 0],
      ...[1, 4, 2, 3, 0],
      ...[0, 3, 2, 3, 0],
      ...[0, 4, 4, 0, 0],
    ]);
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 30 } };
    const part = await editor.request<SemanticTokens>("textDocument/semanticTokens/range", {
      ...about,
      range,
    });
    expect(part).toEqual({ data: [...[1, 4, 2, 3, 0], ...[0, 3, 2, 3, 0], ...[0, 4, 4, 0, 0]] });

    await editor.change(A, { range: { start: range.start, end: range.start }, text: "but " });
    const delta = await editor.request<SemanticTokensDelta>("textDocument/semanticTokens/full/delta", {
      ...about,
      previousResultId: first.resultId,
    });
    expect(delta.edits).toEqual([{ start: 16, deleteCount: 1, data: [8] }]);
  });

  it("come whole again where the last result is unknown", async () => {
    await opened();
    const answer = await editor.request<SemanticTokens>("textDocument/semanticTokens/full/delta", {
      ...about,
      previousResultId: "from another life",
    });
    expect(answer.data).toEqual((await full()).data);
  });

  it("are asked for again when the settings change, where the client can", async () => {
    editor = await Editor.start({
      capabilities: {
        workspace: { ...CAPABILITIES.workspace, semanticTokens: { refreshSupport: true } },
      },
    });
    const refreshed = new Promise<void>((resolve) => {
      editor.connection.onRequest("workspace/semanticTokens/refresh", () => {
        resolve();
        return null;
      });
    });
    await editor.notify("workspace/didChangeConfiguration", { settings: null });
    await refreshed;
  });
});

it("the outline holds the statements of each section", async () => {
  await opened();
  const [section] = await editor.request<DocumentSymbol[]>("textDocument/documentSymbol", about);
  expect(section?.name).toBe("Results");
  expect(section?.children?.map(({ name }) => name)).toEqual(["12/40 (35.0 %)", "10/40 (25.0 %)"]);
});

it("sections fold", async () => {
  await opened();
  expect(await editor.request("textDocument/foldingRange", about)).toEqual([{ startLine: 0, endLine: 1 }]);
});

it("a finding can be dismissed, and its rule changed, where it is shown", async () => {
  await opened();
  const { diagnostics } = await editor.diagnostics.next();
  const actions = await editor.request("textDocument/codeAction", {
    ...about,
    range: diagnostics[0]?.range,
    context: { diagnostics },
  });
  const rule = "percent-mismatch";
  const [first] = diagnostics;
  const quickfix = (command: string, args: unknown[]): object => ({
    kind: "quickfix",
    command: { command, arguments: args },
  });
  expect(actions).toMatchObject([
    quickfix("outcomeLens.dismissFinding", [A, rule, first?.range]),
    quickfix("outcomeLens.dismissFinding", [A, rule]),
    quickfix("outcomeLens.setRuleSeverity", [rule]),
    { command: { command: "outcomeLens.copyStatistic" } },
  ]);
});

it("a request that is cancelled at once is not worked on", async () => {
  await opened();
  const source = new CancellationTokenSource();
  const answer = editor.connection.sendRequest(
    "textDocument/hover",
    { ...about, position: { line: 0, character: 18 } },
    source.token,
  );
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
});
