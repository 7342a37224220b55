/** The one error boundary: whatever throws becomes a fallback and a line in the log, and the server lives on. */
import type { CancellationToken } from "vscode-languageserver";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Host } from "./host.js";

export type Log = (line: string) => void;

export class Runner {
  constructor(
    private readonly host: Pick<Host, "setImmediate">,
    private readonly log: Log,
  ) {}

  /**
   * Answers a request: lets a cancellation that is already on its way overtake it, then works.
   *
   * @param fallback the answer where the work throws
   */
  async answer<T>(
    name: string,
    token: CancellationToken,
    fallback: (error: unknown) => T | ResponseError,
    work: () => T | ResponseError | Promise<T | ResponseError>,
  ): Promise<T | ResponseError> {
    await this.pause();
    if (token.isCancellationRequested) return cancelled();
    try {
      return await work();
    } catch (error) {
      if (error instanceof Cancelled) return cancelled();
      this.report(name, error);
      return fallback(error);
    }
  }

  /** Work that nobody waits for. */
  async background(name: string, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.report(name, error);
    }
  }

  report(name: string, error: unknown): void {
    this.log(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }

  /** Lets messages that have arrived meanwhile be handled. */
  pause(): Promise<void> {
    return new Promise((resolve) => {
      this.host.setImmediate(resolve);
    });
  }

  /** For long work, between two parts of it. @throws Cancelled */
  async checkpoint(token: CancellationToken): Promise<void> {
    await this.pause();
    if (token.isCancellationRequested) throw new Cancelled();
  }
}

/** Thrown by work whose request was cancelled; answered as such, not logged. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function cancelled(): ResponseError {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "Request cancelled");
}
