import type { TeamSanity } from "../experiment/index.ts";
import { MINUTES_PER_HOUR } from "../units.ts";
import { brief, percent } from "./number.ts";
import type { Summary } from "./summary.ts";

/** The simulation held against what can be worked out without it, and why the two differ. */
export function sanitySentences({ sanity: { teams, littlesLaw } }: Summary): readonly string[] {
  const loads = teams.map(
    ({ team, load, peakLoad }) => `${team} ${loadText(load)} (busiest week ${loadText(peakLoad)})`,
  );
  return [
    `Check: offered load ${loads.join(", ")}.`,
    ...teams.flatMap(boundSentence),
    `Little's law leaves ${percent(littlesLaw.mean, 2)} unexplained (at most ${percent(littlesLaw.worst, 2)} in one replication).`,
  ];
}

function boundSentence({ team, load, erlangWait, fluidGrowth }: TeamSanity): readonly string[] {
  if (load === Infinity) return [];
  if (fluidGrowth > 0) {
    const hours = brief(fluidGrowth / MINUTES_PER_HOUR, 1);
    return [`By the fluid bound the backlog of ${team} grows by at least ${hours} hours of work a week.`];
  }
  if (erlangWait === undefined || load === 0) return [];
  return [
    `Erlang C would have a message wait ${brief(erlangWait)} min for ${team}; it knows no nights, weekends, absence, calls that interrupt, or second reader, which make the rest.`,
  ];
}

function loadText(load: number): string {
  return load === Infinity ? "without anybody" : percent(load, 0);
}
