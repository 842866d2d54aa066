import type { Until } from "../../experiment/index.ts";
import { dayNumber, isoDate } from "../../model/index.ts";
import { counted, daysText, listed } from "../words.ts";
import { exactly, perCent, type StressItem, type Study, text } from "./study.ts";

export function experimentation(study: Study): readonly StressItem[] {
  return [
    { number: "4.1", title: "Initialisation", blocks: initialisation(study) },
    { number: "4.2", title: "Run length", blocks: runLength(study) },
    { number: "4.3", title: "Estimation approach", blocks: estimation(study) },
  ];
}

function initialisation({ scenario: { clinic }, result }: Study): StressItem["blocks"] {
  const { warmUpDays, start } = clinic.run;
  const backlogs = clinic.specialties
    .filter(({ openingBacklog }) => openingBacklog.messages > 0)
    .map(({ name, openingBacklog }) => `${counted(openingBacklog.messages, "message")} in ${name}`);
  return [
    text(
      backlogs.length === 0
        ? `The run begins on ${start} with nothing waiting and everybody idle.`
        : `The run begins on ${start} with ${listed(backlogs)} waiting, drawn anew in each replication.`,
      warmUpDays === 0
        ? "There is no warm-up: everything from the first moment is measured."
        : `The first ${daysText(warmUpDays)} are warm-up, and nothing of them is measured.`,
      ...(result?.about === undefined
        ? [
            "Whether its numbers are those of a steady state or of its dates, and whether the warm-up is long enough by MSER on whole weeks (White 1997), is said by each run in its summary.",
          ]
        : result.about),
    ),
  ];
}

function runLength({ scenario: { clinic } }: Study): StressItem["blocks"] {
  const { start, warmUpDays, lengthDays, runOutDays } = clinic.run;
  const first = dayNumber(start) + warmUpDays;
  return [
    text(
      `What is measured are ${daysText(lengthDays)}, ${isoDate(first)} to ${isoDate(first + lengthDays - 1)}, after ${daysText(warmUpDays)} of warm-up; ${daysText(runOutDays)} follow in which messages sent in the window can still be answered.`,
      "Time is in minutes since local midnight of the first day; waits are told on the clock and in opening hours.",
    ),
  ];
}

function estimation({ scenario: { clinic }, result }: Study): StressItem["blocks"] {
  const { seed, replications } = clinic.run;
  return [
    text(
      ...countSentences(result, replications, result?.replications.seed ?? seed),
      "All scenarios, alternatives and design points use the same random numbers for the same things, so that they are compared in the same worlds.",
      "Intervals are of 95 %: Student's t for means over replications, a jackknife over replications for ratios of totals (on the logit scale for shares, Clopper and Pearson's on an effective number where an event is rare), a bootstrap over whole replications with expanded percentiles for pooled quantiles. Those of differences that decide hold together by max-t over replications. How often they cover was measured on systems with known answers: tests/README.md of clinicsim.",
    ),
  ];
}

function countSentences(result: Study["result"], planned: number, seed: number): readonly string[] {
  if (result === undefined)
    return [
      `${counted(planned, "independent replication")} with seed ${seed}, unless a run is told otherwise.`,
    ];
  const { replications, until } = result;
  const { count, first } = replications;
  if (until !== undefined)
    return [
      `${counted(count, "independent replication")} with seed ${seed}, as many as it took: ${untilText(until)}.`,
    ];
  if (count === 1) return [`One replication alone, number ${first}, with seed ${seed}.`];
  const each =
    result.kind === "comparison"
      ? " of each alternative"
      : result.kind === "sweep"
        ? " of each design point"
        : "";
  return [`${counted(count, "independent replication")}${each} with seed ${seed}, numbered from ${first}.`];
}

function untilText({ precisions, atLeast, atMost, lookAhead }: Until): string {
  const wanted = precisions.map(
    ({ response, halfWidth, relative }) =>
      `${response} to within ${relative ? `${perCent(halfWidth)} of itself` : exactly(halfWidth)}`,
  );
  return `${listed(wanted)}, by the rule of Hoad, Robinson and Davies (2010), at least ${exactly(atLeast)}, at most ${exactly(atMost)}, looking ahead by ${exactly(lookAhead)}`;
}
