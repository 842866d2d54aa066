import type { Model, ReplicationResult, SampleName } from "../model/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from "../units.ts";

/**
 * The waits of a sample, by replication, with what is surely known in the place of what never ended: a message of the window is watched
 * from its sending to the end of the run, so at least through the run-out. A quantile of these is one that the true quantile is above.
 * Undefined for calls: those that nobody took up did not go on waiting.
 */
export function watchedWaits(
  model: Model,
  results: readonly ReplicationResult[],
  sample: SampleName,
): readonly Float64Array[] | undefined {
  const watched = runOutOf(model, sample);
  if (watched === undefined) return undefined;
  return results.map(({ samples }) => samples[sample].map((wait) => (wait === Infinity ? watched : wait)));
}

/** Length of the run-out on the clock, and in the unit, of a sample. */
function runOutOf({ calendar, windowEnd, end }: Model, sample: SampleName): number | undefined {
  switch (sample) {
    case "first_read_business_h":
    case "first_reply_business_h":
    case "later_reply_business_h":
    case "resolution_business_h":
      return calendar.business.between(windowEnd, end) / MINUTES_PER_HOUR;
    case "first_read_wall_h":
    case "first_reply_wall_h":
    case "later_reply_wall_h":
      return (end - windowEnd) / MINUTES_PER_HOUR;
    case "resolution_wall_d":
      return (end - windowEnd) / MINUTES_PER_DAY;
    case "call_wait_min":
      return undefined;
  }
}
