/** review.json: written only when it fits its schema, read back to the same value. */
import { describeIssue } from "../review/issues.js";
import { parseJson, type JsonPath, type Parsed } from "../review/json.js";
import { review, type Review } from "../review/review.js";

export interface Misfit {
  readonly path: JsonPath;
  readonly message: string;
}

/** Never both: the file's text, or why the review does not fit its schema. */
export type ReviewText =
  | { readonly text: string; readonly misfits?: never }
  | { readonly text?: never; readonly misfits: readonly Misfit[] };

/** The text of review.json: keys in the order of the schema, two spaces, a final line end. */
export function writeReview(value: Review): ReviewText {
  const result = review.safeParse(value);
  if (result.success) return { text: JSON.stringify(result.data, null, 2) + "\n" };
  return { misfits: result.error.issues.flatMap((issue) => describeIssue(issue, value)) };
}

const MISFITS_NAMED = 3;

/** The first misfits in a line, for the person who asked for the file. */
export function describeMisfits(misfits: readonly Misfit[]): string {
  const named = misfits.slice(0, MISFITS_NAMED).map(({ path, message }) => `${path.join(".")}: ${message}`);
  const more = misfits.length - named.length;
  const rest = more > 0 ? ` And ${more} more.` : "";
  return `The review does not fit its schema, so nothing was written. ${named.join(" ")}${rest}`;
}

export function readReview(text: string): Parsed<Review> {
  return parseJson(review, text);
}
