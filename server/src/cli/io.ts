/** What a command may touch of the process it runs in: three streams and a folder. */

export interface Output {
  /** Resolves when more may be written; rejects with ClosedOutput when the reader has gone. */
  write(content: string | Uint8Array): Promise<void>;
  readonly isTerminal: boolean;
}

export interface Io {
  readonly out: Output;
  readonly err: Output;
  readonly stdin: AsyncIterable<Buffer | string>;
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** Module that worker threads load, whose default export does a batch; absent where there can be none. */
  readonly worker?: string;
}

/** The reader of our output has gone, as `head` does; nothing is wrong and nothing more is to be written. */
export class ClosedOutput extends Error {
  override name = "ClosedOutput";
}

/** The running process's own streams. */
export function processIo(worker?: string): Io {
  return {
    out: outputOf(process.stdout),
    err: outputOf(process.stderr),
    stdin: process.stdin,
    folder: process.cwd(),
    ...(worker !== undefined && { worker }),
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  // Without a listener an EPIPE would end the process with a stack trace; the write's own callback reports it.
  stream.on("error", () => undefined);
  return {
    isTerminal: stream.isTTY,
    write: (content) =>
      new Promise((resolve, reject) => {
        stream.write(content, (error) => {
          if (!error) resolve();
          else reject((error as NodeJS.ErrnoException).code === "EPIPE" ? new ClosedOutput() : error);
        });
      }),
  };
}
