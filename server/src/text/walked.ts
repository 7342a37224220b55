/** The sections of a text as they were found, from which those of an edited text are found without walking over all of it again. */
import type { SectionKind } from "../extraction.js";
import type { Change } from "./change.js";
import { firstWhere } from "./search.js";

/** A place where a section begins. */
export interface Mark {
  readonly start: number;
  readonly bodyStart: number;
  readonly kind: SectionKind;
  readonly heading?: string;
}

/** A line's beginning at which nothing of what stands before it is open but the section. */
export interface Rest {
  readonly at: number;
  /** So many sections have begun. */
  readonly marks: number;
  readonly blankBefore: boolean;
  readonly resumed: SectionKind;
}

export interface Walked {
  readonly text: string;
  readonly marks: readonly Mark[];
  /** In order, at some distance from each other. */
  readonly rests: readonly Rest[];
}

/** No line is judged by what stands further behind it: a title by its paragraph and the beginning of the next. */
const LOOK_AHEAD = 6000;

/** What was found up to the last place to rest before a change, if there is one; a block of metadata is looked for in much of the text. */
export function beforeChange({ text, marks, rests }: Walked, { start }: Change): Walked | undefined {
  const count = firstFrom(rests, start - LOOK_AHEAD);
  const last = rests[count - 1];
  if (last === undefined || /^\uFEFF?---/.test(text)) return undefined;
  return { text, marks: marks.slice(0, last.marks), rests: rests.slice(0, count) };
}

/**
 * What follows a place to rest behind a change, where all goes on there as it did before; counted in the text of now.
 *
 * @param rest how it is now
 * @param kind of the section that is open there
 */
export function behindChange(
  { text, marks, rests }: Walked,
  { end, oldEnd }: Change,
  rest: Rest,
  kind: SectionKind,
): Walked | undefined {
  if (rest.at < end) return undefined;
  const by = end - oldEnd;
  const index = firstFrom(rests, rest.at - by);
  const old = rests[index];
  const same =
    old?.at === rest.at - by &&
    old.blankBefore === rest.blankBefore &&
    old.resumed === rest.resumed &&
    marks[old.marks - 1]?.kind === kind;
  if (!same) return undefined;
  const more = rest.marks - old.marks;
  return {
    text,
    marks: marks
      .slice(old.marks)
      .map((mark) => ({ ...mark, start: mark.start + by, bodyStart: mark.bodyStart + by })),
    rests: rests.slice(index).map((later) => ({ ...later, at: later.at + by, marks: later.marks + more })),
  };
}

/** The index of the first place to rest at or after an offset. */
const firstFrom = (rests: readonly Rest[], offset: number): number =>
  firstWhere(rests.length, (i) => rests[i]!.at >= offset);
