import { formatPath, type Patch, type Scenario } from "../../scenario/index.ts";
import { dateOf, type Ground, type StressOrNot } from "./ground.ts";

/** Factors on the volume, and for how many weeks. */
const SURGES = [
  { name: "30 % more messages", factor: 1.3, weeks: 4, source: "" },
  {
    name: "surge as in the study",
    factor: 1.57,
    weeks: 13,
    source: " (A26)",
  },
] as const;

export function surges(ground: Ground): readonly StressOrNot[] {
  return SURGES.map(({ name, factor, weeks, source }) => {
    const [from, to] = [dateOf(ground, ground.monday), dateOf(ground, ground.monday + 7 * weeks - 1)];
    return {
      name,
      doc: `${factor} times the volume from ${from} to ${to}${source}`,
      from,
      to,
      patch: withVolume(ground.scenario, { from, to, factor }),
    };
  });
}

/** Every specialty's volume, times a factor. */
function withVolume({ document }: Scenario, stretch: { from: string; to: string; factor: number }): Patch {
  return Object.fromEntries(
    Object.entries(document.specialties).map(([name, { demand }]) => [
      formatPath(["specialties", name, "demand", "timeline"]),
      [...demand.timeline, stretch],
    ]),
  );
}

/** Of 24 hours from before the clinic opens; what was held back comes until the early afternoon. */
const OUTAGE = { at: "07:00", rebound: "6 h" } as const;

export function outage(ground: Ground): StressOrNot {
  const [from, to] = [dateOf(ground, ground.monday), dateOf(ground, ground.monday + 1)];
  const written = { from: `${from} ${OUTAGE.at}`, to: `${to} ${OUTAGE.at}`, rebound: OUTAGE.rebound };
  const outages = [...(ground.scenario.document.calendar.portalOutages ?? []), written];
  return {
    name: "portal outage of a day",
    doc: `down from ${written.from} to ${written.to}; what was held back comes within ${OUTAGE.rebound}`,
    from,
    to,
    patch: { "calendar.portalOutages": outages.sort((a, b) => (a.from < b.from ? -1 : 1)) as never },
  };
}

/** A47: 17.5 % of viewed results were followed by a message within a day, 7 % of the others; three a year for each account are assumed. */
const RELEASE = { weeks: 4, more: 0.105, perYear: 3, openDays: 250 } as const;
const ABOUT_RESULTS = /result|test|\blabs?\b/i;

export function releasedResults(ground: Ground): StressOrNot {
  const { scenario, monday } = ground;
  const name = "results released at once";
  const [from, to] = [dateOf(ground, monday), dateOf(ground, monday + 7 * RELEASE.weeks - 1)];
  const entries = Object.entries(scenario.document.specialties).flatMap(
    ([specialty, { topics, patients, portalShare, triggers }]): [string, never][] => {
      const topic = Object.keys(topics).find((each) => ABOUT_RESULTS.test(each));
      if (topic === undefined) return [];
      const events = (Math.round(patients * portalShare) * RELEASE.perYear) / RELEASE.openDays;
      const trigger = {
        events: `${Math.round(events * 100) / 100} per business day`,
        probability: RELEASE.more,
        delay: { lognormal: { mean: "8 h", sd: "6 h" } },
        topic,
        from,
        to,
      };
      const path = formatPath(["specialties", specialty, "triggers", freeName(name, Object.keys(triggers))]);
      return [[path, trigger as never]];
    },
  );
  if (entries.length === 0) return { name, why: "no topic is about results or tests" };
  return {
    name,
    doc: `from ${from} to ${to} patients see results as they come, and another 10.5 % of these bring a message (A47)`,
    from,
    to,
    patch: Object.fromEntries(entries),
  };
}

function freeName(name: string, taken: readonly string[]): string {
  return taken.includes(name) ? freeName(`${name}, besides`, taken) : name;
}

/** Assumed: training for the first half of the day, and a week in which patients ask what is new. */
const POLICY_DAY = { factor: 1.2, days: 7 } as const;

/** The first day of a new policy: everybody is in training for half of it, and patients ask about it. */
export function policyDay(ground: Ground): StressOrNot {
  const { scenario, model, monday } = ground;
  const name = "first day of a new policy";
  const weekday = [0, 1, 2, 3, 4, 5, 6].find((day) => model.clinic.calendar.open[day]!.length > 0);
  if (weekday === undefined) return { name, why: "the clinic is never open" };
  const hours = model.clinic.calendar.open[weekday]!;
  const [opens, closes] = [hours[0]!.from, hours.at(-1)!.to];
  const date = dateOf(ground, monday + weekday);
  const training = `${date} ${clock(opens)}-${clock(Math.floor((opens + closes) / 2))}`;
  const to = dateOf(ground, monday + POLICY_DAY.days - 1);
  const duties = Object.entries(scenario.document.staff).flatMap(([team, document]): [string, never][] => [
    [formatPath(["staff", team, "duties"]), [...document.duties, training] as never],
    ...Object.entries(document.people).flatMap(([person, own]): [string, never][] =>
      own.duties === undefined
        ? []
        : [[formatPath(["staff", team, "people", person, "duties"]), [...own.duties, training] as never]],
    ),
  ]);
  const from = dateOf(ground, monday);
  return {
    name,
    doc: `everybody in training on ${training}, and ${POLICY_DAY.factor} times the volume until ${to} (assumed)`,
    from,
    to,
    patch: {
      ...Object.fromEntries(duties),
      ...withVolume(scenario, { from, to, factor: POLICY_DAY.factor }),
    },
  };
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
