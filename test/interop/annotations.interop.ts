/** Annotations as Python reads them, whose strings count code points. */
import { expect, test } from "vitest";
import { exampleTexts, HARD, reviewOfTexts } from "../unit/export/documents.js";
import { bench, exportInto } from "./programs.js";

test("Python finds every annotation of brat, BioC and the Web where it says", async () => {
  const desk = bench();
  const texts = new Map([...exampleTexts(), ...HARD]);
  const review = reviewOfTexts(texts);
  await exportInto(desk, "brat", "brat", review, { texts });
  await exportInto(desk, "review.bioc.json", "bioc", review, { texts });
  await exportInto(desk, "review.jsonld", "webannotation", review, { texts });
  for (const [i, text] of [...texts.values()].entries()) desk.put(`texts/${i}`, text);
  const script = new URL("annotations.py", import.meta.url).pathname;
  const printed = desk.run("/usr/bin/python3", script, desk.folder, JSON.stringify([...texts.keys()]));
  const statements = review.studies.reduce((sum, study) => sum + study.statements.length, 0);
  const [spans, annotations] = printed.trim().split(" ").map(Number);
  expect(spans).toBeGreaterThan(statements);
  expect(annotations).toBe(statements);
});
