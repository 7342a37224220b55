/**
 * All settings, once: the zod schemas below. package.json's `contributes.configuration` is made from them
 * (a test compares), and the server reads the client's answer with them.
 */
import * as z from "zod/mini";
import { described, severity } from "../extraction.js";
import { STRICTNESSES } from "../options.js";

export const ruleSeverity = z.enum([...severity.options, "off"]);

/** Name without the prefix `outcomeLens.` → schema with default and description (Markdown). */
export const settingSchemas = {
  include: described(
    z._default(z.array(z.string()), ["**/*.{txt,md,abstract,nbib,ris}"]),
    "Documents to read, as glob patterns relative to the workspace folder. Plain text and Markdown are read only where they report results.",
  ),
  exclude: described(
    z._default(z.array(z.string()), [
      "**/node_modules/**",
      "**/.*/**",
      "**/*requirements*.txt",
      "**/constraints*.txt",
      "**/CMakeLists.txt",
      "**/review-brat/**",
      "**/robots.txt",
      "**/*.log.txt",
      "**/{README,CHANGELOG,LICENSE,NOTICE,CONTRIBUTING}{,.txt,.md}",
    ]),
    "Documents never to read, as glob patterns relative to the workspace folder.",
  ),
  rules: described(
    z._default(z.record(z.string(), ruleSeverity), {}),
    "Severity of single rules, by id: `error`, `warning`, `information`, `hint` or `off`. A rule not named keeps its own severity.",
  ),
  strictness: described(
    z._default(z.enum(STRICTNESSES), "balanced"),
    "How much a contradiction must weigh before it is a warning: `strict` finds more and is wrong more often, `lenient` the reverse. docs/operating-curve.md shows both shares for each.",
  ),
  "hover.enable": described(
    z._default(z.boolean(), true),
    "Show what was reported and what can be recomputed when the pointer rests on a statement.",
  ),
  "hover.details": described(
    z._default(z.boolean(), true),
    "Also show derived figures (standard error, p from the interval, exact intervals) and how the statement was read.",
  ),
  "status.enable": described(
    z._default(z.boolean(), true),
    "Show the numbers of statements, findings and unread numbers of the active document in the language status.",
  ),
  "unread.enable": described(
    z._default(z.boolean(), true),
    "Mark numbers that look like results but were not understood.",
  ),
  reviewer: described(
    z._default(
      z.string().check(
        z.regex(/^$|^(?!adjudicated$)[\p{L}\p{N}_][\p{L}\p{N}._-]*(?<!\.)$/u, {
          error: 'letters, digits, ".", "_" and "-" only, and not "adjudicated"',
        }),
      ),
      "",
    ),
    "Whose decisions are shown and kept, in the folder `.outcome-review/<reviewer>`: letters, digits, `.`, `_` and `-`. Empty: you are asked at the first decision; your name in git is proposed.",
  ),
  "trace.server": described(
    z._default(z.enum(["off", "messages", "verbose"]), "off"),
    "Write the messages between editor and language server to the output channel.",
  ),
} as const;

type Schemas = typeof settingSchemas;
export type Settings = { readonly [Name in keyof Schemas]: z.output<Schemas[Name]> };
export type SettingName = keyof Schemas;

/** Settings as read, and a line for each value that was refused; its default holds instead. */
export interface ReadSettings {
  readonly settings: Settings;
  readonly faults: readonly string[];
}

/**
 * Reads the client's answer to `workspace/configuration` for section `outcomeLens`.
 * One bad value costs that value only. `undefined` and `null` give the defaults.
 */
export function readSettings(section: unknown): ReadSettings {
  const faults: string[] = [];
  const entries = Object.entries(settingSchemas).map(([name, schema]) => {
    const result = schema.safeParse(valueAt(section, name));
    if (result.success) return [name, result.data] as const;
    faults.push(
      `outcomeLens.${name}: ${result.error.issues[0]?.message ?? "not understood"}; using the default`,
    );
    return [name, schema.parse(undefined)] as const;
  });
  return { settings: Object.fromEntries(entries) as unknown as Settings, faults };
}

/** "hover.enable" in `{ hover: { enable } }` as VS Code sends it, or in `{ "hover.enable": … }`. */
function valueAt(section: unknown, name: string): unknown {
  const flat = property(section, name);
  const value = flat === undefined ? name.split(".").reduce<unknown>(property, section) : flat;
  return value === null ? undefined : value;
}

function property(of: unknown, key: string): unknown {
  return typeof of === "object" && of !== null ? (of as Record<string, unknown>)[key] : undefined;
}
