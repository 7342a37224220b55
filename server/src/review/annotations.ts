/** One reviewer's decisions on one document, `.outcome-review/<reviewer>/<document path>.json`. */
import * as z from "zod/mini";
import { described, statement } from "../extraction.js";
import { reviewerId } from "./protocol.js";

export const ANNOTATIONS_FORMAT = "outcome-lens/annotations/1";

const offset = z.int().check(z.nonnegative());

export const timestamp = described(
  z.iso.datetime({ offset: true }),
  "Date and time with time zone, ISO 8601.",
);

export const sha256 = z
  .string()
  .check(z.regex(/^[0-9a-f]{64}$/), z.describe("SHA-256 of the file's bytes, hexadecimal."));

/** W3C Web Annotation: TextQuoteSelector and TextPositionSelector in one. */
export const target = described(
  z.strictObject({
    exact: described(z.string(), "The text that it is about."),
    prefix: described(z.string(), "Text just before."),
    suffix: described(z.string(), "Text just after."),
    start: described(offset, "Start in UTF-16 code units when it was written."),
    end: described(offset, "End in UTF-16 code units, exclusive, when it was written."),
    repeated: described(
      z.optional(z.literal(true)),
      "Another place had the same words and surroundings, so that only the offsets tell which is meant.",
    ),
  }),
  "Where in the document: found again by its text when the document changes.",
);

export const decision = z.enum(["accepted", "rejected", "corrected", "added"]);

/** Whose entry an adjudicated one was taken from. */
export const origin = z.strictObject({
  reviewer: reviewerId,
  statementId: z.string(),
});

export const entry = z.strictObject({
  statementId: described(z.string(), "id of the statement as it was read, or given to an added one."),
  decision,
  statement: described(statement, "The whole final statement, so that this file stands alone."),
  target,
  note: z.optional(z.string()),
  at: timestamp,
  from: described(z.optional(z.array(origin)), "Adjudicated entries only: whose entries they rest on."),
});

export const dismissal = z.strictObject({
  rule: described(z.string(), "id of the rule whose finding is dismissed."),
  target,
  reason: described(z.string(), "Why the finding is to be ignored."),
  at: timestamp,
});

export const annotations = z.strictObject({
  $schema: z.optional(z.string()),
  format: z.literal(ANNOTATIONS_FORMAT),
  document: z.strictObject({
    path: described(z.string(), "Relative to the workspace folder, with forward slashes."),
    sha256,
  }),
  reviewer: described(z.union([reviewerId, z.literal("adjudicated")]), "Whose decisions these are."),
  entries: z.array(entry),
  dismissals: z.array(dismissal),
});

export type Annotations = z.infer<typeof annotations>;
export type Entry = z.infer<typeof entry>;
export type Decision = z.infer<typeof decision>;
export type Dismissal = z.infer<typeof dismissal>;
export type Target = z.infer<typeof target>;
export type Origin = z.infer<typeof origin>;
