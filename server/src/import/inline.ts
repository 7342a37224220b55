/** Running text of marked-up elements: superscripts and subscripts that say the same without their markup. */
import { isElement, type Element } from "./markup.js";

/** Marks of a citation are no part of the text, formulas are there twice, and notes stand elsewhere. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "tex-math",
  "fn",
  "table-wrap",
  "fig",
  "supplementary-material",
  "label",
]);
/** Elements beside which words do not run together. */
const APART: ReadonlySet<string> = new Set([
  "p",
  "break",
  "list-item",
  "title",
  "td",
  "th",
  "def",
  "term",
  "disp-formula",
]);

const RAISED = tableOf("0123456789+-−–()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁽⁾ⁿ");
const LOWERED = tableOf("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋");

/** Symbols and units that are squared, cubed or put below a line. */
const TAKES_EXPONENT =
  /(?:^|[^\p{L}])(?:[kcdmµμn]?m|[RrIiχΧXηωτσφ]|min|h|d|s|kg|[mµμn]?g|[mdµμ]?[lL]|mol|week|year|person-years?)$/u;

/**
 * The element's text with blanks collapsed. `10<sup>−5</sup>` becomes 10⁻⁵ and `m<sup>2</sup>` m²; marks of notes and citations
 * after a word or number are left out, so that they are never read as digits of it.
 */
export function inlineText(element: Element | undefined): string {
  return element === undefined ? "" : collapsed(gathered(element, ""));
}

/** Line ends and tabs of the markup are blanks; those that a typesetter chose stay. */
export function collapsed(text: string): string {
  return text
    .replace(/[ \t\r\n]+/g, " ")
    .replace(/ (?=[,.;:)\]](?:\s|$))/g, "")
    .trim();
}

/** @param before the text that stands before the element */
function gathered(element: Element, before: string): string {
  let text = "";
  for (const child of element.children) {
    if (!isElement(child)) text += child;
    else if (child.name === "sup") text += superscript(child, before + text);
    else if (child.name === "sub") text += subscript(gathered(child, ""), before + text);
    else if (child.name === "xref") text += citation(child, before + text);
    else if (!LEFT_OUT.has(child.name)) {
      const words = gathered(child, before + text);
      text += APART.has(child.name) ? ` ${words} ` : words;
    }
  }
  return text;
}

/** A reference to the literature that is printed raised, without brackets, is left out: "survival<xref>12</xref>". */
function citation(xref: Element, before: string): string {
  const words = gathered(xref, before);
  if (xref.children.some((child) => isElement(child) && child.name === "sup")) return words;
  const bare = /^[\d\s,;–-]+$/.test(words) && /[\p{L}\d.,;:)%]$/u.test(before);
  return xref.attributes["ref-type"] === "bibr" && bare ? "" : words;
}

function superscript(element: Element, before: string): string {
  if (element.children.some((child) => isElement(child) && child.name === "xref")) return "";
  const words = gathered(element, "").trim();
  if (/^(?:st|nd|rd|th|TM|®|™|[+−–-]+|[+−–-]\/[+−–-])$/.test(words)) return words;
  const numeric = /^[+−–-]?\s?\d{1,3}$/.test(words);
  if (/(?:^|\D)10\s?$/.test(before) && /^[+−–-]?\s?(?:\d{1,3}|n)$/.test(words)) return mapped(words, RAISED);
  if (/^[−–-]?[1234]$/.test(words) && TAKES_EXPONENT.test(before.slice(-14))) return mapped(words, RAISED);
  // An isotope: "<sup>18</sup>F".
  if (numeric && (before === "" || /[\s([]$/.test(before))) return mapped(words, RAISED);
  if (/^[+−–-]?\d{1,3}m$/.test(words) && /(?:^|[\s([])$/.test(before)) return words;
  if (/^[\d\s,;–-]+$/.test(words) || /^[a-z*†‡§¶#‖|,\s]{1,4}$/.test(words)) return "";
  return words;
}

/** "CO2", "HbA1c"; below a digit as small digits, so that the two numbers stay two. */
function subscript(words: string, before: string): string {
  return /\d\s?$/.test(before) ? mapped(words.trim(), LOWERED) : words.trim();
}

function mapped(words: string, table: ReadonlyMap<string, string>): string {
  return words.replace(/\s/g, "").replace(/./gu, (char) => table.get(char) ?? char);
}

/** The characters of one string by those at the same places of the other. */
function tableOf(from: string, to: string): ReadonlyMap<string, string> {
  return new Map(Array.from(from, (char, i) => [char, to.charAt(i)]));
}
