/** All documents of a review with how far each is. */
import type { CancellationToken } from "vscode-languageserver";
import { countStates } from "../../review/decisions.js";
import { figures } from "../../service/summary.js";
import type { Failure, OverviewDocument, OverviewParams, OverviewResult } from "../messages.js";
import { messageOf } from "../runner.js";
import type { Session } from "../session.js";
import { uriIn } from "./decisionFiles.js";
import { findingsShown, itemsOf, loaded } from "./loaded.js";

/** Documents whose files are read at the same time. */
const AT_ONCE = 16;

export async function overview(
  session: Session,
  params: OverviewParams,
  token: CancellationToken,
): Promise<OverviewResult> {
  await session.ready;
  const { reviewer } = session.review;
  const elsewhere = new Set(params.except);
  const decided = params.withDecided === true ? await decidedOn(session, reviewer) : [];
  const uris = [...new Set([...params.uris, ...decided.filter((uri) => !elsewhere.has(uri))])];
  const documents: OverviewDocument[] = [];
  const failures: Failure[] = [];
  for (let from = 0; from < uris.length; from += AT_ONCE) {
    await session.runner.checkpoint(token);
    const read = await Promise.all(
      uris.slice(from, from + AT_ONCE).map((uri) => line(session, uri, reviewer)),
    );
    for (const result of read) {
      if (result === null) continue;
      if ("message" in result) failures.push(result);
      else documents.push(result);
    }
  }
  return { reviewer, documents, failures };
}

/** null for a document that reports no results and that nothing was decided on. */
async function line(
  session: Session,
  uri: string,
  reviewer: string | null,
): Promise<OverviewDocument | Failure | null> {
  try {
    const { document, open } = await session.sources.get(uri);
    const disk = reviewer === null ? null : await session.review.files.read(uri, reviewer);
    const now = loaded(session, document, open);
    const annotations = disk?.annotations ?? null;
    if (now.analysis === null && annotations === null) return null;
    const counts = countStates(itemsOf(now, annotations?.entries ?? []));
    const shown = figures(
      now.analysis === null ? null : { ...now.analysis, findings: findingsShown(now, annotations) },
      document,
    );
    return {
      uri,
      path: session.workspace.pathOf(uri),
      counts,
      findings: shown.findings,
      unread: shown.unread.length,
      problem: disk?.problem ?? null,
    };
  } catch (error) {
    return { uri, message: messageOf(error) };
  }
}

async function decidedOn(session: Session, reviewer: string | null): Promise<string[]> {
  if (reviewer === null) return [];
  const found = await Promise.all(
    session.workspace.all().map(async (folder) => {
      const paths = await session.review.files.documents(folder, reviewer).catch(() => []);
      return paths.map((path) => uriIn(folder, path));
    }),
  );
  return found.flat();
}
