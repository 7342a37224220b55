import assert from "node:assert/strict";
import * as vscode from "vscode";

const ID = "outcome-lens.outcome-lens";

describe("activation", () => {
  it("the extension is installed", () => {
    assert.ok(vscode.extensions.getExtension(ID));
  });
});
