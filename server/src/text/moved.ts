/** Values about a stretch of text that now stands elsewhere. */

/**
 * A copy in which every `{ start, end }` is moved, however deep it lies. Objects that were one object are one in the copy too.
 *
 * @param value plain data: objects, lists, strings, numbers
 * @param by UTF-16 code units; negative where text before it went away
 */
export function moved<T>(value: T, by: number): T {
  return by === 0 ? value : (copy(value, by, new Map()) as T);
}

function copy(value: unknown, by: number, made: Map<object, unknown>): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = made.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    made.set(value, list);
    for (const item of value) list.push(copy(item, by, made));
    return list;
  }
  const fields: Record<string, unknown> = {};
  made.set(value, fields);
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  const isRange = typeof start === "number" && typeof end === "number";
  for (const [key, field] of Object.entries(value)) {
    fields[key] =
      isRange && (key === "start" || key === "end") ? (field as number) + by : copy(field, by, made);
  }
  return fields;
}
