/** Reviewers' decisions, for the commands that take them into account. */
import { isAbsolute, relative, resolve } from "node:path";
import type { Analysis } from "../analyse.js";
import type { Finding } from "../extraction.js";
import type { Decided } from "../export/withDecisions.js";
import { FileError } from "../host/documents.js";
import { listFiles, readText } from "../host/fileStore.js";
import { findTarget } from "../review/anchor.js";
import type { Annotations } from "../review/annotations.js";
import {
  DECISIONS_FOLDER,
  decisionsPath,
  documentOfDecisions,
  parseAnnotations,
} from "../review/annotationsFile.js";
import { reviewItems } from "../review/decisions.js";
import { dismissedFindings, shownFindings, type PlacedDismissal } from "../review/dismissals.js";
import { hasDecided, whoseDecisions } from "../review/whose.js";
import { CommandFailure } from "./failure.js";
import { faultLine } from "./faults.js";

/** Who decided on which documents in a folder: reviewer → documents, relative to it. @throws CommandFailure */
export async function decidedIn(folder: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const files = await listFiles(resolve(folder, DECISIONS_FOLDER), ".json").catch(refuse);
  for (const file of files) {
    const about = documentOfDecisions(`${DECISIONS_FOLDER}/${file}`);
    if (about === null) continue;
    found.set(about.reviewer, [...(found.get(about.reviewer) ?? []), about.document]);
  }
  return found;
}

/**
 * One reviewer's decisions on a document; null where there are none.
 *
 * @param document relative to the folder
 * @throws CommandFailure for a file that is invalid, naming each fault's place
 */
export async function decisionsOf(
  folder: string,
  reviewer: string,
  document: string,
): Promise<Annotations | null> {
  const path = decisionsPath(reviewer, document);
  const text = await readText(resolve(folder, path)).catch(refuse);
  if (text === null) return null;
  const { value, faults } = parseAnnotations(text);
  if (value !== undefined) return value;
  throw new CommandFailure(
    [`decisions that are no valid file`, ...faults.map((fault) => faultLine(path, fault))].join("\n"),
  );
}

/** Decisions in a folder as exports and plots take them, document by document. */
export class Deciders {
  /** Whose decisions counted so far. */
  readonly taken = new Set<string>();

  private constructor(
    private readonly folder: string,
    private readonly reviewers: readonly string[],
    private readonly wanted: string | undefined,
  ) {}

  /**
   * @param wanted whose decisions were asked for; undefined: settled ones, else those of the only reviewer
   * @throws CommandFailure where who was asked for decided nothing
   */
  static async in(folder: string, wanted: string | undefined): Promise<Deciders> {
    const names = [...(await decidedIn(folder)).keys()].sort();
    if (wanted !== undefined && !names.includes(wanted)) {
      throw new CommandFailure(
        `--reviewer ${wanted}: has no decisions here${names.length === 0 ? "" : `; ${names.join(", ")} have`}`,
      );
    }
    return new Deciders(folder, names, wanted);
  }

  /** For a command that takes everything as it is read. */
  static nobody(folder: string): Deciders {
    return new Deciders(folder, [], undefined);
  }

  /**
   * The document's statements with what was decided on each.
   *
   * @param path as the caller named it
   * @throws CommandFailure where several decided and nothing is settled
   */
  async on(path: string, { text, statements, findings }: Analysis): Promise<Decided> {
    const annotations = await this.annotationsOn(path);
    const items = reviewItems({ text, statements }, annotations?.entries ?? [], ({ target }) =>
      findTarget(text, target),
    );
    const shown = shownFindings(findings, placed(text, annotations));
    return { items, findings: shown, reviewer: annotations?.reviewer ?? null };
  }

  /**
   * The document's findings that were dismissed; null where several reviewers work on it and nothing is settled, so that nobody's
   * dismissals count.
   *
   * @param path as the caller named it
   */
  async dismissed(path: string, { text, findings }: Analysis): Promise<ReadonlySet<Finding> | null> {
    if (findings.length === 0) return new Set();
    const annotations = await this.settledOn(path);
    if (annotations !== null && "disputed" in annotations) return null;
    return new Set(dismissedFindings(findings, placed(text, annotations)).keys());
  }

  private async annotationsOn(path: string): Promise<Annotations | null> {
    const settled = await this.settledOn(path);
    if (settled === null || !("disputed" in settled)) return settled;
    throw new CommandFailure(
      `${settled.document}: ${settled.disputed.join(" and ")} have decisions and nothing is adjudicated: name one with --reviewer, give --decisions none, or settle with Compare Reviewers in the editor`,
    );
  }

  private async settledOn(path: string): Promise<Annotations | Disputed | null> {
    const document = relative(this.folder, resolve(this.folder, path)).replaceAll("\\", "/");
    if (document.startsWith("../") || isAbsolute(document)) return null;
    const decided = new Map<string, Annotations>();
    for (const reviewer of this.reviewers) {
      const annotations = await decisionsOf(this.folder, reviewer, document);
      if (hasDecided(annotations)) decided.set(reviewer, annotations);
    }
    const whose = whoseDecisions([...decided.keys()], this.wanted);
    if ("disputed" in whose) return { document, disputed: whose.disputed };
    if (whose.reviewer === null) return null;
    this.taken.add(whose.reviewer);
    return decided.get(whose.reviewer) ?? null;
  }
}

interface Disputed {
  readonly document: string;
  /** Whose decisions differ or may differ. */
  readonly disputed: readonly string[];
}

const placed = (text: string, annotations: Annotations | null): PlacedDismissal[] =>
  (annotations?.dismissals ?? []).map((dismissal) => ({
    dismissal,
    range: findTarget(text, dismissal.target),
  }));

function refuse(error: unknown): never {
  if (error instanceof FileError) throw new CommandFailure(error.message);
  throw error;
}
