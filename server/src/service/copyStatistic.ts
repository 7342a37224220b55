/** A statement as text for a manuscript, a script or a note. */
import type { CodeAction } from "vscode-languageserver-types";
import { CodeActionKind } from "vscode-languageserver-types";
import type { Analysis } from "../analyse.js";
import type { EffectStatement, MeanStatement, ProportionStatement, Statement } from "../extraction.js";
import { calculate } from "./calculator/calculate.js";
import { countsOf } from "./calculator/counts.js";
import { contextLabel, statementLabel } from "./labels.js";
import { escaped } from "./markdown.js";
import { pairOf } from "./partner.js";
import { statementsAt } from "./statementsAt.js";
import { english, type Say } from "./wording.js";

/** The client's command that asks for the form and puts it on the clipboard. */
export const COPY_STATISTIC = "outcomeLens.copyStatistic";

export interface StatisticCopy {
  readonly form: "plain" | "metafor" | "markdown";
  readonly text: string;
}

export interface CopiedStatistic {
  readonly label: string;
  readonly copies: readonly StatisticCopy[];
}

/** The forms of the statements at an offset; metafor's only where the printed numbers are enough for it. */
export function copiesAt(analysis: Analysis, offset: number): CopiedStatistic[] {
  return statementsAt(analysis, offset).map(({ statement }) => {
    const call = metaforCall(statement, analysis);
    return {
      label: statementLabel(statement),
      copies: [
        { form: "plain", text: plain(statement) },
        ...(call === null ? [] : [{ form: "metafor" as const, text: call }]),
        { form: "markdown", text: markdown(statement, analysis) },
      ],
    };
  });
}

/** Offered beside the quick fixes where a statement stands. */
export function copyAction(
  analysis: Analysis,
  uri: string,
  offset: number,
  say: Say = english,
): CodeAction[] {
  const [first] = statementsAt(analysis, offset);
  if (first === undefined) return [];
  const title = say("Copy statistic as…");
  return [
    {
      title,
      kind: CodeActionKind.QuickFix,
      command: { title, command: COPY_STATISTIC, arguments: [uri, offset] },
    },
  ];
}

function plain(statement: Statement): string {
  const context = contextLabel(statement);
  return context === "" ? statementLabel(statement) : `${statementLabel(statement)}; ${context}`;
}

/** The statement, and what the hover's calculator adds to it, as a list. */
function markdown(statement: Statement, analysis: Analysis): string {
  const context = contextLabel(statement);
  const { comparisons, derived } = calculate(statement, analysis);
  return [
    `**${escaped(statementLabel(statement))}**${context === "" ? "" : ` · ${escaped(context)}`}`,
    ...(comparisons.length + derived.length === 0 ? [] : [""]),
    ...comparisons.map(
      ({ label, reported, recomputed }) =>
        `- ${escaped(label)}: ${escaped(reported)} reported, ${escaped(recomputed)} recomputed`,
    ),
    ...derived.map(({ label, value }) => `- ${escaped(label)}: ${escaped(value)}`),
  ].join("\n");
}

/**
 * A call of metafor's escalc that gives yi and vi of the statement (Viechtbauer 2010): of two proportions that stand against
 * each other their risk ratio. null where a number is missing.
 */
export function metaforCall(statement: Statement, analysis: Analysis): string | null {
  switch (statement.kind) {
    case "effect":
      return ofEffect(statement);
    case "proportion":
      return ofProportion(statement, analysis);
    case "mean":
      return ofMean(statement, analysis);
    default:
      return null;
  }
}

function ofEffect({ measure, value, interval }: EffectStatement): string | null {
  if (measure === "R" || interval?.type !== "CI") return null;
  const { low, high, level } = interval;
  if (typeof low !== "number" || typeof high !== "number" || low >= high) return null;
  const ratio = !["RD", "MD", "SMD", "BETA"].includes(measure);
  if (ratio && (low <= 0 || value <= 0)) return null;
  const on = (x: number): string => (ratio ? `log(${String(x)})` : String(x));
  const tail = Number(((1 + (level ?? 95) / 100) / 2).toPrecision(12));
  const subtracted = ratio || low >= 0 ? on(low) : `(${on(low)})`;
  const sei = `(${on(high)} - ${subtracted}) / (2 * qnorm(${String(tail)}))`;
  return escalc("GEN", { yi: on(value), sei });
}

function ofProportion(statement: ProportionStatement, analysis: Analysis): string | null {
  const pair = pairOf<"proportion">(statement, analysis);
  const one = pair === null ? null : countsOf(pair.first);
  const two = pair === null ? null : countsOf(pair.second);
  if (one !== null && two !== null) {
    return escalc("RR", { ai: one.events, n1i: one.total, ci: two.events, n2i: two.total });
  }
  const own = countsOf(statement);
  return own === null ? null : escalc("PLO", { xi: own.events, ni: own.total });
}

function ofMean({ value, sd, se, group }: MeanStatement, { groups }: Analysis): string | null {
  if (se !== null) return escalc("GEN", { yi: value, sei: se });
  const n = groups.find(({ id }) => id === group?.id)?.n;
  return sd === null || n === undefined ? null : escalc("MN", { mi: value, sdi: sd, ni: n });
}

function escalc(measure: string, values: Readonly<Record<string, string | number>>): string {
  const named = Object.entries(values).map(([name, value]) => `${name} = ${String(value)}`);
  return `metafor::escalc(measure = "${measure}", ${named.join(", ")})`;
}
