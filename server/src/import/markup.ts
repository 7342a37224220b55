/** XML record by record: a tree of each record, and nothing of the file around it. */
import { SaxesParser } from "saxes";
import { FormatError } from "./foreign.js";

export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
  /** Line of the file, from 1, where the element's tag ends. */
  readonly line: number;
}

interface Growing extends Element {
  readonly children: (Element | string)[];
}

/** Names that DTDs of publishers define; XML itself has five, and files for exchange use numbers. */
const ENTITIES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "nbsp:\u00a0 thinsp:\u2009 ensp:\u2002 emsp:\u2003 hairsp:\u200a ndash:– mdash:— minus:− plusmn:± times:× middot:· deg:° micro:µ " +
    "le:≤ ge:≥ ne:≠ lsquo:‘ rsquo:’ ldquo:“ rdquo:” hellip:… bull:• sup1:¹ sup2:² sup3:³ frac12:½ frac14:¼ frac34:¾ copy:© reg:® trade:™ " +
    "dagger:† Dagger:‡ sect:§ para:¶ alpha:α beta:β gamma:γ delta:δ epsilon:ε zeta:ζ eta:η theta:θ kappa:κ lambda:λ mu:μ nu:ν xi:ξ pi:π " +
    "rho:ρ sigma:σ tau:τ phi:φ chi:χ psi:ψ omega:ω Delta:Δ Sigma:Σ Omega:Ω aacute:á agrave:à acirc:â auml:ä aring:å atilde:ã aelig:æ " +
    "ccedil:ç eacute:é egrave:è ecirc:ê euml:ë iacute:í igrave:ì icirc:î iuml:ï ntilde:ñ oacute:ó ograve:ò ocirc:ô ouml:ö oslash:ø otilde:õ " +
    "uacute:ú ugrave:ù ucirc:û uuml:ü szlig:ß Auml:Ä Ouml:Ö Uuml:Ü Oslash:Ø Aring:Å Eacute:É infin:∞ asymp:≈ sim:∼ larr:← rarr:→ uarr:↑ darr:↓"
  )
    .split(" ")
    .map((pair) => pair.split(":", 2) as [string, string]),
);

export interface TreeOptions {
  /** Elements that are handed out whole as soon as they end; one inside another belongs to the outer one. */
  readonly records: ReadonlySet<string>;
  /** Elements that nobody asks for; they are not kept. */
  readonly skipped: ReadonlySet<string>;
}

/** Hands out the trees of a file's records while it is read in pieces; memory holds one record. */
export class TreeReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: true });
  private readonly path: Growing[] = [];
  private ready: Element[] = [];
  /** Depth inside an element that is skipped. */
  private skipping = 0;

  constructor({ records, skipped }: TreeOptions) {
    const { parser, path } = this;
    Object.assign(parser.ENTITIES, ENTITIES);
    parser.on("error", (error) => {
      throw new FormatError(readable(error.message));
    });
    parser.on("opentag", ({ name, attributes }) => {
      if (this.skipping > 0 || (path.length > 0 && skipped.has(name))) {
        this.skipping++;
      } else if (path.length > 0 || records.has(name)) {
        const element: Growing = {
          name,
          attributes: attributes,
          children: [],
          line: parser.line,
        };
        path[path.length - 1]?.children.push(element);
        path.push(element);
      }
    });
    parser.on("closetag", () => {
      if (this.skipping > 0) {
        this.skipping--;
        return;
      }
      const element = path.pop();
      if (element !== undefined && path.length === 0) this.ready.push(element);
    });
    const text = (value: string): void => {
      if (this.skipping === 0) path[path.length - 1]?.children.push(value);
    };
    parser.on("text", text);
    parser.on("cdata", text);
  }

  /** @throws FormatError naming the line */
  write(chunk: string): readonly Element[] {
    this.parser.write(chunk);
    return this.taken();
  }

  /** @throws FormatError where the file ends before its elements do */
  end(): readonly Element[] {
    this.parser.close();
    return this.taken();
  }

  private taken(): readonly Element[] {
    const { ready } = this;
    if (ready.length > 0) this.ready = [];
    return ready;
  }
}

/** "3:17: unclosed tag: X." → "3: unclosed tag: X". */
function readable(message: string): string {
  return message.replace(/^(?:undefined:)?(\d+):\d+: /, "$1: ").replace(/\.$/, "");
}

export const isElement = (child: Element | string): child is Element => typeof child !== "string";

/** The children of that name. */
export function children(element: Element | undefined, name: string): readonly Element[] {
  return element?.children.filter((child): child is Element => isElement(child) && child.name === name) ?? [];
}

/** Follows names down the tree, taking the first child of each. */
export function find(element: Element | undefined, ...names: readonly string[]): Element | undefined {
  let at = element;
  for (const name of names)
    at = at?.children.find((child): child is Element => isElement(child) && child.name === name);
  return at;
}
