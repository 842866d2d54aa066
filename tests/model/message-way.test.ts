import { describe, expect, test } from "vitest";
import { rankOf } from "../../src/model/index.ts";
import { at, nurseFirst, nurses, physicians, round, run, thread } from "./tiny-clinic.ts";

const both = [nurses(), physicians()];

describe("a message's way", () => {
  test("what a physician must answer is read, prepared and forwarded, which saves some minutes", () => {
    const { messages, log } = run({ teams: both, threads: [thread(at(0, "9:00"))] });
    expect(log).toEqual(["0.0 triage #0 540-543", "1.0 reply #0 543-558"]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      round: 0,
      sent: 540,
      opensThread: true,
      firstRead: 540,
      replied: 558,
      closed: 558,
      closedByTeam: 1,
      nurseMinutes: 3,
      physicianMinutes: 15,
      nurseTouches: 1,
      physicianTouches: 1,
    });
  });

  test("what a nurse may close she answers at once", () => {
    const rounds = [round({ lowestRole: rankOf("nurse") })];
    const { messages, log } = run({ teams: both, threads: [thread(540, { rounds })] });
    expect(log).toEqual(["0.0 reply #0 540-552"]);
    expect(messages[0]).toMatchObject({
      replied: 552,
      closedByTeam: 0,
      nurseTouches: 1,
      physicianTouches: 0,
    });
  });

  test("what needs no reply is read and closed", () => {
    const rounds = [round({ needsReply: false, lowestRole: rankOf("nurse"), asks: true })];
    const { messages, log } = run({ teams: both, threads: [thread(540, { rounds })] });
    expect(log).toEqual(["0.0 triage #0 540-542"]);
    expect(messages[0]).toMatchObject({ firstRead: 540, replied: Number.NaN, closed: 542, closedByTeam: 0 });
  });

  test("when she asks, she has two touches, and the message waits for her again", () => {
    const rounds = [round({ lowestRole: rankOf("nurse"), asks: true })];
    const { messages, log, stretches } = run({
      teams: both,
      threads: [
        thread(540, { rounds }),
        thread(545, { rounds: [round({ lowestRole: rankOf("nurse"), nurse: 13 })] }),
        thread(550, { rounds: [round({ needsReply: false })] }),
      ],
    });
    // The answer comes back at 552, behind what has come at 550.
    expect(log).toEqual([
      "0.0 triage #0 540-542",
      "1.0 question #0 542-552",
      "0.0 reply #1 545-560",
      "0.0 triage #2 560-562",
      "0.0 reply #0 562-572",
    ]);
    expect(stretches.at(-1)!.entered).toBe(552);
    expect(messages[0]).toMatchObject({
      firstRead: 540,
      replied: 572,
      closedByTeam: 0,
      nurseMinutes: 12,
      physicianMinutes: 10,
      nurseTouches: 2,
      physicianTouches: 1,
    });
  });

  test("without triage it goes straight to the physician, who needs the full minutes", () => {
    const { messages, log } = run({
      teams: both,
      policies: { triage: { type: "none" } },
      threads: [
        thread(540, { rounds: [round({ lowestRole: rankOf("nurse") })] }),
        thread(541, { rounds: [round({ needsReply: false })] }),
      ],
    });
    expect(log).toEqual(["1.0 reply #0 540-560", "1.0 triage #1 560-562"]);
    expect(messages[1]).toMatchObject({
      replied: Number.NaN,
      closed: 562,
      physicianMinutes: 2,
      nurseTouches: 0,
    });
  });

  test("nurses who are none, or serve others, read nothing", () => {
    for (const team of [nurses({ count: 0 }), nurses({ serves: [1] })]) {
      const { log } = run({ teams: [team, physicians()], threads: [thread(540)] });
      expect(log).toEqual(["1.0 reply #0 540-560"]);
    }
  });

  test("the first team of nurses that serves the specialty reads", () => {
    const teams = [nurses({ serves: [1] }), nurses(), nurses(), physicians()];
    const { log } = run({ teams, threads: [thread(540)] });
    expect(log[0]).toBe("1.0 triage #0 540-543");
  });

  test("for a patient without a physician it stays unanswered, and is told at the end", () => {
    const { messages } = run({ teams: both, threads: [thread(540, { team: -1, person: -1 })] });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      firstRead: 540,
      replied: Number.NaN,
      closed: Number.NaN,
      closedByTeam: -1,
      nurseMinutes: 3,
    });
  });

  test("own physicians have lines of their own, a pool has one", () => {
    const teams = [physicians({ count: 2 })];
    const threads = [thread(540, { person: 1 }), thread(541, { person: 1 }), thread(542, { person: 1 })];
    const triage = { type: "none" } as const;
    expect(run({ teams, threads, policies: { triage } }).log).toEqual([
      "0.1 reply #0 540-560",
      "0.1 reply #1 560-580",
      "0.1 reply #2 580-600",
    ]);
    expect(run({ teams, threads, policies: { triage, routing: { type: "physician-pool" } } }).log).toEqual([
      "0.0 reply #0 540-560",
      "0.1 reply #1 541-561",
      "0.0 reply #2 560-580",
    ]);
  });
});

describe("follow-ups", () => {
  const chat = (...delays: number[]) =>
    [...delays, Number.NaN].map((followUpDelay) => round({ lowestRole: rankOf("nurse"), followUpDelay }));

  test("come so many waking minutes after the reply, and a late one opens a new thread", () => {
    const { messages } = run({
      teams: both,
      calendar: { patientSleep: { from: 1320, to: 420 } },
      policies: { closeThreadAfter: 1200 },
      threads: [thread(at(0, "15:00"), { rounds: chat(408, 829, 1) })],
    });
    // Replies at 15:12, and at 8:12 on the days after; 408 minutes on it is 22:00, when sleep begins, and one more is 7:01.
    expect(messages.map(({ sent }) => sent)).toEqual([
      at(0, "15:00"),
      at(0, "22:00"),
      at(2, "7:01"),
      at(2, "8:13"),
    ]);
    expect(messages.map(({ opensThread }) => opensThread)).toEqual([true, false, true, false]);
  });

  test("of no delay are sent as the reply is given, and taken up in the same instant", () => {
    const { log, messages } = run({ teams: both, threads: [thread(540, { rounds: chat(0, 0) })] });
    expect(log).toEqual(["0.0 reply #0 540-552", "0.0 reply #0 552-564", "0.0 reply #0 564-576"]);
    expect(messages.map(({ sent, closed }) => [sent, closed])).toEqual([
      [540, 552],
      [552, 564],
      [564, 576],
    ]);
  });

  test("follow what needs no reply as well, and never what is unanswered", () => {
    const rounds = [round({ needsReply: false, followUpDelay: 60 }), round()];
    const closed = run({ teams: both, threads: [thread(540, { rounds })] });
    expect(closed.messages.map(({ sent }) => sent)).toEqual([540, 602]);
    const open = run({ teams: both, threads: [thread(540, { rounds: chat(60), team: -1 })] });
    expect(open.messages).toHaveLength(2);
    const unanswered = [round({ followUpDelay: 60 }), round()];
    expect(
      run({ teams: both, threads: [thread(540, { rounds: unanswered, team: -1 })] }).messages,
    ).toHaveLength(1);
  });

  test("are a new thread when later than the limit, not when exactly at it", () => {
    for (const [limit, opens] of [
      [100, false],
      [99, true],
    ] as const) {
      const { messages } = run({
        teams: both,
        policies: { closeThreadAfter: limit },
        threads: [thread(540, { rounds: chat(100) })],
      });
      expect(messages.map(({ opensThread }) => opensThread)).toEqual([true, opens]);
    }
  });

  test("that would be sent at the end of the run or later do not exist", () => {
    const end = 1440;
    const exactly = run({ teams: both, days: 1, threads: [thread(540, { rounds: chat(end - 552) })] });
    expect(exactly.messages).toHaveLength(1);
    const before = run({ teams: both, days: 1, threads: [thread(540, { rounds: chat(end - 553) })] });
    expect(before.messages.map(({ sent }) => sent)).toEqual([540, end - 1]);
  });
});

describe("what is known of urgency", () => {
  const nurse = [nurses(), physicians()];
  const busy = thread(480, { rounds: [round({ lowestRole: rankOf("nurse"), nurse: 58 })] });
  const short = [round({ needsReply: false })];

  test("a flag is known from the sending, a flagged message goes first", () => {
    const threads = [
      busy,
      thread(490, { rounds: short, urgent: true }),
      thread(500, { rounds: short, flagged: true }),
    ];
    expect(run({ teams: nurse, threads }).log.slice(1)).toEqual([
      "0.0 triage #2 540-542",
      "0.0 triage #1 542-544",
    ]);
    expect(run({ teams: nurse, threads, policies: { queue: { type: "first-come" } } }).log.slice(1)).toEqual([
      "0.0 triage #1 540-542",
      "0.0 triage #2 542-544",
    ]);
  });

  test("triage replaces the flag, in the physician's line and for the messages to come", () => {
    const teams = [nurses(), physicians({ shifts: [[{ from: 600, to: 960 }], [], [], [], [], [], []] })];
    const threads = [thread(480), thread(490, { flagged: true }), thread(500, { seenUrgent: true })];
    const { log } = run({ teams, threads });
    expect(log.slice(3)).toEqual(["1.0 reply #2 600-615", "1.0 reply #0 615-630", "1.0 reply #1 630-645"]);
    const rounds = [
      round({ lowestRole: rankOf("nurse"), nurse: 1, followUpDelay: 97 }),
      round({ needsReply: false }),
    ];
    const later = run({
      teams: [nurses(), physicians()],
      threads: [
        thread(480, { rounds, seenUrgent: true }),
        thread(500, { rounds: [round({ lowestRole: rankOf("nurse"), nurse: 98 })] }),
        thread(510, { rounds: short }),
      ],
    });
    // Sent at 483 + 97 = 580, after the message of 510, and before it in the line.
    expect(later.log.slice(2)).toEqual(["0.0 triage #0 600-602", "0.0 triage #2 602-604"]);
  });

  test("without triage only the flag is known", () => {
    const threads = [
      thread(480),
      thread(490),
      thread(491, { seenUrgent: true, urgent: true }),
      thread(492, { flagged: true }),
    ];
    const { log } = run({ teams: [physicians()], policies: { triage: { type: "none" } }, threads });
    expect(log.map((line) => line.match(/#\d/)?.[0])).toEqual(["#0", "#3", "#1", "#2"]);
  });
});

describe("the beginning and the end of a run", () => {
  test("the opening backlog waits from minute 0, in order of sending", () => {
    const rounds = [round({ needsReply: false })];
    const threads = [thread(-300, { rounds }), thread(-20, { rounds }), thread(0, { rounds })];
    const { messages, stretches } = run({ teams: both, threads });
    expect(stretches.map(({ entered, from }) => [entered, from])).toEqual([
      [0, 480],
      [0, 482],
      [0, 484],
    ]);
    expect(messages.map(({ sent, closed }) => [sent, closed])).toEqual([
      [-300, 482],
      [-20, 484],
      [0, 486],
    ]);
  });

  test("nothing happens at the end of the run, and work in hand counts until then", () => {
    const teams = [nurses({ shifts: [[{ from: 0, to: 1440 }], [], [], [], [], [], []] })];
    const { messages, work, log } = run({
      teams,
      days: 1,
      policies: { triage: nurseFirst },
      threads: [
        thread(1428, { team: -1, rounds: [round({ lowestRole: rankOf("nurse") })] }),
        thread(1430, { team: -1 }),
        thread(1440, { team: -1 }),
      ],
      work: [],
    });
    expect(log).toEqual(["0.0 reply #0 1428-1440"]);
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({ firstRead: 1428, closed: Number.NaN, nurseMinutes: 12 });
    expect(messages[1]).toMatchObject({ firstRead: Number.NaN, closed: Number.NaN, nurseTouches: 0 });
    expect(work).toEqual([]);
  });
});
