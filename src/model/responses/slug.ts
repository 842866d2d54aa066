import type { Model } from "../compile.ts";

/**
 * Names as parts of response names: lower case, everything but a … z and 0 … 9 becomes one "_". Each comes out different;
 * where two would be alike, or nothing would be left, the place in the list is added.
 */
export function slugs(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, index) => {
    const plain = name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^_|_$/g, "");
    let slug = plain === "" ? `${index + 1}` : plain;
    while (taken.has(slug)) slug = `${slug}_${index + 1}`;
    taken.add(slug);
    return slug;
  });
}

/** Of specialties, where there are several: with one, nothing is told by specialty. */
export function specialtySlugs({ clinic }: Model): readonly string[] {
  return clinic.specialties.length > 1 ? slugs(clinic.specialties.map(({ name }) => name)) : [];
}
