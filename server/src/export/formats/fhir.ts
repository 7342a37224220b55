/** Results as FHIR R5 Evidence resources in a Bundle: one resource for each statement, its variables and its statistic. */
import type { Interval, ReportedP, Statement } from "../../extraction.js";
import type { ReviewedStatement, ReviewStudy } from "../../review/review.js";
import { NotWritable } from "../notWritable.js";
import { jsonWithList, type ReviewSource } from "../source.js";
import { uuid } from "../uuid.js";
import * as codes from "./fhirCodes.js";
import type { Concept } from "./fhirCodes.js";

type Fields = Readonly<Record<string, unknown>>;

/**
 * The text of a Bundle of type collection. Group sizes, test statistics and what a reviewer rejected are left out.
 *
 * @throws NotWritable where nothing is left
 */
export function* toFhir({ studies }: ReviewSource): Generator<string> {
  if (entriesOf(studies).next().done === true)
    throw new NotWritable("There is no result that FHIR Evidence could carry.");
  const bundle = { resourceType: "Bundle", type: "collection", entry: [] };
  yield* jsonWithList(bundle, "entry", entriesOf(studies));
}

function* entriesOf(studies: Iterable<ReviewStudy>): Generator<Fields> {
  for (const study of studies) {
    for (const [i, reviewed] of study.statements.entries()) {
      const statistic = reviewed.decision === "rejected" ? null : statisticOf(reviewed.statement);
      if (statistic === null) continue;
      const { path, sha256 } = study.document;
      const fullUrl = `urn:uuid:${uuid(sha256, `${path}\n${study.id}\n${reviewed.statement.id}\n${i}`)}`;
      yield { fullUrl, resource: evidence(study, reviewed, statistic) };
    }
  }
}

function evidence(
  study: ReviewStudy,
  { statement, decision, note }: ReviewedStatement,
  statistic: Fields,
): Fields {
  const { document } = study;
  const { start, end } = statement.range;
  const place = `"${statement.quote}" at ${start} to ${end} (UTF-16 code units) of ${document.path}, SHA-256 ${document.sha256}`;
  const named = [statement.outcome?.text, study.id].filter((part) => part !== undefined).join("; ");
  return clean({
    resourceType: "Evidence",
    status: decision === "undecided" ? "draft" : "active",
    title: text(named),
    relatedArtifact: [artifact(study)],
    note: [place, note].flatMap((words) => (words === undefined ? [] : [{ text: text(words) }])),
    variableDefinition: variables(study, statement),
    statistic: [statistic],
  });
}

function artifact({ id, study }: ReviewStudy): Fields {
  const { authors, title, journal, year, doi, pmid } = study;
  const parts = [authors?.join(", "), title, journal, year, pmid === undefined ? undefined : `PMID ${pmid}`];
  const citation = parts.filter((part) => part !== undefined).join(". ");
  return clean({
    type: "derived-from",
    label: text(id),
    citation: citation === "" ? undefined : text(citation),
    document: doi === undefined ? undefined : { url: `https://doi.org/${encodeURI(doi)}` },
  });
}

/** What was measured stands there always: a resource must define a variable. */
function variables({ groups }: ReviewStudy, statement: Statement): Fields[] {
  const { outcome, population, group, reference } = statement;
  const labelOf = (ref: Statement["group"]): string | undefined =>
    groups.find(({ id }) => id === ref?.id)?.label ?? ref?.text;
  const variable = (variableRole: Concept, description: string | null | undefined): Fields[] =>
    description == null ? [] : [{ description: text(description), variableRole }];
  const measured = outcome === null ? "not named in the sentence" : outcome.text;
  const code = outcome?.code === undefined || outcome.code === measured ? "" : ` (${outcome.code})`;
  return [
    ...variable(codes.ROLES.population, population),
    ...variable(codes.ROLES.exposure, labelOf(group)),
    ...variable(codes.ROLES.reference, labelOf(reference)),
    ...variable(codes.ROLES.measured, measured + code),
  ];
}

/** null for kinds that are no result of their own. */
function statisticOf(statement: Statement): Fields | null {
  const own = valueOf(statement);
  if (own === null) return null;
  const { attributeEstimate, ...fields } = own;
  const p = statement.kind === "p-value" ? statement : statement.p;
  const attributes = [
    ...(attributeEstimate ?? []),
    ...(statement.interval === null ? [] : [intervalOf(statement.interval)]),
    ...(p === null ? [] : [pValueOf(p)]),
  ];
  return clean({
    description: text(statement.quote),
    ...fields,
    attributeEstimate: attributes.length === 0 ? undefined : attributes,
  });
}

type Value = Fields & { readonly attributeEstimate?: readonly Fields[] };

function valueOf(statement: Statement): Value | null {
  switch (statement.kind) {
    case "effect":
      return {
        statisticType: codes.EFFECTS[statement.measure],
        quantity: { value: statement.value },
        modelCharacteristic: statement.adjusted ? [{ code: codes.ADJUSTED }] : undefined,
      };
    case "median":
      return statement.value === "NR"
        ? { statisticType: codes.MEDIAN, note: [{ text: "not reached" }] }
        : { statisticType: codes.MEDIAN, quantity: quantity(statement.value, statement.unit) };
    case "mean":
      return {
        statisticType: codes.MEAN,
        quantity: quantity(statement.value, statement.unit),
        attributeEstimate: [
          ...spread(codes.STANDARD_DEVIATION, statement.sd),
          ...spread(codes.STANDARD_ERROR, statement.se),
        ],
      };
    case "landmark": {
      const { time } = statement;
      const at = time === null ? "" : `: ${time.value} ${time.unit}`;
      return {
        statisticType: { text: `Rate at a time point${at}` },
        quantity: quantity(statement.value, "percent"),
      };
    }
    case "proportion":
      return {
        statisticType: codes.PROPORTION,
        quantity: statement.percent === null ? undefined : quantity(statement.percent, "percent"),
        numberAffected: whole(statement.n),
        sampleSize: whole(statement.N) === undefined ? undefined : { numberOfParticipants: statement.N },
      };
    case "p-value":
      return statement.tag === null ? {} : { note: [{ text: statement.tag }] };
    case "other":
      return {
        statisticType: codes.NAMED[statement.name] ?? { text: text(statement.name) },
        quantity: quantity(statement.value, statement.unit),
      };
    case "group-size":
    case "test":
      return null;
  }
}

function quantity(value: number, unit: string | null): Fields {
  const code = unit === null ? undefined : codes.UCUM[unit];
  return clean({
    value,
    unit: unit === null ? undefined : text(unit),
    system: code === undefined ? undefined : "http://unitsofmeasure.org",
    code,
  });
}

function spread(type: Concept, value: number | null): Fields[] {
  return value === null ? [] : [{ type, quantity: { value } }];
}

/** A bound that was not reached is absent, and a note says so. */
function intervalOf({ type, level, low, high }: Interval): Fields {
  const bound = (value: Interval["low"]): Fields | undefined =>
    typeof value === "number" ? { value } : undefined;
  const open = [low === "NR" ? "lower" : "", high === "NR" ? "upper" : ""].filter((side) => side !== "");
  const range = clean({ low: bound(low), high: bound(high) });
  return clean({
    note: open.length === 0 ? undefined : [{ text: `${open.join(" and ")} bound not reached` }],
    type: codes.INTERVALS[type],
    level: level === null ? undefined : Number((level / 100).toPrecision(12)),
    range: Object.keys(range).length === 0 ? undefined : range,
  });
}

function pValueOf({ comparator, value, tag }: Pick<ReportedP, "comparator" | "value" | "tag">): Fields {
  const words = [comparator === "ns" ? "not significant" : undefined, tag ?? undefined];
  const description = words.filter((part) => part !== undefined).join(", ");
  return clean({
    description: description === "" ? undefined : description,
    type: codes.P_VALUE,
    quantity:
      value === null
        ? undefined
        : clean({ value, comparator: comparator === "=" || comparator === "ns" ? undefined : comparator }),
  });
}

function whole(value: number | null): number | undefined {
  return value !== null && Number.isInteger(value) && value >= 0 ? value : undefined;
}

/** FHIR has no empty strings, and no control characters but tab and line ends. */
function text(value: string): string {
  const allowed = value.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, " ");
  return allowed.trim() === "" ? "(none)" : allowed;
}

/** Without members that are undefined, which JSON does not have, and without empty lists, which FHIR does not. */
function clean(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
