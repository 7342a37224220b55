/**
 * Stand-ins for two libraries of the client library, put in their place by esbuild.js. Of `semver` it uses one comparison, and of
 * `minimatch` what only servers with file operations, notebooks or pulled diagnostics ask for; ours has none of these, which the
 * test of its answer to `initialize` holds.
 */

export interface Version {
  readonly parts: readonly [major: number, minor: number, patch: number];
  /** Emptied by the client library: an insiders' version counts as the one it precedes. */
  prerelease: readonly string[];
}

/** As `semver/functions/parse`: null for what is no version. */
export function parse(version: string): Version | null {
  const match = /^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(version.trim());
  if (match === null) return null;
  const [, major, minor, patch, prerelease = ""] = match;
  return {
    parts: [Number(major), Number(minor), Number(patch)],
    prerelease: prerelease === "" ? [] : prerelease.split("."),
  };
}

/**
 * As `semver/functions/satisfies`, for a caret range from version 1 on: the same major version, and not older.
 *
 * @throws Error for any other range, so that a client library that asks for more is noticed
 */
export function satisfies({ parts, prerelease }: Version, range: string): boolean {
  const least = range.startsWith("^") ? parse(range.slice(1)) : null;
  if (least === null || least.parts[0] < 1 || least.prerelease.length > 0)
    throw new Error(`a range of versions that is not understood: ${range}`);
  const [major, minor, patch] = parts;
  const [leastMajor, leastMinor, leastPatch] = least.parts;
  if (major !== leastMajor || prerelease.length > 0) return false;
  return minor > leastMinor || (minor === leastMinor && patch >= leastPatch);
}

/** As the class of `minimatch`, which nothing may ask for. */
export function Minimatch(pattern: string): never {
  throw new Error(
    `"${pattern}": glob patterns of a server are not in this bundle; see client/src/standIns.ts`,
  );
}
