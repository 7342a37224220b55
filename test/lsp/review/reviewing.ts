/** A reviewer at work: an editor with one document open, made anew for each test of a file. */
import { afterEach, beforeEach } from "vitest";
import type { DecideAction, DecideResult, ReviewDocument } from "../../../server/src/lsp/messages.js";
import type { Annotations } from "../../../server/src/review/annotations.js";
import { Editor } from "../harness.js";
import { TestHost } from "../testHost.js";
import { A, FILE, TEXT } from "./texts.js";

export interface Desk {
  readonly editor: Editor;
  readonly host: TestHost;
  readonly view: (uri?: string) => Promise<ReviewDocument>;
  readonly decide: (action: DecideAction) => Promise<DecideResult>;
  /** What a file of decisions holds. */
  readonly onDisk: (file?: string) => Annotations;
}

/** Called once in a test file, before its tests. Anna reviews. */
export function reviewing(): Desk {
  let host = new TestHost();
  let editor: Editor | undefined;
  const present = (): Editor => {
    if (editor === undefined) throw new Error("there is an editor only while a test runs");
    return editor;
  };
  beforeEach(async () => {
    host = new TestHost();
    host.files.set(A, TEXT);
    editor = await Editor.start({ host, settings: { reviewer: "anna" } });
    await editor.open(A, TEXT);
  });
  afterEach(() => {
    editor?.dispose();
  });
  return {
    get editor() {
      return present();
    },
    get host() {
      return host;
    },
    view: (uri = A) => present().ask("outcomeLens/review/document", { uri }),
    decide: (action) => present().ask("outcomeLens/review/decide", { uri: A, action }),
    onDisk: (file = FILE) => JSON.parse(host.files.get(file) ?? "null") as Annotations,
  };
}
