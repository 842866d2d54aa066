import { log } from "../../random/index.ts";
import { quantile, sorted } from "../../stats/index.ts";
import type { Measure, Term } from "./measure.ts";
import type { Outcomes } from "./outcomes.ts";
import { eveningMeasures, roleMeasures } from "./people-measures.ts";
import { meanOf, type ReplayView } from "./replay-view.ts";

/** Fewest first messages of a topic or weekday that is judged by itself. */
export const FEWEST_IN_GROUP = 30;
const SHARE = 0.05;
const PART = 0.1;
const CHASERS = 0.03;
const QUARTER = log(1.25);

const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];

/** Judged first messages that have something in common. */
export interface ReplyGroup {
  readonly kind: "all" | "topic" | "weekday" | "week";
  readonly name: string;
  readonly arrivals: Int32Array;
}

/** All, and by topic and weekday those with enough of them, or with too few. */
export function replyGroups(view: ReplayView, enough = true): readonly ReplyGroup[] {
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
  const all: ReplyGroup = { kind: "all", name: "all first messages", arrivals: firsts };
  return [all, ...topics, ...weekdays].filter(
    ({ arrivals }) => arrivals.length >= FEWEST_IN_GROUP === enough,
  );
}

/** What is told of the replies to recorded arrivals. */
export function replyMeasures(view: ReplayView): readonly Term<Outcomes>[] {
  const { promises, firsts, judged, isFirst, recorded } = view;
  const base = { stage: "replies", headline: false } as const;
  const waits = (outcomes: Outcomes) => sorted(Array.from(firsts, (i) => view.openHours(i, outcomes)));
  const aboutOf = (of: string) =>
    judged.filter((i) =>
      of === "urgent messages"
        ? recorded.arrivals.urgent[i] === 1
        : of === "every patient message that needs a reply" || isFirst[i] === 1,
    );
  const kept = promises.map(({ name, of }, promise): Term<Outcomes> => {
    const about = aboutOf(of);
    if (about.length < FEWEST_IN_GROUP) {
      return {
        what: `the promise “${name}”`,
        why: `fewer than ${FEWEST_IN_GROUP} messages are known to be of it`,
        isPart: true,
      };
    }
    return {
      ...base,
      label: `share that keeps “${name}”`,
      scale: "share",
      tolerance: SHARE,
      headline: promise === 0,
      mend: "who replies and how long it takes: staff, policies, topics.*.minutes, topics.*.lowestRole",
      of: (outcomes) => view.shareKept(about, outcomes, promise),
    };
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
    ...fewMessages(view),
    ...chaserMeasures(view),
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

/** Groups that are too small to be judged by themselves. */
function fewMessages(view: ReplayView): readonly Term<Outcomes>[] {
  const small = replyGroups(view, false).map(({ name }) => name);
  if (small.length === 0) return [];
  const names = small.length > 5 ? [...small.slice(0, 4), `${small.length - 4} more`] : small;
  return [
    {
      what: `${names.join(", ")} apart`,
      why: `fewer than ${FEWEST_IN_GROUP} first messages each`,
      isPart: false,
    },
  ];
}

/** How often patients who wait ask again, the model's waiting for the model's staff. */
function chaserMeasures({ model, recorded, from }: ReplayView): readonly Term<Outcomes>[] {
  if (!recorded.tellsClosing) {
    return [
      {
        what: "chasers",
        why: "the record does not tell when messages were closed, and so who asked again",
        isPart: true,
      },
    ];
  }
  const start = model.calendar.dayStart(from);
  const isJudged = (moment: number) => moment >= start;
  const own = recorded.arrivals.sent.filter(isJudged).length;
  return [
    {
      stage: "replies",
      headline: false,
      label: "patients who ask again while they wait, per message",
      part: "chasers",
      scale: "share",
      tolerance: CHASERS,
      mend: "impatience.chaser, if waits are right",
      of: ({ chasers }) => chasers.filter(isJudged).length / own,
    },
  ];
}
