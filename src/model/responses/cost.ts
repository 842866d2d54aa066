import { MINUTES_PER_HOUR } from "../../units.ts";
import type { Team } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { scheduledMinutes, scheduledMinutesAWeek } from "../recorder/scheduled-hours.ts";
import { weeksIn, windowDays } from "../window-stretches.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";
import { slugs } from "./slug.ts";

/** With more, a first table does without what each is paid. */
const FEW_TEAMS = 4;

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
  const weeks = weeksIn(model);
  const hours = [
    {
      ...common,
      name: "paid_hours_per_week",
      unit: "h per week",
      label: "paid hours a week",
      doc: "Hours of all teams, each by what it is paid for: of posts, scheduled hours and those of whoever stands in; else minutes worked, but for physicians' unpaid minutes on messages.",
      formula:
        "(sum over teams of paid minutes − unpaid minutes on messages of physicians who are paid by minutes) / 60 / weeks of the window",
      headline: false,
      measure: (run: RecordedRun) =>
        teams.reduce((sum, { costBasis }, index) => {
          const unpaid = costBasis === "minutes" ? run.unpaidMinutes[index]! / weeks : 0;
          return sum + paidMinutesPerWeek(run, index) - unpaid;
        }, 0) / MINUTES_PER_HOUR,
    },
    {
      ...common,
      name: "unpaid_hours_per_week",
      unit: "h per week",
      label: "unpaid hours a week",
      doc: "What physicians work on messages and nobody pays for under the billing policy, and what all other people in posts work after hours, on anything.",
      formula:
        "(physicians' unpaid minutes on messages + after-hours minutes of other teams that are paid by posts) / 60 / weeks of the window",
      headline: false,
      measure: (run: RecordedRun) => {
        const unpaid = run.unpaidMinutes.reduce((sum, each) => sum + each, 0);
        return (unpaid + afterHoursOfOthers(run)) / MINUTES_PER_HOUR / weeks;
      },
    },
  ];
  const byTeam = teams.flatMap((team, index): Response[] => [
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
      headline: false,
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
      headline: teams.length <= FEW_TEAMS,
      measure: (run) => paidMinutesPerWeek(run, index) / team.fullTime,
    },
  ]);
  const totalPerWeek = (run: RecordedRun) =>
    teams.reduce((sum, _, index) => sum + costPerWeek(run, index), 0);
  const currencies = new Set(teams.map(({ currency }) => currency));
  if (currencies.size !== 1) return [...hours, ...byTeam];
  const { currency } = teams[0]!;
  return [
    {
      ...common,
      name: "cost_per_week",
      unit: `${currency} per week`,
      label: "staff cost a week",
      doc: "All teams, each by what it is paid for.",
      formula: "sum over teams of the cost per week",
      headline: true,
      measure: totalPerWeek,
    },
    {
      ...common,
      name: "cost_per_resolved_thread",
      unit: `${currency} per thread`,
      label: "staff cost per resolved thread",
      estimand: { type: "ratio" },
      doc: "All that the teams cost in the window, calls and other work too, by threads opened in the window and resolved before the run ends.",
      formula:
        "staff cost a week × weeks of the window / threads opened in the window and resolved in the run",
      headline: true,
      measure: (run) => ({
        numerator: totalPerWeek(run) * weeks,
        denominator: run.samples.resolution_wall_d.filter(Number.isFinite).length,
      }),
    },
    ...hours,
    ...byTeam,
  ];
}

function basisOf({ costBasis }: Team): string {
  return costBasis === "posts"
    ? "Every hour of the weekly schedule is paid, holidays and absence too, and who stands in for the absent is paid on top; evenings are not."
    : "Minutes worked in the window are paid, at any hour, and nothing else.";
}

function afterHoursOfOthers({ model, recorder }: RecordedRun): number {
  return model.clinic.teams.reduce(
    (sum, { role, costBasis }, index) =>
      role === "physician" || costBasis === "minutes"
        ? sum
        : sum + recorder.staff.ofTeam("afterHours", index),
    0,
  );
}

function costPerWeek(run: RecordedRun, team: number): number {
  return (paidMinutesPerWeek(run, team) / MINUTES_PER_HOUR) * run.model.clinic.teams[team]!.costPerHour;
}

function paidMinutesPerWeek({ model, recorder }: RecordedRun, index: number): number {
  const team = model.clinic.teams[index]!;
  if (team.costBasis === "posts") {
    const weekly = model.teams[index]!.people.reduce((sum, { work }) => sum + scheduledMinutesAWeek(work), 0);
    return weekly + floatMinutes(model, recorder.world, index) / weeksIn(model);
  }
  const { staff } = recorder;
  const worked = (["messages", "calls", "other"] as const).map((kind) => staff.ofTeam(kind, index));
  return worked.reduce((sum, minutes) => sum + minutes, 0) / weeksIn(model);
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
