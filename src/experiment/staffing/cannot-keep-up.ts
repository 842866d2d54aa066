import { type Model, promiseResponseNames } from "../../model/index.ts";
import { minutesAWeek, openMinutes } from "./open-minutes.ts";
import type { Requirement } from "./requirement.ts";
import type { Variant } from "./variant.ts";

/** What is expected may be off by this much in a year, without a plan being dropped for it. */
const MARGIN = 0.1;
/** [days] That a promise may last longer by, over holidays. */
const HOLIDAYS = 7;

/**
 * Why a plan surely breaks a promise, by arithmetic; undefined if it may keep them all.
 *
 * The fluid bound, with everything in the plan's favour: the only team that reads first does nothing but the first message of every thread, uses every
 * evening to its cap, is away no more than expected, and has, besides the window, as much time as the promise leaves for the last of its messages.
 * Of work that comes at more than these hours can take, the share that is done is hours over work at the most. A discipline that takes short
 * messages first may do more messages than work, and a promise to urgent messages may be kept before all others, so that nothing is said of these.
 */
export function cannotKeepUp(
  { scenario, model }: Variant,
  requirements: readonly Requirement[],
): string | undefined {
  const { clinic, loads } = scenario;
  if (clinic.policies.queue.type === "shortest-first" || loads.messagesPerWeek === 0) return undefined;
  if (clinic.specialties.length > 1) return undefined;
  const firsts = loads.threadsPerWeek / loads.messagesPerWeek;
  for (const { team, messages, hours, evenings } of loads.teams) {
    const { queue, role, count, speed, people } = clinic.teams[team]!;
    const isReader = model.specialties.every(({ ways }) =>
      ways.every(({ stations }) => stations.first === team),
    );
    const others = clinic.teams.filter((other) => other.role === role && other.count > 0).length;
    if (!isReader || others > 1 || count === 0 || queue?.type === "shortest-first") continue;
    const fastest = people.reduce((most, person) => Math.max(most, person.speed), speed);
    const inWindow = ((hours + evenings) * fastest) / (messages * firsts);
    for (const { share, days } of sharesToKeep(model, requirements)) {
      const done = inWindow * (1 + days / clinic.run.lengthDays);
      if (done < share * (1 - MARGIN)) {
        return `${clinic.teams[team]!.name} would have hours for ${Math.round(done * 100)} % of the work at most`;
      }
    }
  }
  return undefined;
}

/** Of promises to everybody: the share that has to be kept, and the time in which that may still be done after the window. */
function sharesToKeep(
  model: Model,
  requirements: readonly Requirement[],
): readonly { readonly share: number; readonly days: number }[] {
  const { clinic } = model;
  const names = promiseResponseNames(model);
  return clinic.promises.flatMap(({ of, within }, i) => {
    if (of === "urgent messages") return [];
    const bounds = requirements.filter(
      ({ response, direction }) => direction === "at least" && response === names[i]!.share,
    );
    const open = minutesAWeek(clinic.calendar.open);
    const days = (7 * openMinutes(clinic, within)) / Math.max(1, open) + HOLIDAYS;
    return bounds.map(({ value }) => ({ share: value, days }));
  });
}
