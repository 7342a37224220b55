/** Review table or review file of many documents, checked against the schema before the client may write it. */
import type { CancellationToken } from "vscode-languageserver";
import type { Extraction } from "../extraction.js";
import { toCsv } from "../export/csv.js";
import { toExtraction } from "../export/extraction.js";
import { describeMisfits, writeReview } from "../export/reviewFile.js";
import { RULE_HASH_DIGITS, ruleContent } from "../export/ruleContent.js";
import { toRows } from "../export/rows.js";
import { toReview } from "../export/toReview.js";
import type { Review } from "../review/review.js";
import { forEachDocument } from "./batch.js";
import type { ExportFormat, ExportParams, ExportResult } from "./messages.js";
import type { Session } from "./session.js";

/** @throws Error naming the first faults, where the review does not fit its schema; nothing is handed out then */
export async function exportReview(
  session: Session,
  params: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  await session.ready;
  const extractions: Extraction[] = [];
  let skipped = 0;
  const failures = await forEachDocument(session, "Reading documents", params, token, async (uri) => {
    const { document, open, sha256 } = await session.sources.hashed(uri);
    const included = session.analysisOf(document, open);
    if (included === null && params.includedOnly === true) {
      skipped++;
      return;
    }
    const source = { path: session.workspace.pathOf(uri), sha256 };
    const rules = await ruleHash(session, uri);
    extractions.push(toExtraction(included ?? session.analyse(document), source, rules));
  });
  const [first = ""] = params.uris;
  const review = toReview(extractions, {
    rules: await ruleHash(session, first),
    protocol: session.protocols.of(first),
  });
  return {
    content: extractions.length === 0 ? "" : written(review, params.format),
    documents: extractions.length,
    skipped,
    statements: extractions.reduce((sum, { statements }) => sum + statements.length, 0),
    failures,
  };
}

/** The table too is made only of a review that fits the schema. */
function written(review: Review, format: ExportFormat): string {
  const { text, misfits } = writeReview(review);
  if (text === undefined) throw new Error(describeMisfits(misfits));
  return format === "json" ? text : toCsv(toRows(review));
}

async function ruleHash(session: Session, uri: string): Promise<string> {
  const content = new TextEncoder().encode(ruleContent(session.optionsFor(uri)));
  return (await session.host.sha256(content)).slice(0, RULE_HASH_DIGITS);
}
