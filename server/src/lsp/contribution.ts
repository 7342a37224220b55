/** Makes package.json's `contributes.configuration` from the settings' schemas; no part of the server's bundle. */
import * as z from "zod/mini";
import { settingSchemas } from "./settings.js";

/** A property of VS Code's `contributes.configuration.properties`. */
export interface SettingContribution {
  readonly [keyword: string]: unknown;
  readonly markdownDescription: string;
  readonly default: unknown;
  /** One server reads all folders, so that a setting of one folder of several could not be kept to that folder. */
  readonly scope: "window";
}

/** Full setting name → its contribution, in the order of the schemas. */
export function settingContributions(): Record<string, SettingContribution> {
  return Object.fromEntries(
    Object.entries(settingSchemas).map(([name, schema]) => {
      const {
        $schema: _dialect,
        description,
        default: value,
        ...keywords
      } = z.toJSONSchema(schema, { io: "input" });
      return [
        `outcomeLens.${name}`,
        {
          ...keywords,
          default: value,
          markdownDescription: description ?? "",
          scope: "window",
        },
      ];
    }),
  );
}
