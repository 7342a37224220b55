import { describe, expect, it } from "vitest";
import { matchesAny } from "../../server/src/review/glob.js";
import { Workspace } from "../../server/src/lsp/workspace.js";

describe("glob patterns", () => {
  it.each([
    ["**/*.txt", "a.txt", true],
    ["**/*.txt", "x/y/a.txt", true],
    ["**/*.txt", "a.txt.bak", false],
    ["*.txt", "x/a.txt", false],
    ["abstracts/**", "abstracts/x/a.txt", true],
    ["abstracts/**", "abstractsx/a.txt", false],
    ["abstracts/**/*.txt", "abstracts/a.txt", true],
    ["./abstracts/*.txt", "abstracts/a.txt", true],
    ["/abstracts/*.txt", "abstracts/a.txt", true],
    ["**/*.{txt,md}", "x/a.md", true],
    ["**/*.{txt,md}", "x/a.mdx", false],
    ["**/{README,LICENSE}{,.txt,.md}", "LICENSE", true],
    ["**/{README,LICENSE}{,.txt,.md}", "x/README.md", true],
    ["**/.*/**", ".git/notes.txt", true],
    ["**/.*/**", "a/.cache/x/notes.txt", true],
    ["**/.*/**", "a/cache/notes.txt", false],
    ["study?.txt", "study1.txt", true],
    ["study?.txt", "study/.txt", false],
    ["study[0-4].txt", "study3.txt", true],
    ["study[!0-4].txt", "study3.txt", false],
    ["study[!0-4].txt", "study7.txt", true],
    ["a+b (1).txt", "a+b (1).txt", true],
    ["a.txt", "aXtxt", false],
    ["größe-🫀?.txt", "größe-🫀1.txt", true],
    ["{unclosed.txt", "{unclosed.txt", false],
  ])("%s on %s: %s", (pattern, path, matches) => {
    expect(matchesAny([pattern])(path)).toBe(matches);
  });

  it("any one of several is enough, none of none", () => {
    expect(matchesAny(["*.md", "*.txt"])("a.txt")).toBe(true);
    expect(matchesAny([])("a.txt")).toBe(false);
  });
});

describe("places in the workspace", () => {
  const workspace = new Workspace();
  workspace.set([{ uri: "file:///w/review" }, { uri: "file:///w/review/inner/" }]);

  it.each([
    ["file:///w/review/a%20b/%C3%A9.txt", "file:///w/review", "a b/é.txt"],
    ["file:///w/review/inner/a.txt", "file:///w/review/inner", "a.txt"],
    ["file:///w/review/bad%zz.txt", "file:///w/review", "bad%zz.txt"],
  ])("%s", (uri, folder, path) => {
    expect(workspace.place(uri)).toEqual({ folder, path });
    expect(workspace.pathOf(uri)).toBe(path);
  });

  it("outside every folder a document has its name only", () => {
    expect(workspace.place("file:///w/reviews/a.txt")).toBeNull();
    expect(workspace.pathOf("file:///w/reviews/a.txt")).toBe("a.txt");
  });
});
