import type { Model } from "../compile.ts";
import { groupOf, type RoleGroup } from "../roles.ts";
import { openDaysIn, weeksIn, windowDays } from "../window-stretches.ts";
import { colleagueResponses } from "./colleagues.ts";
import { peopleOf, perPersonResponses, teamsOf } from "./per-person.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";
import { slugs } from "./slug.ts";

/** How busy people are, when, and where nobody is. */
export function staffResponses(model: Model): readonly Response[] {
  const { teams } = model.clinic;
  const names = slugs(teams.map(({ name }) => name));
  return [
    ...teams.map(({ name }, index) => utilisation(index, name, names[index]!)),
    ...perPersonResponses(model, names),
    ...unpaid(model),
    ...colleagueResponses(model),
    ...touches(model),
    ...interruptions(model, names),
    ...teams.flatMap(({ name, role }, index) =>
      role === "nurse" ? [daysWithoutResponse(model, index, name, names[index]!)] : [],
    ),
  ];
}

function utilisation(index: number, name: string, slug: string): Response {
  return {
    name: `utilisation_${slug}`,
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
  };
}

const COMMON = {
  group: "staff",
  estimand: { type: "mean" },
  range: NOT_NEGATIVE,
  better: "lower",
} as const;

function unpaid(model: Model): Response[] {
  const people = peopleOf(model, teamsOf(model, "physician"));
  if (people === 0) return [];
  const { billing } = model.clinic.policies;
  const weeks = weeksIn(model);
  return [
    {
      ...COMMON,
      name: "physician_unpaid_min_per_week",
      unit: "min per physician and week",
      label: "physician's unpaid minutes a week on messages",
      doc: `Minutes on messages that nobody pays for under the billing policy, ${billing.type}, in the mean over physicians. Where hours are paid, only minutes outside opening and scheduled hours may be unpaid; of a thread's minutes, the share that is billed is paid.`,
      formula:
        "sum over threads of physicians' minutes on messages in the window, hours that are paid left out, × (1 − billed minutes of the thread / minutes of the thread) / physicians / weeks of the window",
      headline: true,
      measure: (run) => run.unpaidMinutes.reduce((sum, each) => sum + each, 0) / people / weeks,
    },
  ];
}

const GROUPS: Readonly<Record<RoleGroup, string>> = {
  physician: "residents and physicians",
  nurse: "nurses, pharmacists and nurse practitioners",
  clerk: "clerks and assistants",
};

function touches(model: Model): Response[] {
  const groups = (Object.keys(GROUPS) as RoleGroup[]).filter((group) =>
    model.clinic.teams.some(({ role, count }) => count > 0 && groupOf(role) === group),
  );
  return groups.map((group): Response => {
    return {
      name: `${group}_touches_per_thread`,
      unit: "per thread",
      label: `touches of ${GROUPS[group]} per thread`,
      group: "staff",
      estimand: { type: "ratio" },
      range: NOT_NEGATIVE,
      better: "lower",
      doc: "Times that a message is taken up from a line for the first time for a piece of work; not when it is taken up again after an interruption. Chasers and duplicates are counted too.",
      formula: `touches by ${GROUPS[group]} of messages sent in the window / new threads of the window`,
      headline: false,
      measure: ({ tallies: { all } }) => ({ numerator: all[`${group}Touches`], denominator: all.threads }),
    };
  });
}

/** Of teams that calls may take off their messages. */
function interruptions(model: Model, names: readonly string[]): Response[] {
  const { specialties, teams } = model.clinic;
  const days = openDaysIn(model);
  const rung = new Set(
    specialties.flatMap(({ otherWork }) =>
      otherWork.filter(({ interrupts }) => interrupts).map(({ team }) => team),
    ),
  );
  return teams.flatMap(({ name }, index): Response[] => {
    if (!rung.has(index)) return [];
    return [
      {
        ...COMMON,
        name: `interruptions_per_day_${names[index]}`,
        unit: "per business day",
        label: `messages a day that ${name} put aside for a call`,
        doc: "Times that somebody of the team puts a message aside to take a call.",
        formula: "messages held for a call in the window / business days of the window",
        headline: false,
        measure: ({ recorder: { messageWork } }) => messageWork.interruptionsOf[index]! / days,
      },
    ];
  });
}

function daysWithoutResponse(model: Model, index: number, name: string, slug: string): Response {
  return {
    ...COMMON,
    name: `days_without_${slug}`,
    unit: "d",
    label: `business days without ${name}`,
    range: [0, openDaysIn(model)],
    doc: "Business days on which nobody of the team has any hours: all absent without cover, or none scheduled.",
    formula: "number of business days in the window with no hours of the team",
    headline: true,
    measure: ({ recorder }) => daysWithout(recorder, index),
  };
}

function daysWithout({ model, staff }: RecordedRun["recorder"], team: number): number {
  const { from, to } = windowDays(model);
  let days = 0;
  for (let day = from; day < to; day += 1) {
    if (model.calendar.isOpenDay(day) && !staff.anybodyOn(team, day)) days += 1;
  }
  return days;
}
