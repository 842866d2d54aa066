/**
 * A second simulator of the clinic, written from `src/model/README.md` alone. It walks every minute, looks at everybody and
 * everything, and shares no code with the kernel or the model (types only). Whole minutes; small clinics.
 */
import type { Clinic, ClockChange } from "../../src/model/clinic.ts";
import type { MessageRecord, VisitRecord, WorkRecord } from "../../src/model/observer.ts";
import type { Thread, World } from "../../src/model/world.ts";
import { minuteCalendar } from "./reference-calendar.ts";
import { everybodyOf } from "./reference-hours.ts";
import { labelMinute } from "./reference-labels.ts";
import { beginDay, deliver, deliveriesOf, escalate, release, routeToLeastLoaded } from "./reference-lines.ts";
import { queueOf } from "./reference-order.ts";
import { arrive, send } from "./reference-patients.ts";
import { type Label, type Line, later, type Message, type State } from "./reference-state.ts";
import { bookVisits } from "./reference-visits.ts";
import { beginHours, choose, endHours, endWork, loseCalls, workOn } from "./reference-work.ts";

/** What the reference says became of everything. */
export interface ReferenceRun {
  readonly messages: readonly MessageRecord[];
  /** Of patients' own messages that were sent in the window, let in, and need a reply: minutes of the wait by label. */
  readonly waits: readonly {
    readonly thread: Thread;
    readonly round: number;
    readonly labels: Readonly<Record<Label, number>>;
  }[];
  readonly works: readonly WorkRecord[];
  readonly visits: readonly VisitRecord[];
}

/** Days beyond the run in which promises may fall due. */
const SPARE_DAYS = 45;

export function referenceClinic(clinic: Clinic, changes: readonly ClockChange[], world: World): ReferenceRun {
  const state = beginning(clinic, changes, world);
  for (; state.now < state.calendar.end; state.now += 1) {
    do instant(state);
    while (state.staff.some(({ hand }) => hand?.left === 0));
    happen(state, state.lastly);
    bookVisits(state);
    labelMinute(state);
    workOn(state);
  }
  return {
    messages: state.messages.map(({ record }) => record),
    waits: state.messages.filter((message) => isLabelled(state, message)),
    works: state.works.map(({ record }) => record),
    visits: state.visits,
  };
}

function beginning(clinic: Clinic, changes: readonly ClockChange[], world: World): State {
  const goesByDue = clinic.teams.some((_, team) => queueOf(clinic, team).type === "earliest-due");
  const spareDays = goesByDue && clinic.promises.length > 0 ? SPARE_DAYS : 1;
  const calendar = minuteCalendar(clinic.calendar, clinic.run.start, world.days, changes, spareDays);
  const lines: readonly (readonly Line[])[] = clinic.teams.map(({ count }, team) =>
    Array.from({ length: 1 + count }, (_, i) => ({ team, person: i - 1, items: [] })),
  );
  const people = clinic.teams.map((_, team) => everybodyOf({ clinic, calendar, world }, team));
  const state: State = {
    clinic,
    calendar,
    world,
    messages: [],
    works: [],
    bookings: [],
    visits: [],
    lines,
    allLines: lines.flat(),
    deliveries: clinic.teams.map((_, team) => deliveriesOf(clinic, calendar, team)),
    people,
    staff: people.flat(),
    knownUrgent: world.threads.map(({ flagged }) => flagged),
    arrivals: new Map(),
    complaints: new Map(),
    answers: new Map(),
    lastly: new Map(),
    now: 0,
    day: -1,
    takings: 0,
  };
  for (const thread of world.threads) {
    later(state.arrivals, Math.max(0, thread.sent), () =>
      send(state, { thread, round: 0, cause: "own", sent: thread.sent, opensThread: true }),
    );
  }
  for (const item of world.work) later(state.arrivals, item.at, () => arrive(state, item));
  return state;
}

function instant(state: State): void {
  endWork(state);
  loseCalls(state);
  endHours(state);
  happen(state, state.arrivals);
  happen(state, state.complaints);
  happen(state, state.answers);
  deliver(state);
  release(state);
  escalate(state);
  beginDay(state);
  routeToLeastLoaded(state);
  loseCalls(state);
  beginHours(state);
  choose(state);
}

function happen({ now }: State, agenda: State["arrivals"]): void {
  for (let due = agenda.get(now); due !== undefined; due = agenda.get(now)) {
    agenda.delete(now);
    for (const what of due) what();
  }
}

function isLabelled({ clinic, calendar }: State, { record, plan, cause }: Message): boolean {
  const { warmUpDays, lengthDays } = clinic.run;
  const from = calendar.dayStart[warmUpDays]!;
  const to = calendar.dayStart[warmUpDays + lengthDays]!;
  const inWindow = from <= record.sent && record.sent < to;
  return inWindow && cause === "own" && plan.needsReply && record.turnedAwayBy < 0;
}
