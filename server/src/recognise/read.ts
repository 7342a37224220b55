/** Reads a document: sections → sentences → drafts → bound statements. */
import type { Section, Study } from "../extraction.js";
import type { AnalyseOptions } from "../options.js";
import type { Change } from "../text/change.js";
import { plain as plainOf } from "../text/plain.js";
import { suspects } from "../text/registrations.js";
import { sectionsOf, walked, type TextSection } from "../text/sections.js";
import { study as readStudy } from "../text/study.js";
import { alike } from "./bind/changes.js";
import { contextOf, type Context, type Facts } from "./bind/context.js";
import { bound, type Stretch } from "./bound.js";
import { sumOf } from "./coverage.js";
import { groupsOf, place } from "./document.js";
import { Ids } from "./ids.js";
import type { Spoken } from "./kinds/carried.js";
import { asIs, asPrinted, isPrinted } from "./printed.js";
import { Reader, type Memory, type SeenSection } from "./memory.js";
import type { Reading, Sentence } from "./reading.js";

const UNREAD_KINDS: ReadonlySet<Section["kind"]> = new Set(["references", "boilerplate"]);

/** What is known of a text before it is read: a record of a tagged file says itself where its title and abstract stand. */
export interface Layout {
  /** In order; only these parts of the text are read. */
  readonly sections: readonly TextSection[];
  readonly study: Study;
  /** Tells the record from the others in its file; part of its statements' ids. */
  readonly id: string;
}

/**
 * @param previous the reading of an earlier version of the same document: sentences that did not change are not read again, and the
 *   statements of those that stand where they stood are the same objects
 * @param layout one record of a file of several; without it the text is one document, whose sections are looked for
 * @param change where the text differs from that of the previous reading, if that is known
 */
export function read(
  text: string,
  options: AnalyseOptions,
  previous?: Reading,
  layout?: Layout,
  change?: Change,
): Reading {
  // of a file of several studies only this one's part is looked at
  const from = layout?.sections[0]?.range.start ?? 0;
  const own = layout ? text.slice(from, layout.sections.at(-1)?.range.end) : text;
  const old = previous?.memory;
  const edit = layout || old?.plain.joined !== previous?.text ? undefined : change;
  const set = plainOf(own, old?.plain, edit);
  const whole = set.text === own;
  const walk = layout ? undefined : walked(set.text, old?.walk, set.change);
  const sections = layout?.sections ?? sectionsOf(walk!);
  const plain = sections.map(toSection);
  const read = sections.flatMap((s, k) =>
    UNREAD_KINDS.has(s.kind)
      ? []
      : [
          {
            at: s.bodyStart,
            section: plain[k]!,
            kind: s.kind,
            body: set.text.slice(s.bodyStart - from, s.range.end - from),
          },
        ],
  );
  const reader = new Reader(read, old);
  const sentences: Sentence[] = [];
  const stretches: Stretch[] = [];
  let spoken: Spoken | undefined;
  for (const part of read) {
    const seen = reader.section(part, spoken);
    spoken = seen.spokenAfter;
    for (const { start, end } of seen.ranges)
      sentences.push({ start: part.at + start, end: part.at + end, section: part.section });
    const asRead = whole || isPrinted(part.body, part.at - from, own, set);
    stretches.push({ at: part.at, kind: part.kind, seen, asRead });
  }
  const { context, facts, terms } = contextFor(reader.sections, options, old);
  const show = whole ? asIs : asPrinted(own, set, from);
  const places = layout ? [] : suspects(text, old?.suspects, change);
  const { statements, notes } = place(bound(stretches, context), new Ids(layout?.id), show);
  return {
    text,
    study: layout?.study ?? readStudy(text, sections, places),
    sections: plain,
    sentences,
    groups: groupsOf(statements, context),
    statements,
    coverage: sumOf(stretches.map(({ at, seen }) => ({ start: at, tally: seen.tally }))),
    memory: {
      plain: set,
      walk,
      suspects: places,
      decimalComma: reader.decimalComma,
      sections: reader.sections,
      facts,
      context,
      terms,
      noted: { text, asRead: stretches.map(({ asRead }) => asRead), statements, notes },
    },
  };
}

/** The document's context; the one before where no sentence can tell it from that. */
function contextFor(
  seen: readonly SeenSection[],
  options: AnalyseOptions,
  old: Memory | undefined,
): { context: Context; facts: readonly Facts[]; terms: string } {
  const facts = seen.flatMap((section) => section.facts);
  const terms = options.outcomes || options.groups ? JSON.stringify([options.outcomes, options.groups]) : "";
  const sameTerms = old?.terms === terms;
  if (
    old &&
    sameTerms &&
    old.facts.length === facts.length &&
    old.facts.every((f, i) => sameFacts(f, facts[i]!))
  )
    return { context: old.context, facts, terms };
  const made = contextOf(facts, options.outcomes ?? [], options.groups ?? []);
  return { context: old && alike(old.context, made) ? old.context : made, facts, terms };
}

/** An edited sentence mostly says what it said of abbreviations and arms. */
const sameFacts = (a: Facts, b: Facts): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

const toSection = (s: TextSection): Section => ({
  kind: s.kind,
  ...(s.heading !== undefined && { heading: s.heading }),
  range: s.range,
});
