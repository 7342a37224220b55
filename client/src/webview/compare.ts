/** The page of Compare Reviewers: agreement in figures, then every difference with a decision to take. */
import type {
  Agreement,
  ComparedDocument,
  CompareResult,
  PairItem,
  PairSide,
} from "../../../server/src/lsp/messages.js";
import type { FromPage, ToPage, Words } from "../views/compare/messages.js";
import { h, Line } from "./dom.js";

const line = new Line<{ says: FromPage; hears: ToPage }, { readonly unfolded: readonly string[] }>();
let words: Words | undefined;
let result: CompareResult | undefined;
/** Documents that are unfolded, so that a page drawn anew looks as before. */
const unfolded = new Set(line.state({ unfolded: [] }).unfolded);

function say(key: keyof Words, ...values: (string | number)[]): string {
  return (words?.[key] ?? key).replace(/\{(\d)\}/g, (_, i: string) => String(values[Number(i)] ?? ""));
}

line.listen((data) => {
  if (data.show === "result") {
    ({ result, words } = data);
    draw();
  } else if (result !== undefined) {
    const { document: changed } = data;
    result = {
      ...result,
      documents: result.documents.map((known) => (known.uri === changed.uri ? changed : known)),
    };
    const before = document.hasFocus() ? keyboardAt() : undefined;
    draw();
    if (before === undefined) return;
    // The keyboard goes on with the next difference; where all is settled it stays at the document. When it has gone elsewhere
    // before the answer came, it stays there.
    const open = openPairs(changed);
    const next = open.find(({ id }) => id === before.pair) ?? open[0];
    if (before.uri !== undefined && before.uri !== changed.uri) focusOn("uri", before.uri);
    else if (next === undefined) focusOn("uri", changed.uri);
    else focusOn("pair", next.id);
  }
});

/** The document and the difference that the keyboard is in. */
function keyboardAt(): { readonly uri: string | undefined; readonly pair: string | undefined } {
  const at = document.activeElement;
  const summary = at?.closest("details")?.querySelector<HTMLElement>("summary[data-uri]");
  return { uri: summary?.dataset["uri"], pair: at?.closest<HTMLElement>("[data-pair]")?.dataset["pair"] };
}

function focusOn(key: "uri" | "pair", value: string): void {
  document.querySelector<HTMLElement>(`[data-${key}="${CSS.escape(value)}"]`)?.focus();
}

document.addEventListener("keydown", (event) => {
  const here = (event.target as Element | null)?.closest<HTMLElement>("[data-pair]");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "j" || event.key === "k") {
    const all = [...document.querySelectorAll<HTMLElement>("[data-pair]")].filter(
      (pair) => pair.offsetParent !== null,
    );
    const at = here == null ? -1 : all.indexOf(here);
    all[event.key === "j" ? at + 1 : Math.max(0, at - 1)]?.focus();
  } else if (here != null && ["a", "b", "x", "n"].includes(event.key)) {
    here.querySelector<HTMLButtonElement>(`button[data-key="${event.key}"]`)?.click();
  } else return;
  event.preventDefault();
});

function draw(): void {
  const main = document.querySelector("main");
  if (main === null || result === undefined) return;
  const { reviewers, documents, overall } = result;
  main.replaceChildren(
    h("h1", {}, say("title", ...reviewers)),
    h(
      "p",
      { class: "actions" },
      button(say("choose"), () => line.send({ do: "choose" })),
      button(say("refresh"), () => line.send({ do: "refresh" })),
    ),
    h("p", { class: "help" }, say("help", ...reviewers)),
    h("h2", {}, say("agreement")),
    agreementTable(overall, reviewers),
    fieldTable(overall),
    h("h2", {}, say("documents")),
    documentTable(documents),
    ...documents.map((compared) => documentPart(compared, reviewers)),
  );
}

type Figures = Pick<Agreement["fields"], "n" | "agreed" | "kappa">;

function kappaRow(name: string, { n, agreed, kappa }: Figures): string[] {
  return [name, kappa === null ? "–" : `κ ${kappa.toFixed(2)}`, say("kappaCounts", agreed, n)];
}

function agreementTable(
  { statements, decisions, fields }: Agreement,
  [a, b]: readonly [string, string],
): HTMLElement {
  const f1 = statements.f1 === null ? "–" : `F1 ${statements.f1.toFixed(2)}`;
  return table(
    [say("measure"), say("value"), say("counts")],
    [
      [
        say("statements"),
        f1,
        say("statementCounts", statements.both, statements.onlyA, a, statements.onlyB, b),
      ],
      kappaRow(say("decisions"), decisions),
      kappaRow(say("fields"), fields),
    ],
  );
}

/** Folded: first come the differences that wait to be settled. */
function fieldTable({ byField }: Agreement): HTMLElement {
  return h(
    "details",
    {},
    h("summary", {}, say("byField")),
    table(
      [say("field"), say("value"), say("counts")],
      byField.filter(({ n }) => n > 0).map((field) => kappaRow(field.field, field)),
    ),
  );
}

function documentTable(documents: readonly ComparedDocument[]): HTMLElement {
  return table(
    [say("document"), say("pairs"), say("agreed"), say("open"), say("settled"), "F1", "κ"],
    documents.map((compared) => {
      const { path, blinded, pairs, agreement } = compared;
      if (blinded) return [path, say("blinded")];
      const f1 = agreement?.statements.f1 ?? null;
      const kappa = agreement?.decisions.kappa ?? null;
      return [
        path,
        String(pairs.length),
        String(pairs.filter(({ agreed }) => agreed).length),
        String(openPairs(compared).length),
        String(pairs.filter(({ adjudicated }) => adjudicated !== null).length),
        f1 === null ? "–" : f1.toFixed(2),
        kappa === null ? "–" : kappa.toFixed(2),
      ];
    }),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): HTMLElement {
  return h(
    "table",
    {},
    h("thead", {}, h("tr", {}, ...head.map((text) => h("th", { scope: "col" }, text)))),
    h(
      "tbody",
      {},
      ...rows.map(([first = "", ...cells]) =>
        h(
          "tr",
          {},
          h("th", { scope: "row" }, first),
          ...cells.map((text, i) => {
            const span = head.length - 1 - (cells.length - 1);
            return h("td", i === cells.length - 1 && span > 1 ? { colspan: String(span) } : {}, text);
          }),
        ),
      ),
    ),
  );
}

/** Differences that nobody settled yet. */
function openPairs({ pairs }: ComparedDocument): readonly PairItem[] {
  return pairs.filter(({ agreed, adjudicated }) => !agreed && adjudicated === null);
}

function documentPart(compared: ComparedDocument, reviewers: readonly [string, string]): HTMLElement {
  const { uri, path, blinded, open, pairs } = compared;
  const details = h("details");
  const left = openPairs(compared).length;
  const state = blinded ? say("blinded") : left === 0 ? say("nothing") : `${say("open")}: ${left}`;
  details.append(h("summary", { "data-uri": uri }, h("h3", {}, path), ` ${state}`));
  const fill = (): void => {
    if (!details.open || details.childElementCount > 1) return;
    if (blinded) {
      details.append(h("p", {}, say("blindedOpen", reviewers[0], open[0], reviewers[1], open[1])));
      return;
    }
    const unsettled = pairs.filter(({ agreed, adjudicated }) => agreed && adjudicated === null).length;
    if (unsettled > 0)
      details.append(button(say("settleAgreed", unsettled), () => line.send({ do: "settleAgreed", uri })));
    details.append(...pairs.filter(({ agreed }) => !agreed).map((pair) => pairPart(uri, pair, reviewers)));
  };
  details.addEventListener("toggle", () => {
    if (details.open) unfolded.add(uri);
    else unfolded.delete(uri);
    line.keep({ unfolded: [...unfolded] });
    fill();
  });
  details.open = unfolded.has(uri) || (result?.documents.length === 1 && left > 0);
  fill();
  return details;
}

function pairPart(uri: string, pair: PairItem, reviewers: readonly [string, string]): HTMLElement {
  const { id, category, a, b, differing, adjudicated } = pair;
  const settle = (take: "a" | "b" | "reject") => () => line.send({ do: "settle", uri, pair: id, take });
  const settled = adjudicated === null ? null : say("settledAs", say(adjudicated.decision));
  const heading = [say(category, ...reviewers), ...(settled === null ? [] : [settled])].join(" · ");
  return h(
    "article",
    { "data-pair": id, tabindex: "0", "aria-label": `${heading}. ${a?.label ?? b?.label ?? ""}` },
    h("h4", settled === null ? {} : { class: "settled" }, heading),
    h(
      "div",
      { class: "sides" },
      sidePart(uri, pair, "a", reviewers[0]),
      sidePart(uri, pair, "b", reviewers[1]),
    ),
    differing.length === 0
      ? null
      : table(
          [say("field"), ...reviewers],
          differing.map(({ field, a: left, b: right }) => [field, shown(left), shown(right)]),
        ),
    h(
      "p",
      { class: "actions" },
      button(say("take", reviewers[0]), settle("a"), "a"),
      button(say("take", reviewers[1]), settle("b"), "b"),
      button(say("correct"), () => line.send({ do: "correct", uri, pair: id }), "n"),
      button(say("reject"), settle("reject"), "x"),
    ),
  );
}

function sidePart(uri: string, pair: PairItem, side: "a" | "b", reviewer: string): HTMLElement {
  const content: PairSide | null = pair[side];
  if (content === null) {
    return h("section", {}, h("h5", {}, reviewer), h("p", {}, say("notThere")));
  }
  const { decision, label, description, note, quote } = content;
  return h(
    "section",
    {},
    h("h5", {}, `${reviewer}: ${say(decision)}`),
    h("p", {}, h("strong", {}, label), description === "" ? "" : ` · ${description}`),
    h("blockquote", {}, quote),
    note === null ? null : h("p", {}, say("note", note)),
    button(say("reveal"), () => line.send({ do: "reveal", uri, pair: pair.id, side })),
  );
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function button(text: string, action: () => void, key?: string): HTMLButtonElement {
  const made = h("button", { type: "button", ...(key === undefined ? {} : { "data-key": key }) }, text);
  if (key !== undefined) made.setAttribute("aria-keyshortcuts", key);
  made.addEventListener("click", action);
  return made;
}

line.send({ do: "ready" });
