/** What to do when the connection to the server ends unasked. */
import { CloseAction, ErrorAction } from "vscode-languageclient/node";
import type { CloseHandlerResult, ErrorHandler, ErrorHandlerResult } from "vscode-languageclient/node";

/** So many crashes within `WITHIN` milliseconds are borne; a server that crashes more often stays down. */
const BORNE = 4;
const WITHIN = 180_000;

/** Restarts a server that crashed, but neither one that never ran nor one that keeps crashing. */
export class CrashPolicy implements ErrorHandler {
  /** Set once the server has run. */
  hasRun = false;
  private crashes: number[] = [];

  /** @param onGivenUp called when the server ran, crashed too often and is not started again */
  constructor(private readonly onGivenUp: () => void) {}

  error(): ErrorHandlerResult {
    return { action: ErrorAction.Continue, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.hasRun) return { action: CloseAction.DoNotRestart, handled: true };
    const now = Date.now();
    this.crashes = [...this.crashes.filter((at) => now - at < WITHIN), now];
    if (this.crashes.length <= BORNE) return { action: CloseAction.Restart, handled: true };
    this.onGivenUp();
    return { action: CloseAction.DoNotRestart, handled: true };
  }
}
