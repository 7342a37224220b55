/** Names of studies as reviewers write them: "Okonkwo 2019". */
import type { Study } from "../extraction.js";

/** Words that belong to the family name though they stand before it. */
const PARTICLES = new Set(
  "van von der den de del della di da dos du la le el al bin ibn ben ter ten zu zur".split(" "),
);

const INITIALS = /^(\p{Lu}[.-]?){1,4}$/u;

/** What follows a name without being part of it. */
const TITLE = /^(Jr|Sr|I{2,3}|IV|MD|M\.D|DO|PhD|Ph\.D|DPhil|DSc|MSc|MPH|MS|MBBS|MRCP|FRCP|PharmD|RN)\.?$/;

/**
 * The family name of "Ada B. van Houten, MD", "van Houten AB" or "van Houten, A. B.".
 * Where only one word is there, that word.
 */
export function familyName(author: string): string {
  const [name = "", rest = ""] = author.split(",").map((part) => part.trim());
  const words = name.split(/\s+/).filter((word) => word !== "");
  if (words.length > 1 && TITLE.test(words.at(-1) ?? "")) words.pop();
  const turned = rest !== "" && (words.length === 1 || !TITLE.test(rest));
  if (turned) return words.join(" ");
  const initialsLast = INITIALS.test(words.at(-1) ?? "") && !INITIALS.test(words[0] ?? "");
  if (words.length > 1 && initialsLast) return words.slice(0, -1).join(" ");
  let start = Math.max(0, words.length - 1);
  while (start > 1 && PARTICLES.has((words[start - 1] ?? "").toLowerCase())) start--;
  return words.slice(start).join(" ");
}

/**
 * One id for each study, in their order: family name and year, or the document's name where the
 * author is unknown. Equal ones get a letter: "Okonkwo 2019a", "Okonkwo 2019b".
 */
export function studyIds(studies: readonly { readonly study: Study; readonly path: string }[]): string[] {
  return distinctIds(studies.map(({ study, path }) => plainId(study, path)));
}

/** The same for names that `plainId` gave. */
export function distinctIds(plain: readonly string[]): string[] {
  const total = new Map<string, number>();
  for (const id of plain) total.set(id, (total.get(id) ?? 0) + 1);
  const taken = new Set(plain);
  const next = new Map<string, number>();
  return plain.map((id) => {
    if (total.get(id) === 1) return id;
    let unique: string;
    let number = next.get(id) ?? 0;
    do unique = id + letters(number++);
    while (taken.has(unique));
    next.set(id, number);
    taken.add(unique);
    return unique;
  });
}

/** The name of a study by itself, which another one may have too. */
export function plainId({ authors, year }: Study, path: string): string {
  const family = familyName(authors?.[0] ?? "");
  if (family !== "") return year === undefined ? family : `${family} ${year}`;
  const name = path.slice(path.lastIndexOf("/") + 1);
  // "search.nbib#31415926" is a record of a file of several.
  const [file = "", record = ""] = name.split("#", 2);
  const dot = file.lastIndexOf(".");
  return `${dot > 0 ? file.slice(0, dot) : file} ${record}`.trim();
}

/** a, b, … z, aa, ab … */
function letters(number: number): string {
  const last = String.fromCharCode(97 + (number % 26));
  return number < 26 ? last : letters(Math.floor(number / 26) - 1) + last;
}
