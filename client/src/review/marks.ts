/**
 * Marks of what is decided, in the text and beside it. Each state has a shape and words of its own; colour comes on top.
 * They are shown as soon as somebody decides: a reader who does not review sees none.
 */
import * as vscode from "vscode";
import type { ReviewState, ReviewStatement } from "../../../server/src/lsp/messages.js";
import { asRange } from "../ranges.js";
import type { Decisions } from "./decisions.js";
import { stateName } from "../views/review/items.js";

type Placed = Exclude<ReviewState, "stale">;

interface Mark {
  /** After the statement. */
  readonly sign: string;
  readonly colour: string;
  /** Lines of an SVG of 16 × 16 in the margin. */
  readonly shape: string;
}

const MARKS: Readonly<Record<Placed, Mark>> = {
  undecided: { sign: "○", colour: "editorHint.foreground", shape: '<circle cx="8" cy="8" r="4"/>' },
  accepted: { sign: "✓", colour: "charts.green", shape: '<path d="M3 8.5l3.5 3.5L13 4.5"/>' },
  rejected: { sign: "✗", colour: "charts.red", shape: '<path d="M4 4l8 8M12 4l-8 8"/>' },
  corrected: { sign: "✎", colour: "charts.blue", shape: '<path d="M3 13l1-3 7-7 2 2-7 7z"/>' },
  added: { sign: "+", colour: "charts.blue", shape: '<path d="M8 3v10M3 8h10"/>' },
};

/** The margin has room for one shape in a line: what is still to be done comes first. */
const URGENCY: readonly Placed[] = ["undecided", "added", "corrected", "rejected", "accepted"];

export class DecisionMarks implements vscode.Disposable {
  private readonly inText = everyState((state) => inTextType(state));
  private readonly inMargin = everyState((state) => marginType(state));
  private readonly watches: vscode.Disposable;

  constructor(private readonly decisions: Decisions) {
    const updateAll = () => vscode.window.visibleTextEditors.forEach((editor) => this.update(editor));
    this.watches = vscode.Disposable.from(
      decisions.onDidChange((uri) => {
        for (const editor of vscode.window.visibleTextEditors) {
          if (editor.document.uri.toString() === uri.toString()) this.update(editor);
        }
      }),
      vscode.window.onDidChangeVisibleTextEditors(updateAll),
    );
  }

  dispose(): void {
    this.watches.dispose();
    for (const types of [this.inText, this.inMargin]) Object.values(types).forEach((type) => type.dispose());
  }

  private update(editor: vscode.TextEditor): void {
    const review = this.decisions.of(editor.document.uri);
    // The editor moves marks with the text; those of an older text would put them back.
    if (review?.version !== undefined && review.version !== editor.document.version) return;
    const statements = review?.reviewer == null ? [] : review.statements;
    const margin = new Map<number, Placed>();
    for (const state of URGENCY) {
      const marked = statements.filter((statement) => statement.state === state && statement.range !== null);
      editor.setDecorations(this.inText[state], marked.map(option));
      for (const { range } of marked) {
        const line = range?.start.line ?? 0;
        if (!margin.has(line)) margin.set(line, state);
      }
    }
    for (const state of URGENCY) {
      const lines = [...margin].filter(([, first]) => first === state).map(([line]) => line);
      editor.setDecorations(
        this.inMargin[state],
        lines.map((line) => new vscode.Range(line, 0, line, 0)),
      );
    }
  }
}

function option({ range, state, note, label, differing }: ReviewStatement): vscode.DecorationOptions {
  const words = [`**${stateName(state)}**`, plain(label)];
  if (differing.length > 0) words.push(vscode.l10n.t("Differs from what is read: {0}", differing.join(", ")));
  if (note !== null) words.push(vscode.l10n.t("Note: {0}", plain(note)));
  const hoverMessage = new vscode.MarkdownString(words.join("  \n"));
  return { range: range === null ? new vscode.Range(0, 0, 0, 0) : asRange(range), hoverMessage };
}

/** Words of people and documents are no Markdown. */
function plain(words: string): string {
  return words.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, "\\$&").replace(/\s+/g, " ");
}

function everyState<T>(make: (state: Placed) => T): Record<Placed, T> {
  return Object.fromEntries(URGENCY.map((state) => [state, make(state)])) as Record<Placed, T>;
}

function inTextType(state: Placed): vscode.TextEditorDecorationType {
  const { sign, colour } = MARKS[state];
  const themed = new vscode.ThemeColor(colour);
  return vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
    after: { contentText: sign, color: themed, margin: "0 0 0 0.15em" },
    ...(state === "rejected" ? { textDecoration: "line-through" } : {}),
    ...(state === "undecided" ? {} : { overviewRulerColor: themed }),
    overviewRulerLane: vscode.OverviewRulerLane.Right,
  });
}

function marginType(state: Placed): vscode.TextEditorDecorationType {
  const icon = (stroke: string) =>
    vscode.Uri.parse(
      `data:image/svg+xml;utf8,${encodeURIComponent(
        `<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" fill="none" stroke="${stroke}" stroke-width="1.5">${MARKS[state].shape}</svg>`,
      )}`,
    );
  return vscode.window.createTextEditorDecorationType({
    gutterIconSize: "70%",
    light: { gutterIconPath: icon("#424242") },
    dark: { gutterIconPath: icon("#c5c5c5") },
  });
}
