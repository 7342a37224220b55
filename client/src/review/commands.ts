/** The commands of the review loop: open, see, decide, next. */
import * as vscode from "vscode";
import type { DecideAction, DecisionScope, ReviewStatement } from "../../../server/src/lsp/messages.js";
import { activeReportEditor } from "../documents.js";
import type { Server } from "../languageClient.js";
import { asRange, goTo } from "../ranges.js";
import type { Decisions } from "./decisions.js";
import { fillForm } from "./form.js";
import { pickKind } from "./kinds.js";
import { showStale } from "./stale.js";
import { chooseReviewer, ensureReviewer } from "./reviewer.js";

/** What a code action hands over; without it the statement at the cursor is meant. */
interface About {
  readonly uri: string;
  readonly ids: readonly string[];
}

type Stretch = "statement" | "sentence" | "section" | "document";

export function registerDecisionCommands(server: Server, decisions: Decisions): vscode.Disposable {
  const loop = new Loop(server, decisions);
  const commands: Readonly<Record<string, (about?: About) => Promise<unknown>>> = {
    acceptStatement: (about) => loop.accept(about),
    acceptAndNext: () => loop.acceptAndNext(),
    rejectStatement: (about) => loop.reject(about),
    correctStatement: (about) => loop.correct(about),
    annotateSelection: () => loop.annotate(),
    undoDecision: (about) => loop.undo(about),
    addNote: (about) => loop.note(about),
    nextUndecided: () => loop.step(1),
    previousUndecided: () => loop.step(-1),
    acceptSentence: () => loop.stretch("accept", "sentence"),
    acceptSection: () => loop.stretch("accept", "section"),
    acceptDocument: () => loop.stretch("accept", "document"),
    rejectSentence: () => loop.stretch("reject", "sentence"),
    rejectSection: () => loop.stretch("reject", "section"),
    rejectDocument: () => loop.stretch("reject", "document"),
    showStaleDecisions: () => loop.stale(),
    chooseReviewer: () => chooseReviewer(server),
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, command]) =>
      vscode.commands.registerCommand(`outcomeLens.${name}`, (about?: About) =>
        command(isAbout(about) ? about : undefined).catch(tell),
      ),
    ),
  );
}

class Loop {
  constructor(
    private readonly server: Server,
    private readonly decisions: Decisions,
  ) {}

  accept(about?: About): Promise<boolean> {
    return this.decide((on) => ({ do: "accept", on }), about);
  }

  reject(about?: About): Promise<boolean> {
    return this.decide((on) => ({ do: "reject", on }), about);
  }

  async acceptAndNext(): Promise<void> {
    if (await this.accept()) await this.step(1);
  }

  async stretch(verb: "accept" | "reject", scope: Stretch): Promise<void> {
    await this.decide((on) => ({ do: verb, on }), undefined, scope);
  }

  /** The decision at the cursor; where there is none, the last change of the document. */
  async undo(about?: About): Promise<void> {
    const here = about === undefined ? this.at(this.editor()) : undefined;
    const last = about === undefined && here?.state === "undecided";
    await this.decide(
      (on) =>
        last || (about === undefined && here === undefined) ? { do: "undo-last" } : { do: "undo", on },
      about,
    );
  }

  async note(about?: About): Promise<void> {
    const current = this.statement(about);
    if (current?.state === "undecided") {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("Decide on this statement first; a note goes with a decision."),
      );
      return;
    }
    const note = await vscode.window.showInputBox({
      title: vscode.l10n.t("Note on {0}", current?.label ?? ""),
      prompt: vscode.l10n.t("Empty takes the note away."),
      value: current?.note ?? "",
    });
    if (note !== undefined) await this.decide((on) => ({ do: "note", on, note }), about);
  }

  async correct(about?: About): Promise<void> {
    const { document } = this.editor();
    await ensureReviewer(this.server, document.uri);
    const current = this.statement(about);
    if (current === undefined) return this.nothingHere();
    const statement = await fillForm(
      this.server,
      current.statement,
      vscode.l10n.t("Correct: {0}", current.label),
    );
    if (statement === undefined) return;
    const on = { ids: [current.id] };
    await this.decide(() => ({ do: "correct", on, statement }), {
      uri: document.uri.toString(),
      ids: on.ids,
    });
  }

  async annotate(): Promise<void> {
    const { document, selection } = this.editor();
    if (selection.isEmpty) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t("Select the words that report the statement first."),
      );
      return;
    }
    await ensureReviewer(this.server, document.uri);
    const [uri, range] = [document.uri.toString(), { start: selection.start, end: selection.end }];
    const first = await this.server.request("outcomeLens/review/draft", { uri, range });
    const kind = await pickKind(first.statement.kind);
    if (kind === undefined) return;
    const { statement: draft } =
      kind === first.statement.kind
        ? first
        : await this.server.request("outcomeLens/review/draft", { uri, range, kind });
    const statement = await fillForm(
      this.server,
      draft,
      vscode.l10n.t("Add: “{0}”", document.getText(selection)),
    );
    if (statement === undefined) return;
    await this.decide(() => ({ do: "add", range, statement }));
  }

  /** Goes to the next or the previous undecided statement; after the last comes the first. */
  async step(by: 1 | -1): Promise<vscode.Range | undefined> {
    const editor = this.editor();
    const review = await this.server.request("outcomeLens/review/document", {
      uri: editor.document.uri.toString(),
    });
    this.decisions.take(review);
    const open = review.statements.flatMap(({ state, range }) =>
      state === "undecided" && range !== null ? [asRange(range)] : [],
    );
    const at = editor.selection.start;
    const after = open.filter(({ start }) => start.isAfter(at));
    const before = open.filter(({ start }) => start.isBefore(at));
    const next = by === 1 ? (after[0] ?? open[0]) : (before.at(-1) ?? open.at(-1));
    if (next === undefined) {
      void vscode.window.showInformationMessage(
        review.counts.stale > 0
          ? vscode.l10n.t("Every statement is decided; {0} decisions lost their place.", review.counts.stale)
          : vscode.l10n.t("Every statement of this document is decided."),
      );
      return undefined;
    }
    await goTo(editor, next);
    return next;
  }

  stale(): Promise<void> {
    return showStale(this.server, this.decisions, this.editor(), (statement, uri) =>
      this.decide((on) => ({ do: "undo", on }), { uri, ids: [statement.id] }),
    );
  }

  /** @returns whether something was decided */
  private async decide(
    action: (on: DecisionScope) => DecideAction,
    about?: About,
    scope: Stretch = "statement",
  ): Promise<boolean> {
    const { document, selection } = this.editor();
    await ensureReviewer(this.server, document.uri);
    const on: DecisionScope =
      about !== undefined
        ? { ids: about.ids }
        : scope === "document"
          ? { scope }
          : { at: selection.start, scope };
    const result = await this.server.request("outcomeLens/review/decide", {
      uri: about?.uri ?? document.uri.toString(),
      action: action(on),
    });
    this.decisions.take(result.document);
    if (result.changed.length === 0) this.nothingHere();
    else if (scope !== "statement") {
      void vscode.window.setStatusBarMessage(
        vscode.l10n.t("{0} statements decided", result.changed.length),
        4000,
      );
    }
    return result.changed.length > 0;
  }

  private nothingHere(): void {
    void vscode.window.setStatusBarMessage(vscode.l10n.t("Nothing to decide here"), 4000);
  }

  private statement(about?: About): ReviewStatement | undefined {
    const editor = this.editor();
    if (about === undefined) return this.at(editor);
    return this.decisions.of(editor.document.uri)?.statements.find(({ id }) => id === about.ids[0]);
  }

  /** The shortest statement at the cursor, else the first in its line from there on. */
  private at({ document, selection }: vscode.TextEditor): ReviewStatement | undefined {
    const placed = (this.decisions.of(document.uri)?.statements ?? []).filter(({ range }) => range !== null);
    const rangeOf = ({ range }: ReviewStatement) => (range === null ? selection : asRange(range));
    const length = (statement: ReviewStatement) =>
      document.offsetAt(rangeOf(statement).end) - document.offsetAt(rangeOf(statement).start);
    const here = placed
      .filter((statement) => rangeOf(statement).contains(selection.start))
      .sort((a, b) => length(a) - length(b));
    return here[0];
  }

  private editor(): vscode.TextEditor {
    const editor = activeReportEditor();
    if (editor === undefined) throw new Error(vscode.l10n.t("Open a document to decide on its statements."));
    return editor;
  }
}

/** Menus hand over their own arguments. */
function isAbout(value: unknown): value is About {
  return typeof value === "object" && value !== null && "ids" in value && "uri" in value;
}

/** Who cancels knows it; everything else is said in the words of the server. */
function tell(error: unknown): undefined {
  if (error instanceof vscode.CancellationError) return undefined;
  void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
  return undefined;
}
