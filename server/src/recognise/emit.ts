/** Drafts with token indices become statements with offsets into their sentence. */
import type {
  Bound,
  GroupRef,
  Interval,
  OutcomeRef,
  Range,
  ReportedP,
  SectionKind,
  Statement,
} from "../extraction.js";
import type { Bound as Binding } from "./bind/bind.js";
import type { Label } from "./bind/label.js";
import type { Outcome } from "./bind/outcomeName.js";
import type { Draft, IntervalDraft, PDraft, Span, Value } from "./draft.js";
import { isNR } from "./draft.js";
import type { Scope } from "./scope.js";

/** Writes the statements of one sentence; ids are left empty and ranges count from the sentence's start. */
export class Emitter {
  private literal: Record<string, string> = {};
  private ranges: Record<string, Range> = {};

  constructor(
    private readonly scope: Scope,
    private readonly section: SectionKind,
    private readonly idOf: (label: Label) => string,
  ) {}

  private get tokens() {
    return this.scope.line.tokens;
  }

  private rangeOf(from: number, to: number): Range {
    return { start: this.tokens[from]!.start, end: this.tokens[to - 1]!.end };
  }

  private textOf(span: Span): string {
    return this.scope.line.text.slice(this.tokens[span.from]!.start, this.tokens[span.to - 1]!.end);
  }

  /** Records a number's literal and range under `field`; returns its value. */
  private put(field: string, token: number | undefined): number | null {
    if (token === undefined) return null;
    const t = this.tokens[token]!;
    this.literal[field] = t.text;
    this.ranges[field] = this.rangeOf(token, token + 1);
    return t.value;
  }

  private bound(field: string, v: Value | undefined, dashed: boolean): Bound {
    if (v === undefined) return null;
    if (isNR(v)) {
      this.literal[field] = this.textOf({ from: v.from, to: v.to });
      this.ranges[field] = this.rangeOf(v.from, v.to);
      return "NR";
    }
    const value = this.put(field, v)!;
    return dashed ? Math.abs(value) : value;
  }

  private interval(i: IntervalDraft | undefined): Interval | null {
    if (!i) return null;
    const low = this.bound("low", i.low, false);
    const high = this.bound("high", i.high, dashedHigh(low, i, this.tokens));
    if (i.level !== null) this.literal["level"] = String(i.level);
    return {
      type: i.type === "unlabelled" ? "CI" : i.type,
      level: i.level,
      low,
      high,
      range: this.rangeOf(i.first, i.last + 1),
    };
  }

  private p(p: PDraft | undefined): ReportedP | null {
    if (!p) return null;
    const value = this.put("p", p.value);
    return { comparator: p.comparator, value, tag: p.tag, range: this.rangeOf(p.first, p.last + 1) };
  }

  private outcome(o: Outcome | undefined): OutcomeRef | null {
    if (!o) return null;
    return {
      text: o.text,
      ...(o.span && { range: this.rangeOf(o.span.from, o.span.to) }),
      ...(o.code && { code: o.code }),
    };
  }

  private group(l: Label | undefined): GroupRef | null {
    if (!l) return null;
    return {
      text: l.text,
      ...(l.span && { range: this.rangeOf(l.span.from, l.span.to) }),
      ...(l.key !== "" && { id: this.idOf(l) }),
    };
  }

  private common(d: Draft, b: Binding) {
    const interval = this.interval(d.interval);
    const p = this.p(d.p);
    if (d.unit) this.ranges["unit"] = this.rangeOf(d.unit.from, d.unit.to);
    if (d.head) this.ranges["measure"] = this.rangeOf(d.head.from, d.head.to);
    if (d.time) this.ranges["time"] = this.rangeOf(d.time.from, d.time.to);
    return {
      id: "",
      section: this.section,
      outcome: this.outcome(b.outcome),
      group: this.group(b.group),
      reference: this.group(b.reference),
      population: b.population ? this.textOf(b.population).replace(/\s+/g, " ") : null,
      interval,
      p,
      literal: this.literal,
      ranges: this.ranges,
      explain: explained(d, b),
    };
  }

  /** The statement of a draft with its stretch of the text: from the first to the last character that carries a value. */
  private stretched(statement: Statement, d: Draft): Statement {
    let start = Infinity;
    let end = -1;
    for (const field in this.ranges) {
      const r = this.ranges[field]!;
      if (field === "measure" || field === "time") continue;
      if (field === "unit" && r.start > this.tokens[d.last]!.end) continue;
      start = Math.min(start, r.start);
      end = Math.max(end, r.end);
    }
    statement.range = { start, end };
    statement.quote = this.scope.line.text.slice(start, end);
    return statement;
  }

  private value(d: Draft): number | "NR" {
    if (isNR(d.value)) {
      this.bound("value", d.value, false);
      return "NR";
    }
    const value = this.put("value", d.value)!;
    return d.below ? -value : value;
  }

  statement(d: Draft, b: Binding): Statement {
    this.literal = {};
    this.ranges = {};
    const unit = d.unit?.name ?? null;
    const build = (): Statement => {
      switch (d.kind) {
        case "effect":
          return {
            kind: "effect",
            measure: d.measure!,
            adjusted: d.adjusted ?? false,
            value: this.value(d) as number,
            ...this.common(d, b),
            ...EMPTY,
          };
        case "median":
          return { kind: "median", value: this.value(d), unit, ...this.common(d, b), ...EMPTY };
        case "mean":
          return {
            kind: "mean",
            value: this.value(d) as number,
            unit,
            sd: this.put("sd", d.sd),
            se: this.put("se", d.se),
            ...this.common(d, b),
            ...EMPTY,
          };
        case "landmark":
          return {
            kind: "landmark",
            value: this.value(d) as number,
            time: d.time ? { value: d.time.value, unit: d.time.unit } : null,
            ...this.common(d, b),
            ...EMPTY,
          };
        case "proportion":
          return {
            kind: "proportion",
            n: this.put("n", d.n),
            N: this.put("N", d.N),
            percent: this.put("percent", d.percent),
            ...this.common(d, b),
            ...EMPTY,
          };
        case "group-size":
          return { kind: "group-size", n: this.put("n", d.n)!, ...this.common(d, b), ...EMPTY };
        case "test":
          return {
            kind: "test",
            statistic: d.statistic!,
            df: this.degrees(d),
            value: this.value(d) as number,
            ...this.common(d, b),
            ...EMPTY,
          };
        case "other":
          return {
            kind: "other",
            name: d.name!,
            value: this.value(d) as number,
            unit,
            ...this.common(d, b),
            ...EMPTY,
          };
      }
    };
    return this.stretched(build(), d);
  }

  /** Degrees of freedom; "t28" carries its own in the word. */
  private degrees(d: Draft): number[] {
    return (d.df ?? []).flatMap((token, k) => {
      const t = this.tokens[token]!;
      if (t.type !== "number") return Number(/\d+$/.exec(t.norm)![0]);
      const value = this.put(`df${k}`, token)!;
      // "F 1,164": both degrees of freedom in one number
      return d.statistic === "F" && t.text.includes(",") && d.df!.length === 1
        ? t.text.split(",").map(Number)
        : value;
    });
  }

  /** A p-value that belongs to no single statement; what it compares is filled in once ids are known. */
  pValue(p: PDraft, outcome: Outcome | undefined): Statement {
    this.literal = {};
    this.ranges = {};
    const value = this.put("value", p.value);
    const range = this.rangeOf(p.first, p.last + 1);
    if (value === null) this.ranges["value"] = range;
    return {
      kind: "p-value",
      id: "",
      range,
      quote: this.scope.line.text.slice(range.start, range.end),
      section: this.section,
      outcome: this.outcome(outcome),
      group: null,
      reference: null,
      population: null,
      interval: null,
      p: null,
      literal: this.literal,
      ranges: this.ranges,
      comparator: p.comparator,
      value,
      tag: p.tag,
      compares: [],
      ...(outcome && { explain: [because("outcome", outcome)] }),
    };
  }
}

/** A line for a bound field: what it is and where that was read. */
const because = (field: string, x: { text: string; because: string }): string =>
  `${field} ← '${x.text}' (${x.because})`;

function explained(d: Draft, b: Binding): string[] {
  const lines = [...d.explain];
  if (b.outcome) lines.push(because("outcome", b.outcome));
  if (b.group) lines.push(because("group", b.group));
  if (b.reference) lines.push(because("reference", b.reference));
  return lines;
}

/** Filled in by `stretched` once all ranges are known. */
const EMPTY = { range: { start: 0, end: 0 }, quote: "" };

/** "0.8 -1.7": a dash before the upper bound that was taken for a sign. */
function dashedHigh(low: Bound, i: IntervalDraft, tokens: Scope["line"]["tokens"]): boolean {
  if (typeof low !== "number" || typeof i.high !== "number" || low < 0) return false;
  const high = tokens[i.high]!;
  return high.value < 0 && -high.value > low && typeof i.low === "number" && i.high === i.low + 1;
}
