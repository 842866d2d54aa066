import { drawWorld, groupOf, type MessageRecord, type Model, runClinic } from "../../src/model/index.ts";

/** What one sees of a clinic with one specialty, in the measured window of some replications. */
export interface Observed {
  readonly messagesPer100AndMonth: number;
  readonly messagesPer100Visits: number;
  /** Shares of portal patients. */
  readonly writers: number;
  readonly writersInHalfYear: number;
  readonly messagesOfWriter: number;
  readonly reachingPhysicianADay: number;
  /** Shares of threads. */
  readonly threadsWithoutPhysician: number;
  readonly endInVisit: number;
  readonly urgent: number;
  /** Messages of the patient and replies. */
  readonly inThread: number;
  /** Shares of messages that need a reply. */
  readonly nurseReplied: number;
  readonly sameDay: number;
  readonly beyond36: number;
  /** [h] Of those that got a reply. */
  readonly meanReply: number;
  /** [h] Time within which a share of all messages that need a reply has it. */
  readonly replyQuantile: (p: number) => number;
  /** [min] */
  readonly physicianMinutesEach: number;
  readonly physicianMinutesAPatient: number;
}

const WEEK = 7 * 1440;
const DAYS_PER_YEAR = 365.2425;

export function observe(model: Model, replications: number): Observed {
  const { clinic, calendar, windowStart, windowEnd } = model;
  const specialty = clinic.specialties[0]!;
  const physicians = clinic.teams.find(({ role }) => role === "physician")!;
  const messages: MessageRecord[][] = [];
  for (let replication = 0; replication < replications; replication += 1) {
    const sent: MessageRecord[] = [];
    runClinic(model, drawWorld(model, clinic.run.seed, replication), {
      message: (record) => {
        if (record.cause !== "own" || record.sent < windowStart || record.sent >= windowEnd) return;
        sent.push(record);
      },
    });
    messages.push(sent);
  }
  const all = messages.flat();
  const years = (replications * clinic.run.lengthDays) / DAYS_PER_YEAR;
  let businessDays = 0;
  for (let day = 0; day < model.days; day += 1) {
    const at = calendar.dayStart(day);
    if (at >= windowStart && at < windowEnd && calendar.isOpenDay(day)) businessDays += replications;
  }
  const portal = Math.round(specialty.patients * specialty.portalShare);
  const writers = (until: number) =>
    sum(
      messages,
      (sent) => new Set(sent.filter((each) => each.sent < until).map(({ thread }) => thread.patient)).size,
    );
  const threads = messages.flatMap((sent) => [...grouped(sent).values()]);
  const share = <T>(of: readonly T[], is: (each: T) => boolean) => of.filter(is).length / of.length;
  const needing = all.filter(({ thread, round }) => thread.rounds[round]!.needsReply);
  const replied = needing.filter((each) => !Number.isNaN(each.replied));
  const hours = (each: MessageRecord) => (each.replied - each.sent) / 60;
  const waits = needing
    .map((each) => (Number.isNaN(each.replied) ? Number.POSITIVE_INFINITY : hours(each)))
    .sort((a, b) => a - b);
  const reaching = all.filter(({ physicianTouches }) => physicianTouches > 0);
  const physicianMinutes = sum(all, (each) => each.physicianMinutes);
  return {
    messagesPer100AndMonth: (all.length / years / 12 / portal) * 100,
    messagesPer100Visits: (all.length / years / (specialty.patients * specialty.visitsPerYear)) * 100,
    writers: writers(windowEnd) / replications / portal,
    writersInHalfYear: writers(windowStart + 26 * WEEK) / replications / portal,
    messagesOfWriter: all.length / writers(windowEnd),
    reachingPhysicianADay: reaching.length / businessDays / physicians.count,
    threadsWithoutPhysician: share(threads, (of) =>
      of.every(({ physicianTouches }) => physicianTouches === 0),
    ),
    endInVisit: share(threads, ([first]) => first!.thread.rounds[0]!.needsVisit),
    urgent: share(threads, ([first]) => first!.thread.urgent),
    inThread: (all.length + replied.length) / threads.length,
    nurseReplied: share(
      needing,
      ({ closedByTeam, replied: at }) =>
        !Number.isNaN(at) && groupOf(clinic.teams[closedByTeam]!.role) === "nurse",
    ),
    sameDay: share(needing, (each) => calendar.dayOf(each.sent) === calendar.dayOf(each.replied)),
    beyond36: share(waits, (wait) => wait > 36),
    meanReply: sum(replied, hours) / replied.length,
    replyQuantile: (p) => waits[Math.min(waits.length - 1, Math.floor(p * waits.length))]!,
    physicianMinutesEach: physicianMinutes / reaching.length,
    physicianMinutesAPatient: physicianMinutes / years / portal,
  };
}

function sum<T>(of: readonly T[], value: (each: T) => number): number {
  return of.reduce((total, each) => total + value(each), 0);
}

function grouped(sent: readonly MessageRecord[]): ReadonlyMap<number, readonly MessageRecord[]> {
  const threads = new Map<number, MessageRecord[]>();
  for (const each of sent) {
    const known = threads.get(each.thread.id);
    if (known === undefined) threads.set(each.thread.id, [each]);
    else known.push(each);
  }
  return threads;
}
