/** Names of people as PubMed writes them: "Okonkwo AB", which holds no comma that a list could be cut at. */

/** @param given initials ("AB") or given names ("Ada B.") */
export function personName(family: string, given: string): string {
  const initials = /^\p{Lu}{1,4}$/u.test(given)
    ? given
    : given
        .split(/[\s.-]+/)
        .map((word) => /^./u.exec(word)?.[0] ?? "")
        .filter((letter) => /\p{L}/u.test(letter))
        .join("")
        .toUpperCase();
  const name = `${family.replaceAll(",", " ")} ${initials}`;
  return name.replace(/\s+/g, " ").trim();
}

/** "Okonkwo, Ada B." and "Ada B. Okonkwo" the same way; what has no comma and no given name stays as it is. */
export function turnedName(printed: string): string {
  const name = printed.replace(/[{}]/g, "").trim();
  const comma = name.indexOf(",");
  if (comma >= 0) return personName(name.slice(0, comma), name.slice(comma + 1).replaceAll(",", " "));
  const words = name.split(/\s+/);
  const last = words[words.length - 1] ?? "";
  if (words.length < 2 || /^\p{Lu}{1,4}$/u.test(last)) return name;
  return personName(last, words.slice(0, -1).join(" "));
}
