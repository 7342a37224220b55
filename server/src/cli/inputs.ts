/** Which documents the arguments of a command name. */
import { stat } from "node:fs/promises";
import { isAbsolute, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { FileError, reasonOf } from "../host/documents.js";
import { readDocuments, readStreamed, type FileDocument, type Meter } from "../host/foreign.js";
import type { Io } from "./io.js";

/** Endings that a folder's files are taken by; a file named itself is taken whatever its ending. */
export const ENDINGS = [".txt", ".md", ".abstract", ".nbib", ".ris"] as const;

/** Endings of reference files, which a folder may hold beside outputs of ours: taken from folders only where that is meant. */
export const FOREIGN_ENDINGS = [".xml", ".xml.gz", ".csv", ".tsv", ".bib", ".pdf"] as const;

const NEVER = ["**/node_modules/**"];

/** One document, or why it can't be had. */
export type Input = { readonly document: FileDocument } | { readonly error: FileError };

/** A path to read, or why an argument names none. */
export type Target = { readonly path: string } | { readonly error: FileError };

/**
 * Paths in the order of the arguments, those of a folder or pattern in alphabetical order, each file once.
 *
 * @param args files, folders, glob patterns, or "-" for standard input
 * @param more endings that a folder's files are taken by besides ENDINGS
 */
export async function findTargets(
  args: readonly string[],
  folder: string,
  more: readonly string[] = [],
): Promise<Target[]> {
  const endings = [...ENDINGS, ...more];
  const targets: Target[] = [];
  const seen = new Set<string>();
  for (const arg of args) {
    for (const target of await expand(arg, folder, endings)) {
      const key = "path" in target ? resolve(folder, target.path) : undefined;
      if (key !== undefined && seen.has(key)) continue;
      if (key !== undefined) seen.add(key);
      targets.push(target);
    }
  }
  return targets;
}

/**
 * The documents of one target: the file's text, or one for each record of a foreign format.
 * A file that can't be read, or not to its end, is a value, so that it does not stop the others.
 */
export async function* readTarget(target: Target, io: Io, meter?: Meter): AsyncGenerator<Input> {
  if ("error" in target) {
    yield target;
    return;
  }
  const { path } = target;
  try {
    const documents =
      path === "-" ? readStreamed(path, io.stdin, meter) : readDocuments(path, io.folder, meter);
    for await (const document of documents) yield { document };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    yield { error };
  }
}

async function expand(arg: string, folder: string, endings: readonly string[]): Promise<Target[]> {
  if (arg === "-") return [{ path: arg }];
  try {
    if (!(await stat(resolve(folder, arg))).isDirectory()) return [{ path: arg }];
    return orNothing(arg, `holds no ${endings.join(", ")} file`, await filesBelow(arg, folder, endings));
  } catch (error) {
    // What exists under this very name is no pattern, whatever characters it has.
    if (!isDynamicPattern(arg)) return [{ error: new FileError(arg, reasonOf(error)) }];
    return orNothing(arg, "no file matches this pattern", await matches(arg, folder));
  }
}

async function filesBelow(arg: string, folder: string, endings: readonly string[]): Promise<string[]> {
  const found = await glob(`**/*{${endings.join(",")}}`, {
    cwd: resolve(folder, arg),
    ignore: NEVER,
    caseSensitiveMatch: false,
  });
  const prefix = arg === "." ? "" : arg.endsWith("/") ? arg : `${arg}/`;
  return found.map((path) => prefix + path);
}

async function matches(pattern: string, folder: string): Promise<string[]> {
  return glob(pattern.replaceAll("\\", "/"), {
    cwd: folder,
    ignore: NEVER,
    expandDirectories: false,
    absolute: isAbsolute(pattern),
  });
}

function orNothing(arg: string, reason: string, paths: string[]): Target[] {
  if (paths.length === 0) return [{ error: new FileError(arg, reason) }];
  return paths.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).map((path) => ({ path }));
}
