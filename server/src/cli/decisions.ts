/** Reviewers' decisions, for the commands that take them into account. */
import { isAbsolute, relative, resolve } from "node:path";
import type { Analysis } from "../analyse.js";
import type { Decided } from "../export/withDecisions.js";
import { FileError } from "../host/documents.js";
import { listFiles, readText } from "../host/fileStore.js";
import { findTarget } from "../review/anchor.js";
import type { Annotations } from "../review/annotations.js";
import {
  ADJUDICATED,
  DECISIONS_FOLDER,
  decisionsPath,
  documentOfDecisions,
  parseAnnotations,
} from "../review/annotationsFile.js";
import { reviewItems } from "../review/decisions.js";
import { shownFindings } from "../review/dismissals.js";
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

/**
 * Whose decisions an export takes: those settled between the reviewers, else those of the only one.
 *
 * @param wanted what was asked for; undefined for this choice
 * @returns null where nobody decided anything
 * @throws CommandFailure where several decided and nothing is settled
 */
export function chosenReviewer(
  available: ReadonlyMap<string, unknown>,
  wanted: string | undefined,
): string | null {
  const names = [...available.keys()].sort();
  if (wanted !== undefined) {
    if (available.has(wanted)) return wanted;
    throw new CommandFailure(
      `--reviewer ${wanted}: has no decisions here${names.length === 0 ? "" : `; ${names.join(", ")} have`}`,
    );
  }
  if (available.has(ADJUDICATED)) return ADJUDICATED;
  if (names.length > 1) {
    throw new CommandFailure(
      `${names.join(" and ")} have decisions here and nothing is adjudicated: name one with --reviewer, or give --decisions none`,
    );
  }
  return names[0] ?? null;
}

/** The document's statements with what the reviewer decided on each. @param path as the caller named it */
export async function decidedOn(
  folder: string,
  path: string,
  analysis: Analysis,
  reviewer: string | null,
): Promise<Decided> {
  const document = relative(folder, resolve(folder, path)).replaceAll("\\", "/");
  const inside = !document.startsWith("../") && !isAbsolute(document);
  const annotations = reviewer === null || !inside ? null : await decisionsOf(folder, reviewer, document);
  const { text, statements } = analysis;
  const items = reviewItems({ text, statements }, annotations?.entries ?? [], ({ target }) =>
    findTarget(text, target),
  );
  const dismissals = (annotations?.dismissals ?? []).map((dismissal) => ({
    dismissal,
    range: findTarget(text, dismissal.target),
  }));
  return { items, findings: shownFindings(analysis.findings, dismissals), reviewer };
}

function refuse(error: unknown): never {
  if (error instanceof FileError) throw new CommandFailure(error.message);
  throw error;
}
