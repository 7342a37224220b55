/** Which documents are read: the cheap questions first, the text last. */
import { bearsResults } from "../text/gate.js";
import type { PathTest } from "../review/glob.js";
import { matchesAny } from "../review/glob.js";
import type { Settings } from "./settings.js";
import type { Workspace } from "./workspace.js";

/** The language of our own, for files that are reports by their very extension. */
export const STUDY_REPORT = "study-report";

const PROSE_LANGUAGES = new Set(["plaintext", "markdown"]);
const STUDY_REPORT_EXTENSIONS = /\.(?:abstract|nbib|ris)$/i;

/** A document as far as the decision needs it. */
export interface Candidate {
  readonly uri: string;
  /** The editor's language, absent for a file that is not open. */
  readonly languageId?: string;
  readonly text: () => string;
}

/** `documents` of the protocol of the document's folder; empty without a protocol. */
export type NamedByProtocol = (folder: string) => readonly string[];

export class Inclusion {
  private included: PathTest = () => false;
  private excluded: PathTest = () => false;

  constructor(
    private readonly workspace: Workspace,
    private readonly namedByProtocol: NamedByProtocol,
  ) {}

  configure({ include, exclude }: Pick<Settings, "include" | "exclude">): void {
    this.included = matchesAny(include);
    this.excluded = matchesAny(exclude);
  }

  /** Study reports always; documents that the protocol names; of other prose only what reports results. */
  isRead({ uri, languageId, text }: Candidate): boolean {
    if (languageId === STUDY_REPORT) return true;
    if (languageId !== undefined && !PROSE_LANGUAGES.has(languageId)) return false;
    if (languageId === undefined && STUDY_REPORT_EXTENSIONS.test(uri)) return true;
    const path = this.workspace.pathOf(uri);
    if (this.isNamed(uri)) return true;
    // A text that was never saved has no name that a pattern could match.
    const saved = !uri.startsWith("untitled:");
    if (saved && (!this.included(path) || this.excluded(path))) return false;
    return bearsResults(text());
  }

  private isNamed(uri: string): boolean {
    const place = this.workspace.place(uri);
    return place !== null && matchesAny(this.namedByProtocol(place.folder))(place.path);
  }
}
