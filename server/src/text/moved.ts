/** Values about a stretch of text that now stands elsewhere. */

/** Where a range begins or ends now that began or ended at `offset`. */
export type Place = (offset: number, end: boolean) => number;

/**
 * A copy in which every `{ start, end }` is moved, however deep it lies. Objects that were one object are one in the copy too.
 *
 * @param value plain data: objects, lists, strings, numbers
 * @param place by how many UTF-16 code units, negative where text before it went away; or where to
 */
export function moved<T>(value: T, place: number | Place): T {
  if (place === 0) return value;
  return copy(value, typeof place === "number" ? (offset) => offset + place : place, new Map()) as T;
}

function copy(value: unknown, place: Place, made: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    made.set(value, list);
    for (const item of value) list.push(copy(item, place, made));
    return list;
  }
  const fields: Record<string, unknown> = {};
  made.set(value, fields);
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  const isRange = typeof start === "number" && typeof end === "number";
  for (const [key, field] of Object.entries(value)) {
    fields[key] =
      isRange && (key === "start" || key === "end")
        ? place(field as number, key === "end")
        : copy(field, place, made);
  }
  return fields;
}
