/**
 * Folders of decisions that appear while the server runs: a colleague's after a git pull, one's own in a second window.
 * An editor hears of such a folder, but not of what was put into it at once, and where several folders were made in one
 * go, of nothing in the inner ones ever after. So they are followed from here.
 */
import type { Disposable } from "vscode-languageserver";
import type { Host } from "../host.js";
import { uriIn } from "./decisionFiles.js";

/** What writing a file of decisions leaves for a moment beside it. */
const WORKING_FILE = /\.lock(?:\.\d+)?$|\.tmp$/;

export class NewFolders implements Disposable {
  private readonly followed = new Map<string, Disposable>();

  /** @param changed gets the URI of a file that came, changed or went, perhaps several times for one change */
  constructor(
    private readonly host: Host,
    private readonly changed: (file: string) => void,
  ) {}

  dispose(): void {
    for (const uri of [...this.followed.keys()]) this.leave(uri);
  }

  /** Something new that is no file of decisions: perhaps a folder. */
  appeared(uri: string): void {
    if (WORKING_FILE.test(uri) || [...this.followed.keys()].some((folder) => uri.startsWith(`${folder}/`)))
      return;
    this.leave(uri);
    const following = this.host.filesAt(uri)?.followFolder(uri, (path) => this.changed(uriIn(uri, path)));
    if (following !== undefined) this.followed.set(uri, following);
  }

  /** @returns whether it may have been a folder */
  gone(uri: string): boolean {
    this.leave(uri);
    return !WORKING_FILE.test(uri);
  }

  private leave(uri: string): void {
    this.followed.get(uri)?.dispose();
    this.followed.delete(uri);
  }
}
