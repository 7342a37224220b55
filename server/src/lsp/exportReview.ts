/** Review table or review file of many documents, checked against the schema before the client may write it. */
import type { CancellationToken } from "vscode-languageserver";
import { studiesOf } from "../analyse.js";
import type { Extraction } from "../extraction.js";
import { exportAs, type Exported } from "../export/exportAs.js";
import { formatOf } from "../export/formats.js";
import { toExtraction } from "../export/extraction.js";
import { RULE_HASH_DIGITS, ruleContent } from "../export/ruleContent.js";
import { takeDecisions } from "../export/takeDecisions.js";
import { toReview } from "../export/toReview.js";
import type { Decided } from "../export/withDecisions.js";
import type { Annotations } from "../review/annotations.js";
import { Refusal } from "../service/wording.js";
import { forEachDocument } from "./batch.js";
import type { ExportedFile, ExportParams, ExportResult } from "./messages.js";
import { findingsShown, itemsOf, loaded } from "./review/loaded.js";
import { Deciders } from "./review/whose.js";
import type { Session } from "./session.js";

/** @throws NotWritable where the review does not fit its schema or the format; nothing is handed out then */
export async function exportReview(
  session: Session,
  params: ExportParams,
  token: CancellationToken,
): Promise<ExportResult> {
  await session.ready;
  const extractions: Extraction[] = [];
  const texts = new Map<string, string>();
  const decisions: Decided[] = [];
  const deciders = new Deciders(session);
  let [documents, skipped] = [0, 0];
  const failures = await forEachDocument(session, "Reading documents", params, token, async (uri) => {
    const { document, open, sha256 } = await session.sources.hashed(uri);
    const decided = await decisionsFor(deciders, uri, params.reviewer);
    const here = loaded(session, document, open);
    if (here.analysis === null && decided === null && params.includedOnly === true) {
      skipped++;
      return;
    }
    documents++;
    const path = session.workspace.pathOf(uri);
    if (formatOf(params.format).needsTexts === true) texts.set(path, document.getText());
    const source = { path, sha256 };
    const now = { ...here, analysis: here.analysis ?? session.analyse(document) };
    const rules = await ruleHash(session, uri);
    const own: Decided = {
      items: itemsOf(now, decided?.entries ?? []),
      findings: findingsShown(now, decided),
      reviewer: decided?.reviewer ?? null,
    };
    for (const study of studiesOf(now.analysis)) {
      extractions.push(toExtraction(study, source, rules));
      decisions.push(own);
    }
  });
  const [first = ""] = params.uris;
  await session.runner.checkpoint(token);
  const read = toReview(extractions, {
    rules: await ruleHash(session, first),
    protocol: session.protocols.of(first),
  });
  const { review, statements, ...taken } = takeDecisions(read, decisions, params.decisions);
  return {
    files: extractions.length === 0 ? [] : (await exportAs(params.format, review, { texts })).map(portable),
    documents,
    skipped,
    statements,
    taken,
    failures,
  };
}

/** @throws Error where several decided and nothing is settled: the person is asked before, and a caller may name one */
async function decisionsFor(
  deciders: Deciders,
  uri: string,
  wanted: string | undefined,
): Promise<Annotations | null> {
  const counting = await deciders.counting(uri, wanted);
  if ("annotations" in counting) return counting.annotations;
  throw new Refusal(
    "Several decided here ({0}) and nothing is settled: choose one, or compare and settle first.",
    counting.disputed.join(", "),
  );
}

/** JSON holds no bytes. */
function portable({ name, content }: Exported): ExportedFile {
  return typeof content === "string" ? { name, text: content } : { name, base64: toBase64(content) };
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  // Piece by piece, because a call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

async function ruleHash(session: Session, uri: string): Promise<string> {
  const content = new TextEncoder().encode(ruleContent(session.optionsFor(uri)));
  return (await session.host.sha256(content)).slice(0, RULE_HASH_DIGITS);
}
