import type { ResponseColumn } from "../experiment/index.ts";
import type { Journal } from "../node/index.ts";

/** Every response that any point of a journal has, in order of first appearance in the design. */
export function allResponses(journal: Journal): readonly ResponseColumn[] {
  const all = new Map<string, ResponseColumn>();
  const seen = new Set<readonly ResponseColumn[]>();
  for (let point = 1; point <= journal.header.terms.points; point++) {
    if (!journal.has(point)) continue;
    const list = journal.responsesOf(point);
    if (seen.has(list)) continue;
    seen.add(list);
    for (const response of list) if (!all.has(response.name)) all.set(response.name, response);
  }
  return [...all.values()];
}
