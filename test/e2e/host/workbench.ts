/** VS Code's workbench in a browser page. */
import type { Browser, Page } from "playwright-core";
import type { Server } from "./serve.js";

const WORKBENCH_LIMIT_MS = 60_000;

/** Address of a workbench on `folder`; `payload` is VS Code's own list of start options. */
export function workbenchUrl(
  server: Server,
  folder: string,
  payload: readonly (readonly [name: string, value: string])[] = [],
): string {
  const query = new URLSearchParams({ folder });
  if (payload.length > 0) query.set("payload", JSON.stringify(payload));
  return `${server.url}/?${query.toString()}`;
}

/** How VS Code in the browser names a file on the server's disk. */
export function remoteUri(server: Server, path: string): string {
  return `vscode-remote://${new URL(server.url).host}${path}`;
}

export async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  return context.newPage();
}

/** Opens an address and waits until the workbench stands. */
export async function openWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator(".monaco-workbench").waitFor({ timeout: WORKBENCH_LIMIT_MS });
}
