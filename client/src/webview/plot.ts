/** The page of the forest plot: what to draw, the drawing, and its figures as tables. */
import type {
  LeftOut,
  Plot,
  PlotData,
  PlotPlace,
  PlotRequest,
  PlotResult,
} from "../../../server/src/lsp/messages.js";
import type { FromPlot, ToPlot } from "../views/webview/messages.js";
import { addStyle, h, Line, Picker, setWords, t } from "./dom.js";
import pageStyle from "./page.css";
import plotStyle from "./plot.css";

interface State {
  readonly request: PlotRequest;
}

addStyle(pageStyle + plotStyle);
const drawingStyle = addStyle("");
const line = new Line<{ says: FromPlot; hears: ToPlot }, State>();
let { request } = line.state({ request: {} });
let result: PlotResult | undefined;

const title = h("h1", {}, "Forest plot");
const message = h("p", { class: "message", role: "status" });
const figure = h("div", { class: "figure" });
const details = h("section");
const pickers = {
  outcome: new Picker("outcome", "Outcome", (outcome) => ask({ outcome })),
  measure: new Picker("measure", "Measure", (measure) => ask({ ...only("outcome"), measure })),
  time: new Picker("time", "Time point", (time) => ask({ ...only("outcome", "measure"), time })),
  contrast: new Picker("contrast", "Groups", (value) =>
    ask({ ...only("outcome", "measure", "time"), ...contrastOf(value) }),
  ),
};
const everyResult = checkbox("every", "Every result of a study", (on) =>
  ask({ ...request, perStudy: on ? "all" : "one" }),
);
const undecided = checkbox("undecided", "Undecided too", (on) =>
  ask({ ...request, decisions: on ? "all" : "decided" }),
);
const saveSvg = h("button", { type: "button" }, "SVG");
const savePng = h("button", { type: "button" }, "PNG");

document.body.append(
  h(
    "main",
    {},
    h(
      "div",
      { class: "bar" },
      title,
      ...Object.values(pickers).map(({ element }) => element),
      everyResult.element,
      undecided.element,
      saveSvg,
      savePng,
    ),
    message,
    figure,
    details,
  ),
);
saveSvg.addEventListener("click", () => line.send({ type: "save", format: "svg" }));
savePng.addEventListener("click", () => {
  const plot = result?.plot;
  if (plot !== undefined && plot !== null)
    void png(plot.svg).then((base64) => line.send({ type: "save", format: "png", base64 }));
});

line.listen((said) => {
  switch (said.type) {
    case "words":
      setWords(said.words);
      translate();
      return ask(request);
    case "plot":
      result = said.result;
      return show(said.result);
    case "failed":
      message.textContent = said.message;
  }
});
line.send({ type: "ready" });

function translate(): void {
  document.title = title.textContent = t("Forest plot");
  everyResult.caption.textContent = t("Every result of a study");
  undecided.caption.textContent = t("Undecided too");
  saveSvg.textContent = t("Export SVG");
  savePng.textContent = t("Export PNG");
  message.textContent = t("Reading documents …");
}

/** What of the last answer stays when something before it in the bar is chosen anew. */
function only(...names: readonly (keyof PlotRequest)[]): PlotRequest {
  const settled = result?.plot?.data.request ?? request;
  const kept = Object.entries(settled).filter(([name]) => names.includes(name as keyof PlotRequest));
  const { decisions, perStudy } = request;
  return {
    ...Object.fromEntries(kept),
    ...(decisions === undefined ? {} : { decisions }),
    ...(perStudy === undefined ? {} : { perStudy }),
  };
}

function ask(wanted: PlotRequest): void {
  request = wanted;
  line.keep({ request });
  line.send({ type: "request", request });
}

function show({ plot, message: why, choices, targets }: PlotResult): void {
  const settled = plot?.data.request ?? request;
  const counted = ({ label, studies }: { label: string; studies: number }): string => `${label}: ${studies}`;
  const options = (list: Plot["choices"]["outcomes"]) =>
    list.map((choice) => ({ value: choice.value, label: counted(choice) }));
  pickers.outcome.set(options(choices.outcomes), settled.outcome ?? "");
  pickers.measure.set(options(choices.measures), settled.measure ?? "");
  pickers.time.set([{ value: "", label: t("Any") }, ...options(choices.times)], settled.time ?? "");
  pickers.time.element.hidden = choices.times.length === 0;
  const contrasts = choices.contrasts.map((choice) => ({
    value: JSON.stringify([choice.group, choice.reference]),
    label: counted(choice),
  }));
  const chosen = settled.group === undefined && settled.reference === undefined;
  pickers.contrast.set(
    [{ value: "", label: t("All groups") }, ...contrasts],
    chosen ? "" : JSON.stringify([settled.group ?? null, settled.reference ?? null]),
  );
  everyResult.box.checked = settled.perStudy === "all";
  undecided.box.checked = settled.decisions === "all";
  saveSvg.disabled = savePng.disabled = plot === null;
  message.textContent = why;
  message.hidden = why === "";
  drawn(plot);
  details.replaceChildren(...(plot === null ? [] : detailsOf(plot.data, targets)));
}

/** The very SVG that is exported; only its style moves into a sheet that the policy allows. */
function drawn(plot: Plot | null): void {
  figure.replaceChildren();
  if (plot === null) return;
  // Taken out before it is parsed, because the policy would refuse it and say so.
  let style = "";
  const bare = plot.svg.replace(/<style>([^<]*)<\/style>/, (_, rules: string) => ((style = rules), ""));
  drawingStyle.replaceSync(style);
  const parsed = new DOMParser().parseFromString(bare, "image/svg+xml").documentElement;
  figure.append(document.importNode(parsed, true));
}

function detailsOf(data: PlotData, targets: PlotResult["targets"]): HTMLElement[] {
  const cells = (row: readonly (string | Node)[]) => h("tr", {}, ...row.map((cell) => h("td", {}, cell)));
  const table = (caption: string, head: readonly string[], body: readonly (readonly (string | Node)[])[]) =>
    h(
      "table",
      {},
      h("caption", {}, caption),
      h("thead", {}, h("tr", {}, ...head.map((name) => h("th", { scope: "col" }, name)))),
      h("tbody", {}, ...body.map(cells)),
    );
  const parts: HTMLElement[] = [
    table(
      t("In the plot"),
      [t("Study"), t("Groups"), `${data.short} [95 % CI]`, t("Quote")],
      data.rows.map((row) => [link(row, targets, row.study), row.contrast, row.text, row.quote]),
    ),
  ];
  if (data.leaveOneOut.length > 0) {
    parts.push(
      table(
        t("Leave one out"),
        [t("Without"), t("Common effect"), t("Random effects, REML with HKSJ interval"), t("Heterogeneity")],
        data.leaveOneOut.map(({ without, common, random, heterogeneity }) => [
          without,
          common,
          random,
          heterogeneity,
        ]),
      ),
    );
  }
  if (data.leftOut.length > 0) {
    parts.push(
      h("h2", {}, t("Left out")),
      h("ul", {}, ...data.leftOut.flatMap((left) => leftOut(left, targets))),
    );
  }
  return parts;
}

function leftOut({ reason, places }: LeftOut, targets: PlotResult["targets"]): HTMLElement[] {
  return places.map((place) =>
    h("li", {}, link(place, targets, place.study), `: ${reason}. “${place.quote}”`),
  );
}

function link(
  { document: path, start, end }: PlotPlace,
  targets: PlotResult["targets"],
  label: string,
): Node {
  const target = targets[`${path} ${start} ${end}`];
  if (target === undefined) return document.createTextNode(label);
  const button = h("button", { type: "button", class: "link" }, label);
  button.addEventListener("click", () => line.send({ type: "open", ...target, focus: true }));
  return button;
}

function contrastOf(value: string): PlotRequest {
  if (value === "") return {};
  const [group, reference] = JSON.parse(value) as [string | null, string | null];
  return { ...(group === null ? {} : { group }), ...(reference === null ? {} : { reference }) };
}

function checkbox(id: string, english: string, changed: (on: boolean) => void) {
  const box = h("input", { id, type: "checkbox" });
  const caption = h("label", { for: id }, english);
  box.addEventListener("change", () => changed(box.checked));
  return { box, caption, element: h("div", { class: "field check" }, box, caption) };
}

/** Twice as fine as on the screen, with the plain colours: a picture has no theme. */
async function png(svg: string): Promise<string> {
  const url = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = h("canvas", { width: image.width * 2, height: image.height * 2 });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL("image/png").replace(/^[^,]*,/, "");
  } finally {
    URL.revokeObjectURL(url);
  }
}
