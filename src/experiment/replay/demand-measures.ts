import type { ReplyColumns } from "../../model/index.ts";
import { log } from "../../random/index.ts";
import type { Term } from "./measure.ts";
import type { ReplayView } from "./replay-view.ts";
import { FEWEST_IN_GROUP } from "./reply-measures.ts";

/** Messages of patients' own, as they were sent or as a scenario draws them, one thread after the other: a column for each fact. */
export interface SentColumns {
  readonly specialty: Int32Array;
  /** −1: not recorded. */
  readonly topic: Int32Array;
  /** 0 for the first message of a thread. */
  readonly round: Uint8Array;
  /** 0, 1; −1: not recorded. */
  readonly urgent: ArrayLike<number>;
  /** 0: it was closed without a reply. */
  readonly needsReply: ArrayLike<number>;
  /** [min since start] */
  readonly sent: Float64Array;
}

const VOLUME = log(1.1);
const TOPIC_VOLUME = log(1.15);
const WEEKDAY = 0.025;
const PART = 0.04;
const URGENT = 0.02;
const NO_REPLY = 0.05;
/** Fewest judged threads about a topic whose messages are counted by themselves. */
const FEWEST_THREADS = 50;
const WEEKDAYS = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];
const HOURS = [
  ["before 8:00", 0, 480],
  ["from 8:00 to 12:00", 480, 720],
  ["from 12:00 to 17:00", 720, 1020],
  ["from 17:00 on", 1020, 1440],
] as const;

/** What is told of what patients send: as recorded, and as the scenario draws it. Only what is sent in the judged part counts. */
export function demandMeasures(view: ReplayView): readonly Term<SentColumns>[] {
  const { model, recorded, from } = view;
  const { calendar, clinic } = model;
  const [start, end] = [calendar.dayStart(from), recorded.end];
  const weeks = (end - start) / 10080;
  const judged = ({ sent, round }: SentColumns, i: number) =>
    sent[i]! >= start && sent[i]! < end && round[i] === 0;
  const share = (
    told: SentColumns,
    isOf: (i: number) => boolean,
    among: (i: number) => boolean = () => true,
  ) => {
    let [all, of] = [0, 0];
    for (let i = 0; i < told.sent.length; i += 1) {
      if (!judged(told, i) || !among(i)) continue;
      all += 1;
      if (isOf(i)) of += 1;
    }
    return of / all;
  };
  const noReply = (told: SentColumns, isFirst: boolean) => {
    let [all, of] = [0, 0];
    for (let i = 0; i < told.sent.length; i += 1) {
      if (told.sent[i]! < start || told.sent[i]! >= end || (told.round[i] === 0) !== isFirst) continue;
      all += 1;
      of += 1 - told.needsReply[i]!;
    }
    return of / all;
  };
  const base = { stage: "demand", headline: false, scale: "share" } as const;
  return [
    {
      ...base,
      label: "new threads a week",
      scale: "per week",
      tolerance: VOLUME,
      headline: true,
      mend: "demand.volume, demand.growth and demand.timeline",
      of: (told) => told.sent.reduce((sum, _, i) => sum + (judged(told, i) ? 1 : 0), 0) / weeks,
    },
    {
      ...base,
      label: "messages in a thread",
      scale: "ratio",
      tolerance: VOLUME,
      mend: "topics.*.followUp",
      of: (told) => {
        const all = told.sent.reduce((sum, sent) => sum + (sent >= start && sent < end ? 1 : 0), 0);
        return all / told.sent.reduce((sum, _, i) => sum + (judged(told, i) ? 1 : 0), 0);
      },
    },
    ...WEEKDAYS.map((name, weekday) => ({
      ...base,
      label: `share of threads that begin on ${name}`,
      tolerance: WEEKDAY,
      mend: "demand.profile.dayOfWeek",
      of: (told: SentColumns) =>
        share(told, (i) => calendar.dayOfWeek(calendar.dayOf(told.sent[i]!)) === weekday),
    })),
    ...HOURS.map(([name, low, high]) => ({
      ...base,
      label: `share of threads that begin ${name}`,
      tolerance: PART,
      mend: "demand.profile.hourOfDay",
      of: (told: SentColumns) =>
        share(told, (i) => {
          const minute = calendar.localMinute(told.sent[i]!);
          return minute >= low && minute < high;
        }),
    })),
    ...(recorded.tellsClosing
      ? (
          [
            ["follow-ups", "topics.*.followUp.thanks", false],
            [
              "first messages",
              "whether first messages that nobody answers are messages of patients: in the model each is owed a reply",
              true,
            ],
          ] as const
        ).map(([name, mend, isFirst]) => ({
          ...base,
          label: `share of ${name} that need no reply`,
          part: `which ${name} need a reply`,
          tolerance: NO_REPLY,
          mend,
          of: (told: SentColumns) => noReply(told, isFirst),
        }))
      : [
          {
            what: "which messages need a reply",
            why: "the record does not tell when messages were closed",
            isPart: true,
          },
        ]),
    view.firsts.filter((i) => recorded.arrivals.urgent[i]! >= 0).length < FEWEST_IN_GROUP
      ? { what: "urgency", why: "the record does not tell which messages are urgent", isPart: true }
      : {
          ...base,
          label: "share of threads that are urgent",
          part: "urgency",
          tolerance: URGENT,
          mend: "topics.*.urgent",
          of: (told: SentColumns) =>
            share(
              told,
              (i) => told.urgent[i] === 1,
              (i) => told.urgent[i]! >= 0,
            ),
        },
    ...clinic.specialties.flatMap(({ name, topics }, s): Term<SentColumns>[] => {
      const own = view.firsts.filter((i) => recorded.arrivals.specialty[i] === s);
      const known = own.filter((i) => recorded.arrivals.topic[i]! >= 0).length;
      const where = clinic.specialties.length > 1 ? `${name}: ` : "";
      if (topics.length < 2) return [];
      if (known < FEWEST_IN_GROUP) {
        return [
          {
            what: `${where}shares of topics`,
            why: `fewer than ${FEWEST_IN_GROUP} messages have one`,
            isPart: true,
          },
        ];
      }
      return topics.flatMap((topic, t): Term<SentColumns>[] => [
        {
          ...base,
          label: `share of threads about “${where}${topic.name}”`,
          tolerance: PART,
          mend: `share of the topic “${topic.name}”`,
          of: (told) =>
            share(
              told,
              (i) => told.topic[i] === t,
              (i) => told.specialty[i] === s && told.topic[i]! >= 0,
            ),
        },
        ...(own.filter((i) => recorded.arrivals.topic[i] === t).length < FEWEST_THREADS
          ? []
          : [
              {
                ...base,
                label: `messages in a thread about “${where}${topic.name}”`,
                scale: "ratio",
                tolerance: TOPIC_VOLUME,
                mend: `followUp of the topic “${topic.name}”`,
                of: (told: SentColumns) => messagesInThread(told, s, t, start, end),
              } as const,
            ]),
      ]);
    }),
  ];
}

/** Messages for each thread about a topic, of those sent from `start` to `end` [min]: a thread has the topic of its first message. */
function messagesInThread(
  { sent, round, specialty, topic }: SentColumns,
  ofSpecialty: number,
  ofTopic: number,
  start: number,
  end: number,
): number {
  let [isOf, threads, messages] = [false, 0, 0];
  sent.forEach((moment, i) => {
    if (round[i] === 0) isOf = specialty[i] === ofSpecialty && topic[i] === ofTopic;
    if (!isOf || moment < start || moment >= end) return;
    messages += 1;
    if (round[i] === 0) threads += 1;
  });
  return messages / threads;
}

/** What was sent, as it was recorded. */
export function sentColumns({ recorded, isFirst }: ReplayView): SentColumns {
  const { specialty, topic, urgent, needsReply, sent } = recorded.arrivals;
  return { specialty, topic, urgent, needsReply, sent, round: isFirst.map((first) => 1 - first) };
}

/** What a replication draws, told as a record that ends at `end` [min] would: a message that nobody has closed by then may need a reply. */
export function drawnColumns(columns: ReplyColumns, end: number): SentColumns {
  return {
    ...columns,
    needsReply: columns.needsReply.map((needs, i) => (columns.closed[i]! < end ? needs : 1)),
  };
}
