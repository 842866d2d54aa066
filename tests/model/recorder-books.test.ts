import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClinicObserver,
  ClinicRecorder,
  type Conservation,
  compile,
  groupOf,
  type MessageRecord,
  runClinic,
  type VisitRecord,
  type WorkRecord,
} from "../../src/model/index.ts";
import { type ClinicCase, caseSizes, randomClinic } from "./random-clinic.ts";
import { at, CALL, closedBy, nurses, physicians, thread, tinyClinic, work } from "./tiny-clinic.ts";
import { watch } from "./watch-clinic.ts";

type Told =
  | { readonly message: MessageRecord }
  | { readonly visit: VisitRecord }
  | { readonly work: WorkRecord };

/** The books of a run, of which `lost` says what nobody tells the recorder. */
function booksOf(
  { clinic, clockChanges, world }: ClinicCase,
  lost: (told: Told) => boolean = () => false,
): Conservation {
  const model = compile(clinic, clockChanges);
  const recorder = new ClinicRecorder(model, world);
  const observer: ClinicObserver = {
    message: (message) => (lost({ message }) ? undefined : recorder.message(message)),
    visit: (visit) => (lost({ visit }) ? undefined : recorder.visit(visit)),
    openChanged: (time, open) => recorder.openChanged(time, open),
    work: (record) => (lost({ work: record }) ? undefined : recorder.work(record)),
  };
  runClinic(model, world, observer);
  return recorder.conservation();
}

const balances = ({ sent, turnedAway, received, closed, open }: Conservation) =>
  sent === turnedAway + received && received === closed + open;

/** In which patients are turned away, chase, call and are booked in. */
const lively: ClinicCase = (() => {
  const nurse = closedBy("nurse", { chaserDelay: 300, callDelay: 60, needsVisit: true, followUpDelay: 30 });
  const { clinic, world } = tinyClinic({
    teams: [nurses(), physicians({ count: 2 })],
    specialty: {
      slots: { "in person": { perBusinessDay: 0.5, notice: 0 }, video: { perBusinessDay: 1, notice: 0 } },
    },
    policies: {
      conversion: { type: "to-visit", mode: "video", share: 0, fromMessage: 3, repeated: 0, booking: 2 },
    },
    threads: [
      thread(at(0, "9:00"), { rounds: [nurse, closedBy("nurse", { needsReply: false })] }),
      // Sent at night, so that it waits long enough for a chaser and a call.
      thread(at(0, "20:00"), { rounds: [closedBy("physician", { chaserDelay: 60, callDelay: 60 })] }),
      thread(at(1, "9:00"), { rounds: [closedBy("nurse", { turnedAwayBy: 0, displacedTo: "call" })] }),
      thread(at(1, "9:30"), { rounds: [closedBy("nurse", { turnedAwayBy: 0, displacedTo: "visit" })] }),
      thread(at(1, "10:00"), { rounds: [closedBy("nurse", { bookingMinutes: 3 })] }),
      thread(at(6, "23:00"), {}),
    ],
    work: [work(at(0, "9:10"), 5, { source: CALL }), work(at(2, "9:10"), 5)],
  });
  const frontDoor = [{ type: "fee", deters: 1, calls: 0, visits: 0 }] as const;
  return { clinic: { ...clinic, policies: { ...clinic.policies, frontDoor } }, clockChanges: [], world };
})();

describe("the books of a run", () => {
  test("hold what is sent, turned away, chased, booked and called", () => {
    expect(booksOf(lively)).toEqual({
      // Six threads, a follow-up, a chaser.
      sent: 8,
      turnedAway: 2,
      received: 6,
      closed: 5,
      open: 1,
      // One after writing, one in place of it, one of a patient turned away.
      visitsDue: 3,
      visits: 3,
      // Two of the world, a call of a patient turned away, one of a patient who waits.
      workDue: 4,
      work: 4,
    });
  });

  test("do not balance when a message, a visit, a piece of work or a call is lost", () => {
    const ownOf = (id: number) => (told: Told) =>
      "message" in told && told.message.thread.id === id && told.message.round === 0;
    for (const id of [0, 1, 2, 4, 5])
      expect(balances(booksOf(lively, ownOf(id))), `thread ${id}`).toBe(false);
    let visits = 0;
    const books = booksOf(lively, (told) => "visit" in told && visits++ === 1);
    expect(books.visits).toBe(books.visitsDue - 1);
    const withoutWork = booksOf(lively, (told) => "work" in told && told.work.item.id === 1);
    expect(withoutWork.work).toBe(withoutWork.workDue - 1);
    const isOfTurnedAway = (told: Told) => "work" in told && told.work.about?.thread.id === 2;
    const withoutCall = booksOf(lively, isOfTurnedAway);
    expect(withoutCall.work).toBe(withoutCall.workDue - 1);
  });

  test("balance in any clinic", () => {
    const sums = { sent: 0, turnedAway: 0, visits: 0, calls: 0 };
    fc.assert(
      fc.property(caseSizes, (size) => {
        const each = randomClinic(size);
        const books = booksOf(each);
        expect(balances(books)).toBe(true);
        expect(books.visits).toBe(books.visitsDue);
        expect(books.work).toBe(books.workDue);
        sums.sent += books.sent;
        sums.turnedAway += books.turnedAway;
        sums.visits += books.visits;
        sums.calls += books.work - each.world.work.length;
      }),
      { seed: 20260105, numRuns: 150 },
    );
    for (const [what, sum] of Object.entries(sums)) expect(sum, what).toBeGreaterThan(50);
  });
});

describe("work on messages", () => {
  test("is counted by kind and by whoever does it, as every stretch tells", () => {
    const total = { chasers: 0, duplicates: 0, calls: 0, returns: 0, redirects: 0 };
    fc.assert(
      fc.property(caseSizes, (size) => {
        const each = randomClinic(size);
        const { model, stretches } = watch(each);
        const recorder = new ClinicRecorder(model, each.world);
        runClinic(model, each.world, recorder);
        const expected = { chasers: 0, duplicates: 0, calls: 0, returns: 0, redirects: 0 };
        const handled = new Map<string, number>();
        for (const { activity, subject, round, cause, team, from, to } of stretches) {
          const minutes = Math.max(0, Math.min(to, model.windowEnd) - Math.max(from, model.windowStart));
          if (activity === "call") {
            // Ids of calls about messages come after the world's work, those of the turned away 32 later.
            const place = subject - each.world.work.length;
            if (place >= 0 && place % 64 < 32) expected.calls += minutes;
          } else if (activity !== "other work") {
            const { unsuitable } = each.world.threads[subject]!.rounds[round]!;
            if (cause === "chaser") expected.chasers += minutes;
            else if (cause === "duplicate") expected.duplicates += minutes;
            else if (activity === "return") expected.returns += minutes;
            else if (unsuitable) expected.redirects += minutes;
            const { role } = model.clinic.teams[team]!;
            const key = `${subject}/${round}/${cause}/${role}`;
            const inWindow = from >= model.windowStart && from < model.windowEnd;
            if (!handled.has(key)) handled.set(key, inWindow ? team : -1);
          }
        }
        for (const [kind, minutes] of Object.entries(expected)) {
          const counted = recorder.messageWork.avoidable[kind as keyof typeof expected];
          expect(counted, kind).toBeCloseTo(minutes, 6);
          total[kind as keyof typeof total] += minutes;
        }
        model.clinic.teams.forEach(({ name }, team) => {
          const count = [...handled.values()].filter((first) => first === team).length;
          expect(recorder.messageWork.handledBy[team], name).toBe(count);
        });
      }),
      { seed: 20260105, numRuns: 100 },
    );
    for (const [kind, minutes] of Object.entries(total)) expect(minutes, kind).toBeGreaterThan(20);
  });

  test("adds up: of messages by group to what their stretches say, of people by week to all that was worked", () => {
    fc.assert(
      fc.property(caseSizes, (size) => {
        const each = randomClinic(size);
        const { model, stretches } = watch(each);
        const recorder = new ClinicRecorder(model, each.world);
        runClinic(model, each.world, recorder);
        const { log, staff } = recorder;
        const sum = (values: ArrayLike<number>) => {
          let total = 0;
          for (let i = 0; i < log.count; i += 1) total += values[i]!;
          return total;
        };
        const byGroup = { clerk: 0, nurse: 0, physician: 0 };
        const byKind = { messages: 0, calls: 0, other: 0 };
        for (const { activity, team, from, to } of stretches) {
          const kind = activity === "call" ? "calls" : activity === "other work" ? "other" : "messages";
          if (kind === "messages") byGroup[groupOf(model.clinic.teams[team]!.role)] += to - from;
          byKind[kind] += Math.max(0, Math.min(to, model.windowEnd) - Math.max(from, model.windowStart));
        }
        expect(sum(log.clerkMinutes)).toBeCloseTo(byGroup.clerk, 6);
        expect(sum(log.nurseMinutes)).toBeCloseTo(byGroup.nurse, 6);
        expect(sum(log.physicianMinutes)).toBeCloseTo(byGroup.physician, 6);
        for (const [kind, minutes] of Object.entries(byKind)) {
          const told = model.clinic.teams.reduce(
            (total, _, team) => total + staff.ofTeam(kind as keyof typeof byKind, team),
            0,
          );
          expect(told, kind).toBeCloseTo(minutes, 6);
        }
      }),
      { seed: 20260105, numRuns: 60 },
    );
  });

  test("that is put aside for a call counts as an interruption, other work does not", () => {
    const { clinic, world } = tinyClinic({
      teams: [nurses(), physicians()],
      threads: [thread(at(0, "9:00"), { rounds: [closedBy("nurse")] })],
      work: [
        work(at(0, "9:05"), 3, { source: CALL }),
        // Nothing is in hand at ten; other work is at eleven.
        work(at(0, "10:00"), 3, { source: CALL }),
        work(at(0, "11:00"), 9),
        work(at(0, "11:05"), 3, { source: CALL }),
      ],
    });
    const model = compile(clinic, []);
    const recorder = new ClinicRecorder(model, world);
    runClinic(model, world, recorder);
    expect([...recorder.messageWork.interruptionsOf]).toEqual([1, 0]);
  });
});
