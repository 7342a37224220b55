/** What the pages share: making elements, translated texts, the line to the extension. */

/** What VS Code gives a page, once. */
interface Api {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Api;

/** null is no child. */
type Child = Node | string | null;
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** An element with attributes; `true` is an attribute without value, `false` and `undefined` none. */
export function h<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

let words: Readonly<Record<string, string>> = {};

export function setWords(given: Readonly<Record<string, string>>): void {
  words = given;
}

/** The text in the editor's language; {0}, {1} … are replaced. */
export function t(english: string, ...values: readonly (string | number)[]): string {
  return (words[english] ?? english).replace(/\{(\d)\}/g, (_, n: string) => String(values[Number(n)] ?? ""));
}

/** A content security policy without `unsafe-inline` refuses style elements and attributes, but no constructed sheets. */
export function addStyle(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  return sheet;
}

/** What a page says and hears. */
interface Talk {
  readonly says: unknown;
  readonly hears: unknown;
}

/** The line to the extension; `State` outlives the page. */
export class Line<T extends Talk, State extends object> {
  private readonly api = acquireVsCodeApi();

  listen(receive: (message: T["hears"]) => void): void {
    window.addEventListener("message", (event: MessageEvent<T["hears"]>) => receive(event.data));
  }

  send(message: T["says"]): void {
    this.api.postMessage(message);
  }

  /** @param initial for what was never kept */
  state(initial: State): State {
    const kept = this.api.getState();
    return { ...initial, ...(typeof kept === "object" ? kept : {}) };
  }

  keep(state: State): void {
    this.api.setState(state);
  }
}

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A labelled list to choose from. */
export class Picker {
  readonly element: HTMLElement;
  private readonly select: HTMLSelectElement;
  private readonly caption: HTMLElement;
  private shown = "";

  constructor(
    id: string,
    private readonly english: string,
    chosen: (value: string) => void,
  ) {
    this.select = h("select", { id });
    this.caption = h("label", { for: id }, english);
    this.select.addEventListener("change", () => chosen(this.select.value));
    this.element = h("div", { class: "field" }, this.caption, this.select);
  }

  /** A value that is not among the options is shown all the same. */
  set(options: readonly Option[], value: string): void {
    this.caption.textContent = t(this.english);
    const all = options.some((option) => option.value === value)
      ? options
      : [{ value, label: value }, ...options];
    const content = JSON.stringify([all, value]);
    // An open list must not be taken from under the hand.
    if (content === this.shown) return;
    this.shown = content;
    this.select.replaceChildren(...all.map((option) => h("option", { value: option.value }, option.label)));
    this.select.value = value;
  }
}
