import { afterEach, describe, expect, it, vi } from "vitest";
import { readSettings } from "../../server/src/lsp/settings.js";
import { Editor, fileUri } from "./harness.js";

vi.mock("../../server/src/analyse.js", async () => import("./reader.js"));
vi.mock("../../server/src/text/gate.js", async () => import("./reader.js"));

describe("settings as read", () => {
  const defaults = readSettings(undefined).settings;

  it.each([undefined, null, {}, "nonsense", { hover: null }])("from %j are the defaults", (section) => {
    expect(readSettings(section)).toEqual({ settings: defaults, faults: [] });
  });

  it("take nested and dotted names", () => {
    expect(readSettings({ hover: { enable: false } }).settings["hover.enable"]).toBe(false);
    expect(readSettings({ "hover.enable": false }).settings["hover.enable"]).toBe(false);
  });

  it("lose only the value that is wrong", () => {
    const { settings, faults } = readSettings({
      include: ["abstracts/*.txt"],
      rules: { "percent-mismatch": "loud" },
      hover: { enable: false },
    });
    expect(settings).toEqual({ ...defaults, include: ["abstracts/*.txt"], "hover.enable": false });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^outcomeLens\.rules: /);
  });
});

describe("a change of settings", () => {
  let editor: Editor;
  const A = fileUri("a.txt");
  const WRONG = "Of the patients, 12/40 (35.0%) slept.\n";

  async function change(settings: unknown): Promise<void> {
    editor.settings = settings;
    await editor.notify("workspace/didChangeConfiguration", { settings: null });
  }

  afterEach(() => {
    editor.dispose();
  });

  it("changes severities at once and takes back what is switched off", async () => {
    editor = await Editor.start();
    await editor.open(A, WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toMatchObject([{ severity: 2 }]);
    await change({ rules: { "percent-mismatch": "error" } });
    expect((await editor.diagnostics.next()).diagnostics).toMatchObject([{ severity: 1 }]);
    await change({ rules: { "percent-mismatch": "off" } });
    expect((await editor.diagnostics.next()).diagnostics).toEqual([]);
    expect(editor.host.waiting).toBe(0);
  });

  it("of the patterns takes documents in and out", async () => {
    editor = await Editor.start({ settings: { include: ["abstracts/**"] } });
    await editor.open(A, WRONG);
    await editor.settled();
    expect(editor.diagnostics.drain()).toEqual([]);
    await change({ include: ["*.txt"] });
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    await change({ include: ["*.txt"], exclude: ["a.*"] });
    expect((await editor.diagnostics.next()).diagnostics).toEqual([]);
  });

  it("that is wrong is named in the log, and the default holds", async () => {
    editor = await Editor.start({ settings: { include: "abstracts/**" } });
    await editor.open(A, WRONG);
    expect((await editor.diagnostics.next()).diagnostics).toHaveLength(1);
    expect(editor.log.some((line) => line.startsWith("outcomeLens.include: "))).toBe(true);
  });

  it("that names no rule there is is told so in the log", async () => {
    editor = await Editor.start({
      settings: { rules: { "percent-missmatch": "off", "percent-mismatch": "off" } },
    });
    await editor.settled();
    expect(editor.log).toEqual([
      'outcomeLens.rules: there is no rule "percent-missmatch"; did you mean "percent-mismatch"?',
    ]);
  });

  it("reaches a client that only pushes its settings", async () => {
    editor = await Editor.start({ capabilities: {} });
    await editor.open(A, WRONG);
    await editor.diagnostics.next();
    await editor.notify("workspace/didChangeConfiguration", {
      settings: { outcomeLens: { rules: { "percent-mismatch": "off" } } },
    });
    expect((await editor.diagnostics.next()).diagnostics).toEqual([]);
  });
});
