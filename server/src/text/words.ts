/** Word lists as they are kept in the lexicons: one string, words apart by white space. */
export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
