/** What a reading keeps for the next version of its document, in bytes. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { read } from "../../../server/src/recognise/read.js";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const SECTIONS = 40;
const PROSE = "Nobody knows how often such a thing happens to other people. ".repeat(150);

it("keeps no earlier version of the text alive", () => {
  let text = Array.from(
    { length: SECTIONS },
    (_, k) => `STATISTICAL ANALYSIS: All ${k} lambs lived. ${PROSE}\n\n`,
  ).join("");
  const limit = 10 * text.length;
  let reading = read(text, {});
  collect();
  const before = process.memoryUsage().heapUsed;
  for (let k = 0; k < SECTIONS; k++) {
    const at = text.indexOf(`${k} lambs`);
    text = `${text.slice(0, at)}1${text.slice(at)}`;
    reading = read(text, {}, reading);
  }
  collect();
  const kept = process.memoryUsage().heapUsed - before;
  expect(reading.text).toBe(text);
  expect(kept).toBeLessThan(limit);
});
