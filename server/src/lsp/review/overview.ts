/** All documents of a review with how far each is. */
import type { CancellationToken } from "vscode-languageserver";
import { ruleContent } from "../../export/ruleContent.js";
import { countStates } from "../../review/decisions.js";
import { figures } from "../../service/summary.js";
import { VERSION } from "../../version.js";
import type {
  Failure,
  OverviewDocument,
  OverviewParams,
  OverviewResult,
  PendingDocument,
} from "../messages.js";
import { Cancelled, messageOf } from "../runner.js";
import type { Session } from "../session.js";
import type { Source } from "../sources.js";
import { uriIn, type OnDisk, type Opened } from "./decisionFiles.js";
import { findingsShown, itemsOf, loaded } from "./loaded.js";

/** Documents whose files are read at the same time. */
const AT_ONCE = 16;

interface Asked {
  readonly reviewer: string | null;
  readonly knownOnly: boolean;
  readonly token: CancellationToken;
}

export async function overview(
  session: Session,
  { uris: named, withDecided, knownOnly }: OverviewParams,
  token: CancellationToken,
): Promise<OverviewResult> {
  await session.ready;
  const { reviewer } = session.review;
  const asked: Asked = { reviewer, knownOnly: knownOnly === true, token };
  const decided = withDecided === true ? await decidedOn(session, reviewer) : [];
  const uris = [...new Set([...named, ...decided])];
  const documents: OverviewDocument[] = [];
  const pending: PendingDocument[] = [];
  const failures: Failure[] = [];
  for (let from = 0; from < uris.length; from += AT_ONCE) {
    await session.runner.checkpoint(token);
    const lines = await Promise.all(uris.slice(from, from + AT_ONCE).map((uri) => line(session, uri, asked)));
    for (const result of lines) {
      if (result === null) continue;
      if ("message" in result) failures.push(result);
      else if ("counts" in result) documents.push(result);
      else pending.push(result);
    }
  }
  return { reviewer, documents, pending, failures };
}

/** null for a document that reports no results and that nothing was decided on. */
async function line(
  session: Session,
  uri: string,
  asked: Asked,
): Promise<OverviewDocument | PendingDocument | Failure | null> {
  const { sources, review, workspace } = session;
  try {
    // The editor has read an open document already, and knows where each edit put its decisions.
    const source: Source & { readonly sha256?: string } = sources.isOpen(uri)
      ? await sources.get(uri)
      : await sources.hashed(uri);
    const decisions = asked.reviewer === null ? NOBODYS : await review.files.open(uri, asked.reviewer);
    const { document, open, sha256 } = source;
    if (open || sha256 === undefined) return fresh(session, source, decisions.read());
    const read = session.inclusion.isRead({ uri, text: () => document.getText() });
    if (!read && typeof decisions.text !== "string") return null;
    const key = await keyOf(session, { uri, read, sha256 }, decisions.text);
    const kept = key === null ? undefined : await review.kept.get(key);
    const path = workspace.pathOf(uri);
    if (kept !== undefined) return { uri, path, ...kept, problem: null };
    if (asked.knownOnly) return { uri, path };
    // Reading takes a while: what came in meanwhile goes first.
    await session.runner.checkpoint(asked.token);
    const now = fresh(session, source, decisions.read());
    if (now !== null && now.problem === null && key !== null) {
      const { counts, findings, unread } = now;
      review.kept.set(key, { counts, findings, unread });
    }
    return now;
  } catch (error) {
    if (error instanceof Cancelled) throw error;
    return { uri, message: messageOf(error) };
  }
}

/** As text and decisions are now. */
function fresh(
  session: Session,
  { document, open }: Source,
  { annotations, problem }: Pick<OnDisk, "annotations" | "problem">,
): OverviewDocument | null {
  const { uri } = document;
  const now = loaded(session, document, open);
  if (now.analysis === null && annotations === null) return null;
  const shown = figures(
    now.analysis === null ? null : { ...now.analysis, findings: findingsShown(now, annotations) },
    document,
  );
  return {
    uri,
    path: session.workspace.pathOf(uri),
    counts: countStates(itemsOf(now, annotations?.entries ?? [])),
    findings: shown.findings,
    unread: shown.unread.length,
    problem,
  };
}

/**
 * Hash of all that the figures of a closed document depend on: its bytes, whether and by which rules they are read, and the
 * reviewer's decisions. null where these can't be read, so that the reason is told each time.
 */
async function keyOf(
  session: Session,
  { uri, read, sha256 }: { readonly uri: string; readonly read: boolean; readonly sha256: string },
  decisions: string | null | undefined,
): Promise<string | null> {
  if (decisions === undefined) return null;
  const { path = "", inReview = true, ...options } = session.optionsFor(uri);
  const content = [VERSION, sha256, path, inReview, read, ruleContent(options), decisions ?? ""].join(
    "\u0000",
  );
  return session.host.sha256(new TextEncoder().encode(content));
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

/** Where nobody is named there are no decisions. */
const NOBODYS: Opened = { text: null, read: () => ({ file: null, annotations: null, problem: null }) };
