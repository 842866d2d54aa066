import { groupOf, ROLES, type RoleGroup } from "../../model/index.ts";
import { log } from "../../random/index.ts";
import { quantile, sorted } from "../../stats/index.ts";
import type { Measure } from "./measure.ts";
import type { Outcomes } from "./outcomes.ts";
import { meanOf, type ReplayView } from "./replay-view.ts";

/** Fewest first messages of a topic or weekday that is judged by itself. */
export const FEWEST_IN_GROUP = 30;
/** Fewest replies of a group of roles whose people are told apart. */
const FEWEST_REPLIES = 100;
const SHARE = 0.05;
const PART = 0.1;
const EVENINGS = 0.04;
const QUARTER = log(1.25);

const GROUPS: Readonly<Record<RoleGroup, string>> = {
  clerk: "clerks and assistants",
  nurse: "nurses and pharmacists",
  physician: "physicians",
};

const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** Judged first messages that have something in common. */
export interface ReplyGroup {
  readonly kind: "all" | "topic" | "weekday" | "week";
  readonly name: string;
  readonly arrivals: Int32Array;
}

/** By topic and weekday those with enough of them, and all. */
export function replyGroups(view: ReplayView): readonly ReplyGroup[] {
  const { model, firsts, recorded } = view;
  const { specialty, topic } = recorded.arrivals;
  const many = model.clinic.specialties.length > 1;
  const topics = model.clinic.specialties.flatMap(({ name, topics: own }, s) =>
    own.map(
      (each, t): ReplyGroup => ({
        kind: "topic",
        name: many ? `${name}: ${each.name}` : each.name,
        arrivals: firsts.filter((i) => specialty[i] === s && topic[i] === t),
      }),
    ),
  );
  const weekdays = WEEKDAYS.map(
    (name, weekday): ReplyGroup => ({
      kind: "weekday",
      name,
      arrivals: firsts.filter((i) => model.calendar.dayOfWeek(view.day[i]!) === weekday),
    }),
  );
  const enough = [...topics, ...weekdays].filter(({ arrivals }) => arrivals.length >= FEWEST_IN_GROUP);
  return [{ kind: "all", name: "all first messages", arrivals: firsts }, ...enough];
}

/** What is told of the replies to recorded arrivals. */
export function replyMeasures(view: ReplayView): readonly Measure<Outcomes>[] {
  const { promises, firsts, judged, isFirst, recorded } = view;
  const base = { stage: "replies", headline: false } as const;
  const waits = (outcomes: Outcomes) => sorted(Array.from(firsts, (i) => view.openHours(i, outcomes)));
  const aboutOf = (of: string) =>
    judged.filter((i) =>
      of === "urgent messages"
        ? recorded.arrivals.urgent[i] === 1
        : of === "every patient message that needs a reply" || isFirst[i] === 1,
    );
  const kept = promises.flatMap(({ name, of }, promise): Measure<Outcomes>[] => {
    const about = aboutOf(of);
    if (about.length < FEWEST_IN_GROUP) return [];
    return [
      {
        ...base,
        label: `share that keeps “${name}”`,
        scale: "share",
        tolerance: SHARE,
        headline: promise === 0,
        mend: "who replies and how long it takes: staff, policies, topics.*.minutes, topics.*.lowestRole",
        of: (outcomes) => view.shareKept(about, outcomes, promise),
      },
    ];
  });
  const groups = replyGroups(view).filter(({ kind }) => kind !== "all");
  const byGroup = groups.map(
    ({ kind, name, arrivals }): Measure<Outcomes> => ({
      ...base,
      label: `share in time of ${kind === "topic" ? `“${name}”` : `what is sent on ${name}`}`,
      scale: "share",
      tolerance: PART,
      mend:
        kind === "topic"
          ? `the topic “${name}”: its minutes, lowestRole and urgent`
          : `who is there on ${name} and the day after: shifts, duties, clinic, inbox and evenings of staff`,
      of: (outcomes) => view.shareKept(arrivals, outcomes),
    }),
  );
  return [
    ...kept,
    ...([0.5, 0.9] as const).map(
      (p): Measure<Outcomes> => ({
        ...base,
        label: p === 0.5 ? "open hours until half are answered" : "open hours until nine of ten are answered",
        scale: "hours",
        tolerance: QUARTER,
        headline: p === 0.5,
        mend: "how long replies take: staff hours, absence, other work, topics.*.minutes",
        of: (outcomes) => quantile(waits(outcomes), p),
      }),
    ),
    ...eveningMeasures(view),
    ...byGroup,
    ...roleMeasures(view),
    {
      stage: "backlog",
      headline: true,
      label: "messages without a reply when the clinic opens",
      scale: "messages",
      tolerance: QUARTER,
      mend: "staff hours, absence and other work: they decide how much is left overnight",
      of: (outcomes) => meanOf(view.backlog(outcomes).subarray(view.from)),
    },
  ];
}

/** How much is answered while the clinic is closed: by physicians, where the record tells who replied. */
function eveningMeasures({ model, judged, recorded }: ReplayView): readonly Measure<Outcomes>[] {
  const { business } = model.calendar;
  const isPhysician = ({ role }: Outcomes, i: number) =>
    role[i]! >= 0 && groupOf(ROLES[role[i]!]!) === "physician";
  const tells = judged.filter((i) => isPhysician(recorded.outcomes, i)).length >= FEWEST_REPLIES;
  return [
    {
      stage: "people",
      headline: false,
      label: `share of ${tells ? "physicians' replies" : "replies"} outside opening hours`,
      scale: "share",
      tolerance: EVENINGS,
      mend: "evenings of staff, and their hours outside the clinic's",
      of: (outcomes) => {
        const done = judged.filter(
          (i) => !Number.isNaN(outcomes.replied[i]!) && (!tells || isPhysician(outcomes, i)),
        );
        return done.filter((i) => !business.isCounting(outcomes.replied[i]!)).length / done.length;
      },
    },
  ];
}

/** Who replies: by group of roles, and how much the busiest person of each does. */
function roleMeasures({ judged, recorded }: ReplayView): readonly Measure<Outcomes>[] {
  const { role, person } = recorded.outcomes;
  const told = judged.filter((i) => role[i]! >= 0);
  if (told.length < FEWEST_REPLIES) return [];
  const groupAt = (outcomes: Outcomes, i: number) =>
    outcomes.role[i]! < 0 ? undefined : groupOf(ROLES[outcomes.role[i]!]!);
  return (Object.keys(GROUPS) as RoleGroup[]).flatMap((group): Measure<Outcomes>[] => {
    const own = told.filter((i) => groupAt(recorded.outcomes, i) === group);
    const share: Measure<Outcomes> = {
      stage: "people",
      headline: false,
      label: `share of replies by ${GROUPS[group]}`,
      scale: "share",
      tolerance: SHARE,
      mend: "who may close what: policies.triage, policies.routing, topics.*.lowestRole",
      of: (outcomes) => {
        const done = judged.filter((i) => outcomes.role[i]! >= 0);
        return done.filter((i) => groupAt(outcomes, i) === group).length / done.length;
      },
    };
    const people = new Set(own.map((i) => person[i]!).filter((each) => each >= 0));
    if (own.length < FEWEST_REPLIES || people.size < 2) return [share];
    return [
      share,
      {
        ...share,
        label: `share of the busiest among ${GROUPS[group]}`,
        tolerance: PART,
        mend: "how patients and hours are spread over people: panelShare, shifts and absence of persons",
        of: (outcomes) => {
          const counts = new Map<number, number>();
          let all = 0;
          for (const i of judged) {
            if (outcomes.person[i]! < 0 || groupAt(outcomes, i) !== group) continue;
            all += 1;
            counts.set(outcomes.person[i]!, (counts.get(outcomes.person[i]!) ?? 0) + 1);
          }
          return [...counts.values()].reduce((most, count) => Math.max(most, count), 0) / all;
        },
      },
    ];
  });
}
