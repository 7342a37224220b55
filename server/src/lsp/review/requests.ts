/** The requests of reviewMessages.ts. */
import { draftStatement } from "../../review/draft.js";
import { fillField, formOf } from "../../review/form.js";
import { statementLabel } from "../../service/labels.js";
import type { DraftParams, DraftResult, FormParams, FormResult } from "../messages.js";
import { on } from "../on.js";
import type { Session } from "../session.js";
import { adjudicateOne, compare } from "./compare.js";
import { decide, dismiss, reanchor } from "./decide.js";
import { loadDocument, viewDocument } from "./loaded.js";
import { overview } from "./overview.js";
import { deciders } from "./whose.js";

export function registerReview(session: Session): void {
  on(session, "outcomeLens/review/document", ({ uri }) => viewDocument(session, uri));
  on(session, "outcomeLens/review/decide", (params) => decide(session, params));
  on(session, "outcomeLens/review/draft", (params) => draft(session, params));
  on(session, "outcomeLens/review/form", (params) => Promise.resolve(form(params)));
  on(session, "outcomeLens/review/dismiss", (params) => dismiss(session, params));
  on(session, "outcomeLens/review/overview", (params, token) => overview(session, params, token));
  on(session, "outcomeLens/review/deciders", (params, token) => deciders(session, params, token));
  on(session, "outcomeLens/review/reanchor", (params) => reanchor(session, params));
  on(session, "outcomeLens/review/compare", (params, token) => compare(session, params, token));
  on(session, "outcomeLens/review/adjudicate", (params) => adjudicateOne(session, params));
}

async function draft(session: Session, { uri, range, kind }: DraftParams): Promise<DraftResult> {
  const { document, text, analysis } = await loadDocument(session, uri);
  const place = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
  const home = analysis?.sections.find(
    (section) => section.range.start <= place.start && place.start < section.range.end,
  );
  return draftStatement(text, place, home?.kind ?? "other", session.optionsFor(uri), kind);
}

function form({ statement, fill }: FormParams): FormResult {
  const filled = fill === undefined ? { statement } : fillField(statement, fill.key, fill.value);
  const now = filled.statement ?? statement;
  return {
    statement: now,
    label: statementLabel(now),
    fields: formOf(now),
    fault: "fault" in filled ? (filled.fault ?? null) : null,
  };
}
