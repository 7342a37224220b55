/** Line and column of an offset, as editors and compilers count them. */
export interface Place {
  /** From 1; lines end at \n, \r\n or a lone \r, as in LSP. */
  readonly line: number;
  /** From 1, in UTF-16 code units. */
  readonly column: number;
}

/** @param offset in UTF-16 code units; beyond the end counts as the end */
export function placeOf(text: string, offset: number): Place {
  const end = Math.min(offset, text.length);
  let line = 1;
  let start = 0;
  for (let i = 0; i < end; i++) {
    const c = text.charCodeAt(i);
    if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      start = i + 1;
    }
  }
  return { line, column: end - start + 1 };
}
