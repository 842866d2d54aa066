import { MINUTES_PER_HOUR } from "../../units.ts";
import type { Team, WorkHours } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { scheduledMinutes } from "../recorder/scheduled-hours.ts";
import { weeksIn, windowDays } from "../window-stretches.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";
import { slugs } from "./slug.ts";

/** What staff cost, and how many posts that is. Nothing is summed over different currencies. */
export function costResponses(model: Model): readonly Response[] {
  const { teams } = model.clinic;
  const names = slugs(teams.map(({ name }) => name));
  const common = {
    group: "cost",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "lower",
  } as const;
  const responses = teams.flatMap((team, index): Response[] => [
    {
      ...common,
      name: `cost_per_week_${names[index]}`,
      unit: `${team.currency} per week`,
      label: `cost of ${team.name} a week`,
      doc: basisOf(team),
      formula: "paid hours / weeks of the window × cost per hour",
      headline: false,
      measure: (run) => costPerWeek(run, index),
    },
    {
      ...common,
      better: "neither",
      name: `posts_${names[index]}`,
      unit: "people",
      label: `people in ${team.name}`,
      doc: "The number the scenario gives.",
      formula: "count",
      headline: true,
      measure: () => team.count,
    },
    {
      ...common,
      name: `paid_fte_${names[index]}`,
      unit: team.costBasis === "posts" ? "full-time posts" : "full-time equivalents",
      label:
        team.costBasis === "posts"
          ? `paid full-time posts of ${team.name}`
          : `worked full-time equivalents of ${team.name}`,
      doc: basisOf(team),
      formula: "paid minutes / weeks of the window / minutes a week of a full-time post",
      headline: true,
      measure: (run) => paidMinutesPerWeek(run, index) / team.fullTime,
    },
  ]);
  const currencies = new Set(teams.map(({ currency }) => currency));
  if (currencies.size !== 1) return responses;
  return [
    {
      ...common,
      name: "cost_per_week",
      unit: `${teams[0]!.currency} per week`,
      label: "staff cost a week",
      doc: "All teams, each by what it is paid for.",
      formula: "sum over teams of the cost per week",
      headline: true,
      measure: (run) => teams.reduce((sum, _, index) => sum + costPerWeek(run, index), 0),
    },
    ...responses,
  ];
}

function basisOf({ costBasis }: Team): string {
  return costBasis === "posts"
    ? "Every hour of the weekly schedule is paid, holidays and absence too, and who stands in for the absent is paid on top; evenings are not."
    : "Minutes worked in the window are paid, at any hour, and nothing else.";
}

function costPerWeek(run: RecordedRun, team: number): number {
  return (paidMinutesPerWeek(run, team) / MINUTES_PER_HOUR) * run.model.clinic.teams[team]!.costPerHour;
}

function paidMinutesPerWeek({ model, recorder }: RecordedRun, index: number): number {
  const team = model.clinic.teams[index]!;
  if (team.costBasis === "posts") {
    const weekly = model.teams[index]!.people.reduce((sum, { work }) => sum + minutesAWeek(work), 0);
    return weekly + floatMinutes(model, recorder.world, index) / weeksIn(model);
  }
  const { staff } = recorder;
  const worked = (["messages", "calls", "other"] as const).map((kind) => staff.ofTeam(kind, index));
  return worked.reduce((sum, minutes) => sum + minutes, 0) / weeksIn(model);
}

function minutesAWeek(work: WorkHours): number {
  let weekly = 0;
  for (let weekday = 0; weekday < 7; weekday += 1) weekly += scheduledMinutes(work, weekday);
  return weekly;
}

/** Scheduled minutes in the window that a float works in place of the absent. */
function floatMinutes(model: Model, world: RecordedRun["recorder"]["world"], index: number): number {
  const { calendar } = model;
  const { team, people } = model.teams[index]!;
  if (team.absence.cover !== "float") return 0;
  const { from, to } = windowDays(model);
  let minutes = 0;
  for (let day = from; day < to; day += 1) {
    if (calendar.isClosed(day)) continue;
    const weekday = calendar.dayOfWeek(day);
    world.people[index]!.forEach(({ absent }, ordinal) => {
      if (absent[day] !== 0) minutes += scheduledMinutes(people[ordinal]!.work, weekday);
    });
  }
  return minutes;
}
