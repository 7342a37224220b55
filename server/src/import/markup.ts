/** XML record by record: a tree of each record, and nothing of the file around it. */
import { SaxesParser } from "saxes";
import { FormatError } from "./foreign.js";
import { ENTITIES } from "../text/entities.js";

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
    Object.assign(parser.ENTITIES, Object.fromEntries(ENTITIES));
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
