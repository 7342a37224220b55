/** Many short texts in little memory: as UTF-8 in large blocks, where a string of its own costs several times its letters. */
const BLOCK = 1 << 20;

export class PackedTexts {
  private readonly blocks: Uint8Array[] = [];
  private used = BLOCK;
  private readonly encoder = new TextEncoder();
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  /** @returns by what `get` finds the text again */
  add(text: string): number {
    const bytes = this.encoder.encode(text);
    if (this.used + bytes.length + 4 > BLOCK) {
      this.blocks.push(new Uint8Array(Math.max(BLOCK, bytes.length + 4)));
      this.used = 0;
    }
    const block = this.blocks[this.blocks.length - 1]!;
    new DataView(block.buffer).setUint32(this.used, bytes.length);
    block.set(bytes, this.used + 4);
    const key = (this.blocks.length - 1) * BLOCK + this.used;
    this.used += bytes.length + 4;
    return key;
  }

  get(key: number): string {
    const block = this.blocks[Math.floor(key / BLOCK)]!;
    const at = key % BLOCK;
    const length = new DataView(block.buffer).getUint32(at);
    return this.decoder.decode(block.subarray(at + 4, at + 4 + length));
  }
}

/** Values that JSON can carry, packed in the same way: given out in their order, as often as they are asked for. */
export class PackedList<T> implements Iterable<T> {
  private readonly texts = new PackedTexts();
  private readonly keys: number[] = [];

  constructor(values: Iterable<T>) {
    for (const value of values) this.keys.push(this.texts.add(JSON.stringify(value)));
  }

  get length(): number {
    return this.keys.length;
  }

  *[Symbol.iterator](): Generator<T> {
    for (const key of this.keys) yield JSON.parse(this.texts.get(key)) as T;
  }
}
