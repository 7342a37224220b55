/** `npm run test:desktop`: the extension host's suite in a desktop VS Code, on machines that can download one. */
import { runTests } from "@vscode/test-electron";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { createProfile } from "./profile.js";

const profile = await createProfile();
const workspace = join(profile.root, "examples");
await cp("examples", workspace, { recursive: true });
try {
  await runTests({
    extensionDevelopmentPath: process.cwd(),
    extensionTestsPath: join(process.cwd(), "dist/test/suite.cjs"),
    launchArgs: [workspace, "--disable-extensions", `--user-data-dir=${profile.userData}`],
  });
} finally {
  await profile.remove();
}
