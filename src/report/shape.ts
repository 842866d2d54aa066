/**
 * What a value from a file must look like: `"text"`, `"number"`, `"flag"`, `"any"`, a list with one shape for all its members, or the keys
 * that an object has at least. A key ending in `?` may be absent.
 */
export type Shape = "text" | "number" | "flag" | "any" | readonly [Shape] | { readonly [key: string]: Shape };

/** Whether a value has a shape. O(size of the value). */
export function fits(value: unknown, shape: Shape): boolean {
  if (shape === "any") return value !== undefined;
  if (shape === "text") return typeof value === "string";
  if (shape === "number") return typeof value === "number";
  if (shape === "flag") return typeof value === "boolean";
  if (isList(shape)) return Array.isArray(value) && value.every((each) => fits(each, shape[0]));
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const held = value as Readonly<Record<string, unknown>>;
  return Object.entries(shape).every(([key, inner]) => {
    if (!key.endsWith("?")) return Object.hasOwn(held, key) && fits(held[key], inner);
    const name = key.slice(0, -1);
    return !Object.hasOwn(held, name) || fits(held[name], inner);
  });
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}
