/** The studies of an export: put aside while documents are read, given out one by one while files are written. */
import type { Extraction } from "../extraction.js";
import { distinctIds, plainId } from "../export/studyIds.js";
import { Choice, kept, type Account, type Which } from "../export/takeDecisions.js";
import type { Texts } from "../export/texts.js";
import { toStudy } from "../export/toStudy.js";
import type { Decided } from "../export/withDecisions.js";
import { Spool } from "../host/spool.js";
import type { ReviewStudy } from "../review/review.js";

export class Studies {
  private readonly spool = new Spool();
  private readonly texts = new Spool();
  private readonly textOf = new Map<string, number>();
  private readonly choice = new Choice();
  /** Their names, not yet distinct. */
  private readonly plainIds: string[] = [];

  /** @param decided the same object for studies of one document */
  add(extraction: Extraction, decided: Decided): void {
    const name = plainId(extraction.study, extraction.source.path);
    // A copy: what is cut out of a text keeps all of it in memory.
    this.plainIds.push(Buffer.from(name).toString());
    this.spool.add(JSON.stringify(this.choice.add(toStudy(extraction, ""), decided)));
  }

  /** The text of a document, for formats that annotate it. */
  addText(path: string, text: string): void {
    this.textOf.set(path, this.texts.length);
    this.texts.add(text);
  }

  /** All that was added, as often as it is asked for; see `takeDecisions`. */
  taken(wanted: Which | undefined): Account & { readonly studies: TakenStudies } {
    const account = this.choice.account(wanted);
    return { ...account, studies: new TakenStudies(this.spool, distinctIds(this.plainIds), account.which) };
  }

  get written(): Texts {
    return {
      get: (path) => {
        const index = this.textOf.get(path);
        return index === undefined ? undefined : this.texts.get(index);
      },
    };
  }

  close(): void {
    this.spool.close();
    this.texts.close();
  }
}

class TakenStudies implements Iterable<ReviewStudy> {
  constructor(
    private readonly spool: Spool,
    private readonly ids: readonly string[],
    private readonly which: Which,
  ) {}

  get length(): number {
    return this.ids.length;
  }

  *[Symbol.iterator](): Generator<ReviewStudy> {
    for (const [i, id] of this.ids.entries()) {
      const study = JSON.parse(this.spool.get(i)) as ReviewStudy;
      yield kept({ ...study, id }, this.which);
    }
  }
}
