/** Documents of a review with their texts, for formats that annotate them. */
import type { ReviewStudy } from "../review/review.js";
import { NotWritable } from "./notWritable.js";
import type { ReviewSource } from "./source.js";

/** Texts of documents by path. */
export interface Texts {
  get(path: string): string | undefined;
}

export interface AnnotatedText {
  readonly path: string;
  readonly sha256: string;
  readonly text: string;
  /** Several, where the document holds several records. */
  readonly studies: readonly ReviewStudy[];
}

/** In the order of the review, in which the studies of a document follow each other. @throws NotWritable where a text is not at hand */
export function* annotatedTexts({ studies }: ReviewSource, texts: Texts): Generator<AnnotatedText> {
  let path = "";
  let own: ReviewStudy[] = [];
  for (const study of studies) {
    const next = documentPath(study);
    if (own.length > 0 && next !== path) {
      yield annotated(path, own, texts);
      own = [];
    }
    path = next;
    own.push(study);
  }
  if (own.length > 0) yield annotated(path, own, texts);
}

/** The file whose text the offsets count in: a record of a MEDLINE or RIS file is named `file#id`. */
function documentPath({ document: { path, record } }: ReviewStudy): string {
  return record === undefined ? path : path.slice(0, path.lastIndexOf("#"));
}

function annotated(path: string, studies: readonly ReviewStudy[], texts: Texts): AnnotatedText {
  const text = texts.get(path);
  if (text === undefined) throw new NotWritable(`The text of ${path} is not at hand.`);
  return { path, sha256: studies[0]?.document.sha256 ?? "", text, studies };
}
