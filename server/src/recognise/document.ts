/** From the statements of single sentences to those of a document: places, ids, groups, denominators. */
import type { Group, Range, SectionKind, Statement } from "../extraction.js";
import type { Bindings, Carry } from "./bind/bind.js";
import type { Context } from "./bind/context.js";
import { Emitter } from "./emit.js";
import { hash, type Id, type Ids } from "./ids.js";
import { newNote, type Note } from "./reading.js";
import type { SentenceReading } from "./sentence.js";

/** The statements of one sentence; until they are placed, as if the document began with it and before ids are given. */
export interface Written {
  readonly statements: readonly Statement[];
  /** By statement: places in `statements` of those that a p-value compares. */
  readonly compares: readonly (readonly number[])[];
  /** By statement: what its id is made from. */
  readonly keys: readonly string[];
  /** Places of the sizes that have a group, and of the counts whose total may be such a size. */
  readonly sizes: readonly number[];
  readonly shares: readonly number[];
  readonly carry: Carry;
  /** Where the sentence stood last, and its statements there. */
  placed?: Placed;
  ids?: readonly Id[];
  /** Whether they are shown as they were read, where the section's words were read as they are printed; known once it was asked. */
  shownAsRead?: boolean;
  /** How they were shown last in other words than were read. */
  shown?: Shown;
}

/** Statements as they are shown where a sentence stands in these words, which differ from those that were read. */
export interface Shown {
  readonly words: string;
  readonly printed: string;
  readonly read: Told;
  readonly told: Told;
}

export type Told = Pick<Placed, "statements" | "notes">;

export interface Placed {
  readonly start: number;
  readonly ids: readonly Id[];
  readonly totals: readonly (Total | undefined)[];
  readonly statements: readonly Statement[];
  readonly notes: readonly Note[];
}

/** The size of a group that a count is a share of. */
interface Total {
  readonly value: number;
  readonly statementId: string;
}

export function write(
  reading: SentenceReading,
  bindings: Bindings,
  section: SectionKind,
  context: Context,
): Written {
  const { scope, drafts } = reading;
  const emitter = new Emitter(scope, section, (l) => groupId(l.key, context));
  const rows = [
    ...drafts.map((d, k) => ({
      statement: emitter.statement(d, bindings.bound[k]!),
      draft: k,
      compares: [] as readonly number[],
    })),
    ...bindings.ps.map(({ p, outcome, compares }) => ({
      statement: emitter.pValue(p, outcome),
      draft: -1,
      compares,
    })),
  ].sort((a, b) => a.statement.range.start - b.statement.range.start);
  const place = new Map(rows.map((r, i) => [r.draft, i]));
  const statements = rows.map((r) => r.statement);
  const indices = (test: (s: Statement) => boolean): number[] =>
    statements.flatMap((s, i) => (test(s) ? [i] : []));
  return {
    statements,
    compares: rows.map((r) => r.compares.map((k) => place.get(k)!)),
    keys: statements.map((s) => `${s.kind}|${s.quote.toLowerCase().replace(/\s+/g, "")}`),
    sizes: indices((s) => s.kind === "group-size" && s.group?.id !== undefined),
    shares: indices(
      (s) => s.kind === "proportion" && s.n !== null && s.N === null && s.group?.id !== undefined,
    ),
    carry: bindings.carry,
  };
}

/** Made from the label's words, so that it stays when the text around it changes. */
export function groupId(key: string, context: Context): string {
  const canonical = context.canonical(key);
  const slug = canonical
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug.length > 0 && slug.length <= 48 ? slug : hash(canonical);
}

/** A sentence's statements and where it stands. */
export interface Part extends Range {
  readonly written: Written;
  /** Whether the words of its section were read as they are printed. */
  readonly asRead: boolean;
}

type Show = (placed: Told, part: Part) => Told;

/**
 * The statements of a document, in order, with their ids; a sentence that stands where it stood keeps its statements as they were.
 *
 * @param show what to give for a sentence's statements
 */
export function place(
  parts: readonly Part[],
  ids: Ids,
  show: Show,
): { statements: Statement[]; notes: Note[] } {
  const given = parts.map(({ written }) => {
    const last = written.ids;
    const own = written.keys.map((key, i) => ids.next(key, last?.[i]));
    return last && own.every((id, i) => id === last[i]) ? last : (written.ids = own);
  });
  const sizes = sizesOf(parts, given);
  const out = { statements: [] as Statement[], notes: [] as Note[] };
  parts.forEach((part, k) => {
    const { written, start } = part;
    const totals = written.shares.map((i) => totalOf(written.statements[i]!, sizes));
    const { statements, notes } = show(placed(written, start, given[k]!, totals), part);
    for (const s of statements) out.statements.push(s);
    for (const note of notes) out.notes.push(note);
  });
  return out;
}

function placed(
  written: Written,
  start: number,
  ids: readonly Id[],
  totals: readonly (Total | undefined)[],
): Placed {
  const last = written.placed;
  const sameTotals = last?.totals.every((t, i) => sameTotal(t, totals[i])) === true;
  if (
    last?.start === start &&
    sameTotals &&
    (last.ids === ids || last.ids.every(({ id }, i) => id === ids[i]!.id))
  )
    return last;
  // what stood elsewhere belongs to an earlier analysis, and what stood nowhere is moved from later
  const by = start - (last?.start ?? 0);
  const statements = (last?.statements ?? written.statements).map((s) => shift(s, by));
  statements.forEach((s, i) => {
    s.id = ids[i]!.id;
    const compares = written.compares[i]!;
    if (s.kind === "p-value" && compares.length) s.compares = compares.map((j) => ids[j]!.id);
  });
  written.shares.forEach((i, k) => {
    const total = totals[k];
    const s = statements[i]!;
    if (s.kind !== "proportion") return;
    if (total) s.denominator = { value: total.value, statementId: total.statementId, inferred: true };
    else if (s.denominator) delete s.denominator;
  });
  const notes = last && sameTotals ? last.notes : statements.map(newNote);
  return (written.placed = { start, ids, totals, statements, notes });
}

const sameTotal = (a: Total | undefined, b: Total | undefined): boolean =>
  a?.value === b?.value && a?.statementId === b?.statementId;

/** By group: its sizes with the statements that give them, in order. */
function sizesOf(
  parts: readonly Part[],
  ids: readonly (readonly Id[])[],
): ReadonlyMap<string, readonly Total[]> {
  const sizes = new Map<string, Total[]>();
  parts.forEach(({ written }, k) => {
    for (const i of written.sizes) {
      const s = written.statements[i]!;
      if (s.kind !== "group-size") continue;
      const total = { value: s.n, statementId: ids[k]![i]!.id };
      const list = sizes.get(s.group!.id!);
      if (!list) sizes.set(s.group!.id!, [total]);
      else if (list.length < 12) list.push(total);
    }
  });
  return sizes;
}

/** Of the sizes of the statement's group the first that its percentage fits, otherwise the first that is large enough. */
function totalOf(s: Statement, sizes: ReadonlyMap<string, readonly Total[]>): Total | undefined {
  if (s.kind !== "proportion" || s.n === null) return undefined;
  const { n, percent } = s;
  const list = sizes.get(s.group!.id!)?.filter((t) => t.value >= n && t.value > 0);
  if (!list?.length) return undefined;
  if (percent === null) return list[0];
  const decimals = /[.·,](\d+)/.exec(s.literal["percent"] ?? "")?.[1]?.length ?? 0;
  return list.find((t) => Math.abs((100 * n) / t.value - percent) <= 0.5 * 10 ** -decimals + 1e-9) ?? list[0];
}

const moved = (r: Range, by: number): Range => ({ start: r.start + by, end: r.end + by });

/** What has a range in the document, so many code units further on. */
const shifted = <T extends { readonly range?: Range | undefined }>(part: T, by: number): T =>
  part.range === undefined ? part : { ...part, range: moved(part.range, by) };

/** A statement so many code units further on, which shares no range with the first. Copied whole and changed then, which is fast for every shape. */
function shift(s: Statement, by: number): Statement {
  const ranges: Record<string, Range> = { ...s.ranges };
  for (const field in ranges) ranges[field] = moved(ranges[field]!, by);
  const out: Statement = { ...s };
  out.range = moved(s.range, by);
  if (s.outcome) out.outcome = shifted(s.outcome, by);
  if (s.group) out.group = shifted(s.group, by);
  if (s.reference) out.reference = shifted(s.reference, by);
  if (s.interval) out.interval = shifted(s.interval, by);
  if (s.p) out.p = shifted(s.p, by);
  out.ranges = ranges;
  return out;
}

/** The groups that the statements name, with the sizes that the document gives them. */
export function groupsOf(statements: readonly Statement[], context: Context): Group[] {
  const groups = new Map<string, { label: string; n?: number; ranges: Group["ranges"] }>();
  for (const s of statements) {
    for (const g of [s.group, s.reference]) {
      if (!g?.id) continue;
      let known = groups.get(g.id);
      if (!known) groups.set(g.id, (known = { label: g.text, ranges: [] }));
      if (g.range) known.ranges.push(g.range);
    }
    if (s.kind === "group-size" && s.group?.id) groups.get(s.group.id)!.n ??= s.n;
  }
  const control = context.control && groupId(context.control.key, context);
  const experimental = context.experimental && groupId(context.experimental.key, context);
  return [...groups].map(([id, g]): Group => ({
    id,
    label: g.label,
    ...(g.n !== undefined && { n: g.n }),
    ...(id === control ? { role: "control" } : id === experimental ? { role: "experimental" } : {}),
    ranges: g.ranges,
  }));
}
