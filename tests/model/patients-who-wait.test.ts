import { describe, expect, test } from "vitest";
import type { Round } from "../../src/model/index.ts";
import { at, CALL, closedBy, hours, nurses, physicians, round, run, thread, work } from "./tiny-clinic.ts";

const eight = at(0, "8:00");
/** Nurses from 8:00, a physician from noon; a physician's message sent at 8:00. */
const slow = (message: Partial<Round>) => ({
  teams: [nurses(), physicians({ shifts: hours("12:00-16:00") })],
  threads: [thread(eight, { rounds: [round(message)] })],
});

describe("a patient who waits too long", () => {
  test("writes again, which is read and closed and answers nothing", () => {
    const { log, messages } = run(slow({ chaserDelay: 60 }));
    expect(log).toEqual(["0.0 triage #0 480-483", "0.0 triage #0 540-542", "1.0 reply #0 720-735"]);
    expect(messages.map(({ cause, sent, replied, closed }) => [cause, sent, replied, closed])).toEqual([
      ["own", 480, 735, 735],
      ["chaser", 540, Number.NaN, 542],
    ]);
  });

  test("who says it all again has it all worked through again", () => {
    const { messages } = run(slow({ chaserDelay: 60, duplicates: true }));
    expect(
      messages.map(({ cause, replied, physicianMinutes }) => [cause, replied, physicianMinutes]),
    ).toEqual([
      ["own", 735, 15],
      ["duplicate", 750, 15],
    ]);
  });

  test("does nothing of the kind once there is a reply, nor while it is the patient's turn", () => {
    expect(run(slow({ chaserDelay: 255 })).messages).toHaveLength(1);
    expect(run(slow({ chaserDelay: 254 })).messages).toHaveLength(2);
    const asked = { ...slow({ chaserDelay: 60, answerDelay: 120, callDelay: 10 }) };
    expect(run(asked).messages).toHaveLength(1);
    expect(run(asked).work).toHaveLength(0);
  });

  test("then calls; what the nurse who answers may close is settled in the call", () => {
    const message = closedBy("nurse", { asks: true, chaserDelay: 60, callDelay: 30, callMinutes: 6 });
    const {
      messages,
      work: calls,
      waits,
      log,
    } = run({ ...slow({}), threads: [thread(eight, { rounds: [message] })] });
    expect(calls).toMatchObject([{ about: { round: 0 }, started: 570, ended: 576, lost: false }]);
    expect(messages[0]).toMatchObject({ replied: 576, closedByTeam: 0, settledByCall: true });
    expect(waits).toMatchObject([{ activity: "question", from: 482, to: 576 }]);
    expect(log.some((line) => line.startsWith("1.0"))).toBe(false);
  });

  test("gets no answer in the call from a nurse who may not give it", () => {
    const { messages } = run(slow({ chaserDelay: 60, callDelay: 30 }));
    expect(messages[0]).toMatchObject({ replied: 735, settledByCall: false });
  });

  test("hangs up when nobody answers in time", () => {
    const busy = work(at(0, "9:00"), 60, { source: CALL });
    const { work: calls } = run({
      ...slow({ chaserDelay: 60, callDelay: 10, callPatience: 5 }),
      work: [busy],
    });
    expect(calls.find(({ about }) => about !== undefined)).toMatchObject({ lost: true, ended: 555 });
  });

  test("goes elsewhere for urgent trouble, and is answered all the same", () => {
    expect(run(slow({ emergencyDelay: 120 })).messages[0]).toMatchObject({ emergency: 600, replied: 735 });
    expect(run(slow({ emergencyDelay: 255 })).messages[0]!.emergency).toBeNaN();
  });
});

describe("who is turned away", () => {
  test("is written down, and gets nothing more", () => {
    const { messages, log } = run(slow({ turnedAwayBy: 0, followUpDelay: 5 }));
    expect(log).toEqual([]);
    expect(messages).toMatchObject([{ turnedAwayBy: 0, sent: 480 }]);
    expect(messages[0]!.closed).toBeNaN();
  });

  test("may call, or take a visit, instead", () => {
    const { work: calls } = run(slow({ turnedAwayBy: 0, displacedTo: "call", callMinutes: 9 }));
    expect(calls).toMatchObject([{ started: 480, ended: 489, about: { round: 0 } }]);
    const slots = { "in person": { perBusinessDay: 1, notice: 2 } };
    const { visits } = run({ ...slow({ turnedAwayBy: 0, displacedTo: "visit" }), specialty: { slots } });
    expect(visits).toMatchObject([{ reason: "turned away", booked: 480, day: 2 }]);
  });

  test("by a cap has written as much as it allows in the time before", () => {
    const policies = {
      frontDoor: [{ type: "message-cap", messages: 2, within: 1440, calls: 0, visits: 0 }],
    } as const;
    const sent = [eight, eight + 10, eight + 20, eight + 1440, eight + 1451];
    const { messages } = run({
      teams: [nurses(), physicians()],
      policies,
      threads: sent.map((each, id) => thread(each, { id, patient: 3 })),
    });
    // The fourth finds two in the day up to it, the fifth, of those let in, only the second's day is over.
    expect(messages.map(({ turnedAwayBy }) => turnedAwayBy)).toEqual([-1, -1, 0, 0, -1]);
  });
});

describe("visits", () => {
  const slots = { "in person": { perBusinessDay: 0.5, notice: 0 }, video: { perBusinessDay: 2, notice: 1 } };

  test("are booked when all is written, into the first free slot", () => {
    const message = round({ needsVisit: true });
    const { visits } = run({
      ...slow({}),
      specialty: { slots },
      threads: [0, 1].map((id) => thread(eight, { id, rounds: [message] })),
    });
    // Half a slot a day: one on the second business day, one on the fourth.
    expect(visits.map(({ thread: { id }, booked, day }) => [id, booked, day])).toEqual([
      [0, 735, 1],
      [1, 750, 3],
    ]);
  });

  test("in place of writing are booked by whoever reads, and spare the rest", () => {
    const message = round({ needsVisit: true, bookingMinutes: 4 });
    const { visits, log } = run({
      ...slow({}),
      policies: {
        conversion: { type: "to-visit", mode: "video", share: 1, fromMessage: 3, repeated: 0, booking: 4 },
      },
      specialty: { slots },
      threads: [thread(eight, { rounds: [message] })],
    });
    expect(log).toEqual(["0.0 reply #0 480-486"]);
    expect(visits).toMatchObject([{ mode: "video", reason: "in place of writing", booked: 486, day: 1 }]);
  });
});
