/** review.json: written only when it fits its schema, read back to the same value. */
import { describeIssue } from "../review/issues.js";
import { parseJson, type JsonPath, type Parsed } from "../review/json.js";
import { review, reviewStudy, type Review } from "../review/review.js";
import { jsonWithList, type ReviewSource } from "./source.js";

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
  const misfits = misfitsOf(value);
  return misfits.length > 0 ? { misfits } : { text: [...reviewPieces(value)].join("") };
}

/** The same text in pieces, of a review that has no misfits. */
export function reviewPieces(source: ReviewSource): Generator<string> {
  const head = review.parse({ ...source, studies: [] });
  return jsonWithList(head, "studies", inOrder(source));
}

function* inOrder({ studies }: ReviewSource): Generator {
  for (const study of studies) yield reviewStudy.parse(study);
}

const MISFITS_NAMED = 3;

/** Why a review does not fit its schema: of the first study that doesn't, or of the review itself. */
export function misfitsOf(source: ReviewSource): readonly Misfit[] {
  const head = { ...source, studies: [] };
  const result = review.safeParse(head);
  if (!result.success) return result.error.issues.flatMap((issue) => describeIssue(issue, head));
  let i = 0;
  for (const study of source.studies) {
    const { error } = reviewStudy.safeParse(study);
    if (error !== undefined) {
      const at = i;
      return error.issues
        .flatMap((issue) => describeIssue(issue, study))
        .map(({ path, message }) => ({ path: ["studies", at, ...path], message }));
    }
    i++;
  }
  return [];
}

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
