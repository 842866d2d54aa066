import type { LittlesLawSanity, TeamSanity } from "../experiment/index.ts";
import { MINUTES_PER_DAY, MINUTES_PER_HOUR, MINUTES_PER_WEEK } from "../units.ts";
import { brief, percent } from "./number.ts";
import type { Summary } from "./summary.ts";

/** A residual of Little's law above this is no rounding. */
const ROUNDING = 1e-9;
/** By how much the stays cut at the window's edges must differ from whole ones to be worth a sentence. */
const EDGE_EFFECT = 0.02;

/** The simulation held against what can be worked out without it, and why the two differ. */
export function sanitySentences({ sanity: { teams, littlesLaw } }: Summary): readonly string[] {
  const loads = teams.map(
    ({ team, load, peakLoad }) => `${team} ${loadText(load)} (busiest week ${loadText(peakLoad)})`,
  );
  return [
    `Check: offered load, evenings counted as time there is: ${loads.join(", ")}.`,
    ...teams.flatMap(boundSentence),
    ...littlesLawSentences(littlesLaw),
  ];
}

function littlesLawSentences({
  meanOpen,
  sentPerWeek,
  meanStay,
  meanTime,
  worst,
}: LittlesLawSanity): readonly string[] {
  const left = `${brief(meanOpen)} open messages on average`;
  const right = `${brief(sentPerWeek)} a week × ${inDays(meanStay)}`;
  const residual = `residual ${Math.abs(worst).toExponential(0)}`;
  if (Math.abs(worst) > ROUNDING) {
    const product = brief((sentPerWeek * meanStay) / MINUTES_PER_WEEK);
    return [
      `Little's law does not hold: ${left}, but ${right} = ${product} (${residual}): messages were lost or counted twice, which is a bug.`,
    ];
  }
  if (sentPerWeek === 0) return ["Little's law has nothing to check: no message was sent in the window."];
  const holds = `Little's law holds: ${left} = ${right} (${residual}).`;
  if (Math.abs(meanTime - meanStay) <= EDGE_EFFECT * meanStay) return [holds];
  const edges = meanTime > meanStay ? "its end carries out more" : "its beginning carries in more";
  const than = meanTime > meanStay ? "its beginning carries in" : "its end carries out";
  return [
    holds,
    `That counts time within the window; followed to their closing, the messages sent in it stay ${inDays(meanTime)}, since ${edges} waiting than ${than}.`,
  ];
}

function inDays(minutes: number): string {
  return `${brief(minutes / MINUTES_PER_DAY)} days`;
}

function boundSentence({ team, load, erlangWait, fluidGrowth }: TeamSanity): readonly string[] {
  if (load === Infinity) return [];
  if (fluidGrowth > 0) {
    const hours = brief(fluidGrowth / MINUTES_PER_HOUR, 1);
    return [`By the fluid bound the backlog of ${team} grows by at least ${hours} hours of work a week.`];
  }
  if (erlangWait === undefined || Number.isNaN(erlangWait) || load === 0) return [];
  return [
    `Erlang C would have a message wait ${brief(erlangWait)} min for ${team}; it knows no nights, weekends, absence, calls that interrupt, or second reader, which make the rest.`,
  ];
}

function loadText(load: number): string {
  return load === Infinity ? "without anybody" : percent(load, 0);
}
