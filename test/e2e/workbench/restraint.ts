/** A workspace without reports: nothing starts. */
import { dirname, join } from "node:path";
import { openWorkbench } from "../host/workbench.js";
import { openFile, put, runCommand, typeCommand, type WorkbenchTest } from "./page.js";
import { abstract, requirements } from "./texts.js";

export const restraint: readonly WorkbenchTest[] = [
  {
    name: "the server starts with the first report and not before",
    run: async ({ page, url, workspace }) => {
      const folder = join(dirname(workspace), "software");
      await put(join(folder, "requirements.txt"), requirements);
      await put(join(folder, "README.md"), "# Widgets\n\nRun `make` and wait 5 minutes.\n");
      const address = new URL(url);
      address.searchParams.set("folder", folder);
      await openWorkbench(page, address.href);
      await openFile(page, "requirements.txt");
      await openFile(page, "README.md");
      await runCommand(page, "Developer: Show Running Extensions");
      await page.locator(".runtime-extensions-editor", { hasText: "Outcome Lens" }).waitFor();

      // The palette offers to restart the server once there was one.
      const restart = page.locator(".quick-input-list .monaco-list-row", {
        hasText: "Outcome Lens: Restart Server",
      });
      const others = page.locator(".quick-input-list .monaco-list-row", {
        hasText: "Outcome Lens: Check All",
      });
      await typeCommand(page, "Outcome Lens: Check All");
      await others.waitFor();
      await page.keyboard.press("Escape");
      // All of ours are more than the palette shows at once, so it is asked by name; it has only similar ones.
      await typeCommand(page, "Outcome Lens: Restart Server");
      await page.getByText("similar commands").first().waitFor();
      if (await restart.isVisible()) throw new Error("the server was started for files that are no reports");
      await page.keyboard.press("Escape");

      await put(join(folder, "hip-fracture.txt"), abstract);
      await openFile(page, "hip-fracture.txt");
      await page.locator(".squiggly-error, .squiggly-warning").first().waitFor();
      await typeCommand(page, "Outcome Lens: Restart Server");
      await restart.waitFor();
    },
  },
];
