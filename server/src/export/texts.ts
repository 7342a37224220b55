/** Documents of a review with their texts, for formats that annotate them. */
import type { Review, ReviewStudy } from "../review/review.js";
import { NotWritable } from "./notWritable.js";

/** Texts of documents by path, as `Review` names them. */
export type Texts = ReadonlyMap<string, string>;

export interface AnnotatedText {
  readonly path: string;
  readonly sha256: string;
  readonly text: string;
  /** Several, where the document holds several records. */
  readonly studies: readonly ReviewStudy[];
}

/** In the order of the review. @throws NotWritable where a text is not at hand */
export function annotatedTexts({ studies }: Review, texts: Texts): AnnotatedText[] {
  const byPath = new Map<string, ReviewStudy[]>();
  for (const study of studies) {
    const known = byPath.get(study.document.path);
    if (known === undefined) byPath.set(study.document.path, [study]);
    else known.push(study);
  }
  return [...byPath].map(([path, own]) => {
    const text = texts.get(path);
    if (text === undefined) throw new NotWritable(`The text of ${path} is not at hand.`);
    return { path, sha256: own[0]?.document.sha256 ?? "", text, studies: own };
  });
}
