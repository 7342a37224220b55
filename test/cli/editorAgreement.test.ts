/** The editor and the command line give the same findings, to the letter. */
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { PROTOCOL_FILE } from "../../server/src/review/protocol.js";
import { Editor, fileUri } from "../lsp/harness.js";
import { run } from "../../server/src/cli/run.js";
import type { Io, Output } from "../../server/src/cli/io.js";

const SEVERITY = ["", "error", "warning", "information", "hint"];

const PROTOCOL = JSON.stringify({
  format: "outcome-lens/protocol/1",
  outcomes: [{ code: "WH", label: "wound healing" }],
  rules: { "percent-mismatch": "error", "ratio-not-centred": "off" },
});

const FINDINGS = [
  "RESULTS: Wound healing was seen in 83 of 126 patients (69.1%), infection in 12/48 (52%).",
  "The hazard ratio for wound healing was 0.70 (95% CI, 0.78-0.98; P = .04).",
  "Relapse was rarer (odds ratio 2.10; 95% CI 0.60 to 0.91; p=0.03; CI of 90\u202f%).",
  "Pain fell by 4.1 points (95% CI 5.0-1.2).",
];

/** What the editor shows under a document, as the command line would print it. */
async function shown(name: string, text: string, protocol: string | undefined): Promise<string[]> {
  const editor = Editor.connect();
  onTestFinished(() => {
    editor.dispose();
  });
  if (protocol !== undefined) editor.host.files.set(fileUri(PROTOCOL_FILE), protocol);
  await editor.initialize();
  await editor.notify("initialized", {});
  await editor.open(fileUri(name), text, "study-report");
  await editor.summaries.next();
  await editor.settled();
  const published = editor.diagnostics.drain().filter(({ uri }) => uri === fileUri(name));
  const { diagnostics = [] } = published.at(-1) ?? {};
  return diagnostics.map(({ range: { start }, severity = 0, code, message }) => {
    const place = `${name}:${start.line + 1}:${start.character + 1}`;
    return `${place}: ${SEVERITY[severity] ?? "?"} ${String(code)}: ${message as string}`;
  });
}

/** What the command line prints for it. */
async function printed(name: string, text: string, protocol: string | undefined): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-lens-agree-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, name), text);
  if (protocol !== undefined) await writeFile(join(folder, PROTOCOL_FILE), protocol);
  const lines: string[] = [];
  const take = (into: string[]): Output => ({
    isTerminal: false,
    write: (line) => Promise.resolve(void into.push(String(line))),
  });

  const io: Io = { out: take(lines), err: take([]), folder, stdin: (async function* () {})() };
  await run(["check", name], io);
  return lines.join("").split("\n").filter(Boolean);
}

describe("check prints what the editor shows", () => {
  test.each([
    { name: "lines", text: FINDINGS.join("\n") },
    { name: "lines of Windows", text: FINDINGS.join("\r\n") },
    { name: "lines of old", text: FINDINGS.join("\r") },
    { name: "characters beyond the first plane", text: `𝛼 🩹 ${FINDINGS.join(" 🩹 ")}` },
    { name: "a protocol", text: FINDINGS.join("\n"), protocol: PROTOCOL },
  ])("of $name", async ({ text, protocol }) => {
    const editor = await shown("a.abstract", text, protocol);
    expect(editor.length).toBeGreaterThan(2);
    expect(await printed("a.abstract", text, protocol)).toEqual(editor);
  });

  const examples = existsSync("examples") ? readdirSync("examples") : [];

  test.each(examples.filter((name) => /\.(txt|md|abstract)$/.test(name)))("of examples/%s", async (name) => {
    const text = await readFile(join("examples", name), "utf8");
    expect(await printed(name, text, undefined)).toEqual(await shown(name, text, undefined));
  });
});
