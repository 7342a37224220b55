/** A VS Code profile of its own in a temporary folder: nothing of the person's own set-up is read or changed. */
import { mkdtempSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Profile {
  readonly root: string;
  readonly userData: string;
  readonly extensions: string;
  readonly config: string;
  readonly env: NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

const QUIET_SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.enableExperiments": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoCheckUpdates": false,
  "extensions.autoUpdate": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "chat.commandCenter.enabled": false,
};

/** @param settings user settings beside those that keep VS Code quiet */
export async function createProfile(settings: Readonly<Record<string, unknown>> = {}): Promise<Profile> {
  const root = mkdtempSync(join(tmpdir(), "outcome-lens-"));
  const folder = (name: string): string => join(root, name);
  const userData = folder("user-data");
  const config = folder("config.yaml");
  for (const name of ["home", "extensions", "user-data/User"]) await mkdir(folder(name), { recursive: true });
  await writeFile(config, "auth: none\n");
  await writeFile(
    join(userData, "User/settings.json"),
    JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2),
  );
  return {
    root,
    userData,
    config,
    extensions: folder("extensions"),
    env: environment(folder),
    // The server's last writes may come while its folder goes.
    remove: () => rm(root, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}

function environment(folder: (name: string) => string): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VSCODE_|CODE_SERVER|npm_|NODE_OPTIONS$|PORT$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: folder("home"),
    XDG_DATA_HOME: folder("data"),
    XDG_CONFIG_HOME: folder("config"),
    XDG_CACHE_HOME: folder("cache"),
    XDG_STATE_HOME: folder("state"),
    XDG_RUNTIME_DIR: folder("run"),
    // No address: the gallery is off, and nothing is asked of the network.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}
