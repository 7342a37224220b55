/** What was read of the documents of the review table: kept until they change, and told of when they do. */
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { studiesOf } from "../../analyse.js";
import type { Extraction } from "../../extraction.js";
import { toExtraction } from "../../export/extraction.js";
import { toReview } from "../../export/toReview.js";
import { withDecisions, type Decided } from "../../export/withDecisions.js";
import type { ReviewStudy } from "../../review/review.js";
import { forEachDocument } from "../batch.js";
import type { ClientNotifications, Failure, TableParams } from "../messages.js";
import { findingsShown, itemsOf, loaded } from "../review/loaded.js";
import { Deciders } from "../review/whose.js";
import type { Session } from "../session.js";

/** One document with the decisions on it, at one moment. */
interface Known {
  readonly document: TextDocument;
  readonly extractions: readonly Extraction[];
  readonly decided: Decided;
}

/** A document's studies as the whole table names them. */
export interface TableDocument {
  readonly uri: string;
  readonly document: TextDocument;
  readonly studies: readonly ReviewStudy[];
  /** Changes with anything that the document's rows say. */
  readonly revision: number;
}

export interface TableContent {
  readonly documents: readonly TableDocument[];
  readonly skipped: number;
  readonly failures: readonly Failure[];
  readonly revision: number;
}

interface Reading {
  readonly uri: string;
  changed: boolean;
}

interface Told {
  readonly known: Known;
  /** Ids of the studies: other documents can change them. */
  readonly ids: string;
  readonly revision: number;
}

export class ReviewTable {
  /** null: read, and found not to be included. */
  private readonly known = new Map<string, Known | null>();
  private readonly told = new Map<string, Told>();
  /** Being read now; those that change meanwhile are told of afterwards. */
  private readonly reading = new Set<Reading>();
  private revision = 0;

  constructor(private readonly session: Session) {}

  /** A document's text, file or decisions changed. */
  touched(uri: string): void {
    for (const reading of this.reading) if (reading.uri === uri) reading.changed = true;
    if (this.known.delete(uri)) this.tell([uri]);
  }

  /** Settings, protocol, reviewer or the list of documents changed. */
  touchedAll(): void {
    for (const reading of this.reading) reading.changed = true;
    if (this.known.size === 0) return;
    this.known.clear();
    this.tell(null);
  }

  /** @throws Cancelled when the request is cancelled; what was read until then is kept */
  async content(params: TableParams, token: CancellationToken): Promise<TableContent> {
    await this.session.ready;
    this.session.watchDocuments();
    const uris = [...new Set(params.uris)];
    // What changes while others are read is forgotten, and told of: this answer still has it as it was.
    const all = new Map<string, Known | null>();
    const unread: string[] = [];
    for (const uri of uris) {
      const known = this.known.get(uri);
      if (known === undefined) unread.push(uri);
      else all.set(uri, known);
    }
    const deciders = new Deciders(this.session);
    const failures =
      unread.length === 0
        ? []
        : await forEachDocument(
            this.session,
            "Reading documents",
            { ...params, uris: unread },
            token,
            async (uri) => {
              all.set(uri, await this.readAndKeep(uri, deciders, params.includedOnly === true));
            },
          );
    const present = uris.flatMap((uri) => {
      const known = all.get(uri);
      return known === undefined || known === null ? [] : [{ uri, known }];
    });
    const documents = this.named(present);
    const skipped = uris.filter((uri) => all.get(uri) === null).length;
    return { documents, skipped, failures, revision: this.revision };
  }

  private async readAndKeep(uri: string, deciders: Deciders, includedOnly: boolean): Promise<Known | null> {
    const reading: Reading = { uri, changed: false };
    this.reading.add(reading);
    let known: Known | null;
    try {
      known = await this.read(uri, deciders, includedOnly);
    } finally {
      this.reading.delete(reading);
    }
    this.known.set(uri, known);
    // What was read is shown, and at once told to be old.
    if (reading.changed) this.session.host.setImmediate(() => this.touched(uri));
    return known;
  }

  private async read(uri: string, deciders: Deciders, includedOnly: boolean): Promise<Known | null> {
    const { session } = this;
    const { document, open, sha256 } = await session.sources.hashed(uri);
    const annotations = await deciders.shown(uri);
    const here = loaded(session, document, open);
    if (here.analysis === null && includedOnly && annotations === null) return null;
    const now = { ...here, analysis: here.analysis ?? session.analyse(document) };
    const source = { path: session.workspace.pathOf(uri), sha256 };
    return {
      document,
      // The hash of the rules stands in files; a table that is shown needs none.
      extractions: studiesOf(now.analysis).map((study) => toExtraction(study, source, "")),
      decided: {
        items: itemsOf(now, annotations?.entries ?? []),
        findings: findingsShown(now, annotations),
        reviewer: annotations?.reviewer ?? null,
      },
    };
  }

  /** Names the studies over all documents, and counts up the revision of those whose rows changed by it. */
  private named(present: readonly { readonly uri: string; readonly known: Known }[]): TableDocument[] {
    const all = present.flatMap(({ known }) => known.extractions);
    const { studies } = toReview(all, { rules: "", protocol: null });
    let next = 0;
    return present.map(({ uri, known }) => {
      const own = studies.slice(next, (next += known.extractions.length));
      const ids = JSON.stringify(own.map(({ id }) => id));
      let told = this.told.get(uri);
      if (told === undefined || told.known !== known || told.ids !== ids) {
        told = { known, ids, revision: ++this.revision };
        this.told.set(uri, told);
      }
      return {
        uri,
        document: known.document,
        studies: own.map((study) => withDecisions(study, known.decided)),
        revision: told.revision,
      };
    });
  }

  private tell(uris: readonly string[] | null): void {
    void this.session.connection.sendNotification("outcomeLens/rowsChanged", {
      uris,
    } satisfies ClientNotifications["outcomeLens/rowsChanged"]);
  }
}
