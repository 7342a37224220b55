/** From the sentences of a document to its statements: ids, groups, denominators. Sentences that did not change keep what was read. */
import type { Group, Statement } from "../extraction.js";
import type { Bindings, Carry } from "./bind/bind.js";
import type { Context } from "./bind/context.js";
import type { Label } from "./bind/group.js";
import { Emitter } from "./emit.js";
import { hash } from "./ids.js";
import type { SentenceReading } from "./sentence.js";
import type { SectionKind } from "../extraction.js";

/** The statements of one sentence, as if the document began with it and before ids are given. */
export interface Written {
  readonly statements: readonly Statement[];
  /** By statement: places in `statements` of those that a p-value compares. */
  readonly compares: readonly (readonly number[])[];
  /** By statement: the place in `ids` that its kind and quote have. */
  readonly keys: readonly string[];
  readonly carry: Carry;
}

export function write(
  reading: SentenceReading,
  bindings: Bindings,
  section: SectionKind,
  context: Context,
): Written {
  const { scope, drafts } = reading;
  const emitter = new Emitter(scope, section, (l) => groupId(l, context));
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
  return {
    statements: rows.map((r) => r.statement),
    compares: rows.map((r) => r.compares.map((k) => place.get(k)!)),
    keys: rows.map((r) => `${r.statement.kind}|${r.statement.quote.toLowerCase().replace(/\s+/g, "")}`),
    carry: bindings.carry,
  };
}

/** Made from the label's words, so that it stays when the text around it changes. */
export function groupId(label: Label, context: Context): string {
  const key = context.canonical(label.key);
  const slug = key
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  return slug.length > 0 && slug.length <= 48 ? slug : hash(key);
}

/** The groups that the statements name, with the sizes that the document gives them. */
export function groupsOf(statements: readonly Statement[], context: Context): Group[] {
  const groups = new Map<string, { label: string; n?: number; ranges: Group["ranges"] }>();
  const role = (id: string): Group["role"] | undefined => {
    const at = (a: Context["control"]): boolean =>
      a !== undefined && groupId({ text: a.label, key: a.key, because: "" }, context) === id;
    return at(context.control) ? "control" : at(context.experimental) ? "experimental" : undefined;
  };
  for (const s of statements) {
    for (const g of [s.group, s.reference]) {
      if (!g?.id) continue;
      let known = groups.get(g.id);
      if (!known) groups.set(g.id, (known = { label: g.text, ranges: [] }));
      if (g.range) known.ranges.push(g.range);
    }
    if (s.kind === "group-size" && s.group?.id) {
      const known = groups.get(s.group.id)!;
      known.n ??= s.n;
    }
  }
  return [...groups].map(([id, g]) => {
    const r = role(id);
    return {
      id,
      label: g.label,
      ...(g.n !== undefined && { n: g.n }),
      ...(r && { role: r }),
      ranges: g.ranges,
    };
  });
}
