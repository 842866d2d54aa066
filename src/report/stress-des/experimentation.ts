import { dayNumber, isoDate } from "../../model/index.ts";
import { counted, daysText, listed } from "../words.ts";
import { intervalSentences, replicationSentences } from "./experiment-sentences.ts";
import { type StressItem, type Study, text } from "./study.ts";

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
      ...(result === undefined
        ? [
            `${counted(replications, "independent replication")} with seed ${seed}, unless a run is told otherwise.`,
            "All scenarios, alternatives and design points use the same random numbers for the same things, so that they are compared in the same worlds.",
          ]
        : replicationSentences(result.experiment, result.seed)),
      ...intervalSentences(result?.experiment),
    ),
  ];
}
