/**
 * Contrasts as generic inverse variance, and arms as counts or means, in the column names of RevMan's data package
 * as `read.cdir` of R's package meta (Schwarzer) expects them. These are tables to work with: RevMan itself has
 * not been tried, and what it computes (weights, pooled estimates) is empty.
 */
import { zOfLevel } from "../../statistics/normal.js";
import { analysesOf } from "../analyses.js";
import { countPairs, meanPairs, type Pair } from "../arms.js";
import type { Cell, Row } from "../columns.js";
import { writeTable } from "../csv.js";
import { NotWritable } from "../notWritable.js";
import { PackedList, PackedTexts } from "../packed.js";
import { rowsOf } from "../rows.js";
import type { ReviewSource, Written } from "../source.js";

/** Names and order of the data rows; the names are RevMan's. */
export const DATA_ROWS = [
  { name: "Analysis group", type: "number" },
  { name: "Analysis number", type: "number" },
  { name: "Analysis name", type: "text" },
  { name: "Subgroup", type: "text" },
  { name: "Study", type: "text" },
  { name: "Study year", type: "number" },
  { name: "GIV Mean", type: "number" },
  { name: "GIV SE", type: "number" },
  { name: "Experimental mean", type: "number" },
  { name: "Experimental SD", type: "number" },
  { name: "Experimental cases", type: "number" },
  { name: "Experimental N", type: "number" },
  { name: "Control mean", type: "number" },
  { name: "Control SD", type: "number" },
  { name: "Control cases", type: "number" },
  { name: "Control N", type: "number" },
  { name: "O-E", type: "number" },
  { name: "Variance", type: "number" },
  { name: "Weight", type: "number" },
  { name: "Mean", type: "number" },
  { name: "CI start", type: "number" },
  { name: "CI end", type: "number" },
  { name: "Footnotes", type: "text" },
] as const;

/** What `read.cdir` asks of the table of settings. */
export const SETTINGS = [
  { name: "Analysis group", type: "number" },
  { name: "Analysis number", type: "number" },
  { name: "Analysis group name", type: "text" },
  { name: "Analysis name", type: "text" },
  { name: "Data source", type: "text" },
  { name: "Data source eligibility", type: "text" },
  { name: "Data type", type: "text" },
  { name: "Statistical method", type: "text" },
  { name: "Effect measure", type: "text" },
  { name: "Study CI", type: "text" },
  { name: "Estimate CI", type: "text" },
  { name: "Unit of effect measure", type: "text" },
  { name: "Analysis model", type: "text" },
  { name: "Log-scale data", type: "boolean" },
  { name: "Experimental group label", type: "text" },
  { name: "Control group label", type: "text" },
  { name: "Overall estimates", type: "boolean" },
  { name: "Test for subgroup differences", type: "boolean" },
  { name: "Subgroup estimates", type: "boolean" },
  { name: "Swap event and non-event", type: "boolean" },
] as const;

/** What `read.cdir` asks of the table of subgroups. */
export const SUBGROUPS = [
  { name: "Analysis group", type: "number" },
  { name: "Analysis number", type: "number" },
  { name: "Subgroup number", type: "number" },
  { name: "Subgroup", type: "text" },
] as const;

type Line<Columns extends readonly { readonly name: string }[]> = Partial<
  Record<Columns[number]["name"], Cell>
>;
type DataRow = Line<typeof DATA_ROWS>;
type Setting = Line<typeof SETTINGS>;

interface Section {
  readonly settings: readonly Setting[];
  /** Made anew for each reader: a corpus has many. */
  readonly rows: () => Iterable<DataRow>;
}

/** What is held of an effect's row, packed. */
type Source = Pick<Row, "study_id" | "year" | "sei_source"> & { readonly yi: number; readonly sei: number };

function contrastsOf({ studies }: ReviewSource) {
  const sources = new PackedTexts();
  function* effects(): Generator<Row> {
    for (const row of rowsOf(studies)) if (row.kind === "effect") yield row;
  }
  const analyses = analysesOf(effects(), ({ study_id, year, sei_source, yi, sei }) =>
    sources.add(JSON.stringify({ study_id, year, sei_source, yi, sei })),
  );
  return { analyses, sources };
}

/** @throws NotWritable where there is neither an estimate with a standard error nor a pair of arms */
export function toGiv(review: ReviewSource): Written[] {
  const sections = [
    contrastSection(contrastsOf(review)),
    armSection(2, "Events of two arms", new PackedList(countPairs(review)), {
      type: "Dichotomous",
      measure: "Risk Ratio",
      cells: ({ experimental, control }) => ({
        "Experimental cases": experimental.cases,
        "Experimental N": experimental.n,
        "Control cases": control.cases,
        "Control N": control.n,
      }),
    }),
    armSection(3, "Means of two arms", new PackedList(meanPairs(review)), {
      type: "Continuous",
      measure: "Mean Difference",
      cells: ({ experimental, control }) => ({
        "Experimental mean": experimental.mean,
        "Experimental SD": experimental.sd,
        "Experimental N": experimental.n,
        "Control mean": control.mean,
        "Control SD": control.sd,
        "Control N": control.n,
      }),
    }),
  ];
  const settings = sections.flatMap((section) => section.settings);
  if (settings.length === 0) {
    throw new NotWritable("There is neither an effect with a standard error nor a pair of arms to export.");
  }
  const rows = {
    *[Symbol.iterator](): Iterator<DataRow> {
      for (const section of sections) yield* section.rows();
    },
  };
  return [
    { name: "data-rows.csv", content: writeTable({ columns: DATA_ROWS, rows }) },
    {
      name: "overall-estimates-and-settings.csv",
      content: writeTable({ columns: SETTINGS, rows: settings }),
    },
    { name: "subgroup-estimates.csv", content: writeTable({ columns: SUBGROUPS, rows: subgroupsOf(rows) }) },
  ];
}

/** The subgroups of each analysis, numbered from 1; what RevMan computes for them is not there. */
function* subgroupsOf(rows: Iterable<DataRow>): Generator<Line<typeof SUBGROUPS>> {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  for (const { Subgroup, "Analysis group": group, "Analysis number": number } of rows) {
    const analysis = JSON.stringify([group, number]);
    const key = `${analysis} ${Subgroup ?? ""}`;
    if (Subgroup == null || known.has(key)) continue;
    known.add(key);
    const count = (counts.get(analysis) ?? 0) + 1;
    counts.set(analysis, count);
    yield {
      "Analysis group": group ?? null,
      "Analysis number": number ?? null,
      "Subgroup number": count,
      Subgroup,
    };
  }
}

/** As RevMan calls them; another measure keeps its own name. */
const MEASURES: Readonly<Record<string, string>> = {
  HR: "Hazard Ratio",
  OR: "Odds Ratio",
  RR: "Risk Ratio",
  IRR: "Rate Ratio",
  RD: "Risk Difference",
  MD: "Mean Difference",
  SMD: "Std. Mean Difference",
};

/** GIV Mean and SE on the scale that is pooled (log for ratios); Mean and its 95 % CI back from the log. */
function contrastSection({ analyses, sources }: ReturnType<typeof contrastsOf>): Section {
  const z = zOfLevel(95);
  const settings = analyses.map(({ outcome, measure, scale }, i) =>
    setting(1, i + 1, "Contrasts", outcome, {
      "Data type": "Contrast level",
      "Effect measure": MEASURES[measure] ?? measure,
      "Log-scale data": scale === "log",
    }),
  );
  function* rows(): Generator<DataRow> {
    for (const [i, { outcome, scale, rows: keys, use }] of analyses.entries()) {
      const back = scale === "log" ? Math.exp : (x: number): number => x;
      for (const [j, key] of keys.entries()) {
        if (use[j] !== true) continue;
        const { yi, sei, ...row } = JSON.parse(sources.get(key)) as Source;
        yield {
          "Analysis group": 1,
          "Analysis number": i + 1,
          "Analysis name": outcome,
          Study: row.study_id,
          "Study year": row.year,
          "GIV Mean": yi,
          "GIV SE": sei,
          Mean: back(yi),
          "CI start": back(yi - z * sei),
          "CI end": back(yi + z * sei),
          Footnotes: row.sei_source,
        };
      }
    }
  }
  return { settings, rows };
}

interface ArmKind<Arm> {
  readonly type: string;
  readonly measure: string;
  readonly cells: (pair: Pair<Arm>) => DataRow;
}

function armSection<Arm>(
  group: number,
  name: string,
  pairs: Iterable<Pair<Arm>>,
  { type, measure, cells }: ArmKind<Arm>,
): Section {
  const nameOf = ({ outcome, unit }: Pair<Arm>): string => (unit === null ? outcome : `${outcome} (${unit})`);
  const numbers = new Map<string, number>();
  const settings: Setting[] = [];
  for (const pair of pairs) {
    const outcome = nameOf(pair);
    if (numbers.has(outcome.toLowerCase())) continue;
    const number = numbers.size + 1;
    numbers.set(outcome.toLowerCase(), number);
    settings.push(
      setting(group, number, name, outcome, {
        "Data type": type,
        "Effect measure": measure,
        "Log-scale data": false,
      }),
    );
  }
  function* rows(): Generator<DataRow> {
    for (const pair of pairs)
      yield {
        "Analysis group": group,
        "Analysis number": numbers.get(nameOf(pair).toLowerCase()) ?? null,
        "Analysis name": nameOf(pair),
        Subgroup: pair.population,
        Study: pair.study.id,
        "Study year": pair.study.year,
        ...cells(pair),
        Footnotes: pair.notes.length === 0 ? null : pair.notes.join("; "),
      };
  }
  return { settings, rows };
}

function setting(group: number, number: number, groupName: string, name: string, own: Setting): Setting {
  return {
    "Analysis group": group,
    "Analysis number": number,
    "Analysis group name": groupName,
    "Analysis name": name,
    "Statistical method": "IV",
    "Study CI": "95%",
    "Estimate CI": "95%",
    "Analysis model": "Random effect",
    "Experimental group label": "Experimental",
    "Control group label": "Control",
    "Overall estimates": true,
    "Test for subgroup differences": false,
    "Subgroup estimates": false,
    "Swap event and non-event": false,
    ...own,
  };
}
