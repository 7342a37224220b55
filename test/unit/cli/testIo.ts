/** A folder of its own for each test, and streams that remember what was written. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { Io, Output } from "../../../server/src/cli/io.js";
import { run } from "../../../server/src/cli/run.js";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Desk {
  readonly folder: string;
  readonly put: (files: Readonly<Record<string, string | Uint8Array>>) => Promise<void>;
  readonly run: (...args: string[]) => Promise<Ran>;
  /** Like `run`, with something on standard input and, where said, stderr or both outputs on a terminal. */
  readonly runWith: (setting: Setting, ...args: string[]) => Promise<Ran>;
}

export interface Setting {
  readonly stdin?: string | Uint8Array;
  readonly terminal?: "err" | "both";
}

/** A reporting error, "83 of 126" being 65.9 %, beside results that fit. */
export const WRONG =
  "RESULTS: Wound healing was seen in 83 of 126 patients (69.1%). The hazard ratio was 0.70 (95% CI 0.50-0.98; P=.04).\n";
export const RIGHT = "RESULTS: Wound healing was seen in 83 of 126 patients (65.9%).\n";

export async function desk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), "outcome-lens-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const runWith = async ({ stdin = "", terminal }: Setting, ...args: string[]): Promise<Ran> => {
    const [out, err] = [recorder(terminal === "both"), recorder(terminal !== undefined)];
    const io: Io = { out, err, stdin: once(stdin), folder };
    const code = await run(args, io);
    return { code, out: out.text(), err: err.text() };
  };
  return {
    folder,
    put: async (files) => {
      for (const [name, content] of Object.entries(files)) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), content);
      }
    },
    run: (...args) => runWith({}, ...args),
    runWith,
  };
}

function recorder(isTerminal: boolean): Output & { text(): string } {
  const parts: string[] = [];
  return {
    isTerminal,
    write: (content) => {
      parts.push(typeof content === "string" ? content : Buffer.from(content).toString("latin1"));
      return Promise.resolve();
    },
    text: () => parts.join(""),
  };
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream that has it all at once
async function* once(content: string | Uint8Array): AsyncIterable<Buffer> {
  yield Buffer.from(content);
}
