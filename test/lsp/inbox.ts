/** Values of a kind of notification, each handed out once, in order. */
export class Inbox<T> {
  private readonly values: T[] = [];
  private readonly readers: ((value: T) => void)[] = [];

  put(value: T): void {
    const reader = this.readers.shift();
    if (reader === undefined) this.values.push(value);
    else reader(value);
  }

  next(): Promise<T> {
    const value = this.values.shift();
    return value === undefined
      ? new Promise((resolve) => this.readers.push(resolve))
      : Promise.resolve(value);
  }

  /** What has come and nobody has taken. */
  drain(): T[] {
    return this.values.splice(0);
  }
}
