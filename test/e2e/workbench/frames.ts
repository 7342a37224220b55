/** The pages in editor tabs, and whether everybody can use them. */
import axe from "axe-core";
import type { Frame, Page } from "playwright-core";

/** The document inside VS Code's two frames that holds the element. */
export async function frameWith(page: Page, selector: string): Promise<Frame> {
  let found: Frame | undefined;
  // Before the first row the server starts and reads all documents.
  const end = Date.now() + 60_000;
  const look = async (): Promise<boolean> => {
    for (const frame of page.frames()) {
      const there = await frame
        .locator(selector)
        .count()
        .catch(() => 0);
      if (there > 0) found = frame;
    }
    return found !== undefined;
  };
  while (!(await look())) {
    if (Date.now() > end) throw new Error(`waited in vain for a page with ${selector}`);
    await page.waitForTimeout(200);
  }
  return found!;
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

/** Every rule of axe-core; it is put into the page by the debugger, past the page's own policy. */
export async function holdAgainstAxe(frame: Frame): Promise<void> {
  await frame.evaluate(axe.source);
  const { violations } = await frame.evaluate<AxeResults>("axe.run(document)");
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
  if (found.length > 0) throw new Error(`axe-core finds:\n${found.join("\n").slice(0, 4000)}`);
}
