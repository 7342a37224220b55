/** A running server: the open documents, what was read in them, and what happens when something changes. */
import type { Connection, FileEvent, InitializeParams } from "vscode-languageserver";
import { FileChangeType, TextDocuments } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Analysis } from "../analyse.js";
import { analyse } from "../analyse.js";
import type { AnalyseOptions } from "../options.js";
import { DECISIONS_FOLDER } from "../review/annotationsFile.js";
import { PROTOCOL_FILE } from "../review/protocol.js";
import { Analyses } from "./analyses.js";
import { CheckedFiles } from "./checkedFiles.js";
import { Configuration } from "./configuration.js";
import type { Host } from "./host.js";
import { Inclusion } from "./inclusion.js";
import { knownTerms } from "../service/knownTerms.js";
import { english, wording } from "../service/wording.js";
import type { InitializationOptions } from "./messages.js";
import { Protocols } from "./protocols.js";
import { Publisher } from "./publisher.js";
import { findingsShown, loaded } from "./review/loaded.js";
import { settleSaved } from "./review/decide.js";
import { Review } from "./review/review.js";
import { Runner } from "./runner.js";
import { Scheduler } from "./scheduler.js";
import { Sources } from "./sources.js";
import { ReviewTable } from "./table/reviewTable.js";
import { FileWatch } from "./watch.js";
import { Workspace } from "./workspace.js";

/** How long a document must be left alone before it is checked again: nothing flickers while a sentence is unfinished. */
const QUIET_MILLISECONDS = 250;

export class Session {
  readonly documents = new TextDocuments(TextDocument);
  readonly workspace = new Workspace();
  readonly runner: Runner;
  readonly configuration: Configuration;
  readonly protocols: Protocols;
  readonly inclusion: Inclusion;
  readonly sources: Sources;
  readonly checked: CheckedFiles;
  readonly publisher: Publisher;
  readonly review: Review;
  readonly table = new ReviewTable(this);
  /** Texts for people in the client's language. */
  say = english;
  /** Settles when settings and protocols were read for the first time. */
  readonly ready: Promise<void>;

  private readonly scheduler: Scheduler;
  private readonly watch: FileWatch;
  private readonly analyses = new Analyses((document, previous) => this.analyseOpen(document, previous));
  private params: InitializeParams | undefined;
  private markReady: () => void = () => undefined;

  constructor(
    readonly connection: Connection,
    readonly host: Host,
  ) {
    this.ready = new Promise((resolve) => {
      this.markReady = resolve;
    });
    this.runner = new Runner(host, (line) => {
      connection.console.error(line);
    });
    this.sources = new Sources(connection, host, this.documents);
    this.publisher = new Publisher(connection);
    const known = knownTerms();
    this.protocols = new Protocols(this.workspace, this.sources, this.publisher, known, (folder, patterns) =>
      this.sources.unmatched(folder, patterns),
    );
    this.inclusion = new Inclusion(this.workspace, (folder) => this.protocols.documents(folder));
    this.configuration = new Configuration(connection, this.runner, known.rules, (settings) => {
      this.inclusion.configure(settings);
    });
    this.checked = new CheckedFiles({
      sources: this.sources,
      publisher: this.publisher,
      analysisOf: (document, open) => this.undismissed(document, open),
    });
    this.review = new Review(this);
    this.watch = new FileWatch(connection, this.runner);
    this.scheduler = new Scheduler(host, (uri) => {
      void this.runner.background(`Checking ${uri}`, () => this.check(uri));
    });
  }

  initialize(params: InitializeParams): void {
    this.params = params;
    const options = params.initializationOptions as InitializationOptions | null | undefined;
    this.sources.client = options ?? {};
    this.review.kept.folder = options?.storage ?? null;
    this.say = wording(options?.texts);
    this.workspace.set(params.workspaceFolders ?? []);
  }

  /** After the client's `initialized`: now it can be asked for settings and files. */
  async start(): Promise<void> {
    const capabilities = this.params?.capabilities ?? {};
    this.watch.start(capabilities);
    this.watch.watch([`**/${PROTOCOL_FILE}`, `**/${DECISIONS_FOLDER}`, `**/${DECISIONS_FOLDER}/**`]);
    if (capabilities.workspace?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(() => this.foldersChanged());
    }
    await this.configuration.start(capabilities);
    await this.runner.background("Reading the protocol", async () => {
      await this.loadProtocols();
    });
    this.markReady();
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onDidChangeConfiguration(({ settings }) => this.settingsChanged(settings));
    connection.onDidChangeWatchedFiles(({ changes }) => this.filesChanged(changes));
    documents.onDidChangeContent(({ document }) => {
      const { uri } = document;
      this.review.places.follow(uri, document);
      // The first look at a document is not put off.
      this.scheduler.schedule(uri, this.analyses.knows(uri) ? QUIET_MILLISECONDS : 0);
    });
    documents.onDidSave(({ document: { uri } }) => {
      void this.runner.background("Following decisions", () => settleSaved(this, uri));
    });
    documents.onDidClose(({ document: { uri } }) => {
      this.closed(uri);
    });
    documents.listen(connection);
  }

  async shutdown(): Promise<void> {
    this.scheduler.dispose();
    await this.review.end();
  }

  /** An open document and its analysis, or null where it is not read. @throws what the analysis threw */
  async read(uri: string): Promise<{ document: TextDocument; analysis: Analysis } | null> {
    await this.ready;
    const document = this.documents.get(uri);
    const analysis = document === undefined ? null : this.analyses.of(document);
    return document === undefined || analysis === null ? null : { document, analysis };
  }

  /** Analyses a document, open or not, whether it is included or not. @throws what the analysis threw */
  analyse(document: TextDocument): Analysis {
    return analyse(document.getText(), this.optionsFor(document.uri));
  }

  /** null for a document that is not included or reports no results. */
  analysisOf(document: TextDocument, open: boolean): Analysis | null {
    if (open) return this.analyses.of(document);
    const { uri } = document;
    return this.inclusion.isRead({ uri, text: () => document.getText() }) ? this.analyse(document) : null;
  }

  /** What settings and protocol say; on severities and strictness the protocol, which all reviewers share, has the last word. */
  optionsFor(uri: string): AnalyseOptions {
    const protocol = this.protocols.options(uri);
    const { strictness, rules } = this.configuration.settings;
    return {
      strictness,
      ...protocol,
      path: this.workspace.pathOf(uri),
      inReview: this.protocols.isInReview(uri),
      rules: { ...rules, ...protocol.rules },
    };
  }

  /** From now on the findings of these documents are kept true while they are closed. */
  keepChecked(uris: readonly string[]): void {
    this.checked.replace(uris);
    this.watchDocuments();
  }

  /** From now on the client tells of documents that change on disk. */
  watchDocuments(): void {
    this.watch.watch(this.configuration.settings.include);
  }

  private analyseOpen(document: TextDocument, previous: Analysis | undefined): Analysis | null {
    const { uri, languageId } = document;
    const text = document.getText();
    if (!this.inclusion.isRead({ uri, languageId, text: () => text })) return null;
    return analyse(text, this.optionsFor(uri), previous);
  }

  private async loadProtocols(): Promise<boolean> {
    const changed = await this.protocols.load();
    if (changed) this.followDocuments();
    return changed;
  }

  /** Tells, and goes on telling as files come and go, which of the protocols' patterns match nothing. */
  private followDocuments(): void {
    const patterns = this.workspace.all().flatMap((folder) => this.protocols.documents(folder));
    this.watch.watch(patterns.map((pattern) => `**/${pattern}`));
    void this.runner.background("Looking for the protocol's documents", () => this.protocols.checkPatterns());
  }

  /** Findings of a document may have changed though its text did not. */
  checkAgain(uri: string): void {
    this.scheduler.schedule(uri, 0);
  }

  /** The analysis without the findings that the reviewer dismissed; null for a document that is not read. */
  private async undismissed(document: TextDocument, open: boolean): Promise<Analysis | null> {
    const analysis = this.analysisOf(document, open);
    const { reviewer, files } = this.review;
    if (analysis === null || analysis.findings.length === 0 || reviewer === null) return analysis;
    const { annotations } = await files.read(document.uri, reviewer);
    if (annotations === null || annotations.dismissals.length === 0) return analysis;
    return { ...analysis, findings: findingsShown(loaded(this, document, open), annotations) };
  }

  private async check(uri: string): Promise<void> {
    await this.ready;
    if (this.protocols.isProtocol(uri) && (await this.loadProtocols())) this.checkEverythingAgain();
    // What is wrong with decisions is told where they are read from the disk.
    if (this.isReviewFile(uri)) return;
    const document = this.documents.get(uri);
    if (document === undefined) {
      if (this.checked.has(uri)) await this.checked.check(uri);
      return;
    }
    this.table.touched(uri);
    try {
      const { version } = document;
      const analysis = await this.undismissed(document, true);
      // While the decisions were read, a newer text may have come; it is checked in its turn.
      if (this.documents.get(uri)?.version === version) this.publisher.open(document, analysis);
    } catch (error) {
      this.publisher.open(document, null);
      throw error;
    }
  }

  private closed(uri: string): void {
    this.scheduler.cancel(uri);
    this.analyses.forget(uri);
    this.review.places.forget(uri);
    this.table.touched(uri);
    // What the editor showed may never have been saved: the file has the word now.
    const fileStays = this.checked.has(uri) || this.isReviewFile(uri);
    this.publisher.closed(uri, fileStays);
    if (fileStays) this.scheduler.schedule(uri);
  }

  private readonly isReviewFile = (uri: string): boolean =>
    this.protocols.isProtocol(uri) || this.review.files.documentOf(uri) !== null;

  checkEverythingAgain(): void {
    this.analyses.forgetAll();
    this.table.touchedAll();
    for (const uri of this.documents.keys()) {
      if (!this.protocols.isProtocol(uri)) this.scheduler.schedule(uri);
    }
    for (const uri of this.checked.closed()) this.scheduler.schedule(uri);
    if (this.params?.capabilities.workspace?.semanticTokens?.refreshSupport === true) {
      void this.runner.background("Refreshing colours", () =>
        this.connection.languages.semanticTokens.refresh(),
      );
    }
  }

  private settingsChanged(pushed: unknown): Promise<void> {
    return this.runner.background("Changing the settings", async () => {
      const { reviewer } = this.review;
      await this.configuration.fetch(pushed);
      if (this.review.reviewer !== reviewer) this.review.reviewerChanged();
      this.checkEverythingAgain();
    });
  }

  private foldersChanged(): Promise<void> {
    return this.runner.background("Changing the workspace folders", async () => {
      this.workspace.set((await this.connection.workspace.getWorkspaceFolders()) ?? []);
      await this.loadProtocols();
      this.checkEverythingAgain();
    });
  }

  private filesChanged(changes: readonly FileEvent[]): Promise<void> {
    return this.runner.background("Following changed files", async () => {
      const others = await this.review.filesChanged(changes);
      if (others.some(({ type }) => type !== FileChangeType.Changed)) this.followDocuments();
      for (const { uri, type } of others.filter((change) => !this.sources.isOpen(change.uri))) {
        if (type === FileChangeType.Changed) this.table.touched(uri);
        else this.table.touchedAll();
        if (type === FileChangeType.Deleted && this.checked.remove(uri)) this.publisher.diagnostics(uri, []);
        else if (this.checked.has(uri) || this.protocols.isProtocol(uri)) this.scheduler.schedule(uri);
      }
    });
  }
}
