import * as z from "zod/mini";
import { LIMITS } from "../limits.ts";
import { DIFFERENCE_PATTERN, readDifference } from "../quantities/difference.ts";
import { described } from "./described.ts";
import { written } from "./written.ts";

/** Differences that matter, by response. */
export function smallestDifferences(doc: string) {
  const smallest = written(readDifference, {
    is: "difference",
    doc: "The smallest difference that matters.",
    pattern: DIFFERENCE_PATTERN,
    examples: ["1pp", "2 min", "50 CAD", "5%"],
  });
  return described(z.record(z.string().check(z.minLength(1), z.maxLength(200)), smallest), doc, {
    maxProperties: LIMITS.list,
  });
}
