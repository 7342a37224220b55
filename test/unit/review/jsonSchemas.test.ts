import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { jsonSchemas } from "../../../server/src/review/jsonSchemas.js";

const schemas = [...jsonSchemas()].map(([file, schema]) => ({ file, schema }));

/** All objects within a JSON value. */
function* objects(value: unknown): Iterable<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const child of Object.values(value)) yield* objects(child);
}

describe("schemas/", () => {
  test.each(schemas)("$file is what `node schemas/generate.js` writes", ({ file, schema }) => {
    const written = readFileSync(new URL(`../../../schemas/${file}`, import.meta.url), "utf8");
    expect(written).toBe(JSON.stringify(schema, null, 2) + "\n");
  });

  test.each(schemas)("$file is of draft 2020-12, and every reference leads somewhere", ({ schema }) => {
    expect(schema).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema", type: "object" });
    const { $defs = {} } = schema as { $defs?: Record<string, unknown> };
    const names = [...objects(schema)].flatMap(({ $ref }) => ($ref === undefined ? [] : [$ref]));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(Object.keys($defs).map((key) => `#/$defs/${key}`)).toContain(name);
  });

  test("every key of the protocol is described, so that the editor can explain it", () => {
    const protocol = jsonSchemas().get("protocol.schema.json") as {
      properties: Record<string, { description?: string }>;
    };
    const silent = Object.entries(protocol.properties).filter(([, { description }]) => !description);
    expect(silent.map(([key]) => key)).toEqual(["$schema"]);
  });
});
