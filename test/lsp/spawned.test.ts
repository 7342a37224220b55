/** The bundled server as a process of its own, where it was built. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { MessageConnection, PublishDiagnosticsParams } from "vscode-languageserver/node";
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { describe, expect, it } from "vitest";

const BUNDLE = fileURLToPath(new URL("../../dist/server.js", import.meta.url));
const TEXT = `Results: The hazard ratio for death was 0.71 (95% CI 0.55 to 0.92; P = .009) in the 240 patients
randomized; 12 of 40 patients (35.0%) slept.
`;

function overStdio(): [ChildProcess, MessageConnection] {
  const child = spawn(process.execPath, [BUNDLE, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  return [
    child,
    createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin)),
  ];
}

function overIpc(): [ChildProcess, MessageConnection] {
  const child = spawn(process.execPath, [BUNDLE, "--node-ipc"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  return [child, createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child))];
}

describe.skipIf(!existsSync(BUNDLE))("the bundled server", () => {
  it.each([
    ["stdio", overStdio],
    ["ipc", overIpc],
  ])("over %s reads, answers and ends", async (_, start) => {
    const [child, connection] = start();
    const ended = once(child, "exit");
    const published = new Promise<PublishDiagnosticsParams>((resolve) => {
      connection.onNotification("textDocument/publishDiagnostics", resolve);
    });
    connection.listen();
    await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    await connection.sendNotification("initialized", {});
    const uri = "file:///nowhere/study.txt";
    await connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "plaintext", version: 1, text: TEXT },
    });
    expect(await published).toMatchObject({ uri, diagnostics: [{ code: "percent-mismatch" }] });
    const position = { line: 0, character: TEXT.indexOf("0.71") + 1 };
    expect(
      await connection.sendRequest("textDocument/hover", { textDocument: { uri }, position }),
    ).toMatchObject({
      contents: { value: expect.stringMatching(/^\*\*Consistent\.\*\*/) as string },
    });
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    expect(await ended).toEqual([0, null]);
    connection.dispose();
  });
});
