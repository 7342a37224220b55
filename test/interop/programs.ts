/** Other people's programs, run in a folder of the test's own. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { mkdirSync } from "node:fs";
import { onTestFinished } from "vitest";
import { exportAs, type WriteOptions } from "../../server/src/export/exportAs.js";
import type { FormatId } from "../../server/src/export/formats.js";
import type { Review } from "../../server/src/review/review.js";

export interface Bench {
  readonly folder: string;
  readonly path: (name: string) => string;
  readonly put: (name: string, content: string | Uint8Array) => string;
  /** Standard output of a program started in the folder; throws where it fails. */
  readonly run: (program: string, ...args: string[]) => string;
  readonly rscript: (code: string, ...args: string[]) => string;
}

export function bench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), "outcome-lens-interop-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string): string => join(folder, name);
  const put = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), content);
    return path(name);
  };
  const run = (program: string, ...args: string[]): string =>
    execFileSync(program, args, {
      cwd: folder,
      encoding: "utf8",
      maxBuffer: 256 * 1024 * 1024,
      env: { ...process.env, HOME: folder, LC_ALL: "C.UTF-8" },
    });
  const rscript = (code: string, ...args: string[]): string =>
    run("Rscript", "--vanilla", put("script.R", code), ...args);
  return { folder, path, put, run, rscript };
}

/** Writes a review into the bench: under `name`, or into a folder of that name. */
export async function exportInto(
  { put }: Bench,
  name: string,
  format: FormatId,
  review: Review,
  options?: WriteOptions,
): Promise<void> {
  const files = await exportAs(format, review, options);
  const [only] = files;
  if (files.length === 1 && only !== undefined && /\.\w+$/.test(name)) put(name, only.content);
  else for (const file of files) put(join(name, file.name), file.content);
}
