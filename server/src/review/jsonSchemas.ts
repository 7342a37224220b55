/** JSON Schemas of our files, made from the zod schemas; used by the script and the test of `schemas/`, by no bundle. */
import * as z from "zod/mini";
import { PAGES } from "../check/pages.js";
import * as extractionSchemas from "../extraction.js";
import * as annotationSchemas from "./annotations.js";
import * as protocolSchemas from "./protocol.js";
import * as reviewSchemas from "./review.js";

const HOME = "https://github.com/outcome-lens/outcome-lens/blob/main/schemas/";

interface SchemaFile {
  readonly file: string;
  readonly title: string;
  readonly schema: z.ZodMiniType;
}

const FILES: readonly SchemaFile[] = [
  {
    file: "extraction.schema.json",
    title: "Extraction of Outcome Lens: one document's outcome statements",
    schema: extractionSchemas.extraction,
  },
  {
    file: "protocol.schema.json",
    title: "Review protocol of Outcome Lens (outcome-review.json)",
    schema: protocolSchemas.protocol,
  },
  {
    file: "annotations.schema.json",
    title: "One reviewer's decisions on one document",
    schema: annotationSchemas.annotations,
  },
  {
    file: "review.schema.json",
    title: "Structured review file of Outcome Lens (review.json)",
    schema: reviewSchemas.review,
  },
];

/** File name → JSON Schema, draft 2020-12. Schemas that are exported by name become definitions of that name. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  return new Map(
    FILES.map(({ file, title, schema }) => {
      const options = { metadata: registryFor(schema), io: "input" } as const;
      const { $schema, ...body } = z.toJSONSchema(schema, options);
      if (schema === protocolSchemas.protocol) nameRules(body);
      return [file, { $schema, $id: HOME + file, title, ...body }];
    }),
  );
}

/** So that the editor completes the rules' ids and says what each is about; unknown ids stay parseProtocol's to report. */
function nameRules({ properties, $defs }: z.core.JSONSchema.BaseSchema): void {
  const rules = properties?.["rules"];
  if (typeof rules !== "object" || $defs?.["ruleSetting"] === undefined)
    throw new Error("the protocol has no rules");
  rules.properties = Object.fromEntries(
    PAGES.map(([{ id }, { title }]) => [id, { description: title, $ref: "#/$defs/ruleSetting" }]),
  );
}

const MODULES = [extractionSchemas, annotationSchemas, protocolSchemas, reviewSchemas];

/** Descriptions as given with each schema, and the names under which all but the root are exported. */
function registryFor(root: z.ZodMiniType): typeof z.globalRegistry {
  const ids = new Map<unknown, string>();
  for (const [name, value] of MODULES.flatMap((module) => Object.entries(module))) {
    if (value instanceof z.ZodMiniType && value !== root) ids.set(value, name);
  }
  const named = z.registry<{ id?: string | undefined; description?: string | undefined }>();
  named.get = (schema) => {
    const id = ids.get(schema);
    const description = z.globalRegistry.get(schema)?.description;
    return { ...(id && { id }), ...(description && { description }) };
  };
  return named;
}
