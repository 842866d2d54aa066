import { createDistribution, type DistributionSpec } from "../../random/index.ts";
import type { Team, Topic } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { type Role, rankOf, scopeOf } from "../roles.ts";
import { threadsByTopic } from "./expected-work.ts";

/** What the first message of a new thread takes a team. */
export interface FirstHandling {
  /** [min] At speed 1. */
  readonly mean: number;
  /** Coefficient of variation; NaN where nothing comes. */
  readonly cv: number;
}

/**
 * What new threads' first messages take a team that reads all of them, over threads of every topic as often as they are sent. Reading and reply are taken
 * to be as long together as they can be (the bound of Cauchy and Schwarz on the mean of their product).
 */
export function firstHandling(model: Model, team: number): FirstHandling {
  const who = model.clinic.teams[team]!;
  let [weight, first, second] = [0, 0, 0];
  model.clinic.specialties.forEach(({ topics }, index) => {
    const threads = threadsByTopic(model, index);
    topics.forEach((topic, t) => {
      const [mean, square] = firstMessage(topic, who);
      weight += threads[t]!;
      first += threads[t]! * mean;
      second += threads[t]! * square;
    });
  });
  const mean = first / weight;
  return { mean, cv: Math.sqrt(Math.max(0, second / weight - mean * mean)) / mean };
}

/** Mean [min] and mean square of a topic's first message: it is read, and answered too if it belongs here and the team may close it. */
function firstMessage(
  { minutes, lowestRole, unsuitable }: Topic,
  { role, stages }: Team,
): readonly [mean: number, square: number] {
  const read = moments(minutes.triage);
  if (!stages.includes("reply")) return read;
  const scope = scopeOf(role);
  const reply = moments(minutes[scope]);
  if (scope === "physician") return reply;
  const closes = Object.entries(lowestRole).reduce(
    (sum, [lowest, share]) => (rankOf(lowest as Role) <= rankOf(role) ? sum + share : sum),
    0,
  );
  const may = (1 - unsuitable) * closes;
  return [read[0] + may * reply[0], read[1] + may * (2 * Math.sqrt(read[1] * reply[1]) + reply[1])];
}

function moments(spec: DistributionSpec): readonly [mean: number, square: number] {
  const { mean, variance } = createDistribution(spec);
  return [mean, variance + mean * mean];
}
