/** Long work with a notification that shows its steps and can be cancelled. */
import * as vscode from "vscode";
import type { Failure } from "../../../server/src/lsp/messages.js";
import { nameOf } from "../documents.js";
import type { Step } from "../languageClient.js";

/** `work` gets a sink for its steps, in percent of the whole, and a token that fires when the user cancels. */
export function withProgress<T>(
  title: string,
  work: (onStep: (step: Step) => void, token: vscode.CancellationToken) => Promise<T>,
): Thenable<T> {
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, (progress, token) => {
    let done = 0;
    const onStep = ({ percentage = done, message }: Step) => {
      progress.report({
        increment: Math.max(0, percentage - done),
        ...(message === undefined ? {} : { message }),
      });
      done = Math.max(done, percentage);
    };
    return work(onStep, token);
  });
}

/** Most failures that one message names. */
const NAMED = 3;

/** Names the documents that could not be read. */
export function warnOfFailures(failures: readonly Failure[]): void {
  if (failures.length === 0) return;
  void vscode.window.showWarningMessage(describeFailures(failures));
}

/** "Could not be read: a.txt (no such file), b.txt (…) and 4 more." */
export function describeFailures(failures: readonly Failure[]): string {
  const named = failures
    .slice(0, NAMED)
    .map(({ uri, message }) => `${nameOf(vscode.Uri.parse(uri, true))} (${message})`)
    .join(", ");
  return failures.length > NAMED
    ? vscode.l10n.t("Could not be read: {0} and {1} more.", named, failures.length - NAMED)
    : vscode.l10n.t("Could not be read: {0}.", named);
}
