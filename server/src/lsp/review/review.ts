/** What a session keeps for the review: files of decisions, places of decisions in open texts, changes to take back. */
import { FileChangeType, type FileEvent } from "vscode-languageserver";
import type { Entry } from "../../review/annotations.js";
import { Refusal } from "../../service/wording.js";
import type { ClientNotifications } from "../messages.js";
import type { Session } from "../session.js";
import { DecisionFiles } from "./decisionFiles.js";
import { KeptFigures } from "./keptFigures.js";
import { NewFolders } from "./newFolders.js";
import { Places } from "./places.js";

/** Entries as they were before a change; null where there was none. */
export type Before = ReadonlyMap<string, Entry | null>;

/** Changes of one document that can be taken back. */
const MOST_CHANGES = 100;

export class Review {
  readonly files: DecisionFiles;
  readonly places = new Places();
  readonly kept: KeptFigures;
  readonly folders: NewFolders;
  private readonly history = new Map<string, Before[]>();

  constructor(private readonly session: Session) {
    this.files = new DecisionFiles(session.host, session.workspace, session.publisher);
    this.kept = new KeptFigures(session.host, session.runner);
    this.folders = new NewFolders(session.host, (file) => {
      void session.runner.background("Following a new folder of decisions", async () => {
        await this.fileOfDecisions(file);
      });
    });
  }

  /** Whose decisions are shown and kept; null where the setting is empty. */
  get reviewer(): string | null {
    return this.session.configuration.settings.reviewer || null;
  }

  /** @throws Error where the setting is empty */
  async requireReviewer(): Promise<string> {
    await this.session.ready;
    const { reviewer } = this;
    if (reviewer === null) throw new Refusal("Whose decisions are these? Set outcomeLens.reviewer first.");
    return reviewer;
  }

  remember(uri: string, before: Before): void {
    const changes = this.history.get(uri) ?? [];
    this.history.set(uri, [...changes, before].slice(-MOST_CHANGES));
  }

  lastChange(uri: string): Before | undefined {
    return this.history.get(uri)?.at(-1);
  }

  forgetLastChange(uri: string): void {
    this.history.get(uri)?.pop();
  }

  /** Tells the client whose decisions changed; null: any may have. */
  changed(uris: readonly string[] | null): void {
    if (uris === null) this.session.table.touchedAll();
    else for (const uri of uris) this.session.table.touched(uri);
    void this.session.connection.sendNotification("outcomeLens/review/changed", {
      uris,
    } satisfies ClientNotifications["outcomeLens/review/changed"]);
  }

  /** Follows decisions that changed on disk, by a git pull or in another window. @returns what is none of the review's own */
  async filesChanged(changes: readonly FileEvent[]): Promise<FileEvent[]> {
    for (const { uri, type } of changes) {
      if (!this.files.isInside(uri) || (await this.fileOfDecisions(uri))) continue;
      if (type === FileChangeType.Created) this.folders.appeared(uri);
      // Of a folder that goes nothing but its own end is told.
      if (type === FileChangeType.Deleted && this.folders.gone(uri)) {
        this.changed(null);
        this.session.checkEverythingAgain();
      }
    }
    return changes.filter(({ uri }) => !this.files.isInside(uri));
  }

  private async fileOfDecisions(file: string): Promise<boolean> {
    const about = this.files.documentOf(file);
    if (about === null) return false;
    // Reading shows its faults, and takes back those that were mended.
    await this.files.read(about.uri, about.reviewer);
    this.changed([about.uri]);
    this.session.checkAgain(about.uri);
    return true;
  }

  /** Nothing is followed any more, and figures are kept for the next time. */
  async end(): Promise<void> {
    this.folders.dispose();
    await this.kept.flush();
  }

  /** Another person decides now: what the last one did is not this one's to take back. */
  reviewerChanged(): void {
    this.history.clear();
    this.changed(null);
  }
}
