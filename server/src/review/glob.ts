/** Glob patterns as VS Code writes them: ** * ? {a,b} [abc] [!abc], matched against a whole path with forward slashes. */

export type PathTest = (path: string) => boolean;

/** True for a path that any of the patterns matches. A pattern that cannot be understood matches nothing. */
export function matchesAny(patterns: readonly string[]): PathTest {
  const tests = patterns.map(compile);
  return (path) => tests.some((test) => test.test(path));
}

const NEVER = /(?!)/;
const TOKEN = /\*\*\/|\*+|\[[^\]/]+\]|[^]/gu;

function compile(pattern: string): RegExp {
  let alternatives = 0;
  const source = pattern.replace(/^\.?\//, "").replace(TOKEN, (token) => {
    if (token === "{") alternatives++;
    if (token === "}") alternatives--;
    return translated(token, alternatives > 0);
  });
  try {
    return new RegExp(`^${source}$`, "u");
  } catch {
    return NEVER;
  }
}

function translated(token: string, inAlternatives: boolean): string {
  if (token === "**/") return "(?:[^/]+/)*";
  if (token === "*") return "[^/]*";
  if (token.startsWith("*")) return ".*";
  if (token === "?") return "[^/]";
  if (token === "{") return "(?:";
  if (token === "}") return ")";
  if (token === "," && inAlternatives) return "|";
  if (token.length > 2 && token.startsWith("[")) {
    const negated = /^\[[!^]/.test(token);
    const set = token.slice(negated ? 2 : 1, -1).replace(/[\\^[]/g, "\\$&");
    return `[${negated ? "^" : ""}${set}]`;
  }
  return /[\\^$.|+()[\]]/.test(token) ? `\\${token}` : token;
}
