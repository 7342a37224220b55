/** Texts put aside on disk, so that a corpus need not be held in memory. */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What is held before it goes to the disk, and twice that while it does. */
const HELD_BYTES = 4 * 1024 * 1024;

/** Numbered texts: added one after the other, read in any order. Reading does not wait, so that writers can ask for one when they need it. */
export class Spool {
  /** Where each text begins in the file, and where the last one ends. */
  private readonly ends: number[] = [0];
  private held: Buffer[] = [];
  private heldBytes = 0;
  /** So many texts are in the file; the others are held. */
  private filed = 0;
  private file: { readonly folder: string; readonly handle: number } | undefined;

  get length(): number {
    return this.ends.length - 1;
  }

  add(text: string): void {
    const bytes = Buffer.from(text);
    this.held.push(bytes);
    this.heldBytes += bytes.length;
    this.ends.push(this.ends[this.length]! + bytes.length);
    if (this.heldBytes > HELD_BYTES) this.flush();
  }

  /** @param index below `length` */
  get(index: number): string {
    if (index >= this.filed || this.file === undefined) return this.held[index - this.filed]!.toString();
    const [from, to] = [this.ends[index]!, this.ends[index + 1]!];
    const bytes = Buffer.allocUnsafe(to - from);
    for (let at = 0; at < bytes.length;) {
      const read = readSync(this.file.handle, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new Error("a temporary file was cut off");
      at += read;
    }
    return bytes.toString();
  }

  /** Gives back the file, if there is one. */
  close(): void {
    if (this.file === undefined) return;
    closeSync(this.file.handle);
    rmSync(this.file.folder, { recursive: true, force: true });
    this.file = undefined;
  }

  private flush(): void {
    if (this.file === undefined) {
      const folder = mkdtempSync(join(tmpdir(), "outcome-lens-"));
      this.file = { folder, handle: openSync(join(folder, "spool"), "wx+", 0o600) };
    }
    const bytes = Buffer.concat(this.held);
    for (let at = 0; at < bytes.length;) {
      at += writeSync(this.file.handle, bytes, at, bytes.length - at, this.ends[this.filed]! + at);
    }
    this.filed = this.length;
    this.held = [];
    this.heldBytes = 0;
  }
}
