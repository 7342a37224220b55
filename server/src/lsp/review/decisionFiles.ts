/** Decision files of the workspace's folders: read, changed in one step, and never written over where they are invalid. */
import { DiagnosticSeverity } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Annotations } from "../../review/annotations.js";
import {
  DECISIONS_FOLDER,
  decisionsPath,
  documentOfDecisions,
  parseAnnotations,
  writeAnnotations,
} from "../../review/annotationsFile.js";
import type { Fault, Parsed } from "../../review/json.js";
import { DIAGNOSTIC_SOURCE } from "../../service/diagnostics.js";
import { toLspRange } from "../../service/location.js";
import { Refusal } from "../../service/wording.js";
import type { FileStore, Host } from "../host.js";
import type { Publisher } from "../publisher.js";
import { messageOf } from "../runner.js";
import type { Workspace } from "../workspace.js";

/** What the disk holds of one reviewer's decisions on one document. */
export interface OnDisk {
  readonly file: string | null;
  /** null where there is no file, or none that can be read. */
  readonly annotations: Annotations | null;
  /** Why it cannot be read or kept, with file, line and column; null where all is well. */
  readonly problem: string | null;
}

/** A file of decisions at one moment. */
export interface Opened {
  /** null where there is no file; undefined where it can't be read. */
  readonly text: string | null | undefined;
  readonly read: () => OnDisk;
}

interface FilePlace {
  readonly store: FileStore;
  readonly file: string;
  /** Relative to the workspace folder, for messages. */
  readonly path: string;
}

export class DecisionFiles {
  /** Texts as last parsed: most files are read again unchanged. */
  private readonly parsed = new Map<string, { text: string; result: Parsed<Annotations> }>();

  constructor(
    private readonly host: Host,
    private readonly workspace: Workspace,
    private readonly publisher: Publisher,
  ) {}

  async read(uri: string, reviewer: string): Promise<OnDisk> {
    return (await this.open(uri, reviewer)).read();
  }

  /** The file's text; what it says is read when it is asked for, because a large review knows most texts already. */
  async open(uri: string, reviewer: string): Promise<Opened> {
    const place = this.placeOf(uri, reviewer);
    if (typeof place === "string") return unreadable(null, place);
    const { file, store } = place;
    try {
      const text = await store.readText(file);
      if (text === null) this.forget(file);
      // Faults that were shown are taken back even where nobody asks what the file says now.
      else if (this.parsed.get(file)?.result.faults !== undefined) this.parse(file, text);
      return { text, read: () => this.onDisk(place, text) };
    } catch (error) {
      return unreadable(file, messageOf(error));
    }
  }

  private onDisk({ file, path }: FilePlace, text: string | null): OnDisk {
    if (text === null) return { file, annotations: null, problem: null };
    const { value, faults } = this.parse(file, text);
    return {
      file,
      annotations: value ?? null,
      problem: faults === undefined ? null : describe(path, faults),
    };
  }

  /**
   * Changes what the disk holds at this moment, in one step.
   *
   * @param change gets null where there is no file yet; gives null to leave all as it is
   * @throws Error with a message for people; nothing was written then
   */
  async update(
    uri: string,
    reviewer: string,
    change: (annotations: Annotations | null) => Annotations | null,
  ): Promise<void> {
    const place = this.placeOf(uri, reviewer);
    if (typeof place === "string") throw new Error(place);
    const { file, store, path } = place;
    await store.updateText(file, (text) => {
      const parsed = text === null ? null : this.parse(file, text);
      if (parsed?.faults !== undefined) {
        throw new Refusal("{0} Nothing is written before this is mended.", describe(path, parsed.faults));
      }
      const changed = change(parsed?.value ?? null);
      return changed === null ? null : writeAnnotations(changed);
    });
  }

  /** Ids of all who have decisions in a workspace folder, sorted, "adjudicated" among them. */
  async reviewers(folder: string): Promise<string[]> {
    return [...new Set((await this.all(folder)).map(({ reviewer }) => reviewer))].sort();
  }

  /** Paths of the documents that a reviewer has a file for, relative to the workspace folder. */
  async documents(folder: string, reviewer: string): Promise<string[]> {
    return (await this.all(folder))
      .filter((found) => found.reviewer === reviewer)
      .map(({ document }) => document);
  }

  /** The document that a file of decisions is about; null for any other file. */
  documentOf(file: string): { readonly uri: string; readonly reviewer: string } | null {
    const place = this.workspace.place(file);
    const found = place === null ? null : documentOfDecisions(place.path);
    if (place === null || found === null) return null;
    return { uri: uriIn(place.folder, found.document), reviewer: found.reviewer };
  }

  /** Whether this is a folder of decisions, or anything in one. */
  isInside(uri: string): boolean {
    const path = this.workspace.place(uri)?.path;
    return path === DECISIONS_FOLDER || path?.startsWith(`${DECISIONS_FOLDER}/`) === true;
  }

  private async all(folder: string): Promise<{ reviewer: string; document: string }[]> {
    const store = this.host.filesAt(folder);
    if (store === null) return [];
    const files = await store.listFiles(`${folder}/${DECISIONS_FOLDER}`, ".json");
    return files.flatMap((path) => documentOfDecisions(`${DECISIONS_FOLDER}/${path}`) ?? []);
  }

  private placeOf(uri: string, reviewer: string): FilePlace | string {
    const place = this.workspace.place(uri);
    if (place === null) return "Decisions are kept in the document's workspace folder: open that folder.";
    const store = this.host.filesAt(place.folder);
    if (store === null)
      return "Decisions are kept in files: this folder is not on a disk that can be written.";
    const path = decisionsPath(reviewer, place.path);
    return { store, file: uriIn(place.folder, path), path };
  }

  private parse(file: string, text: string): Parsed<Annotations> {
    const known = this.parsed.get(file);
    if (known?.text === text) return known.result;
    const result = parseAnnotations(text);
    this.parsed.set(file, { text, result });
    this.report(file, text, result.faults ?? []);
    return result;
  }

  private forget(file: string): void {
    if (this.parsed.delete(file)) this.report(file, "", []);
  }

  private report(file: string, text: string, faults: readonly Fault[]): void {
    const lines = TextDocument.create(file, "json", 0, text);
    this.publisher.diagnostics(
      file,
      faults.map((fault) => ({
        range: toLspRange(lines, fault),
        severity: DiagnosticSeverity.Error,
        code: "decisions",
        source: DIAGNOSTIC_SOURCE,
        message: fault.message,
      })),
    );
  }
}

/** URI of a file in a folder, encoded as editors encode theirs. */
export function uriIn(folder: string, path: string): string {
  return `${folder}/${path.split("/").map(encodeURIComponent).join("/")}`;
}

function unreadable(file: string | null, problem: string): Opened {
  return { text: undefined, read: () => ({ file, annotations: null, problem }) };
}

function describe(path: string, [first]: readonly Fault[]): string {
  return first === undefined ? path : `${path}:${first.line}:${first.column}: ${first.message}`;
}
