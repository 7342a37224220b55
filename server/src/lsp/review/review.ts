/** What a session keeps for the review: files of decisions, places of decisions in open texts, changes to take back. */
import type { Entry } from "../../review/annotations.js";
import { Refusal } from "../../service/wording.js";
import type { ClientNotifications } from "../messages.js";
import type { Session } from "../session.js";
import { DecisionFiles } from "./decisionFiles.js";
import { KeptFigures } from "./keptFigures.js";
import { Places } from "./places.js";

/** Entries as they were before a change; null where there was none. */
export type Before = ReadonlyMap<string, Entry | null>;

/** Changes of one document that can be taken back. */
const MOST_CHANGES = 100;

export class Review {
  readonly files: DecisionFiles;
  readonly places = new Places();
  readonly kept: KeptFigures;
  private readonly history = new Map<string, Before[]>();

  constructor(private readonly session: Session) {
    this.files = new DecisionFiles(session.host, session.workspace, session.publisher);
    this.kept = new KeptFigures(session.host, session.runner);
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

  /** A file changed on disk, by a git pull or in another window. @returns whether it is a file of decisions */
  async fileChanged(file: string): Promise<boolean> {
    const about = this.files.documentOf(file);
    if (about === null) return false;
    // Reading shows its faults, and takes back those that were mended.
    await this.files.read(about.uri, about.reviewer);
    this.changed([about.uri]);
    this.session.checkAgain(about.uri);
    return true;
  }

  /** Another person decides now: what the last one did is not this one's to take back. */
  reviewerChanged(): void {
    this.history.clear();
    this.changed(null);
  }
}
