import { describe, expect, test } from "vitest";
import { analyse } from "../../../server/src/analyse.js";
import { targetOf } from "../../../server/src/review/anchor.js";
import type { Decision } from "../../../server/src/review/annotations.js";
import { emptyAnnotations, writeAnnotations } from "../../../server/src/review/annotationsFile.js";
import { entryOf } from "../../../server/src/review/changes.js";
import { desk, type Desk } from "./testIo.js";

const TEXT =
  "RESULTS: Wounds healed in 83 of 126 patients (65.9%). The hazard ratio for death was 0.70 (95% CI 0.50-0.98; P=.04). Median stay was 11.0 days.\n";

/** A file of decisions on the statements of TEXT, in their order; null leaves one undecided. */
function decisionFile(reviewer: string, decisions: readonly (Decision | null)[], value?: number): string {
  const stamp = { text: TEXT, at: "2026-01-02T03:04:05Z" };
  const entries = analyse(TEXT).statements.flatMap((statement, i) => {
    const decision = decisions[i] ?? null;
    if (decision === null) return [];
    const { explain: _explain, ...read } = statement;
    const final =
      decision === "corrected" && read.kind === "effect" && value !== undefined ? { ...read, value } : read;
    return [entryOf(statement.id, decision, final, stamp)];
  });
  const file = emptyAnnotations(reviewer, { path: "a.txt", sha256: "0".repeat(64) });
  return writeAnnotations({ ...file, entries });
}

async function deskWith(files: Readonly<Record<string, string>>): Promise<Desk> {
  const made = await desk();
  await made.put({ "a.txt": TEXT, ...files });
  return made;
}

const ANNA = {
  ".outcome-review/anna/a.txt.json": decisionFile("anna", ["accepted", "corrected", "rejected"], 0.72),
};
const BEN = {
  ".outcome-review/ben/a.txt.json": decisionFile("ben", ["accepted", "corrected", "accepted"], 0.71),
};

describe("export", () => {
  const rows = (csv: string): string[] => csv.trim().split(/\r?\n/).slice(1);

  test("takes everything as read where nobody decided", async () => {
    const { run } = await deskWith({});
    const { out, err } = await run("export", "a.txt");
    expect(rows(out)).toHaveLength(3);
    expect(err).toBe("");
  });

  test("takes what was accepted or corrected, and says what it leaves out", async () => {
    const { run } = await deskWith(ANNA);
    const { out, err } = await run("export", "a.txt");
    expect(rows(out)).toHaveLength(2);
    expect(out).toMatch(/0\.72.*,corrected,anna,/);
    expect(err).toContain("accepted, corrected and added statements of anna are taken, 1 rejected left out");
  });

  test("takes everything on request, and nothing of the decisions on request", async () => {
    const { run } = await deskWith(ANNA);
    const all = await run("export", "a.txt", "--decisions", "all");
    expect(rows(all.out)).toHaveLength(3);
    expect(all.out).toContain(",rejected,anna,");
    const none = await run("export", "a.txt", "--decisions", "none");
    expect(rows(none.out).every((row) => row.includes(",undecided,"))).toBe(true);
  });

  test("asks whose decisions, where two decided and nothing is settled", async () => {
    const { run } = await deskWith({ ...ANNA, ...BEN });
    const { code, err } = await run("export", "a.txt");
    expect([code, err]).toEqual([2, expect.stringContaining("name one with --reviewer") as string]);
    expect(rows((await run("export", "a.txt", "--reviewer", "ben")).out)).toHaveLength(3);
  });

  test("takes what is settled of a document, and of another its only reviewer's", async () => {
    const { run, put } = await deskWith({
      ...ANNA,
      ...BEN,
      ".outcome-review/adjudicated/a.txt.json": decisionFile("adjudicated", ["accepted", "corrected"], 0.7),
      ".outcome-review/ben/b.txt.json": decisionFile("ben", ["accepted"]),
    });
    await put({ "b.txt": TEXT });
    const { out, err } = await run("export", "a.txt", "b.txt");
    expect(rows(out).map((row) => /,(\w+),(\w+),[^,]*,"?[^,]*,\d+,\d+,/.exec(row)?.slice(1, 3))).toEqual([
      ["accepted", "adjudicated"],
      ["corrected", "adjudicated"],
      ["accepted", "ben"],
    ]);
    expect(err).toContain("statements of adjudicated, ben are taken, 3 undecided left out");
  });

  test("passes over files in which everything was taken back", async () => {
    const { run } = await deskWith({
      ...ANNA,
      ".outcome-review/ben/a.txt.json": decisionFile("ben", []),
    });
    expect(rows((await run("export", "a.txt")).out)).toHaveLength(2);
  });

  test("refuses decisions that are no valid file", async () => {
    const { run } = await deskWith({ ".outcome-review/anna/a.txt.json": '{\n  "format": 1\n}' });
    const { code, out, err } = await run("export", "a.txt");
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(".outcome-review/anna/a.txt.json:2:13: error:");
  });
});

describe("plot", () => {
  const hr = (out: string): string => /0\.7\d/.exec(out)?.[0] ?? out;
  const HR = ["--measure", "HR"] as const;

  test("draws what was decided, as an export takes it", async () => {
    const { run } = await deskWith(ANNA);
    expect(hr((await run("plot", "a.txt", ...HR)).out)).toBe("0.72");
    expect(hr((await run("plot", "a.txt", ...HR, "--decisions", "none")).out)).toBe("0.70");
  });

  test("asks whose decisions, where two decided and nothing is settled", async () => {
    const { run } = await deskWith({ ...ANNA, ...BEN });
    const { code, err } = await run("plot", "a.txt", ...HR);
    expect([code, err]).toEqual([2, expect.stringContaining("name one with --reviewer") as string]);
    expect(hr((await run("plot", "a.txt", ...HR, "--reviewer", "ben")).out)).toBe("0.71");
  });
});

describe("compare", () => {
  test("prints agreement with its counts, and what is left to settle", async () => {
    const { run } = await deskWith({ ...ANNA, ...BEN });
    const { code, out } = await run("compare", "anna", "ben");
    expect(code).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "document  both  only anna  only ben     F1  κ decisions       κ fields
      a.txt        1          1         2  0.400  0.500 (2/3)  0.667 (15/16)
      all          1          1         2  0.400  0.500 (2/3)  0.667 (15/16)

      Decisions of anna (down) and ben (across):
                 accepted  corrected  rejected
      accepted          1          0         0
      corrected         0          1         0
      rejected          1          0         0

      Fields of the statements that both keep:
      field           n  same      κ
      kind            2     2  1.000
      measure         1     1      –
      value           1     0  0.000
      n               1     1      –
      total           1     1      –
      percent         1     1      –
      interval_low    1     1      –
      interval_high   1     1      –
      p_comparator    1     1      –
      p_value         1     1      –
      outcome         2     2  1.000
      adjusted        1     1      –
      interval_type   1     1      –
      interval_level  1     1      –

      Left to settle:
      a.txt: anna: corrected HR 0.70 (95 % CI 0.50–0.98), p = .04 | ben: corrected HR 0.70 (95 % CI 0.50–0.98), p = .04 [value]
      a.txt: anna: rejected median 11.0 days | ben: accepted median 11.0 days
      "
    `);
  });

  test("as JSON", async () => {
    const { run } = await deskWith({ ...ANNA, ...BEN });
    const { out } = await run("compare", "anna", "ben", "--format", "json");
    expect(JSON.parse(out)).toMatchObject({
      reviewers: ["anna", "ben"],
      documents: [
        { document: "a.txt", blinded: false, pairs: [{ agreed: true }, { differing: ["value"] }, {}] },
      ],
      overall: { statements: { both: 1, onlyA: 1, onlyB: 2 } },
    });
  });

  test("agrees in all with itself", async () => {
    const same = {
      ".outcome-review/ben/a.txt.json": decisionFile("ben", ["accepted", "corrected", "rejected"], 0.72),
    };
    const { run } = await deskWith({ ...ANNA, ...same });
    expect((await run("compare", "anna", "ben")).code).toBe(0);
  });

  test("keeps a blind review blind until both have finished", async () => {
    const half = { ".outcome-review/ben/a.txt.json": decisionFile("ben", ["rejected", null, null]) };
    const protocol = JSON.stringify({ format: "outcome-lens/protocol/1", blind: true });
    const { run } = await deskWith({ ...ANNA, ...half, "outcome-review.json": protocol });
    const { code, out } = await run("compare", "anna", "ben");
    expect(code).toBe(1);
    expect(out).toContain("a.txt     not finished: 0 open of anna, 2 of ben");
    expect(out).not.toContain("Left to settle");
  });

  test("names who has decisions", async () => {
    const { run } = await deskWith(ANNA);
    const { code, err } = await run("compare", "anna", "carl");
    expect([code, err]).toEqual([
      2,
      expect.stringContaining("carl has no decisions in .; decided have: anna") as string,
    ]);
  });
});

describe("check", () => {
  const wrong = TEXT.replace("65.9%", "69.5%");
  const dismissed = (reviewer: string): string => {
    const [finding] = analyse(wrong).findings;
    const target = targetOf(wrong, finding!.range);
    const file = emptyAnnotations(reviewer, { path: "a.txt", sha256: "0".repeat(64) });
    const dismissal = {
      rule: finding!.rule,
      target,
      reason: "of those followed",
      at: "2026-01-02T03:04:05Z",
    };
    return writeAnnotations({ ...file, dismissals: [dismissal] });
  };
  const files = { "a.txt": wrong, ".outcome-review/anna/a.txt.json": dismissed("anna") };

  test("leaves out what was dismissed, and says so", async () => {
    const { run } = await deskWith(files);
    const { code, out, err } = await run("check", "a.txt");
    expect([code, out]).toEqual([0, ""]);
    expect(err).toContain("0 findings, 1 dismissed by anna");
    const all = await run("check", "a.txt", "--no-dismissals");
    expect([all.code, all.err.includes("dismissed")]).toEqual([1, false]);
  });

  test("reports it again once its words changed", async () => {
    const { run } = await deskWith({ ...files, "a.txt": wrong.replace("69.5%", "96.5%") });
    expect((await run("check", "a.txt")).code).toBe(1);
  });

  test("takes nobody's dismissals where several decided and nothing is settled", async () => {
    const { run } = await deskWith({ ...files, ...BEN, "a.txt": wrong });
    const { code, err } = await run("check", "a.txt");
    expect([code, err]).toEqual([1, expect.stringContaining("only with --reviewer") as string]);
    expect((await run("check", "a.txt", "--reviewer", "anna")).code).toBe(0);
  });
});
