import { describe, expect, test } from "vitest";
import { rankOf } from "../../src/model/index.ts";
import { at, CALL, hours, nurses, physicians, round, run, thread, work } from "./tiny-clinic.ts";

const call = (start: number, minutes: number, patience = Number.NaN) =>
  work(start, minutes, { source: CALL, patience });
const reply = (sent: number, minutes: number) =>
  thread(sent, { team: -1, rounds: [round({ lowestRole: rankOf("nurse"), triage: 0, nurse: minutes })] });

describe("a call", () => {
  test("takes its person off a message, which is gone on with and read again", () => {
    const { log, messages, stretches } = run({
      teams: [nurses({ reRead: 2 })],
      threads: [reply(480, 20), reply(481, 5)],
      work: [call(490, 7)],
    });
    expect(log).toEqual([
      "0.0 reply #0 480-490",
      "0.0 call #0 490-497",
      "0.0 reply #0 497-509",
      "0.0 reply #1 509-514",
    ]);
    expect(messages[0]).toMatchObject({ replied: 509, nurseMinutes: 22, nurseTouches: 1 });
    expect(stretches[2]!.entered).toBe(480);
  });

  test("takes its person off other work too, but not off another call", () => {
    const { log } = run({
      teams: [nurses({ reRead: 1 })],
      work: [work(480, 10), call(485, 10), call(486, 3), call(487, 4)],
    });
    expect(log).toEqual([
      "0.0 other work #0 480-485",
      "0.0 call #1 485-495",
      "0.0 call #2 495-498",
      "0.0 call #3 498-502",
      // What was held was in hand again at 495 and at 498, and each time that was one more reading.
      "0.0 other work #0 502-510",
    ]);
  });

  test("goes to who is free longest before anybody is taken off work, then to the lowest ordinal", () => {
    const { log } = run({
      teams: [nurses({ count: 3 })],
      threads: [reply(480, 100), reply(500, 5)],
      work: [call(506, 10), call(507, 10), call(508, 10), call(509, 10)],
    });
    // Person 1 was busy from 500 to 505; person 2 has been free since 480.
    expect(log).toEqual([
      "0.1 reply #1 500-505",
      "0.0 reply #0 480-508",
      "0.2 call #0 506-516",
      "0.1 call #1 507-517",
      "0.0 call #2 508-518",
      "0.2 call #3 516-526",
      "0.0 reply #0 518-590",
    ]);
  });

  test("waits in order before everything else, whoever knocks", () => {
    const { log } = run({
      teams: [nurses({ shifts: hours("8:00-16:00") })],
      threads: [thread(470, { flagged: true, team: -1, rounds: [round({ needsReply: false })] })],
      work: [work(460, 3, { source: 0 }), call(471, 5), call(472, 5)],
    });
    expect(log.map((line) => line.slice(4))).toEqual([
      "call #1 480-485",
      "call #2 485-490",
      "other work #0 490-493",
      "triage #0 493-495",
    ]);
  });

  test("is lost when nobody takes it up in time, and not when taken up in that very minute", () => {
    const { work: done } = run({
      teams: [nurses()],
      work: [call(470, 5, 9), call(470, 5, 10), call(470, 5, 11), call(480, 5, 10)],
    });
    // At 480 the second hangs up before hours begin; the third is taken up then, until 485; the fourth at 485.
    expect(done.map(({ started, ended, lost }) => [started, ended, lost])).toEqual([
      [Number.NaN, 479, true],
      [Number.NaN, 480, true],
      [480, 485, false],
      [485, 490, false],
    ]);
  });

  test("that would be taken up as its patience ends is saved by nothing: hanging up comes first", () => {
    const { work: done } = run({ teams: [nurses()], work: [call(480, 10), call(483, 5, 7)] });
    expect(done[1]).toMatchObject({ started: Number.NaN, ended: 490, lost: true });
  });

  test("with no patience is lost as it comes, free hands or not", () => {
    const { work: done, log } = run({ teams: [nurses()], work: [call(480, 10, 0), call(500, 10, 0)] });
    expect(log).toEqual([]);
    expect(done.map(({ lost, ended }) => [lost, ended])).toEqual([
      [true, 480],
      [true, 500],
    ]);
  });

  test("is taken up from the shared line even if it is for one person", () => {
    const { log } = run({
      teams: [physicians({ count: 2 })],
      work: [{ ...call(480, 5), person: 1 }],
    });
    expect(log).toEqual(["0.0 call #0 480-485"]);
  });

  test("nobody takes it who does not work from the shared line that day", () => {
    const { log } = run({
      teams: [physicians({ count: 2 })],
      policies: { triage: { type: "none" }, routing: { type: "rotating-physician", turn: 1 } },
      work: [call(480, 50), call(490, 5), call(at(1, "9:00"), 5)],
    });
    expect(log).toEqual(["0.0 call #0 480-530", "0.0 call #1 530-535", "0.1 call #2 1980-1985"]);
  });
});

describe("a call over the end of hours", () => {
  const late = (endOfHours: "finish" | "suspend", calls: readonly ReturnType<typeof call>[]) =>
    run({
      teams: [nurses({ endOfHours, reRead: 2 })],
      threads: [reply(at(0, "15:40"), 30)],
      work: calls,
    }).log;
  const nextDay = at(1, "8:00");

  test("goes on; then what was held is finished under finish, no other call is taken", () => {
    expect(late("finish", [call(at(0, "15:50"), 20), call(at(0, "15:55"), 3)])).toEqual([
      "0.0 reply #0 940-950",
      "0.0 call #0 950-970",
      "0.0 reply #0 970-992",
      `0.0 call #1 ${nextDay}-${nextDay + 3}`,
    ]);
  });

  test("goes on; then what was held goes back to its line under suspend, to be read again once", () => {
    expect(late("suspend", [call(at(0, "15:50"), 20)])).toEqual([
      "0.0 reply #0 940-950",
      "0.0 call #0 950-970",
      `0.0 reply #0 ${nextDay}-${nextDay + 22}`,
    ]);
  });

  test("ending as hours end, the work held is in hand again, and put back: two readings", () => {
    expect(late("suspend", [call(at(0, "15:50"), 10)])).toEqual([
      "0.0 reply #0 940-950",
      "0.0 call #0 950-960",
      `0.0 reply #0 ${nextDay}-${nextDay + 24}`,
    ]);
    expect(late("finish", [call(at(0, "15:50"), 10)])[2]).toBe("0.0 reply #0 960-982");
  });

  test("another call that waits when the break is over interrupts the work held once more", () => {
    const { log } = run({
      teams: [nurses({ reRead: 1, endOfHours: "suspend", shifts: hours("8:00-12:00 12:30-16:00") })],
      threads: [reply(at(0, "11:40"), 30)],
      work: [call(at(0, "11:50"), 40), call(at(0, "12:10"), 5)],
    });
    // The call ends at 12:30: the reply goes back at once, hours begin, the call goes first.
    expect(log).toEqual([
      "0.0 reply #0 700-710",
      "0.0 call #0 710-750",
      "0.0 call #1 750-755",
      "0.0 reply #0 755-776",
    ]);
  });
});
