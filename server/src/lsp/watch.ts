/** Asks the client to tell of files that change on disk; the server itself looks only at new folders of decisions. */
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Runner } from "./runner.js";

export class FileWatch {
  private allowed = false;
  private readonly watched = new Set<string>();

  constructor(
    private readonly connection: Connection,
    private readonly runner: Runner,
  ) {}

  start(capabilities: ClientCapabilities): void {
    this.allowed = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Each pattern is registered once, however often it is asked for. */
  watch(patterns: readonly string[]): void {
    const fresh = patterns.filter((pattern) => !this.watched.has(pattern));
    if (!this.allowed || fresh.length === 0) return;
    for (const pattern of fresh) this.watched.add(pattern);
    void this.runner.background("Watching files", async () => {
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: fresh.map((globPattern) => ({ globPattern })),
      });
    });
  }
}
