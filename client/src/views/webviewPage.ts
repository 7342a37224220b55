/** The HTML frame of our webviews: one script and one style sheet of the package, and nothing else may run or load. */
import { randomBytes } from "node:crypto";
import * as vscode from "vscode";

/** @param name of dist/webview/<name>.js and client/media/webview/<name>.css */
export function webviewPage(
  webview: vscode.Webview,
  extensionUri: vscode.Uri,
  name: string,
  title: string,
): string {
  const nonce = randomBytes(16).toString("base64");
  const address = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(vscode.env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escaped(address("client", "media", "webview", `${name}.css`))}">
<title>${escaped(title)}</title>
</head>
<body>
<main></main>
<script nonce="${nonce}" src="${escaped(address("dist", "webview", `${name}.js`))}"></script>
</body>
</html>`;
}

/** The folders that a page may load from. */
export function webviewRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [
    vscode.Uri.joinPath(extensionUri, "dist", "webview"),
    vscode.Uri.joinPath(extensionUri, "client", "media", "webview"),
  ];
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}
