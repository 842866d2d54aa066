import type { PolicyDefinition } from "../policy.ts";
import { type Routing, TO_OWNER } from "./routing.ts";

export interface LeastLoaded {
  readonly type: "least-loaded";
}

export const leastLoaded: PolicyDefinition<LeastLoaded, Routing> = {
  type: "least-loaded",
  doc: "The physician of the team with the fewest items waiting and in hand, of those who are not away; the patient's own where all are.",
  source: "join the shortest queue: Winston, J Appl Probab 1977;14(1):181-189",
  params: [],
  create: () => ({
    ...TO_OWNER,
    looksAround: true,
    personFor(owner, { count, isAway, burden }) {
      let best = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let ordinal = 0; ordinal < count; ordinal += 1) {
        if (isAway(ordinal)) continue;
        const items = burden(ordinal);
        if (items < least) {
          best = ordinal;
          least = items;
        }
      }
      return best < 0 ? owner : best;
    },
  }),
};
