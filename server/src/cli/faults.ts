import type { Fault } from "../review/json.js";

/** A fault as compilers print them: "file:line:column: error: message (key.0.key)". */
export function faultLine(path: string, { line, column, severity, message, path: keys }: Fault): string {
  const place = keys.length > 0 ? ` (${keys.join(".")})` : "";
  return `${path}:${line}:${column}: ${severity}: ${message}${place}`;
}
