import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeReview } from "../../../server/src/export/reviewFile.js";
import { trials } from "../../e2e/workbench/trials.js";
import { FOUR, review } from "../plot/trials.js";
import { desk } from "./testIo.js";

const TRIALS = Object.fromEntries([...trials].map(([name, text]) => [`abstracts/${name}`, text]));

describe("outcome-lens plot", () => {
  it("prints a table of what it reads, and says what it left out", async () => {
    const { put, run } = await desk();
    await put(TRIALS);
    const { code, out, err } = await run("plot", "abstracts", "--outcome", "OS", "--measure", "HR");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(
      "  Brennan 2016                             sulvatinib vs placebo  0.71 [0.56, 0.90]",
    );
    expect(out).toContain("Random effects, REML with HKSJ interval");
    expect(out).toContain("Left out, because the level of its interval is not stated: 1 (Grgic 2023)");
  });

  it("writes the drawing, or puts it on standard output", async () => {
    const { folder, put, run } = await desk();
    await put(TRIALS);
    const written = await run("plot", "abstracts", "--out", "forest.svg");
    expect(written).toMatchObject({ code: 0, out: "" });
    expect(written.err).toContain("forest.svg: overall survival (OS): hazard ratio, 6 rows");
    const svg = await readFile(join(folder, "forest.svg"), "utf8");
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect((await run("plot", "abstracts", "--out", "-")).out).toBe(svg);
  });

  it("draws a review file as it draws the documents, and medians as dots", async () => {
    const { put, run } = await desk();
    await put(TRIALS);
    await run("export", "abstracts", "--out", "review.json");
    const [fromFile, fromDocuments] = [
      await run("plot", "review.json", "--out", "-"),
      await run("plot", "abstracts", "--out", "-"),
    ];
    expect(fromFile).toEqual(fromDocuments);
    expect((await run("plot", "review.json", "--measure", "median")).out).toContain("Median [95 % CI]");
  });

  it.each([
    [["plot", "abstracts", "--measure", "OR"], 'No result of OS as "OR"'],
    [["plot", "abstracts", "--group", "ixaril"], 'There are: "sulvatinib vs placebo"'],
    [["plot", "abstracts", "--out", "forest.png"], "Name an .svg file."],
    [["plot", "nothing.json"], "nothing.json: no such file"],
    [["plot", "broken.json"], "broken.json is no valid review file"],
    [["plot", "review.json", "abstracts"], "name one review.json alone"],
    [["plot", "abstracts", "--out", "gone/forest.svg"], "nothing was written"],
  ])("%j ends with 2 and says why", async (args, message) => {
    const { put, run } = await desk();
    const { text = "" } = writeReview(review(FOUR));
    await put({ ...TRIALS, "broken.json": "{}", "review.json": text });
    const { code, err } = await run(...args, ...(args.includes("OR") ? ["--outcome", "OS"] : []));
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});
