/** Which of our files a text is, and what is wrong with it. */
import * as z from "zod/mini";
import { extraction, EXTRACTION_FORMAT } from "../extraction.js";
import { annotations, ANNOTATIONS_FORMAT } from "./annotations.js";
import { faultMaker, parseJson, type Fault } from "./json.js";
import { parseProtocol, type KnownTerms } from "./parseProtocol.js";
import { PROTOCOL_FORMAT } from "./protocol.js";
import { review, REVIEW_FORMAT } from "./review.js";

const SCHEMAS: Readonly<Record<string, z.ZodMiniType>> = {
  [EXTRACTION_FORMAT]: extraction,
  [ANNOTATIONS_FORMAT]: annotations,
  [REVIEW_FORMAT]: review,
};

const FORMATS = [PROTOCOL_FORMAT, ...Object.keys(SCHEMAS)];

/**
 * Faults of a protocol, decision, review or extraction file; none for a valid one.
 *
 * @param path by its ending, .ndjson or .jsonl, each line is a value of its own
 */
export function faultsOf(path: string, text: string, known: KnownTerms): readonly Fault[] {
  return /\.(ndjson|jsonl)$/i.test(path) ? faultsByLine(text, known) : faultsOfValue(text, known);
}

function faultsByLine(text: string, known: KnownTerms): Fault[] {
  let offset = 0;
  return text.split("\n").flatMap((content, index) => {
    const start = offset;
    offset += content.length + 1;
    if (content.trim() === "") return [];
    return faultsOfValue(content, known).map((fault) => ({
      ...fault,
      line: index + 1,
      start: start + fault.start,
      end: start + fault.end,
    }));
  });
}

function faultsOfValue(text: string, known: KnownTerms): readonly Fault[] {
  const parsed = parseJson(z.unknown(), text);
  if (parsed.faults !== undefined) return parsed.faults;
  const { value } = parsed;
  // `extract --format json` writes a list.
  if (Array.isArray(value)) return parseJson(z.array(extraction), text).faults ?? [];
  const format = typeof value === "object" && value !== null && "format" in value ? value.format : undefined;
  if (format === PROTOCOL_FORMAT) return parseProtocol(text, known).faults;
  const schema = typeof format === "string" ? SCHEMAS[format] : undefined;
  if (schema !== undefined) return parseJson(schema, text).faults ?? [];
  const message = `The key "format" must name one of ${FORMATS.join(", ")}.`;
  return [faultMaker(text)(format === undefined ? [] : ["format"], message)];
}
