/** Every test that drives the workbench as a person would. */
import type { Page } from "playwright-core";

export interface WorkbenchContext {
  /** A page that stands at the workbench, with `workspace` open. */
  readonly page: Page;
  /** Address of that workbench. */
  readonly url: string;
  /** A copy of examples/ of this test's own. */
  readonly workspace: string;
  /** Keeps a picture in test-results/. */
  readonly screenshot: (name: string) => Promise<void>;
}

export interface WorkbenchTest {
  readonly name: string;
  readonly run: (context: WorkbenchContext) => Promise<void>;
}

export const workbenchTests: readonly WorkbenchTest[] = [
  {
    name: "the workbench shows the examples",
    run: async ({ page, screenshot }) => {
      await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor();
      await screenshot("explorer");
    },
  },
];
