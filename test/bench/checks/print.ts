/** The operating curve as text and as a picture. */
import { FAMILIES } from "./families.js";
import type { Curve, Share } from "./measure.js";
import { STRICTNESSES } from "./measure.js";
import { SEEDS } from "./seeds.js";

export const percent = ({ count, of }: Share): string => (of === 0 ? "–" : ((100 * count) / of).toFixed(1));

/** Rows of the table: family, strictness, flagged, then found by kind of error. */
export function rows({ points }: Curve): string[][] {
  return FAMILIES.flatMap(({ name }) =>
    STRICTNESSES.map((strictness) => {
      const { flagged, found } = points.get(name)!.get(strictness)!;
      return [
        name,
        strictness,
        String(flagged.of),
        percent(flagged),
        ...Object.keys(SEEDS).map((seed) => percent(found.get(seed)!)),
      ];
    }),
  );
}

export const HEADER = ["compared", "strictness", "published", "flagged %", ...Object.keys(SEEDS)];
