/** The foreign formats in one bundle, loaded when a file in one of them is met. */
import { BibtexReader } from "./bibtex.js";
import { CsvReader } from "./csvRecords.js";
import type { ForeignReader } from "./foreign.js";
import { JatsReader } from "./jats.js";
import { PubmedReader } from "./pubmedXml.js";
import type { ForeignFormat } from "./sniff.js";

export { FormatError, idOf, textOf } from "./foreign.js";
export { taggedRecordsOf } from "./taggedText.js";

export function readerOf(format: ForeignFormat): ForeignReader {
  switch (format) {
    case "pubmed":
      return new PubmedReader();
    case "jats":
      return new JatsReader();
    case "csv":
      return new CsvReader();
    case "bibtex":
      return new BibtexReader();
  }
}
