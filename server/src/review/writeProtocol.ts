/** How the protocol is written: keys in the order of its schema, an entry a line, as the quick fixes that amend it expect. */
import { oneLine } from "./jsonEdits.js";
import { protocol, type Protocol } from "./protocol.js";

/** Keys whose entries stand on lines of their own. */
const LISTS: ReadonlySet<string> = new Set(["outcomes", "groups", "rules", "reviewers"]);

/** The same protocol gives the same characters. @throws Error where the value does not fit its schema */
export function writeProtocol(value: Protocol): string {
  const lines = Object.entries(protocol.parse(value))
    .filter(([, each]) => each !== undefined)
    .map(([key, each]) => `  ${JSON.stringify(key)}: ${LISTS.has(key) ? list(each) : oneLine(each)}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function list(value: unknown): string {
  const entries = Array.isArray(value)
    ? value.map((each) => oneLine(each))
    : Object.entries(value as object).map(([key, each]) => `${JSON.stringify(key)}: ${oneLine(each)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return entries.length === 0
    ? `${open}${close}`
    : `${open}\n${entries.map((entry) => `    ${entry}`).join(",\n")}\n  ${close}`;
}
