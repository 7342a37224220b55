/** The structured review file, `review.json`: every study with its statements, decisions and provenance. */
import * as z from "zod/mini";
import { coverage, described, extraction, finding, group, section, statement, study } from "../extraction.js";
import { decision, origin, sha256, timestamp } from "./annotations.js";
import { protocol } from "./protocol.js";

export const REVIEW_FORMAT = "outcome-lens/review/1";

export const reviewedStatement = z.strictObject({
  statement: described(
    statement,
    "The final statement: as read, or as the reviewer corrected or added it; quote and range name its place.",
  ),
  decision: z.enum([...decision.options, "undecided"]),
  reviewer: described(z.nullable(z.string()), "Who decided; null while undecided."),
  at: described(z.optional(timestamp), "When it was decided."),
  note: z.optional(z.string()),
  adjudication: described(
    z.nullable(z.strictObject({ from: z.array(origin) })),
    "Whose entries an adjudicated decision rests on; null where one reviewer decided.",
  ),
});

export const reviewStudy = z.strictObject({
  id: described(z.string(), "First author and year, made unique; the file's name where they are unknown."),
  document: z.strictObject({
    path: z.string(),
    sha256,
    length: described(z.int().check(z.nonnegative()), "Length of the text in UTF-16 code units."),
    offsets: z.literal("utf-16"),
    version: extraction.shape.source.shape.version,
    record: extraction.shape.source.shape.record,
  }),
  study,
  sections: z.array(section),
  groups: z.array(group),
  statements: z.array(reviewedStatement),
  findings: z.array(finding),
  coverage,
});

export const review = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(REVIEW_FORMAT),
  tool: extraction.shape.tool,
  protocol: described(z.nullable(protocol), "The protocol in force; null where there is none."),
  studies: z.array(reviewStudy),
});

export type Review = z.infer<typeof review>;
export type ReviewStudy = z.infer<typeof reviewStudy>;
export type ReviewedStatement = z.infer<typeof reviewedStatement>;
