/** What stands around a number expression: the words that decide its kind. */
import { words } from "../text/words.js";
import type { Section } from "../extraction.js";
import type { Cell } from "./cell.js";
import type { Spoken } from "./kinds/carried.js";
import type { Draft, PDraft } from "./draft.js";
import type { Intervals } from "./interval.js";
import { ENDPOINTS, type Endpoint } from "./lexicon/endpoints.js";
import { HEADS, type Head } from "./lexicon/heads.js";
import { isNumber, norm, type Line } from "./line.js";
import { MARK } from "./marks.js";
import type { TimePoint } from "./timepoint.js";

export interface HeadAt {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly head: Head;
}

export interface EndpointAt {
  readonly from: number;
  readonly to: number;
  readonly endpoint: Endpoint;
}

/** One sentence with everything the kinds look at. */
export interface Scope {
  readonly line: Line;
  readonly section: Section["kind"];
  readonly heads: readonly HeadAt[];
  readonly endpoints: readonly EndpointAt[];
  readonly points: readonly TimePoint[];
  readonly ps: readonly PDraft[];
  readonly intervals: Intervals;
  readonly cells: Cell[];
  /** What has been recognised so far, left to right. */
  readonly drafts: Draft[];
  /** What the sentence before was about, where this one may go on with it. */
  readonly heard?: Spoken | undefined;
}

/** All head words of a sentence. */
export function readHeads(line: Line): HeadAt[] {
  const out: HeadAt[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (!(line.marks[i]! & MARK.head)) continue;
    const found = HEADS.at(line, i);
    if (!found || !counts(line, i, found.end, found.value)) continue;
    const other = coordinated(line, i, found.value);
    if (other) out.push({ from: i - 2, to: i - 1, head: other });
    out.push({ from: i, to: found.end, head: found.value });
    // "I 2", "η p 2": the number belongs to the name
    for (let k = i; k < found.end; k++) if (isNumber(line, k)) line.claims[k] = "name";
    i = found.end - 1;
  }
  return out;
}

/** "positive and negative predictive values": the name that shares the words of the one at token `i`. */
function coordinated(line: Line, i: number, head: Head): Head | undefined {
  if (head.type !== "name" || !/^(?:and|or|\/)$/.test(norm(line, i - 1))) return undefined;
  const [own, other] = [norm(line, i), norm(line, i - 2)];
  const pair = (own === "negative" && other === "positive") || (own === "positive" && other === "negative");
  return pair && head.name.startsWith(own) ? { ...head, name: head.name.replace(own, other) } : undefined;
}

/** "in groups RM and RD" */
const namesGroup = (line: Line, i: number): boolean =>
  /^(?:groups?|arms?)$/.test(norm(line, norm(line, i - 1) === "and" ? i - 3 : i - 1));

/** Abbreviations must be printed as such; letters for statistics must be followed by their value. */
function counts(line: Line, i: number, end: number, head: Head): boolean {
  const t = line.tokens[i]!;
  const after = norm(line, end);
  switch (head.type) {
    case "ratio":
      // "HR (bpm)" is a heart rate
      if (after === "(" && norm(line, end + 1) === "bpm") return false;
      return !head.capital || (!namesGroup(line, i) && printedLarge(line, i, after));
    case "smd":
      if (head.needsSign) return COMPARED.has(after) && norm(line, i - 1) !== "/";
      return t.norm !== "es" || (t.text === "ES" && signed(line, end));
    case "correlation":
    case "beta":
      if (!head.needsSign || COMPARED.has(after)) return true;
      if (after === ":" && isNumber(line, end + 1)) return !line.tokens[end + 1]!.integer;
      return t.norm !== "b" && isNumber(line, end) && !line.tokens[end]!.integer;
    case "mean":
      if (t.norm === "m") return t.text === "M" && after === "=";
      return !MEAN_OF_NAME.has(after);
    case "name":
      return t.norm.length > 2 || SHORT_NAMES.has(t.norm) || end > i + 1 || named(line, i, end);
    case "difference":
      return end > i + 1 || !namesGroup(line, i);
    default:
      return true;
  }
}

const COMPARED = words("= < >");
/** "mean arterial pressure", "mean platelet volume" name quantities. */
const MEAN_OF_NAME = words("arterial platelet corpuscular airway pulmonary");
const SHORT_NAMES = words("i2 i² r2 κ h2");

/** "OR", "HR" and the like; small letters count only before an equals sign. */
function printedLarge(line: Line, i: number, after: string): boolean {
  const { text, norm: small } = line.tokens[i]!;
  // "grade > or = 3"
  if (/^[<>]$/.test(norm(line, i - 1))) return false;
  if (text === small || (small === "or" && text !== "OR" && text !== "ORs")) return after === "=";
  return true;
}

const signed = (line: Line, end: number): boolean =>
  norm(line, end) === "=" || norm(line, end) === ":" || (isNumber(line, end) && !line.tokens[end]!.integer);

/** Short names are names only before their value. */
function named(line: Line, i: number, end: number): boolean {
  const { text } = line.tokens[i]!;
  const after = norm(line, end);
  return after === "=" || after === ":" || text === "VE" || (text === "CV" && isNumber(line, end));
}

const hasNumber = (line: Line, from: number, to: number): boolean => {
  for (let k = from; k < to; k++)
    if (isNumber(line, k) && !(norm(line, k + 1) === "%" && norm(line, k + 2) === "ci")) return true;
  return false;
};

export function readEndpoints(line: Line): EndpointAt[] {
  const out: EndpointAt[] = [];
  for (let i = 0; i < line.tokens.length; i++) {
    if (!(line.marks[i]! & MARK.endpoint) || line.tokens[i]!.type !== "word") continue;
    const found = ENDPOINTS.at(line, i);
    if (!found) continue;
    const t = line.tokens[i]!;
    if (found.end === i + 1 && t.norm.length <= 3 && t.text === t.norm) continue;
    out.push({ from: i, to: found.end, endpoint: found.value });
    i = found.end - 1;
  }
  return out;
}

export interface Seen {
  readonly at: HeadAt;
  /** Cells between the head and the cell. */
  readonly cells: number;
  /** Semicolons between them outside brackets. */
  readonly stops: number;
  readonly distance: number;
}

/** Heads to the left of token `i`, nearest first; brackets that closed before it are passed over. */
export function headsBefore(scope: Scope, i: number, reach = 60): Seen[] {
  const { line, heads } = scope;
  const out: Seen[] = [];
  let cells = 0;
  let stops = 0;
  let h = heads.length - 1;
  while (h >= 0 && heads[h]!.from >= i) h--;
  let distance = 0;
  for (let k = i - 1; h >= 0 && k >= 0 && distance < reach; k--) {
    const close = line.partner[k]!;
    if (close >= 0 && close < k) {
      // "hazard ratio [HR]": the bracket only repeats; what it holds is out of scope
      const format = k - close <= 11 && !hasNumber(line, close, k);
      while (h >= 0 && heads[h]!.from > close) {
        const inner = heads[h]!;
        if (format && /^(?:mean|median|ratio|difference)$/.test(inner.head.type))
          out.push({ at: inner, cells, stops, distance: i - inner.to });
        h--;
      }
      k = close;
      distance++;
      continue;
    }
    distance++;
    const { type, norm } = line.tokens[k]!;
    if (norm === ";") stops++;
    if (type === "number" && (line.claims[k] === "cell" || line.claims[k] === "statement")) cells++;
    while (h >= 0 && heads[h]!.from === k) {
      out.push({ at: heads[h]!, cells, stops, distance: i - heads[h]!.to });
      h--;
    }
  }
  return governed(out);
}

/** "difference in LS mean change": the difference governs the mean that stands nearer. */
function governed(seen: Seen[]): Seen[] {
  for (let k = 0; k + 1 < seen.length; k++) {
    const type = seen[k]!.at.head.type;
    if (type !== "mean" && type !== "change" && type !== "baseline") continue;
    // "median blood loss", "median ferritin fell to": the median governs the change
    const outer = seen[k + 1]!;
    if (
      type === "change" &&
      outer.at.head.type === "median" &&
      outer.cells === seen[k]!.cells &&
      outer.stops === seen[k]!.stops &&
      seen[k]!.at.from - outer.at.to <= 6
    )
      return [...seen.slice(0, k), ...seen.slice(k + 1)];
    for (let j = k + 1; j < seen.length && seen[k]!.at.from - seen[j]!.at.to <= 12; j++) {
      if (seen[j]!.at.head.type === "difference" && seen[j]!.cells - seen[k]!.cells <= 1)
        return [...seen.slice(0, k), ...seen.slice(j)];
    }
    return seen;
  }
  return seen;
}

/** True when only connecting words and bracketed labels stand between two cells: "12.6 vs. 8.9", "31.4 (A), 33.2 (B), and 32.6". */
export function strictlyLinked(line: Line, a: Cell, b: Cell): boolean {
  let words = 0;
  for (let k = a.last + 1; k < b.first; k++) {
    const close = line.partner[k]!;
    if (close > k && close < b.first) {
      k = close;
      continue;
    }
    if (!CONNECTORS.has(norm(line, k))) return false;
    words++;
  }
  return words > 0;
}

const CONNECTORS = words(`
vs v versus and to or , compared with against / than & but respectively only ;
`);

/** True when the cells are joined by a contrast or a list with short phrases between them. */
export function looselyLinked(scope: Scope, a: Cell, b: Cell): boolean {
  const { line } = scope;
  if (b.first - a.last > 26) return false;
  let joined = false;
  for (let k = a.last + 1; k < b.first; k++) {
    const w = norm(line, k);
    if (/^(?:vs|v|versus|and|compared|than|whereas|while|,|to|or|against|but|relative|;)$/.test(w))
      joined = true;
    if (w === ";" && line.depth[k] === 0) return false;
  }
  return joined;
}

/** A lone comma joins "486, 93%" as little as any two things. */
export const onlyComma = (line: Line, from: number, to: number): boolean => {
  let commas = 0;
  for (let k = from; k < to; k++) {
    if (line.partner[k]! > k) k = line.partner[k]!;
    else if (norm(line, k) === "," || norm(line, k) === ";") commas++;
    else return false;
  }
  return commas > 0;
};
