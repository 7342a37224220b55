/** The review table of a corpus that is too large to hold: extractions in, pieces of a Parquet file out. */
import type { Extraction } from "../extraction.js";
import { ParquetTable } from "./formats/parquet.js";
import { rowsOf } from "./rows.js";
import { plainId } from "./studyIds.js";
import { toStudy } from "./toStudy.js";

/**
 * The table is the one of `export --format parquet`, but for `study_id`: letters that tell equal names apart would need
 * all names at once, so that here the PMID, or the document's path, stands beside the name: "Okonkwo 2019, PMID 31415926".
 */
export class CorpusTable {
  private readonly table = new ParquetTable();

  /** @returns what can be written now */
  add(extraction: Extraction): Uint8Array[] {
    const pieces: Uint8Array[] = [];
    for (const row of rowsOf([toStudy(extraction, corpusId(extraction))])) {
      const piece = this.table.add(row);
      if (piece !== undefined) pieces.push(piece);
    }
    return pieces;
  }

  end(): Uint8Array {
    return this.table.end();
  }
}

function corpusId({ study, source }: Extraction): string {
  return `${plainId(study, source.path)}, ${study.pmid === undefined ? source.path : `PMID ${study.pmid}`}`;
}
