/** The statements of sections, each sentence bound with what the one before hands on; kept where an edit cannot have changed them. */
import type { SectionKind } from "../extraction.js";
import { NO_CARRY, bind, reset, type Carry } from "./bind/bind.js";
import { Changes } from "./bind/changes.js";
import type { Context } from "./bind/context.js";
import { write, type Part, type Written } from "./document.js";
import type { Seen, SeenSection } from "./memory.js";

/** The statements of a sentence in a context. */
export interface WrittenIn {
  readonly context: Context;
  readonly carry: string;
  readonly written: Written;
}

/** The statements of a section in a context. */
export interface BoundSection {
  readonly context: Context;
  /** What it was handed. */
  readonly carry: string;
  /** With the sentences' places from the section's beginning. */
  readonly parts: readonly Omit<Part, "asRead">[];
  readonly after: Carry;
}

/** A section where it stands in this document. */
export interface Stretch {
  readonly at: number;
  readonly kind: SectionKind;
  readonly seen: SeenSection;
  /** Whether its words were read as they are printed. */
  readonly asRead: boolean;
}

export function bound(stretches: readonly Stretch[], context: Context): Part[] {
  const parts: Part[] = [];
  const changes = new Changes(context);
  let carry: Carry = NO_CARRY;
  for (const { at, kind, seen, asRead } of stretches) {
    if (seen.seen.length === 0) continue;
    carry = reset(carry);
    const known = seen.bound;
    const same = known?.context === context && known.carry === carry.key ? known : undefined;
    const { parts: own, after } = same ?? (seen.bound = boundSection(seen, kind, context, changes, carry));
    for (const { written, start, end } of own)
      parts.push({ written, start: at + start, end: at + end, asRead });
    carry = after;
  }
  return parts;
}

function boundSection(
  { seen, ranges }: SeenSection,
  kind: SectionKind,
  context: Context,
  changes: Changes,
  before: Carry,
): BoundSection {
  const parts: Omit<Part, "asRead">[] = [];
  let carry = before;
  seen.forEach((one, i) => {
    const { reading } = one;
    if (!reading) return;
    const written = writtenIn(one, context, changes, carry, () =>
      write(reading, bind(reading, context, carry), kind, context),
    );
    carry = written.carry;
    if (written.statements.length) parts.push({ written, ...ranges[i]! });
  });
  return { context, carry: before.key, parts, after: carry };
}

/** The statements of a sentence in a context, from memory or by `make`. */
function writtenIn(
  seen: Seen,
  context: Context,
  changes: Changes,
  carry: Carry,
  make: () => Written,
): Written {
  const line = seen.reading?.scope.line.text ?? "";
  for (const w of seen.written)
    if (w.carry === carry.key && !changes.concern(w.context, line, carry.key)) {
      if (w.context !== context)
        seen.written = [{ ...w, context }, ...seen.written.filter((other) => other !== w)];
      return w.written;
    }
  const written = make();
  seen.written = [{ context, carry: carry.key, written }, ...seen.written.slice(0, 3)];
  return written;
}
