const LONGEST = 40;
const HASH_DIGITS = 10;

/**
 * `<name>-<hash>`, or `<name>-<kind>-<hash>`: a folder's name on any system. What is left of the name is lower-case ASCII letters, digits and single hyphens, cut
 * short; the hash behind it keeps it off the names that Windows reserves, and apart from other results of that name.
 */
export function folderName(name: string, id: string, kind?: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, "");
  const stem = plain === "" ? "scenario" : plain;
  return `${kind === undefined ? stem : `${stem}-${kind}`}-${id.slice(0, HASH_DIGITS)}`;
}
