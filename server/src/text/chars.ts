/** What single UTF-16 code units are, decided once for all of the reading. */

export const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Dashes, hyphens and minus signs in their typographic variants. */
export const isDash = (c: number): boolean => c === 45 || (c > 127 && isTypographicDash(c));

const isTypographicDash = (c: number): boolean =>
  (c >= 0x2010 && c <= 0x2015) || c === 0x2212 || c === 0xfe63 || c === 0xff0d || c === 0x2043;

/** Dots that stand between the digits of one number: full stop, middle dots, bullets used as such. */
export const isDecimalPoint = (c: number): boolean =>
  c === 46 || c === 0xb7 || c === 0x2219 || c === 0x22c5 || c === 0x2027 || c === 0x0387;

/** Spaces of any width, no line ends. */
export const isBlank = (c: number): boolean => c === 32 || c === 9 || (c > 127 && isTypographicBlank(c));

const isTypographicBlank = (c: number): boolean =>
  c === 0xa0 || (c >= 0x2000 && c <= 0x200b) || c === 0x202f || c === 0x205f || c === 0x3000 || c === 0xfeff;

export const isNewline = (c: number): boolean =>
  (c >= 10 && c <= 13) || c === 0x85 || c === 0x2028 || c === 0x2029;

export const isSpace = (c: number): boolean => isBlank(c) || isNewline(c);

/** Spaces that printers put between groups of thousands: thin, figure, punctuation, narrow and no-break. */
export const isThousandsSpace = (c: number): boolean =>
  (c >= 0x2005 && c <= 0x200a) || c === 0x202f || c === 0xa0;

/** Letters of any script, with combining marks and the letter-like signs that units use (µ, °, Å, ′). */
export const isLetter = (c: number): boolean => {
  if (c < 128) return (c >= 97 && c <= 122) || (c >= 65 && c <= 90);
  if (c < 0xc0)
    return c === 0xaa || c === 0xb5 || c === 0xba || c === 0xb0 || c === 0xb2 || c === 0xb3 || c === 0xb9;
  if (c === 0xd7 || c === 0xf7) return false;
  if (c < 0x2000) return true;
  return (
    (c >= 0x2070 && c <= 0x209c) ||
    (c >= 0x2100 && c <= 0x214f) ||
    (c >= 0x2c00 && c <= 0x2dff) ||
    (c >= 0x3040 && c <= 0xd7ff) ||
    (c >= 0xf900 && c <= 0xfaff)
  );
};

export const isUpper = (c: number): boolean =>
  (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde && c !== 0xd7) || (c >= 0x391 && c <= 0x3a9);

export const isLower = (c: number): boolean =>
  (c >= 97 && c <= 122) || (c >= 0xdf && c <= 0xff && c !== 0xf7);
