/** Review table or review file of many documents, checked against the schema before the client may write it. */
import type { CancellationToken } from "vscode-languageserver";
import { toCsv } from "../export/csv.js";
import { toExtraction } from "../export/extraction.js";
import { describeMisfits, writeReview } from "../export/reviewFile.js";
import { toRows } from "../export/rows.js";
import { toReview } from "../export/toReview.js";
import type { Extraction } from "../extraction.js";
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
  const first = params.uris[0] ?? "";
  const rules = await session.host.ruleHash(session.optionsFor(first));
  const documents: Extraction[] = [];
  let skipped = 0;
  const failures = await forEachDocument(session, "Reading documents", params, token, async (uri) => {
    const { document, open, sha256 } = await session.sources.hashed(uri);
    const included = session.analysisOf(document, open);
    if (included === null && params.includedOnly === true) {
      skipped++;
      return;
    }
    const path = session.workspace.pathOf(uri);
    documents.push(toExtraction(included ?? session.analyse(document), { path, sha256 }, rules));
  });
  const review = toReview(documents, { rules, protocol: session.protocols.of(first) });
  return {
    content: documents.length === 0 ? "" : written(review, params.format),
    documents: documents.length,
    skipped,
    statements: review.studies.reduce((sum, { statements }) => sum + statements.length, 0),
    failures,
  };
}

function written(review: Review, format: ExportFormat): string {
  const { text, misfits } = writeReview(review);
  if (text === undefined) throw new Error(describeMisfits(misfits));
  return format === "json" ? text : toCsv(toRows(review));
}
