/** The operating curve as rows, as a page and as a picture. */
import { FAMILIES } from "./families.js";
import type { Curve, Share } from "./measure.js";
import { STRICTNESSES } from "./measure.js";
import { SEEDS } from "./seeds.js";

const share = ({ count, of }: Share): number => (100 * count) / of;

const percent = (of: Share): string => (of.of === 0 ? "–" : share(of).toFixed(1));

/** A row for every comparison and strictness: published, flagged, then found by kind of error. */
export function rows({ points }: Curve): string[][] {
  return FAMILIES.flatMap(({ name }) =>
    STRICTNESSES.map((strictness) => {
      const { flagged, found } = points.get(name)!.get(strictness)!;
      return [
        name,
        strictness,
        String(flagged.of),
        percent(flagged),
        ...Object.keys(SEEDS).map((seed) => percent(found.get(seed)!)),
      ];
    }),
  );
}

export const HEADER = ["compared", "strictness", "published", "flagged", ...Object.keys(SEEDS)];

/** docs/operating-curve.md. */
export function page(curve: Curve, corpus: string): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rules = FAMILIES.map(
    (family) => `- ${family.name}: ${family.rules.map((id) => `[\`${id}\`](rules/${id}.md)`).join(", ")}`,
  );
  return `# Operating curve

How often the rules speak about text as it was published, and how often they find an error that was put into it.
Made by \`npm run bench:checks -- --write\`, which anyone with a corpus can repeat: ${corpus}, ${String(curve.documents)} documents,
${String(curve.statements)} statements. Documents are read from their text both times, so that what the reader misses is missed here too.

- **flagged**: share of published statements, in percent, with a warning or an error. Some of these are errors in print.
- The other columns: share of errors, in percent, after which the statement has a warning or an error. One error of each kind is put into
  every statement that can have it: a digit replaced by another at any place of any of its numbers (the last place included, which
  rounding often hides); two neighbouring digits swapped; the decimal point moved by one place; a bound as another statement has it; the
  percentages or values of two arms swapped; the count of the other arm.

![Share of published statements flagged against share of wrong digits found](operating-curve.svg)

Rounding alone hides about one wrong digit in ten of a ratio with its interval, one in six of a p-value beside its interval, and one in fifteen of n, N and
percent: the numbers then still agree, and nobody can tell.

${line(HEADER)}
${line(HEADER.map(() => "---"))}
${rows(curve).map(line).join("\n")}

The rules that count for each comparison:

${rules.join("\n")}

\`outcomeLens.strictness\` chooses among the three points. Strict: any difference beyond rounding counts, and only an explanation that the
document itself speaks for makes it a hint. Balanced: an estimate may be off its interval's centre by 2% of its size (1% where the document's other
ratios are centred), z of a p-value by 0.3 (0.15 for differences of means, 0.1 for HR and OR, less where the document's other p-values are those of their
intervals), and a merely possible explanation makes a hint. Lenient: 20%, 1 and 0.5.
`;
}

const WIDTH = 720;
const HEIGHT = 460;
const PLOT = { left: 56, top: 20, width: 440, height: 380 };
const MOST_FLAGGED = 12;
const COLOURS = [
  "#1f77b4",
  "#ff7f0e",
  "#2ca02c",
  "#d62728",
  "#9467bd",
  "#8c564b",
  "#e377c2",
  "#17becf",
  "#7f7f7f",
  "#bcbd22",
];
const MARKS = { strict: "▲", balanced: "●", lenient: "▼" } as const;

const x = (flagged: number): number =>
  PLOT.left + (PLOT.width * Math.min(flagged, MOST_FLAGGED)) / MOST_FLAGGED;
const y = (found: number): number => PLOT.top + PLOT.height * (1 - found / 100);

/** docs/operating-curve.svg: a line for each comparison through its three points. */
export function picture({ points }: Curve): string {
  const grid = [0, 25, 50, 75, 100].map(
    (at) =>
      `<path d="M${String(PLOT.left)} ${y(at).toFixed(1)}h${String(PLOT.width)}" stroke="#ddd"/><text x="${String(PLOT.left - 8)}" y="${(y(at) + 4).toFixed(1)}" text-anchor="end">${String(at)}</text>`,
  );
  const ticks = [0, 2, 4, 6, 8, 10, 12].map(
    (at) =>
      `<text x="${x(at).toFixed(1)}" y="${String(PLOT.top + PLOT.height + 18)}" text-anchor="middle">${String(at)}</text>`,
  );
  const lines = FAMILIES.map(({ name }, index) => {
    const colour = COLOURS[index % COLOURS.length]!;
    const at = STRICTNESSES.map((strictness) => {
      const { flagged, found } = points.get(name)!.get(strictness)!;
      return { strictness, x: x(share(flagged)), y: y(share(found.get("one wrong digit")!)) };
    });
    const path = at.map((p, i) => `${i === 0 ? "M" : "L"}${p.x.toFixed(1)} ${p.y.toFixed(1)}`).join("");
    const marks = at.map(
      (p) =>
        `<text x="${p.x.toFixed(1)}" y="${(p.y + 4).toFixed(1)}" text-anchor="middle" fill="${colour}">${MARKS[p.strictness]}</text>`,
    );
    const key = PLOT.top + 14 + 20 * index;
    const legend = `<path d="M512 ${String(key - 4)}h18" stroke="${colour}" stroke-width="2"/><text x="536" y="${String(key)}">${name}</text>`;
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>${marks.join("")}${legend}`;
  });
  const key = PLOT.top + 30 + 20 * FAMILIES.length;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(WIDTH)} ${String(HEIGHT)}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#fff"/>
${[...grid, ...ticks].join("\n")}
<path d="M${String(PLOT.left)} ${String(PLOT.top)}v${String(PLOT.height)}h${String(PLOT.width)}" fill="none" stroke="#333"/>
${lines.join("\n")}
<text x="512" y="${String(key)}">▲ strict  ● balanced  ▼ lenient</text>
<text x="${String(PLOT.left + PLOT.width / 2)}" y="${String(HEIGHT - 18)}" text-anchor="middle">published statements flagged, %</text>
<text transform="translate(16 ${String(PLOT.top + PLOT.height / 2)}) rotate(-90)" text-anchor="middle">wrong digits found, %</text>
</svg>
`;
}
