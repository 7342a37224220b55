/**
 * Arithmetic of closed intervals. Every function returns the smallest closed interval that holds
 * the result for every choice of its inputs; narrowing an input never widens the output.
 */

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The interval that holds exactly one number. */
export function exactly(value: number): Bounds {
  return { low: value, high: value };
}

/** a + b: rises with both. */
export function sum(a: Bounds, b: Bounds): Bounds {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** a − b: rises with a, falls with b. */
export function difference(a: Bounds, b: Bounds): Bounds {
  return { low: a.low - b.high, high: a.high - b.low };
}

/** a · b: monotone in each for a fixed sign of the other, so the extremes lie at corners. */
export function product(a: Bounds, b: Bounds): Bounds {
  return corners((x, y) => x * y, a, b);
}

/** a / b at its corners; the whole line where b may be 0. */
export function quotient(a: Bounds, b: Bounds): Bounds {
  if (b.low <= 0 && b.high >= 0) return { low: -Infinity, high: Infinity };
  return corners((x, y) => x / y, a, b);
}

/** A rising function of one number. */
export function rising(f: (x: number) => number, a: Bounds): Bounds {
  return { low: f(a.low), high: f(a.high) };
}

/** A falling function of one number. */
export function falling(f: (x: number) => number, a: Bounds): Bounds {
  return { low: f(a.high), high: f(a.low) };
}

/** ln a: rising; numbers below 0 count as 0. */
export function logarithm(a: Bounds): Bounds {
  return rising((x) => Math.log(Math.max(0, x)), a);
}

/** √a: rising; numbers below 0 count as 0. */
export function squareRoot(a: Bounds): Bounds {
  return rising((x) => Math.sqrt(Math.max(0, x)), a);
}

/** |a|: falls below 0, rises above. */
export function absolute(a: Bounds): Bounds {
  if (a.low >= 0) return a;
  if (a.high <= 0) return { low: -a.high, high: -a.low };
  return { low: 0, high: Math.max(-a.low, a.high) };
}

/** The extremes at all corners of a function that is monotone in each input by itself. */
export function corners(f: (...inputs: number[]) => number, ...inputs: readonly Bounds[]): Bounds {
  let low = Infinity;
  let high = -Infinity;
  const point = new Array<number>(inputs.length);
  for (let corner = 0; corner < 2 ** inputs.length; corner += 1) {
    inputs.forEach((input, i) => {
      point[i] = ((corner >> i) & 1) === 0 ? input.low : input.high;
    });
    const value = f(...point);
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, high };
}

/**
 * Whether two closed intervals share a number. Ends that differ only by the rounding of binary
 * fractions (0.05 + 0.005) count as equal.
 */
export function overlap(a: Bounds, b: Bounds): boolean {
  return gap(a, b) === 0;
}

/** Distance between two closed intervals; 0 where they share a number. */
export function gap(a: Bounds, b: Bounds): number {
  const distance = Math.max(a.low - b.high, b.low - a.high);
  const scale = Math.min(
    Math.max(Math.abs(a.low), Math.abs(b.high)),
    Math.max(Math.abs(b.low), Math.abs(a.high)),
  );
  return distance <= 1e-10 * scale ? 0 : distance;
}

/** Whether a number lies in a closed interval, with the same allowance as `overlap`. */
export function contains(a: Bounds, value: number): boolean {
  return overlap(a, exactly(value));
}
