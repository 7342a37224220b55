/** A wire inside one process: what is written at one end is read at the other, as a copy, as JSON would carry it. */
import type { DataCallback, Disposable, Message } from "vscode-languageserver/node";
import { AbstractMessageReader, AbstractMessageWriter } from "vscode-languageserver/node";

/** One direction. Messages that are written before anybody listens wait. */
export class Wire {
  private listener: DataCallback | null = null;
  private readonly waiting: string[] = [];
  readonly writer = new WireWriter((message) => {
    if (this.listener === null) this.waiting.push(message);
    else this.listener(JSON.parse(message) as Message);
  });
  readonly reader = new WireReader((listener) => {
    this.listener = listener;
    if (listener === null) return;
    for (const message of this.waiting.splice(0)) listener(JSON.parse(message) as Message);
  });
}

class WireWriter extends AbstractMessageWriter {
  constructor(private readonly send: (message: string) => void) {
    super();
  }

  write(message: Message): Promise<void> {
    this.send(JSON.stringify(message));
    return Promise.resolve();
  }

  end(): void {
    // Nothing is held open.
  }
}

class WireReader extends AbstractMessageReader {
  constructor(private readonly attach: (listener: DataCallback | null) => void) {
    super();
  }

  listen(listener: DataCallback): Disposable {
    this.attach(listener);
    return { dispose: () => this.attach(null) };
  }
}
