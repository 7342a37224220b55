/** Runs R and reads what it prints. */
import { execFileSync } from "node:child_process";

/** Standard output of a script of this folder. */
export function runR(script: string, args: readonly string[] = [], input = ""): string {
  const path = new URL(script, import.meta.url).pathname;
  return execFileSync("Rscript", ["--vanilla", path, ...args], {
    encoding: "utf8",
    input,
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["pipe", "pipe", "ignore"],
  });
}

/** Rows of tab-separated text with a header line, as records. */
export function readTable(text: string): Record<string, string>[] {
  const [header = "", ...lines] = text.trimEnd().split("\n");
  const names = header.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((field, i) => [names[i] ?? "", field])));
}
