/** Which single wrong digit would explain a contradiction. */
import { parsePrinted } from "../statistics/printed.js";
import type { Printed } from "../statistics/printed.js";

/** Printed numbers by name, with the literals that they were read from. */
export interface Digits {
  readonly [name: string]: { readonly literal: string; readonly number: Printed };
}

/**
 * Tries every other digit at every place.
 *
 * @param fits whether all numbers agree with each other
 * @returns "0.178 → 0.678" where exactly one changed digit makes everything fit
 */
export function repairOf(
  numbers: Digits,
  fits: (numbers: Readonly<Record<string, Printed>>) => boolean,
): string | undefined {
  const current = Object.fromEntries(Object.entries(numbers).map(([name, { number }]) => [name, number]));
  let only: string | undefined;
  for (const [name, { literal, number }] of Object.entries(numbers)) {
    for (const variant of variants(literal)) {
      const changed = parsePrinted(variant);
      if (changed === null) continue;
      const signed = number.value < 0 && changed.value > 0 ? negated(changed) : changed;
      if (!fits({ ...current, [name]: signed })) continue;
      if (only !== undefined) return undefined;
      only = `${literal} → ${variant}`;
    }
  }
  return only;
}

/** The literal with one digit replaced; digits of an exponent stay. */
function* variants(literal: string): Iterable<string> {
  const end = literal.search(/[x×eE]/);
  const stop = end === -1 ? literal.length : end;
  for (let i = 0; i < stop; i += 1) {
    const own = literal.charCodeAt(i) - 48;
    if (own < 0 || own > 9) continue;
    for (let digit = 0; digit <= 9; digit += 1) {
      if (digit !== own) yield `${literal.slice(0, i)}${String(digit)}${literal.slice(i + 1)}`;
    }
  }
}

function negated({ value, low, high, ...rest }: Printed): Printed {
  return { ...rest, value: -value, low: -high, high: -low };
}
