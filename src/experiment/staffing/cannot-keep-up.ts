import type { Requirement } from "./requirement.ts";
import type { Variant } from "./variant.ts";

/** What is expected may be off by this much in a year, without a plan being dropped for it. */
const MARGIN = 0.1;

/**
 * Why a plan surely breaks a promise, by arithmetic; undefined if it may keep them all.
 *
 * The fluid bound, with everything in the plan's favour: the only team that reads first, or the only physicians there are, does nothing but the first
 * message of every thread, uses every evening to its cap, and is away no more than expected. Of work that comes at more than these hours can
 * take, the share that is done is hours over work at the most. A discipline that takes short messages first may do more messages than work, so
 * that nothing is said of it.
 */
export function cannotKeepUp(
  { scenario, model }: Variant,
  requirements: readonly Requirement[],
): string | undefined {
  const { clinic, loads } = scenario;
  if (clinic.policies.queue.type === "shortest-first" || loads.messagesPerWeek === 0) return undefined;
  const target = requirements.reduce(
    (most, { response, direction, value }) =>
      direction === "at least" && /^promise_.*_share$/.test(response) ? Math.max(most, value) : most,
    0,
  );
  if (target === 0 || clinic.specialties.length > 1) return undefined;
  const firsts = loads.threadsPerWeek / loads.messagesPerWeek;
  for (const { team, messages, hours, evenings } of loads.teams) {
    const { queue, role, count, speed, people } = clinic.teams[team]!;
    const isReader = model.specialties.every(({ ways }) =>
      ways.every(({ stations }) => stations.first === team),
    );
    const others = clinic.teams.filter((other) => other.role === role && other.count > 0).length;
    if (!isReader || others > 1 || count === 0 || queue?.type === "shortest-first") continue;
    const fastest = people.reduce((most, person) => Math.max(most, person.speed), speed);
    const done = ((hours + evenings) * fastest) / (messages * firsts);
    if (done < target * (1 - MARGIN)) {
      return `${clinic.teams[team]!.name} would have hours for ${Math.round(done * 100)} % of the work at most`;
    }
  }
  return undefined;
}
