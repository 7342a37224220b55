/** Requests over many documents: one after the other, with progress, cancellable between two of them. */
import type { CancellationToken, Connection } from "vscode-languageserver";
import type { Failure, WithProgress } from "./messages.js";
import { Cancelled, messageOf } from "./runner.js";
import type { Runner } from "./runner.js";

export interface BatchContext {
  readonly connection: Connection;
  readonly runner: Runner;
}

/**
 * Does the work for each document. A document that fails is noted and the others go on.
 *
 * @throws Cancelled when the request is cancelled
 */
export async function forEachDocument(
  { connection, runner }: BatchContext,
  title: string,
  { uris, workDoneToken }: WithProgress & { readonly uris: readonly string[] },
  token: CancellationToken,
  work: (uri: string) => Promise<void>,
): Promise<Failure[]> {
  const failures: Failure[] = [];
  const progress = connection.window.attachWorkDoneProgress(workDoneToken);
  progress.begin(title, 0, undefined, true);
  try {
    const distinct = [...new Set(uris)];
    for (const [done, uri] of distinct.entries()) {
      await runner.checkpoint(token);
      progress.report(Math.floor((100 * done) / distinct.length), `${done + 1} of ${distinct.length}`);
      try {
        await work(uri);
      } catch (error) {
        if (error instanceof Cancelled) throw error;
        failures.push({ uri, message: messageOf(error) });
      }
    }
  } finally {
    progress.done();
  }
  return failures;
}
