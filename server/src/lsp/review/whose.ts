/** Whose decisions count, document by document: what was settled, else the only reviewer's, else somebody has to say. */
import type { CancellationToken } from "vscode-languageserver";
import type { Annotations } from "../../review/annotations.js";
import { ADJUDICATED } from "../../review/annotationsFile.js";
import { hasDecided, whoseDecisions } from "../../review/whose.js";
import { forEachDocument } from "../batch.js";
import type { DecidersParams, DecidersResult } from "../messages.js";
import type { Session } from "../session.js";

export type Counting =
  { readonly annotations: Annotations | null } | { readonly disputed: readonly string[] };

/** For the documents of one request: who has decisions in a folder is looked up once. */
export class Deciders {
  private readonly folders = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly session: Session) {}

  /**
   * As an export takes them: the same as on the command line. In a blind review the editor takes nobody's decisions unasked but
   * those that are settled and one's own.
   *
   * @param wanted whose decisions the person chose
   * @throws Error for a file that is invalid: what is made without it would say something else
   */
  async counting(uri: string, wanted?: string): Promise<Counting> {
    const { review, protocols } = this.session;
    const decided = await this.decided(uri);
    const whose = whoseDecisions([...decided.keys()], wanted);
    if ("disputed" in whose) return whose;
    const { reviewer } = whose;
    const isOther = reviewer !== null && reviewer !== ADJUDICATED && reviewer !== review.reviewer;
    if (isOther && wanted === undefined && protocols.of(uri)?.blind === true) return { disputed: [reviewer] };
    return { annotations: reviewer === null ? null : (decided.get(reviewer) ?? null) };
  }

  /** As the screen shows them: where nobody can tell whose count, one's own. @throws like `counting` */
  async shown(uri: string): Promise<Annotations | null> {
    const counting = await this.counting(uri);
    if ("annotations" in counting) return counting.annotations;
    const own = this.session.review.reviewer;
    return own === null ? null : ((await this.decided(uri)).get(own) ?? null);
  }

  private async decided(uri: string): Promise<ReadonlyMap<string, Annotations>> {
    const { files } = this.session.review;
    const found = new Map<string, Annotations>();
    for (const reviewer of await this.reviewersAt(uri)) {
      const { annotations, file, problem } = await files.read(uri, reviewer);
      if (file !== null && problem !== null) throw new Error(problem);
      if (hasDecided(annotations)) found.set(reviewer, annotations);
    }
    return found;
  }

  private reviewersAt(uri: string): Promise<readonly string[]> {
    const folder = this.session.workspace.place(uri)?.folder;
    if (folder === undefined) return Promise.resolve([]);
    let reviewers = this.folders.get(folder);
    if (reviewers === undefined) {
      reviewers = this.session.review.files.reviewers(folder);
      this.folders.set(folder, reviewers);
    }
    return reviewers;
  }
}

/** What an export would take, without reading the documents. */
export async function deciders(
  session: Session,
  params: DecidersParams,
  token: CancellationToken,
): Promise<DecidersResult> {
  await session.ready;
  const all = new Deciders(session);
  const disputed: { path: string; reviewers: readonly string[] }[] = [];
  const choices = new Set<string>();
  let [kept, rejected] = [0, 0];
  const failures = await forEachDocument(session, "Reading decisions", params, token, async (uri) => {
    const counting = await all.counting(uri, params.reviewer);
    if ("disputed" in counting) {
      disputed.push({ path: session.workspace.pathOf(uri), reviewers: counting.disputed });
      const blind = session.protocols.of(uri)?.blind === true;
      const own = session.review.reviewer;
      for (const reviewer of blind ? (own === null ? [] : [own]) : counting.disputed) choices.add(reviewer);
      return;
    }
    for (const { decision } of counting.annotations?.entries ?? []) {
      if (decision === "rejected") rejected++;
      else kept++;
    }
  });
  return { disputed, choices: [...choices].sort(), kept, rejected, failures };
}
