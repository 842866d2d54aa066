import type { Role } from "../clinic.ts";
import type { Model } from "../compile.ts";
import type { MinuteKind } from "../recorder/staff-minutes.ts";
import { openDaysIn, weeksIn, windowDays } from "../window-stretches.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import { slugs } from "./slug.ts";

/** How busy people are, when, and where nobody is. */
export function staffResponses(model: Model): readonly Response[] {
  const { teams } = model.clinic;
  const names = slugs(teams.map(({ name }) => name));
  const utilisation = teams.map(
    ({ name }, index): Response => ({
      name: `utilisation_${names[index]}`,
      unit: "share",
      label: `utilisation of ${name}`,
      group: "staff",
      estimand: { type: "ratio" },
      range: SHARE,
      better: "neither",
      doc: "Work on messages, calls and other work as a share of the hours there are for it, absence and overruns taken out; evenings do not count.",
      formula: "minutes worked within hours / hours, in the window",
      headline: true,
      measure: ({ recorder: { staff } }) => ({
        numerator: staff.ofTeam("within", index),
        denominator: staff.ofTeam("hours", index),
      }),
    }),
  );
  const withoutNurses = teams.flatMap(({ name, role }, index): Response[] =>
    role !== "nurse"
      ? []
      : [
          {
            name: `days_without_${names[index]}`,
            unit: "d",
            label: `business days without ${name}`,
            group: "staff",
            estimand: { type: "mean" },
            range: [0, openDaysIn(model)],
            better: "lower",
            doc: "Business days on which nobody of the team has any hours: all absent without cover, or none scheduled.",
            formula: "number of business days in the window with no hours of the team",
            headline: true,
            measure: ({ recorder }) => daysWithout(recorder, index),
          },
        ],
  );
  return [...utilisation, ...perPerson(model, "physician"), ...perPerson(model, "nurse"), ...withoutNurses];
}

/** Minutes per person of a role, whoever is there or not. */
function perPerson(model: Model, role: Role): Response[] {
  const teams = model.clinic.teams.flatMap((team, index) => (team.role === role ? [index] : []));
  const people = teams.reduce((sum, team) => sum + model.clinic.teams[team]!.count, 0);
  const sumOf = ({ recorder: { staff } }: RecordedRun, kinds: readonly MinuteKind[]): number =>
    teams.reduce((sum, team) => sum + kinds.reduce((part, kind) => part + staff.ofTeam(kind, team), 0), 0);
  const days = openDaysIn(model);
  const weeks = weeksIn(model);
  const common = {
    group: "staff",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "lower",
  } as const;
  const perDay = `${role} and business day`;
  return [
    {
      ...common,
      name: `${role}_message_min_per_day`,
      unit: `min per ${perDay}`,
      label: `${role}'s minutes a day on messages`,
      doc: `Minutes on messages per ${perDay}, at any hour; people on leave and their days are in the denominator.`,
      formula: `minutes ${role}s worked on messages in the window / ${role}s / business days of the window`,
      headline: role === "physician",
      measure: (run) => sumOf(run, ["messages"]) / people / days,
    },
    {
      ...common,
      name: `${role}_other_min_per_day`,
      unit: `min per ${perDay}`,
      label: `${role}'s minutes a day on calls and other work`,
      doc: `Minutes on calls and other work per ${perDay}, at any hour; people on leave and their days are in the denominator.`,
      formula: `minutes ${role}s worked on calls and other work in the window / ${role}s / business days of the window`,
      headline: false,
      measure: (run) => sumOf(run, ["calls", "other"]) / people / days,
    },
    {
      ...common,
      name: `${role}_after_hours_min_per_week`,
      unit: `min per ${role} and week`,
      label: `${role}'s minutes a week after hours`,
      doc: "Minutes of all work outside opening hours and the person's scheduled hours, in the mean over people.",
      formula: `after-hours minutes of ${role}s in the window / ${role}s / weeks of the window`,
      headline: role === "physician",
      measure: (run) => sumOf(run, ["afterHours"]) / people / weeks,
    },
    {
      ...common,
      name: `${role}_after_hours_worst_min_per_week`,
      unit: "min per week",
      label: `minutes a week after hours of the ${role} with most`,
      doc: "The same for the one person who has most of them in the window.",
      formula: `max over ${role}s of after-hours minutes in the window / weeks of the window`,
      headline: false,
      measure: ({ recorder: { staff } }) => {
        const each = teams.flatMap((team) =>
          Array.from({ length: model.clinic.teams[team]!.count }, (_, ordinal) =>
            staff.ofPerson("afterHours", team, ordinal),
          ),
        );
        return each.length === 0 ? Number.NaN : each.reduce((most, one) => Math.max(most, one)) / weeks;
      },
    },
  ];
}

function daysWithout({ model, staff }: RecordedRun["recorder"], team: number): number {
  const { from, to } = windowDays(model);
  let days = 0;
  for (let day = from; day < to; day += 1) {
    if (model.calendar.isOpenDay(day) && !staff.anybodyOn(team, day)) days += 1;
  }
  return days;
}
