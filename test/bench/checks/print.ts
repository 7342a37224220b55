/** The operating curve as rows, as a page and as a picture. */
import { FAMILIES } from "./families.js";
import type { Curve, Seeded } from "./measure.js";
import { STRICTNESSES } from "./measure.js";
import { SEEDS } from "./seeds.js";

const KINDS = Object.keys(SEEDS);

/** The share of those that are so, in percent. */
function share<T>(all: readonly T[], so: (one: T) => boolean): number {
  return (100 * all.filter(so).length) / all.length;
}

function percent<T>(all: readonly T[], so: (one: T) => boolean): string {
  return all.length === 0 ? "–" : share(all, so).toFixed(1);
}

function grouped<T>(all: readonly T[], key: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const group = groups.get(key(one));
    if (group === undefined) groups.set(key(one), [one]);
    else group.push(one);
  }
  return groups;
}

const DETECTABLE = ({ detectable }: Seeded): boolean => detectable;

/** For every comparison a row for each strictness: published, flagged, found by kind of error; then how many are detectable at all. */
export function rows({ published, seeded }: Curve): string[][] {
  const errors = grouped(seeded, ({ family, kind }) => `${family}|${kind}`);
  const statements = grouped(published, ({ family }) => family);
  return FAMILIES.flatMap(({ name }) => {
    const own = statements.get(name) ?? [];
    const each = (so: (one: Seeded) => boolean): string[] =>
      KINDS.map((kind) => percent(errors.get(`${name}|${kind}`) ?? [], so));
    return [
      ...STRICTNESSES.map((strictness) => [
        name,
        strictness,
        String(own.length),
        percent(own, ({ flagged }) => flagged.has(strictness)),
        ...each(({ found }) => found.has(strictness)),
      ]),
      [name, "*detectable*", String(own.length), "", ...each(DETECTABLE)],
    ];
  });
}

export const HEADER = ["compared", "strictness", "published", "flagged", ...KINDS];

const FATES = ["found", "hint", "silent", "misread"] as const;

/** For every comparison and number in it: wrong digits put in, detectable, what becomes of the detectable; then found / detectable of each other kind. */
export function byNumber({ seeded }: Curve): string[][] {
  const errors = grouped(seeded, ({ family, field, kind }) => `${family}|${field}|${kind}`);
  return FAMILIES.flatMap(({ name }) => {
    const fields = new Set(seeded.filter(({ family }) => family === name).map(({ field }) => field));
    return [...fields].map((field) => {
      const all = (kind: string): readonly Seeded[] => errors.get(`${name}|${field}|${kind}`) ?? [];
      const digits = all(KINDS[0]!);
      const possible = digits.filter(DETECTABLE);
      return [
        name,
        NAMES[field] ?? field,
        String(digits.length),
        percent(digits, DETECTABLE),
        ...FATES.map((fate) => percent(possible, ({ fates }) => fates.get("balanced") === fate)),
        ...KINDS.slice(1).map((kind) => {
          const some = all(kind);
          return some.length === 0
            ? "–"
            : `${percent(some, ({ found }) => found.has("balanced"))} / ${percent(some, DETECTABLE)}`;
        }),
      ];
    });
  });
}

const NAMES: Readonly<Record<string, string>> = {
  value: "estimate",
  low: "lower bound",
  high: "upper bound",
};

export const BY_NUMBER = [
  "compared",
  "altered",
  "wrong digits",
  "detectable",
  ...FATES.map((fate) => (fate === "hint" ? "hint only" : fate)),
  ...KINDS.slice(1),
];

function table([header = [], ...lines]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [header, header.map(() => "---"), ...lines].map(line).join("\n");
}

/** docs/operating-curve.md. */
export function page(curve: Curve, corpus: string): string {
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
  rounding often hides; drawn four times, one at a time, since the figure depends on the draw); two neighbouring digits swapped; the decimal point moved by one place; a bound as another statement has it; the
  percentages or values of two arms swapped; the count of the other arm.
- ***detectable***: share of the same errors after which the numbers can no longer be true together, by arithmetic on what is printed, with no
  excuse and no tolerance. The others are hidden by rounding: the numbers still agree, and nobody can tell.

![Share of published statements flagged against share of wrong digits found](operating-curve.svg)

${table([HEADER, ...rows(curve)])}

## By the number that was altered

At balanced strictness. "Detectable" is the share of wrong digits that arithmetic can see. The four columns after it tell what becomes of those, in percent:
found, told as a hint because an innocent explanation holds, left alone because a silence condition holds or the difference is within the
tolerance, or never compared because the reader takes the altered number for something else. The last columns: found / detectable, in percent of all
errors of that kind.

${table([BY_NUMBER, ...byNumber(curve)])}

The rules that count for each comparison:

${rules.join("\n")}

\`outcomeLens.strictness\` chooses among the three points. Strict: any difference beyond rounding counts, and only an explanation that the
document itself speaks for makes it a hint. Balanced: an estimate may be off its interval's centre by 2% of its size (1% where the document's other
ratios are centred), z of a p-value by as much as statistics of one model differ (a small part of z, more where events are few or the document's other
p-values are not those of their intervals; 0.3 for RD and RR by themselves), and a merely possible explanation makes a hint. Lenient: 20%, and six times that difference.
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
export function picture({ published, seeded }: Curve): string {
  const statements = grouped(published, ({ family }) => family);
  const digits = grouped(
    seeded.filter(({ kind }) => kind === KINDS[0]),
    ({ family }) => family,
  );
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
      const flagged = share(statements.get(name) ?? [], (one) => one.flagged.has(strictness));
      const found = share(digits.get(name) ?? [], (one) => one.found.has(strictness));
      return { strictness, x: x(flagged), y: y(found) };
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
