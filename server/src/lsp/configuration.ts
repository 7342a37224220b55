/** Fetches the settings and tells of changes, from clients that answer questions and from those that only push. */
import type { ClientCapabilities, Connection } from "vscode-languageserver";
import { DidChangeConfigurationNotification } from "vscode-languageserver";
import { closest } from "../review/closest.js";
import type { Runner } from "./runner.js";
import type { Settings } from "./settings.js";
import { readSettings } from "./settings.js";

const SECTION = "outcomeLens";

export class Configuration {
  private current: Settings = readSettings(undefined).settings;
  private answers = false;

  constructor(
    private readonly connection: Connection,
    private readonly runner: Runner,
    /** Ids of all rules. */
    private readonly rules: readonly string[],
    private readonly changed: (settings: Settings) => void,
  ) {}

  get settings(): Settings {
    return this.current;
  }

  /** To be called once the client has initialised. */
  async start(capabilities: ClientCapabilities): Promise<void> {
    this.answers = capabilities.workspace?.configuration === true;
    if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void this.runner.background("registering for settings", async () => {
        await this.connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
      });
    }
    await this.fetch(undefined);
  }

  /** @param pushed what the notification carried, for clients that cannot be asked */
  async fetch(pushed: unknown): Promise<void> {
    await this.runner.background("reading the settings", async () => {
      this.take(this.answers ? await this.connection.workspace.getConfiguration(SECTION) : sectionOf(pushed));
    });
  }

  private take(section: unknown): void {
    const { settings, faults } = readSettings(section);
    for (const fault of [...faults, ...this.unknownRules(settings)]) this.connection.console.warn(fault);
    this.current = settings;
    this.changed(settings);
  }

  /** A misspelt rule would otherwise be obeyed by silence. */
  private unknownRules({ rules }: Settings): string[] {
    return Object.keys(rules)
      .filter((rule) => !this.rules.includes(rule))
      .map((rule) => {
        const near = closest(rule, this.rules);
        return `outcomeLens.rules: there is no rule "${rule}"${near === undefined ? "" : `; did you mean "${near}"?`}`;
      });
  }
}

function sectionOf(pushed: unknown): unknown {
  return typeof pushed === "object" && pushed !== null
    ? (pushed as Record<string, unknown>)[SECTION]
    : undefined;
}
