import { Ajv, type ValidateFunction } from "ajv";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "vitest";
import type { Review } from "../../../server/src/review/review.js";
import { exampleTexts, HARD, reviewOfTexts } from "./documents.js";
import { ci, reviewOf, statement } from "./samples.js";
import { toFhir } from "./written.js";

interface Schema {
  readonly definitions: Record<string, unknown>;
}

/** The schema of Bundle and Evidence with all that they refer to, out of HL7's schema of every resource. */
function closure(): Schema {
  const path = createRequire(import.meta.url).resolve("hl7.fhir.r5.core/openapi/fhir.schema.json");
  const { definitions } = JSON.parse(readFileSync(path, "utf8")) as Schema;
  const kept: Record<string, unknown> = {
    ResourceList: { oneOf: [{ $ref: "#/definitions/Evidence" }] },
  };
  const waiting = ["Bundle", "Evidence"];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (name in kept) continue;
    kept[name] = definitions[name];
    const refs = JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/([^"]+)"/g);
    for (const [, ref = ""] of refs) waiting.push(ref);
  }
  return { ...{ $ref: "#/definitions/Bundle" }, definitions: kept };
}

let valid: ValidateFunction;
beforeAll(() => {
  // The schema escapes "-" in classes, which is a fault under the u flag.
  valid = new Ajv({ unicodeRegExp: false, strict: false, allErrors: true }).compile(closure());
}, 60_000);

/** Codes of HL7's code systems (hl7.terminology), as far as they are used here. */
const SYSTEMS: Readonly<Record<string, readonly string[]>> = {
  "http://terminology.hl7.org/CodeSystem/statistic-type":
    "0000100 0000301 0000424 0000457 0000565 C16726 C16932 C17010 C25463 C25564 C25570 C28007 C44256 C53319 C65171 C65172 C93150 C93152 absolute-MedianDiff descriptive predictedRisk rate-ratio".split(
      " ",
    ),
  "http://terminology.hl7.org/CodeSystem/attribute-estimate-type":
    "0000419 C53324 0000455 0000420 C53245 C44185 C38013 C53322 0000037 0000421 C48918".split(" "),
  "http://terminology.hl7.org/CodeSystem/variable-role":
    "population subpopulation exposure referenceExposure measuredVariable confounder".split(" "),
  "http://hl7.org/fhir/statistic-model-code": ["adjusted"],
};

interface Coding {
  readonly system: string;
  readonly code: string;
}
interface Bundle {
  readonly entry: readonly { readonly fullUrl: string; readonly resource: Record<string, unknown> }[];
}

function written(review: Review): Bundle {
  return JSON.parse(toFhir(review)) as Bundle;
}

function codingsIn(value: unknown): Coding[] {
  if (Array.isArray(value)) return value.flatMap(codingsIn);
  if (typeof value !== "object" || value === null) return [];
  const own = "coding" in value ? (value.coding as Coding[]) : [];
  return [...own, ...Object.values(value).flatMap(codingsIn)];
}

/** What the definitions require and the schema does not ask for (StructureDefinitions of Evidence and Bundle). */
function expectRequired(bundle: Bundle): void {
  const urls = bundle.entry.map(({ fullUrl }) => fullUrl);
  expect(new Set(urls).size).toBe(urls.length);
  for (const { fullUrl, resource } of bundle.entry) {
    expect(fullUrl).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(["draft", "active"]).toContain(resource["status"]);
    expect(resource["variableDefinition"]).not.toEqual([]);
    for (const { system, code } of codingsIn(resource)) expect(SYSTEMS[system]).toContain(code);
    expect(JSON.stringify(resource)).not.toMatch(/:(?:""|\[\]|\{\}|null)/);
  }
}

test("the schema refuses what is no Evidence", () => {
  const [entry] = written(reviewOf([statement("effect")])).entry;
  const wrong = { ...entry?.resource, statistics: [] };
  expect(valid({ resourceType: "Bundle", type: "collection", entry: [{ resource: wrong }] })).toBe(false);
});

describe.each([
  { name: "the examples", review: () => reviewOfTexts(exampleTexts()) },
  { name: "texts that are hard to write", review: () => reviewOfTexts(HARD) },
  {
    name: "every kind of statement",
    review: () =>
      reviewOf([
        statement("effect", {
          id: "a",
          adjusted: true,
          outcome: { text: "overall survival", code: "OS" },
          population: "ITT",
          group: { text: "drug" },
          reference: { text: "placebo" },
          interval: ci(0.6, "NR", { level: 99.9 }),
          p: { comparator: "<", value: 0.001, tag: "log-rank", range: { start: 0, end: 1 } },
        }),
        statement("effect", {
          id: "b",
          measure: "R",
          interval: ci("NR", "NR", { type: "CrI", level: null }),
        }),
        statement("median", { id: "c", value: "NR" }),
        statement("median", { id: "d", interval: ci(1, 2, { type: "IQR", level: null }) }),
        statement("mean", { id: "e", sd: 1.2, se: 0.3, unit: "mm Hg" }),
        statement("landmark", { id: "f" }),
        statement("proportion", { id: "g", n: 12.5, N: null }),
        statement("proportion", { id: "h", percent: null }),
        statement("p-value", { id: "i", comparator: "ns", value: null }),
        statement("other", {
          id: "j",
          name: "incidence rate",
          unit: "per 100 person-years",
          quote: "\u0001",
        }),
        statement("other", { id: "k" }),
      ]),
  },
])("$name", ({ review }) => {
  test("fit HL7's schema and what it does not ask for", () => {
    const bundle = written(review());
    expect(valid(bundle), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true);
    expectRequired(bundle);
  });

  test("are the same text every time", () => {
    expect(toFhir(review())).toBe(toFhir(review()));
  });
});

test("an effect has its type, quantity, interval, p-value and variables", () => {
  const review = reviewOf(
    [
      statement("effect", {
        adjusted: true,
        outcome: { text: "overall survival", code: "OS" },
        group: { text: "drug" },
        reference: { text: "placebo" },
        interval: ci(0.6, 0.95),
        p: { comparator: "<", value: 0.001, range: { start: 0, end: 1 } },
      }),
    ],
    { study: { doi: "10.1000/xyz", authors: ["A Okonkwo"], year: 2019 } },
  );
  expect(written(review).entry[0]?.resource).toMatchObject({
    resourceType: "Evidence",
    status: "draft",
    title: "overall survival; Okonkwo 2019",
    relatedArtifact: [{ citation: "A Okonkwo. 2019", document: { url: "https://doi.org/10.1000/xyz" } }],
    variableDefinition: [
      { description: "drug", variableRole: { coding: [{ code: "exposure" }] } },
      { description: "placebo", variableRole: { coding: [{ code: "referenceExposure" }] } },
      { description: "overall survival (OS)", variableRole: { coding: [{ code: "measuredVariable" }] } },
    ],
    statistic: [
      {
        statisticType: { coding: [{ code: "C93150", display: "Hazard Ratio" }] },
        quantity: { value: 0.8 },
        modelCharacteristic: [{ code: { coding: [{ code: "adjusted" }] } }],
        attributeEstimate: [
          {
            type: { coding: [{ code: "C53324" }] },
            level: 0.95,
            range: { low: { value: 0.6 }, high: { value: 0.95 } },
          },
          { type: { coding: [{ code: "C44185" }] }, quantity: { value: 0.001, comparator: "<" } },
        ],
      },
    ],
  });
});

test("a proportion has its counts", () => {
  expect(written(reviewOf([statement("proportion")])).entry[0]?.resource).toMatchObject({
    statistic: [
      {
        quantity: { value: 25, unit: "percent", system: "http://unitsofmeasure.org", code: "%" },
        numberAffected: 12,
        sampleSize: { numberOfParticipants: 48 },
      },
    ],
  });
});

test("decided statements are active, rejected ones are left out", () => {
  const review = reviewOf([statement("effect", { id: "a" }), statement("effect", { id: "b" })]);
  const [first, second] = review.studies[0]!.statements;
  first!.decision = "accepted";
  second!.decision = "rejected";
  expect(written(review).entry.map(({ resource }) => resource["status"])).toEqual(["active"]);
  expect(() => toFhir(reviewOf([statement("test")]))).toThrow("no result");
});
