/** What a reader must know before trusting a plot, in words. */
import type { Row } from "../export/columns.js";
import { contrastLabel, nameKey, type Candidate } from "./request.js";

/** Warnings about the rows themselves: people counted twice, things that are not alike, findings. */
export function warningsOf(included: readonly Candidate[]): string[] {
  const rows = included.map(({ row }) => row);
  const effects = rows.some(({ kind }) => kind === "effect");
  return [
    ...sameStudy(rows),
    ...sharedIdentifiers(included),
    ...(effects ? contrasts(rows) : groups(rows)),
    ...mixtures(rows),
    ...findings(rows),
  ];
}

/** Values → the studies that have them, in order. */
function byValue(
  rows: readonly Row[],
  valueOf: (row: Row) => string,
): Map<string, { readonly label: string; readonly studies: string[] }> {
  const found = new Map<string, { label: string; studies: string[] }>();
  for (const row of rows) {
    const label = valueOf(row);
    const entry = found.get(nameKey(label)) ?? { label, studies: [] };
    if (!entry.studies.includes(String(row.study_id))) entry.studies.push(String(row.study_id));
    found.set(nameKey(label), entry);
  }
  return found;
}

function sameStudy(rows: readonly Row[]): string[] {
  const times = new Map<string, number>();
  for (const { kind, study_id, group } of rows) {
    // Two groups of one study are two sets of people; two effects of one study share theirs.
    const key =
      kind === "effect" ? String(study_id) : `${String(study_id)}, ${String(group ?? "group not named")}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return [...times]
    .filter(([, count]) => count > 1)
    .map(
      ([study, count]) => `${study} stands here ${count} times: the same people are counted more than once.`,
    );
}

/** Studies that give the same PMID, DOI or registration number. */
function sharedIdentifiers(included: readonly Candidate[]): string[] {
  const holders = new Map<string, Set<string>>();
  for (const { row, registrations } of included) {
    const identifiers = [
      ...(row.pmid === null ? [] : [`PMID ${String(row.pmid)}`]),
      ...(row.doi === null ? [] : [`DOI ${String(row.doi).toLowerCase()}`]),
      ...registrations.map((number) => `registration ${number}`),
    ];
    for (const identifier of identifiers) {
      const studies = holders.get(identifier) ?? new Set<string>();
      holders.set(identifier, studies.add(String(row.study_id)));
    }
  }
  const told = new Set<string>();
  return [...holders].flatMap(([identifier, holding]) => {
    const studies = listed([...holding]);
    if (holding.size < 2 || told.has(studies)) return [];
    told.add(studies);
    return [`${studies} have the same ${identifier}: they may report the same people.`];
  });
}

/** Of single groups: where each study gives one, and not the same. */
function groups(rows: readonly Row[]): string[] {
  const found = byValue(rows, ({ group }) => String(group ?? "group not named"));
  const oneEach = new Set(rows.map(({ study_id }) => study_id)).size === rows.length;
  return oneEach && found.size > 1 ? [`The groups differ: ${described(found)}.`] : [];
}

function contrasts(rows: readonly Row[]): string[] {
  const named = rows.filter(({ group, reference }) => group !== null || reference !== null);
  const unnamed = rows.filter((row) => !named.includes(row));
  const found = byValue(named, ({ group, reference }) => contrastLabel(group, reference));
  const references = byValue(
    named.filter(({ reference }) => reference !== null),
    ({ reference }) => String(reference),
  );
  const reversed = named.filter(
    ({ group, reference }) => reference !== null && found.has(nameKey(contrastLabel(reference, group))),
  );
  const warnings: string[] = [];
  if (reversed.length > 0) {
    const studies = [...new Set(reversed.map(({ study_id }) => String(study_id)))];
    warnings.push(`${listed(studies)} compare the same groups in opposite directions.`);
  } else if (references.size > 1) {
    warnings.push(`The reference groups differ: ${described(references)}.`);
  }
  if (reversed.length === 0 && found.size > 1 && references.size <= 1) {
    warnings.push(`The groups compared differ: ${described(found)}.`);
  }
  if (unnamed.length > 0) {
    const studies = [...new Set(unnamed.map(({ study_id }) => String(study_id)))];
    warnings.push(`Which groups are compared is not known of ${listed(studies)}.`);
  }
  return warnings;
}

function mixtures(rows: readonly Row[]): string[] {
  const warnings: string[] = [];
  const adjusted = rows.filter(({ adjusted }) => adjusted === true).length;
  if (adjusted > 0 && adjusted < rows.length) {
    warnings.push(
      `Adjusted and unadjusted estimates stand together: ${adjusted} of ${rows.length} are adjusted.`,
    );
  }
  const populations = byValue(rows, ({ population }) => String(population ?? "all people"));
  if (populations.size > 1) warnings.push(`The populations differ: ${described(populations)}.`);
  const credible = rows
    .filter(({ interval_type }) => interval_type === "CrI")
    .map(({ study_id }) => String(study_id));
  if (credible.length > 0) {
    warnings.push(`The credible interval of ${listed(credible)} is taken as a confidence interval.`);
  }
  return warnings;
}

/** Errors and warnings; hints about style are nothing that a pooled figure depends on. */
function findings(rows: readonly Row[]): string[] {
  return rows.flatMap(({ study_id, findings }) => {
    const grave = String(findings ?? "")
      .split("; ")
      .filter((finding) => /\((?:error|warning)\)$/.test(finding));
    return grave.length === 0
      ? []
      : [`There are findings on ${String(study_id)}: ${[...new Set(grave)].join("; ")}.`];
  });
}

/** "tarvenib vs docetaxel (Lee 2019, Ito 2021); tarvenib vs placebo (Roy 2020)". */
function described(
  found: ReadonlyMap<string, { readonly label: string; readonly studies: readonly string[] }>,
): string {
  return [...found.values()].map(({ label, studies }) => `${label} (${studies.join(", ")})`).join("; ");
}

/** "a", "a and b", "a, b and c". */
function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
