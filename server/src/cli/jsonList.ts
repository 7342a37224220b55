import type { Output } from "./io.js";

/** A JSON list written item by item, so that no more than one item need be held. */
export class JsonList {
  private empty = true;

  constructor(private readonly out: Output) {}

  async add(item: unknown): Promise<void> {
    await this.out.write(`${this.empty ? "[\n" : ",\n"}${JSON.stringify(item, null, 2)}`);
    this.empty = false;
  }

  async end(): Promise<void> {
    await this.out.write(this.empty ? "[]\n" : "\n]\n");
  }
}
