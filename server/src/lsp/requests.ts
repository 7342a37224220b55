/** The requests of our own: statement list, check all, export. */
import type { CancellationToken } from "vscode-languageserver";
import { FORMATS } from "../export/formats.js";
import { copiesAt } from "../service/copyStatistic.js";
import { standardOutcomes } from "../service/newTerms.js";
import { draftProtocol } from "../service/protocolDraft.js";
import { statementList } from "../service/statementList.js";
import { forEachDocument } from "./batch.js";
import { exportReview } from "./exportReview.js";
import type { CheckAllParams, CheckAllResult, StatementsResult } from "./messages.js";
import { on } from "./on.js";
import type { Session } from "./session.js";

export function registerRequests(session: Session): void {
  on(session, "outcomeLens/statements", ({ uri }) => statements(session, uri));
  on(session, "outcomeLens/checkAll", (params, token) => checkAll(session, params, token));
  on(session, "outcomeLens/copyStatistic", async ({ uri, offset }) => {
    const read = await session.read(uri);
    return read === null ? [] : copiesAt(read.analysis, offset);
  });
  on(session, "outcomeLens/exportFormats", () =>
    Promise.resolve(
      FORMATS.map((format) => ({
        ...format,
        label: session.say(format.label),
        purpose: session.say(format.purpose),
      })),
    ),
  );
  on(session, "outcomeLens/export", (params, token) => exportReview(session, params, token));
  on(session, "outcomeLens/standardOutcomes", () =>
    Promise.resolve(standardOutcomes().map(({ code, label }) => ({ code, label }))),
  );
  on(session, "outcomeLens/draftProtocol", (answers) => Promise.resolve({ content: draftProtocol(answers) }));
}

async function statements(session: Session, uri: string): Promise<StatementsResult> {
  const read = await session.read(uri);
  if (read === null) return { active: false, version: null, statements: [] };
  const { analysis, document } = read;
  return { active: true, version: document.version, statements: statementList(analysis, document) };
}

async function checkAll(
  session: Session,
  params: CheckAllParams,
  token: CancellationToken,
): Promise<CheckAllResult> {
  await session.ready;
  session.keepChecked(params.uris);
  const counts = { documents: 0, skipped: 0, statements: 0, findings: 0 };
  const failures = await forEachDocument(session, "Checking documents", params, token, async (uri) => {
    const analysis = await session.checked.check(uri);
    if (analysis === null) {
      counts.skipped++;
      return;
    }
    counts.documents++;
    counts.statements += analysis.statements.length;
    counts.findings += analysis.findings.length;
  });
  return { ...counts, failures };
}
