/** A page in an editor tab: one at most of its kind, restored when the window is reloaded. */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import type { Open } from "./messages.js";

export interface PageKind {
  readonly viewType: string;
  readonly title: string;
  /** Its script in dist/webview, without ending. */
  readonly script: string;
}

export class Page<From, To> implements vscode.Disposable {
  private panel: vscode.WebviewPanel | undefined;
  private readonly serializer: vscode.Disposable;
  private readonly shown = new vscode.EventEmitter<void>();

  /** Fires when the page comes into sight. */
  readonly onDidShow = this.shown.event;

  /** @param receive called with everything that the page says */
  constructor(
    private readonly extension: vscode.Uri,
    private readonly kind: PageKind,
    private readonly receive: (message: From) => Promise<unknown>,
  ) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(kind.viewType, {
      deserializeWebviewPanel: (panel) => {
        this.panel?.dispose();
        this.adopt(panel);
        return Promise.resolve();
      },
    });
  }

  get isOpen(): boolean {
    return this.panel !== undefined;
  }

  get isVisible(): boolean {
    return this.panel?.visible ?? false;
  }

  show(): void {
    if (this.panel !== undefined) return this.panel.reveal();
    const { viewType, title } = this.kind;
    this.adopt(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active));
  }

  post(message: To): void {
    void this.panel?.webview.postMessage(message);
  }

  /** Shows a statement beside the page. */
  async open({ uri, range, focus }: Open): Promise<void> {
    const { start, end } = range;
    await vscode.window.showTextDocument(vscode.Uri.parse(uri, true), {
      selection: new vscode.Range(start.line, start.character, end.line, end.character),
      viewColumn: this.columnBeside(),
      preserveFocus: !focus,
      preview: true,
    });
  }

  dispose(): void {
    this.serializer.dispose();
    this.panel?.dispose();
    this.shown.dispose();
  }

  /** A group that already shows texts, else one beside the page. */
  private columnBeside(): vscode.ViewColumn {
    const own = this.panel?.viewColumn;
    const other = vscode.window.visibleTextEditors.find(
      ({ viewColumn }) => viewColumn !== undefined && viewColumn !== own,
    );
    return other?.viewColumn ?? vscode.ViewColumn.Beside;
  }

  private adopt(panel: vscode.WebviewPanel): void {
    this.panel = panel;
    const folder = vscode.Uri.joinPath(this.extension, "dist", "webview");
    panel.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    panel.webview.onDidReceiveMessage((message: From) => {
      this.receive(message).catch((error: unknown) => {
        if (error instanceof vscode.CancellationError) return;
        void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
      });
    });
    panel.onDidChangeViewState(() => {
      if (panel.visible) this.shown.fire();
    });
    panel.onDidDispose(() => {
      if (this.panel === panel) this.panel = undefined;
    });
    panel.webview.html = this.htmlFor(panel.webview, folder);
  }

  /** Nothing but its own script may run, and that brings its style as a constructed sheet. */
  private htmlFor(webview: vscode.Webview, folder: vscode.Uri): string {
    const nonce = randomBytes(18).toString("base64");
    const script = webview.asWebviewUri(vscode.Uri.joinPath(folder, `${this.kind.script}.js`)).toString();
    const policy = `default-src 'none'; script-src 'nonce-${nonce}'; img-src blob:`;
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${this.kind.title}</title>
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
  }
}
