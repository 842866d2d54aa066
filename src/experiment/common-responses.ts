import type { ResponseDefinition } from "../model/index.ts";

/** A response that all alternatives have, and its place among the responses of each. */
export interface CommonResponse {
  /** The first alternative's. */
  readonly definition: ResponseDefinition;
  readonly places: readonly number[];
}

/** A response that some alternatives lack, or measure in another way. */
export interface LeftOutResponse {
  readonly response: string;
  /** Those that have it, by their place. */
  readonly having: readonly number[];
}

/** Which responses can be compared: those of the same name that estimate the same in the same unit everywhere; in the order of the first. */
export function commonResponses(lists: readonly (readonly ResponseDefinition[])[]): {
  readonly common: readonly CommonResponse[];
  readonly leftOut: readonly LeftOutResponse[];
} {
  const common: CommonResponse[] = [];
  const leftOut: LeftOutResponse[] = [];
  const names = new Set(lists.flatMap((definitions) => definitions.map(({ name }) => name)));
  for (const name of names) {
    const places = lists.map((definitions) => definitions.findIndex((each) => each.name === name));
    const found = places.map((place, i) => (place < 0 ? undefined : lists[i]![place]!));
    const [definition] = found;
    if (definition !== undefined && found.every((each) => each !== undefined && isAlike(each, definition))) {
      common.push({ definition, places });
    } else {
      leftOut.push({ response: name, having: found.flatMap((each, i) => (each === undefined ? [] : [i])) });
    }
  }
  return { common, leftOut };
}

function isAlike(one: ResponseDefinition, other: ResponseDefinition): boolean {
  return (
    one.unit === other.unit &&
    one.better === other.better &&
    JSON.stringify(one.estimand) === JSON.stringify(other.estimand)
  );
}
