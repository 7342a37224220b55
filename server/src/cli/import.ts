/** `outcome-lens import`: reference files as one text a study. */
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import type { Study } from "../extraction.js";
import { FileError, readDocument, reasonOf } from "../host/documents.js";
import type { FileDocument } from "../host/foreign.js";
import { writeWhole } from "../host/writeFile.js";
import { study as studyOf } from "../text/study.js";
import { sections } from "../text/sections.js";
import { complain, counted } from "./documents.js";
import { CommandFailure } from "./failure.js";
import { findTargets, FOREIGN_ENDINGS, readTarget } from "./inputs.js";
import type { Io } from "./io.js";
import type { Finish } from "./options.js";
import { Progress } from "./progress.js";

interface Flags {
  readonly out: string;
  readonly overwrite: boolean;
}

export function addImport(program: Command, io: Io, finish: Finish): void {
  program
    .command("import")
    .argument(
      "<files...>",
      `files, folders (also their ${FOREIGN_ENDINGS.join(" ")} files), "patterns*", or -`,
    )
    .summary("turn reference files into one text a study")
    .description(
      "Writes a text for each study: front matter with what the file says of it, then title, abstract and body.",
    )
    .requiredOption("-o, --out <folder>", "folder to write into; it is made where it is not there")
    .option("--overwrite", "replace files that hold something else", false)
    .addHelpText(
      "after",
      `
Formats, known by their content: PubMed (.nbib, MEDLINE text), RIS, PubMed XML and JATS/PMC XML (also .gz), BibTeX, the CSV
exports of Rayyan, Covidence, ASReview, Zotero and Scopus, and PDF where pdftotext is installed.

Examples:
  outcome-lens import pubmed-export.nbib --out abstracts/
  outcome-lens import pubmed24n0001.xml.gz references.csv --out abstracts/

A text is named after its PMID, else its DOI, else its file. A study that was there before in the same run, by PMID or
DOI, is reported and not written again; a file that is there with other words is kept unless --overwrite is given.
Exit code: 0 all well, 1 studies twice or without a title, 2 something could not be read or written.`,
    )
    .action(async (args: string[], flags: Flags) => finish(await importFiles(args, flags, io)));
}

async function importFiles(args: readonly string[], flags: Flags, io: Io): Promise<number> {
  const targets = await findTargets(args, io.folder, FOREIGN_ENDINGS);
  const shelf = new Shelf(flags, io);
  await shelf.make();
  const progress = new Progress(io, targets.length);
  for (const [done, target] of targets.entries()) {
    for await (const input of readTarget(target, io)) {
      if ("error" in input) {
        await progress.clear();
        await shelf.fail(input.error.message);
        continue;
      }
      await progress.at(done, input.document.path);
      for (const item of await itemsOf(input.document)) await shelf.put(item);
    }
  }
  await progress.clear();
  return shelf.close();
}

interface Item {
  /** Of the document that it comes from. */
  readonly path: string;
  readonly text: string;
  readonly study: Study;
  /** Without its ending. */
  readonly name: string;
}

/** A document is one item; a MEDLINE or RIS file as many as it has records. */
async function itemsOf({ path, text }: FileDocument): Promise<Item[]> {
  const { taggedRecordsOf, textOf, idOf } = await import("../import/formats.js");
  const stem = safe(
    path
      .slice(path.lastIndexOf("/") + 1)
      .replace(/#.*$|\.[^.]*$/g, "")
      .replace(/\.xml$/, ""),
  );
  const records = taggedRecordsOf(text);
  if (records === undefined) {
    const study = studyOf(text, sections(text));
    const id = path.split("#")[1];
    const name = id === undefined ? stem : safe(study.pmid ?? study.doi ?? `${stem}-${id}`);
    return [{ path, text, study, name }];
  }
  return records.map((record, i) => {
    const id = idOf(record, i + 1);
    const name = record.study.pmid ?? record.study.doi ?? `${stem}-${id}`;
    return { path: `${path}#${id}`, text: textOf(record), study: record.study, name: safe(name) };
  });
}

/** A name that every file system takes. */
function safe(name: string): string {
  return (
    name
      .replace(/[^\p{L}\p{N}._~-]+/gu, "_")
      .replace(/^[._]+/, "")
      .slice(0, 100) || "document"
  );
}

/** The folder written into, and what was put there in this run. */
class Shelf {
  private readonly taken = new Map<string, string>();
  private readonly counts = { written: 0, unchanged: 0, twice: 0, untitled: 0, failed: 0 };

  constructor(
    private readonly flags: Flags,
    private readonly io: Io,
  ) {}

  async make(): Promise<void> {
    const { out } = this.flags;
    await mkdir(resolve(this.io.folder, out), { recursive: true }).catch((error: unknown) => {
      throw new CommandFailure(`${out}: ${reasonOf(error)}`);
    });
  }

  async fail(message: string): Promise<void> {
    this.counts.failed++;
    await complain(this.io, message);
  }

  async put(item: Item): Promise<void> {
    const { path, text, study } = item;
    const keys = [
      ...(study.pmid === undefined ? [] : [`PMID ${study.pmid}`]),
      ...(study.doi === undefined ? [] : [`DOI ${study.doi}`]),
    ];
    const known = keys.find((key) => this.taken.has(key));
    if (known !== undefined) {
      this.counts.twice++;
      await complain(
        this.io,
        `${path}: has the ${known} of ${this.taken.get(known) ?? ""}, not written again`,
      );
      return;
    }
    for (const key of keys) this.taken.set(key, path);
    if (study.title === undefined) {
      this.counts.untitled++;
      await complain(this.io, `${path}: has no title`);
    }
    await this.write(this.freeName(item.name, path), text);
  }

  /** Names are compared without case, because some file systems do. */
  private freeName(name: string, path: string): string {
    for (let number = 1; ; number++) {
      const candidate = number === 1 ? name : `${name}-${number}`;
      const key = `file ${candidate.toLowerCase()}`;
      if (this.taken.has(key)) continue;
      this.taken.set(key, path);
      return `${candidate}.txt`;
    }
  }

  private async write(name: string, text: string): Promise<void> {
    const path = join(this.flags.out, name).replaceAll("\\", "/");
    const before = await readDocument(path, this.io.folder).catch(() => undefined);
    if (before?.text === text) {
      this.counts.unchanged++;
      return;
    }
    if (before !== undefined && !this.flags.overwrite) {
      await this.fail(`${path}: is there and holds something else, kept; --overwrite replaces it`);
      return;
    }
    try {
      await writeWhole(path, text, this.io.folder);
      this.counts.written++;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      await this.fail(error.message);
    }
  }

  async close(): Promise<number> {
    const { written, unchanged, twice, untitled, failed } = this.counts;
    const parts = [
      `${counted(written, "text")} written`,
      ...(unchanged > 0 ? [`${unchanged} unchanged`] : []),
      ...(twice > 0 ? [`${twice} twice`] : []),
      ...(untitled > 0 ? [`${untitled} without a title`] : []),
      ...(failed > 0 ? [`${failed} failed`] : []),
    ];
    await complain(this.io, `${this.flags.out}: ${parts.join(", ")}`);
    return failed > 0 ? 2 : twice + untitled > 0 ? 1 : 0;
  }
}
