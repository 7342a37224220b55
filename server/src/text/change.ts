/** What an edit changed. */

/** Two texts are the same before `start`, and behind `end` in the one of now and `oldEnd` in the one before. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly oldEnd: number;
}

/** Compared at once, which goes many times as fast as one by one. */
const BLOCK = 4096;

/** The stretch in which two texts differ; an empty one where they are the same. Linear. */
export function changeOf(old: string, now: string): Change {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start + BLOCK <= shorter && old.slice(start, start + BLOCK) === now.slice(start, start + BLOCK))
    start += BLOCK;
  while (start < shorter && old.charCodeAt(start) === now.charCodeAt(start)) start += 1;
  let end = now.length;
  const by = end - old.length;
  const first = start + Math.max(0, by);
  while (end - BLOCK >= first && old.slice(end - by - BLOCK, end - by) === now.slice(end - BLOCK, end))
    end -= BLOCK;
  while (end > first && old.charCodeAt(end - by - 1) === now.charCodeAt(end - 1)) end -= 1;
  return { start, end, oldEnd: end - by };
}

/** A change that is no smaller, as wide as what a look at up to `reach` characters to either side can make of it. */
export function widened({ start, end, oldEnd }: Change, reach: number, now: string): Change {
  const first = Math.max(0, start - reach);
  const behind = Math.min(now.length - end, reach);
  return { start: first, end: end + behind, oldEnd: oldEnd + behind };
}

/**
 * The same words as a string of its own. A slice keeps all of the text alive that it is cut from, and what is remembered of a section
 * outlives many versions of its document.
 */
export const ownCopy = (words: string): string => [words.slice(0, 1), words.slice(1)].join("");
