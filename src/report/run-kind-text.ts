import type { Irregularity, Overloaded, RunKind } from "../experiment/index.ts";
import { dayNumber, isoDate } from "../model/index.ts";
import { brief } from "./number.ts";
import type { Summary } from "./summary.ts";
import { counted, daysText, listed } from "./words.ts";

/** What a run's numbers are about, and whether it was warm when they were taken. */
export function runKindSentences(
  summary: Pick<Summary, "kind" | "start" | "warmUpDays" | "lengthDays">,
): readonly string[] {
  const { kind } = summary;
  const warmUp = warmUpText(kind);
  if (kind.type === "steady-state") {
    const steady =
      "Every week of this run is asked the same in the mean, so its numbers are those of a steady state";
    return [warmUp === "" ? `${steady}.` : `${steady}: ${warmUp}.`];
  }
  return [datesSentence(summary), ...overloadSentences(kind.overloaded), ...irregularSentences(kind, warmUp)];
}

function datesSentence({
  kind: { openingBacklog },
  start,
  warmUpDays,
  lengthDays,
}: Pick<Summary, "kind" | "start" | "warmUpDays" | "lengthDays">): string {
  const first = dayNumber(start) + warmUpDays;
  const dates = `${isoDate(first)} to ${isoDate(first + lengthDays - 1)}`;
  const backlog = openingBacklog === 0 ? "no backlog" : `a backlog of ${counted(openingBacklog, "message")}`;
  const before = warmUpDays === 0 ? "at its beginning" : `${daysText(warmUpDays)} before`;
  return `This run is terminating: its numbers are those of ${dates}, from ${backlog} ${before}.`;
}

function overloadSentences(overloaded: readonly Overloaded[]): readonly string[] {
  if (overloaded.length === 0) return [];
  const names = overloaded.map(({ team, person }) => person ?? team);
  return [`${listed(names)} cannot keep up, so no steady state is claimed of what waits there.`];
}

function irregularSentences({ because, closedDates }: RunKind, warmUp: string): readonly string[] {
  const words: Readonly<Record<Exclude<Irregularity, "overload">, string>> = {
    growth: "growth",
    timeline: "a timeline",
    months: "months of unlike volume",
    "dated duties": "duties on dates",
    "closed dates": counted(closedDates, "closed date"),
  };
  const causes = because.flatMap((cause) => (cause === "overload" ? [] : [words[cause]]));
  if (causes.length === 0) return [];
  if (warmUp !== "") return [`With ${listed(causes)} not all weeks are alike; by those that are, ${warmUp}.`];
  return [`With ${listed(causes)} there is no steady state to warm up to.`];
}

/** Empty where there is no steady state. */
function warmUpText({ warmUp: { verdict, days, weeks } }: RunKind): string {
  const there = days === 0 ? "there is none" : `there are ${daysText(days)}`;
  switch (verdict) {
    case "none":
      return "";
    case "unseen":
      return "there are too few weeks or replications to tell whether the warm-up is long enough";
    case "unsettled":
      return "MSER cannot tell how long the warm-up should be, since open messages do not settle in the first half of the run";
    case "enough":
    case "short": {
      const wanted =
        weeks === 0 ? "no warm-up" : `${brief(weeks!, 0)} ${weeks === 1 ? "week" : "weeks"} of warm-up`;
      return `MSER asks for ${wanted}, and ${there}`;
    }
  }
}
