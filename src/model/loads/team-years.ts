import { MINUTES_PER_DAY } from "../../units.ts";
import type { Model } from "../compile.ts";
import { drawPeople } from "../draws/person-days.ts";
import { expectedWork } from "./expected-work.ts";
import { firstHandling } from "./first-handling.ts";

/** What comes to a team, by day of the run. */
export interface TeamInflow {
  /** Threads that are expected to begin. */
  readonly threads: Float64Array;
  /** [min] That a first message takes the team at speed 1, or a message, whichever is less in the mean. */
  readonly minutes: number;
  /** Coefficient of variation of what the first message of a thread takes. */
  readonly cv: number;
  /** Messages that follow in a thread, in the mean. */
  readonly followUps: number;
}

/** What is expected of a team, as `offeredLoads`, but by day; each physician's own patients are known to whoever answers them. */
export function teamInflow(model: Model, team: number): TeamInflow {
  const work = expectedWork(
    model,
    model.specialties.map(() => 0),
  );
  const sum = (days: Float64Array) => days.reduce((all, one) => all + one, 0);
  const [threads, messages] = [sum(work.threads), sum(work.messages)];
  const minutes = messages > 0 ? sum(work.teams[team]!.messageMinutes) / messages : 0;
  const { mean, cv } = firstHandling(model, team);
  return {
    threads: work.threads,
    minutes: Math.min(minutes, mean),
    cv,
    followUps: threads > 0 ? messages / threads - 1 : 0,
  };
}

/**
 * Minutes of work that a team can do on each day of the run, with the absences of one world and all else in its favour: no session runs over, every
 * evening is worked to its cap, and who has to stop, at the end of any stretch of hours or of an evening, first finishes `last` minutes of a message.
 */
export function teamCapacity(
  { clinic, calendar, days, teams }: Model,
  index: number,
  { seed, replication, last }: { readonly seed: number; readonly replication: number; readonly last: number },
): Float64Array {
  const { team, people } = teams[index]!;
  const isCovered = team.absence.cover === "float";
  const [drawn] = drawPeople({ ...clinic, teams: [team] }, calendar, days, [undefined], seed, replication);
  const capacity = new Float64Array(days);
  people.forEach(({ work, hours }, ordinal) => {
    const { absent } = drawn![ordinal]!;
    const speed = team.people[ordinal]?.speed ?? team.speed;
    for (let day = 0; day < days; day += 1) {
      if (!isCovered && absent[day] !== 0) continue;
      const within = hours[day]!.reduce((sum, bound, i) => sum + (i % 2 === 0 ? -bound : bound), 0);
      const weekday = calendar.dayOfWeek(day);
      const evening = work.evenings.reduce((most, { days: on, from, upTo }) => {
        const minutes = Math.min(upTo, MINUTES_PER_DAY - from);
        return on[weekday] ? Math.max(most, minutes) : most;
      }, 0);
      const stops = hours[day]!.length / 2 + (evening > 0 ? 1 : 0);
      capacity[day]! += (within + evening) * speed + stops * last;
    }
  });
  return capacity;
}
