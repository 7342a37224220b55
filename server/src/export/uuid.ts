/** Names for resources that are the same whenever the same thing is exported. */

/**
 * RFC 9562, version 8: digits of our own making.
 *
 * @param sha256 of the document, hexadecimal
 * @param name what in the document
 */
export function uuid(sha256: string, name: string): string {
  const digits = sha256.slice(0, 16) + digest(name);
  const variant = ((parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20),
  ].join("-");
}

const PRIME = 0x100000001b3n;
const OFFSET = 0xcbf29ce484222325n;

/** 16 hexadecimal digits: FNV-1a of the UTF-16 code units. */
function digest(value: string): string {
  let hash = OFFSET;
  for (let i = 0; i < value.length; i++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(value.charCodeAt(i))) * PRIME);
  }
  return hash.toString(16).padStart(16, "0");
}
