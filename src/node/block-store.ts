import { join } from "node:path";
import type { BlockStore } from "../experiment/index.ts";
import { POINTS, PointCache } from "./point-cache.ts";

/** Where blocks of replications are kept, beside the results in `root`; `fresh` finds none that was there before. */
export function openBlockStore(root: string, { fresh = false } = {}): BlockStore {
  const cache = new PointCache(join(root, POINTS));
  const own = new Set<string>();
  return {
    find: async (id) => (fresh && !own.has(id) ? undefined : cache.find(id)),
    remember: async (result) => {
      await cache.keep(result);
      own.add(result.id);
    },
  };
}
