import type { Model } from "../compile.ts";
import type { MinuteKind } from "../recorder/staff-minutes.ts";
import { ROLES, type Role } from "../roles.ts";
import { openDaysIn, weeksIn } from "../window-stretches.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response } from "./response.ts";

/** Messages and minutes per person of every role there is, and of physicians by team where they have several; physicians first. */
export function perPersonResponses(model: Model, names: readonly string[]): readonly Response[] {
  const roles = ROLES.filter((role) => peopleOf(model, teamsOf(model, role)) > 0).reverse();
  return [
    ...roles.flatMap((role) => perPerson(model, teamsOf(model, role), wordOf(role), slugOf(role))),
    ...byPhysiciansTeam(model, names),
  ];
}

const COMMON = {
  group: "staff",
  estimand: { type: "mean" },
  range: NOT_NEGATIVE,
  better: "lower",
} as const;

/** Messages and minutes per person of some teams, whoever is there or not. */
function perPerson(
  model: Model,
  teams: readonly number[],
  { word, plural }: Words,
  slug: string,
  suffix = "",
): Response[] {
  const people = peopleOf(model, teams);
  const sumOf = ({ recorder: { staff } }: RecordedRun, kinds: readonly MinuteKind[]): number =>
    teams.reduce((sum, team) => sum + kinds.reduce((part, kind) => part + staff.ofTeam(kind, team), 0), 0);
  const days = openDaysIn(model);
  const weeks = weeksIn(model);
  const isPhysician = slug === "physician" && suffix === "";
  const perDay = `${word} and business day`;
  return [
    {
      ...COMMON,
      name: `${slug}_messages_per_day${suffix}`,
      unit: `per ${perDay}`,
      label: `messages a day that a ${word} handles`,
      doc: `Messages, chasers and duplicates too, that a ${word} takes up, each counted once, when the first of them does; people on leave and their days are in the denominator.`,
      formula: `messages first taken up by a ${word} in the window / ${plural} / business days of the window`,
      headline: false,
      measure: ({ recorder: { messageWork } }) =>
        teams.reduce((sum, team) => sum + messageWork.handledBy[team]!, 0) / people / days,
    },
    {
      ...COMMON,
      name: `${slug}_message_min_per_day${suffix}`,
      unit: `min per ${perDay}`,
      label: `${word}'s minutes a day on messages`,
      doc: `Minutes on messages per ${perDay}, at any hour; people on leave and their days are in the denominator.`,
      formula: `minutes ${plural} worked on messages in the window / ${plural} / business days of the window`,
      headline: isPhysician,
      measure: (run) => sumOf(run, ["messages"]) / people / days,
    },
    {
      ...COMMON,
      name: `${slug}_other_min_per_day${suffix}`,
      unit: `min per ${perDay}`,
      label: `${word}'s minutes a day on calls and other work`,
      doc: `Minutes on calls and other work per ${perDay}, at any hour; people on leave and their days are in the denominator.`,
      formula: `minutes ${plural} worked on calls and other work in the window / ${plural} / business days of the window`,
      headline: false,
      measure: (run) => sumOf(run, ["calls", "other"]) / people / days,
    },
    {
      ...COMMON,
      name: `${slug}_after_hours_min_per_week${suffix}`,
      unit: `min per ${word} and week`,
      label: `${word}'s minutes a week after hours`,
      doc: "Minutes of all work outside opening hours and the person's scheduled hours, in the mean over people.",
      formula: `after-hours minutes of ${plural} in the window / ${plural} / weeks of the window`,
      headline: isPhysician,
      measure: (run) => sumOf(run, ["afterHours"]) / people / weeks,
    },
    {
      ...COMMON,
      name: `${slug}_after_hours_worst_min_per_week${suffix}`,
      unit: "min per week",
      label: `minutes a week after hours of the ${word} with most`,
      doc: "The same for the one person who has most of them in the window.",
      formula: `max over ${plural} of after-hours minutes in the window / weeks of the window`,
      headline: false,
      measure: ({ recorder: { staff } }) => {
        const each = teams.flatMap((team) =>
          Array.from({ length: model.clinic.teams[team]!.count }, (_, ordinal) =>
            staff.ofPerson("afterHours", team, ordinal),
          ),
        );
        return each.reduce((most, one) => Math.max(most, one), 0) / weeks;
      },
    },
    {
      ...COMMON,
      name: `${slug}_weekend_min_per_week${suffix}`,
      unit: `min per ${word} and week`,
      label: `${word}'s minutes a week at weekends`,
      doc: "Minutes of all work on Saturdays and Sundays, after hours or not, in the mean over people.",
      formula: `minutes of ${plural} on Saturdays and Sundays in the window / ${plural} / weeks of the window`,
      headline: false,
      measure: (run) => sumOf(run, ["weekend"]) / people / weeks,
    },
  ];
}

/** Where physicians work in several teams, each of these for itself. */
function byPhysiciansTeam(model: Model, names: readonly string[]): Response[] {
  const teams = teamsOf(model, "physician").filter((team) => peopleOf(model, [team]) > 0);
  if (teams.length < 2) return [];
  return teams.flatMap((team) => {
    const { name } = model.clinic.teams[team]!;
    return perPerson(model, [team], wordOf("physician"), "physician", `_${names[team]}`).map((response) => ({
      ...response,
      label: `${response.label}, ${name}`,
      formula: `${response.formula}, of ${name}`,
    }));
  });
}

interface Words {
  readonly word: string;
  readonly plural: string;
}

function wordOf(role: Role): Words {
  const word = role.replaceAll("-", " ");
  return { word, plural: `${word}s` };
}

function slugOf(role: Role): string {
  return role.replaceAll("-", "_");
}

/** Indexes of the teams of a role, and how many people they have. */
export function teamsOf({ clinic }: Model, role: Role): readonly number[] {
  return clinic.teams.flatMap((team, index) => (team.role === role ? [index] : []));
}

export function peopleOf({ clinic }: Model, teams: readonly number[]): number {
  return teams.reduce((sum, team) => sum + clinic.teams[team]!.count, 0);
}
