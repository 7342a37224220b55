/** The pieces of SVG that plots are drawn with; text and attributes are escaped here and nowhere else. */

export interface Attributes {
  readonly [name: string]: string | number | undefined;
}

/** Characters that XML 1.0 does not allow, lone surrogates among them. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/gu;

export function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** @param content markup, already escaped */
export function element(name: string, attributes: Attributes, content = ""): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === "number" ? short(value) : String(value))}"`)
    .join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

export function text(x: number, y: number, words: string, attributes: Attributes = {}): string {
  return words === "" ? "" : element("text", { x, y, class: "ol-text", ...attributes }, escaped(words));
}

/** As many characters as fit, the rest as an ellipsis and whole in a tooltip. */
export function fitted(
  x: number,
  y: number,
  words: string,
  most: number,
  attributes: Attributes = {},
): string {
  const letters = Array.from(words);
  if (letters.length <= most) return text(x, y, words, attributes);
  const cut = letters
    .slice(0, most - 1)
    .join("")
    .trimEnd();
  return element(
    "text",
    { x, y, class: "ol-text", ...attributes },
    `${element("title", {}, escaped(words))}${escaped(cut)}…`,
  );
}

export function line(x1: number, y1: number, x2: number, y2: number, attributes: Attributes = {}): string {
  return element("line", { x1, y1, x2, y2, class: "ol-line", ...attributes });
}

export function path(points: readonly (readonly [number, number])[], attributes: Attributes): string {
  const [first, ...others] = points.map(([x, y]) => `${short(x)} ${short(y)}`);
  return element("path", {
    d: `M${first ?? ""}${others.map((point) => `L${point}`).join("")}Z`,
    ...attributes,
  });
}

/** Lines of at most so many characters, broken between words. */
export function wrapped(words: string, most: number): string[] {
  const lines: string[] = [];
  let current = "";
  for (const word of words.split(" ")) {
    if (current !== "" && current.length + word.length + 1 > most) {
      lines.push(current);
      current = "";
    }
    current = current === "" ? word : `${current} ${word}`;
  }
  return current === "" ? lines : [...lines, current];
}

/** Two decimals at most: a hundredth of a pixel. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
