import { createDistribution, type DistributionSpec } from "../../random/index.ts";
import type { Topic } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { type Role, rankOf, scopeOf } from "../roles.ts";

/**
 * Coefficient of variation of what a new thread's first message takes a team that reads all of them, over threads of every topic; NaN where it takes
 * nothing. Reading and reply are taken to be as long together as they can be (the bound of Cauchy and Schwarz on the mean of their product).
 */
export function handlingCv({ clinic }: Model, team: number): number {
  const { role } = clinic.teams[team]!;
  let [weight, first, second] = [0, 0, 0];
  for (const { topics } of clinic.specialties) {
    for (const topic of topics) {
      const [mean, square] = firstMessage(topic, role);
      weight += topic.share;
      first += topic.share * mean;
      second += topic.share * square;
    }
  }
  const mean = first / weight;
  return Math.sqrt(Math.max(0, second / weight - mean * mean)) / mean;
}

/** Mean [min] and mean square of a topic's first message: it is read, and answered too if the role may close it. */
function firstMessage({ minutes, lowestRole }: Topic, role: Role): readonly [mean: number, square: number] {
  const scope = scopeOf(role);
  const reply = moments(minutes[scope]);
  if (scope === "physician") return reply;
  const read = moments(minutes.triage);
  const may = Object.entries(lowestRole).reduce(
    (sum, [lowest, share]) => (rankOf(lowest as Role) <= rankOf(role) ? sum + share : sum),
    0,
  );
  return [read[0] + may * reply[0], read[1] + may * (2 * Math.sqrt(read[1] * reply[1]) + reply[1])];
}

function moments(spec: DistributionSpec): readonly [mean: number, square: number] {
  const { mean, variance } = createDistribution(spec);
  return [mean, variance + mean * mean];
}
