/** Lists of authors as printed: with initials and affiliation marks, in bullets, with degrees. */

const DEGREES =
  /^(?:M\.?D\.?|Ph\.?\s?D\.?|M\.?Sc\.?|M\.?S\.?|B\.?Sc\.?|M\.?P\.?H\.?|R\.?N\.?|Dr\.?P\.?H\.?|Pharm\.?D\.?|D\.?Phil\.?|FRC[A-Z]*|FAC[A-Z]*|MBBS|MB ?Ch ?B|Prof\.?|Dr\.?|Jr\.?|Sr\.?|MBA|MRCP|FESC|ScD)$/i;
const GROUP =
  /\b(?:group|investigators|collaborat\w*|consortium|committee|team|network|society|on behalf)\b/i;

/** One name without affiliation marks, degrees and the words around it; empty where nothing of a name is left. */
function cleaned(piece: string): string {
  const name = piece
    .replace(/\([^()]*\)/g, " ")
    .replace(/[\d*†‡§¶‖#•·|⁰¹²³⁴-⁹]+/g, " ")
    .replace(/^\s*(?:and|&|by)\s+/i, "")
    .replace(/\s+/g, " ")
    .replace(/[\s.;:]+$/, "")
    .trim();
  return DEGREES.test(name) ? "" : name;
}

/**
 * The names of a printed list of authors, in its order: "Halvorsen P(6), Brandt T(7)", "Anna Berg, MD, and Li Wei, PhD",
 * "• Zhang Y,", "Berg A; Wei L". Names of study groups are left out.
 */
export function names(list: string): string[] {
  const flat = list
    .replace(/\s+/g, " ")
    .replace(/\bet al\b\.?/i, "")
    .trim();
  const byPerson =
    /;/.test(flat) &&
    flat.split(";").every((piece) => piece.split(",").length <= 2) &&
    flat.split(";").length > 1 &&
    /,/.test(flat);
  if (byPerson && !GROUP.test(flat))
    return flat
      .split(";")
      .map(cleaned)
      .filter((name) => name !== "");
  return flat
    .split(/[,;•]|\s(?:and|&)\s/)
    .filter((piece) => !GROUP.test(piece))
    .map(cleaned)
    .filter((name) => /^\p{L}[\p{L}'’.\- ]{1,60}$/u.test(name) && /\p{Lu}/u.test(name));
}
