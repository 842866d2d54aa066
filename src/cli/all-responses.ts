import type { ResponseColumn } from "../experiment/index.ts";
import type { Journal } from "../node/index.ts";

/** Every response that any point of a journal has, in order of first appearance in the design. */
export function responsesOf(journal: Journal): readonly ResponseColumn[] {
  const points = Array.from({ length: journal.header.terms.points }, (_, i) => i + 1);
  return allResponses(
    points.filter((point) => journal.has(point)).map((point) => journal.responsesOf(point)),
  );
}

/** Every response of any list, each once, in order of first appearance. */
export function allResponses(lists: Iterable<readonly ResponseColumn[]>): readonly ResponseColumn[] {
  const all = new Map<string, ResponseColumn>();
  const seen = new Set<readonly ResponseColumn[]>();
  for (const list of lists) {
    if (seen.has(list)) continue;
    seen.add(list);
    for (const response of list) if (!all.has(response.name)) all.set(response.name, response);
  }
  return [...all.values()];
}
