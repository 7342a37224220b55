/** What a command reads before the documents: the protocol, the rules given, and which documents there are. */
import { stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import type { Severity } from "../extraction.js";
import { ruleHash } from "../host/ruleHash.js";
import type { AnalyseOptions, Strictness } from "../options.js";
import { closest } from "../review/closest.js";
import { parseProtocol } from "../review/parseProtocol.js";
import {
  isInReview,
  PROTOCOL_FILE,
  protocolOptions,
  ruleSetting,
  type Protocol,
} from "../review/protocol.js";
import { knownTerms } from "../service/knownTerms.js";
import { complain } from "./documents.js";
import { CommandFailure } from "./failure.js";
import { faultLine } from "./faults.js";
import { textOf } from "./fileText.js";
import { findTargets, type Target } from "./inputs.js";
import type { Io } from "./io.js";

/** Options that all commands which read documents share. */
export interface ReadingFlags {
  /** A path; false for --no-protocol; undefined: the one in the current folder, if any. */
  readonly protocol?: string | false;
  /** "id=severity", in the order given. */
  readonly rule?: readonly string[];
  readonly strictness?: Strictness;
}

export interface Setup {
  readonly options: AnalyseOptions;
  readonly protocol: Protocol | null;
  /** The options for one document: its path as the protocol would name it, and whether the protocol does. */
  readonly optionsFor: (path: string) => AnalyseOptions;
  /** Hash of all that decides what an analysis says. */
  readonly rules: string;
  /** What to read: the arguments, or without any the documents that the protocol names. */
  readonly targets: readonly Target[];
}

/** @throws CommandFailure for a protocol with errors, an unknown rule, or nothing to read */
export async function prepare(args: readonly string[], flags: ReadingFlags, io: Io): Promise<Setup> {
  const found = await findProtocol(flags.protocol, io);
  const protocol = found?.protocol ?? null;
  const base: AnalyseOptions = protocol === null ? {} : protocolOptions(protocol);
  const { strictness } = flags;
  const options: AnalyseOptions = {
    ...base,
    ...(strictness === undefined ? {} : { strictness }),
    rules: { ...base.rules, ...ruleSettings(flags.rule ?? []) },
  };
  const folder = resolve(io.folder, dirname(found?.path ?? ""));
  return {
    options,
    protocol,
    optionsFor: (document) => {
      const path = relative(folder, resolve(io.folder, document)).replaceAll("\\", "/");
      return { ...options, path, inReview: protocol === null || isInReview(protocol, path) };
    },
    rules: ruleHash(options),
    targets: args.length > 0 ? await findTargets(args, io.folder) : await protocolTargets(found, io),
  };
}

/** The protocol of a folder and what it tells the core. @throws CommandFailure for one with errors */
export async function protocolIn(
  folder: string,
  io: Io,
): Promise<{ readonly protocol: Protocol | null; readonly options: AnalyseOptions }> {
  const protocol = (await findProtocol(undefined, { ...io, folder }))?.protocol ?? null;
  return { protocol, options: protocol === null ? {} : protocolOptions(protocol) };
}

interface FoundProtocol {
  readonly path: string;
  readonly protocol: Protocol;
}

async function findProtocol(flag: string | false | undefined, io: Io): Promise<FoundProtocol | null> {
  if (flag === false) return null;
  const path = flag ?? PROTOCOL_FILE;
  if (flag === undefined && !(await exists(resolve(io.folder, path)))) return null;
  const { value, faults } = parseProtocol(await textOf(path, io), knownTerms());
  if (value === undefined) {
    const lines = faults.map((fault) => faultLine(path, fault));
    throw new CommandFailure(`the protocol has errors, nothing was read\n${lines.join("\n")}`);
  }
  for (const fault of faults) await complain(io, faultLine(path, fault));
  return { path, protocol: value };
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function protocolTargets(found: FoundProtocol | null, io: Io): Promise<Target[]> {
  const patterns = found?.protocol.documents ?? [];
  if (found === null || patterns.length === 0) {
    throw new CommandFailure(
      'no document named. Name files, folders or patterns, or "-" for standard input; see --help',
    );
  }
  const folder = dirname(found.path);
  return findTargets(
    patterns.map((pattern) => (folder === "." ? pattern : `${folder}/${pattern}`)),
    io.folder,
  );
}

function ruleSettings(settings: readonly string[]): Record<string, Severity | "off"> {
  return Object.fromEntries(settings.map(ruleSettingOf));
}

function ruleSettingOf(setting: string): [string, Severity | "off"] {
  const [rule = "", severity] = setting.split("=", 2);
  const parsed = ruleSetting.safeParse(severity);
  if (!parsed.success) {
    throw new CommandFailure(
      `--rule ${setting}: write id=severity, severity one of ${ruleSetting.options.join(", ")}`,
    );
  }
  const { rules } = knownTerms();
  if (!rules.includes(rule)) {
    const near = closest(rule, rules);
    throw new CommandFailure(
      `--rule ${setting}: there is no rule "${rule}"${near === undefined ? "" : `; did you mean "${near}"?`}`,
    );
  }
  return [rule, parsed.data];
}
