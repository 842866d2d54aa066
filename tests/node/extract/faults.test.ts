import { describe, expect, test } from "vitest";
import { faultsOf, HEADER, plainRows, reading, refusalOf, written } from "./written.ts";

const plain = plainRows(30);
const withRows = (...rows: readonly string[]) =>
  `${HEADER}\n${plain}${rows.map((row) => `${row}\n`).join("")}`;

describe("what is not right is counted, with the rows", () => {
  test.each([
    [
      "a reply before the message",
      "m,t,p,cardiology,question,2026-03-05 12:00,,2026-03-05 11:00,,,",
      { "replied-before-sent": 1 },
    ],
    [
      "a time in the future",
      "m,t,p,cardiology,question,2028-03-05 12:00,,,,,",
      { "impossible-time sent": 1 },
    ],
    [
      "a time before computers",
      "m,t,p,cardiology,question,1900-01-01 00:00,,,,,",
      { "impossible-time sent": 1 },
    ],
    ["no time of sending", "m,t,p,cardiology,question,,,,,,", { "missing-sent": 1 }],
    ["a role that is none", "m,t,p,cardiology,question,2026-03-05 12:00,,,,s1,Wizard", { "unknown-role": 1 }],
    [
      "closed before the reply",
      "m,t,p,cardiology,question,2026-03-05 12:00,,2026-03-05 14:00,2026-03-05 13:00,s1,RN",
      { "closed-before-replied": 1 },
    ],
    [
      "a row twice",
      "m3,t3,p3,cardiology,question,2026-03-05 12:00,2026-03-05 12:30,2026-03-05 13:00,2026-03-05 13:00,s1,RN",
      { "duplicate-row": 1 },
    ],
  ])("%s", async (_, row, expected) => {
    const found = await reading(withRows(row));
    expect(faultsOf(found)).toEqual(expected);
    for (const { places } of found.faults) expect(places).toEqual([{ file: 1, row: 32 }]);
    expect(faultsOf(await reading(withRows()))).toEqual({});
  });

  test.each([
    ["a NUL byte in a specialty", "m,t,p,cardio\0logy,question", { "control-characters specialty": 1 }],
    [
      "a control character in an identifier",
      "m,t,p\x01,cardiology,question",
      { "control-characters patient_id": 1 },
    ],
    ["a quote inside a topic", 'm,t,p,cardiology,quest"ion', { "stray-quote topic": 1 }],
    ["a quote that swallows an end of line", 'm,"t\n",p,cardiology,question', { "stray-quote thread_id": 1 }],
    ["a formula, whose quotes are its own", 'm,t,"=""p""",cardiology,question', {}],
  ])("%s", async (_, cells, expected) => {
    const row = `${cells},2026-03-05 12:00,,,,,`;
    const {
      "names-alike specialty": specialty,
      "names-alike topic": topic,
      ...found
    } = faultsOf(await reading(withRows(row)));
    expect(found).toEqual(expected);
    // One row of one patient is pooled, and yet told to be another writing of the name that all others have.
    expect([specialty, topic]).toEqual([
      cells.includes("cardio\0logy") ? 1 : undefined,
      cells.includes('quest"ion') ? 1 : undefined,
    ]);
  });

  test("times without an offset in a column in which others have one are told of, whichever are more", async () => {
    const row = (i: number, offset: string) =>
      `o${i},o${i},o${i},cardiology,question,2026-03-05 12:0${i}${offset},,,,,`;
    const naive = await reading(withRows(row(1, "-05:00"), row(2, "Z")));
    expect(faultsOf(naive)).toEqual({ "offset-in-part sent": 30 });
    expect(naive.faults[0]).toMatchObject({
      severity: "warning",
      places: [2, 3, 4, 5, 6].map((at) => ({ file: 1, row: at })),
    });
    const zoned = (text: string) => text.replaceAll(/ (\d\d:\d\d)/g, " $1-05:00");
    const winter = plainRows(5);
    expect(faultsOf(await reading(`${HEADER}\n${zoned(winter)}${row(1, "")}\n`))).toEqual({
      "offset-in-part sent": 1,
    });
    expect(faultsOf(await reading(`${HEADER}\n${zoned(winter)}`))).toEqual({});
  });

  test("names that differ from a more frequent one only by case or spaces are told of, others are not", async () => {
    const rows = ["Cardiology", "cardio logy", "CARDIOLOGY", "neurology"].flatMap((name, k) =>
      Array.from(
        { length: 6 },
        (_, i) => `m-${k}-${i},,p-${k}-${i},${name},question,2026-03-05 12:0${k},,,,,`,
      ),
    );
    const found = await reading(withRows(...rows));
    expect(found.names.specialties).toContain("cardio logy");
    expect(faultsOf(found)).toEqual({ "names-alike specialty": 18 });
    expect(found.faults[0]!.severity).toBe("warning");
  });

  test("a message that several rows tell of is one, with the earliest of each time", async () => {
    const again =
      "m3,t3,p3,cardiology,question,2026-03-05 12:00,2026-03-05 12:10,2026-03-05 12:20,2026-03-05 14:00,s2,MD";
    const { sample, counts, names } = await reading(withRows(again));
    expect(counts.messages).toBe(30);
    const message = 3;
    const since = (column: Float64Array) => column[message]! - sample.sent[message]!;
    expect([since(sample.firstRead), since(sample.replied), since(sample.closed)]).toEqual([10, 20, 60]);
    expect(names.staff[sample.staff[message]!]).toBe("physician 1");
  });

  test("weeks without a message, in the middle, are told of", async () => {
    const found = await reading(withRows("m,t,p,cardiology,question,2026-04-25 12:00,,,,,"));
    expect(faultsOf(found)).toEqual({ "week-without-messages": 2 });
  });

  test("a few messages years away from the rest are left out, and do not stretch it", async () => {
    const many = plainRows(300);
    const found = await reading(`${HEADER}\n${many}m,t,p,cardiology,question,2019-03-05 12:00,,,,,\n`);
    expect([found.start, found.counts.messages]).toEqual(["2026-03-02", 300]);
    expect(faultsOf(found)).toEqual({ "far-from-the-rest": 1 });
  });

  test("automated mail is counted and in no volume; staff who write to nobody who wrote are told of", async () => {
    const log = (rows: readonly string[]) => `thread,patient,sender,sent\n${rows.join("\n")}\n`;
    const found = await reading(
      log([
        "a,p1,Patient,2026-03-02 09:00",
        "a,p1,Staff,2026-03-02 11:00",
        "a,p1,Patient,2026-03-02 12:00",
        "b,p2,system,2026-03-02 10:00",
        "c,p3,staff,2026-03-02 10:00",
        "c,p3,martian,2026-03-02 10:00",
      ]),
    );
    expect(faultsOf(found)).toEqual({ "unknown-sender": 1, "automated-mail": 1, "reply-without-message": 1 });
    expect(found.counts.messages).toBe(2);
    const replies = [...found.sample.replied].filter((_, i) => found.sample.sender[i] === 0);
    expect(replies.map((reply) => reply - found.sample.sent[0]!)).toEqual([120, Number.NaN]);
  });

  test("a column of free text gives no topics", async () => {
    const rows = Array.from({ length: 600 }, (_, i) => `p${i},note ${i},2026-03-02 12:00:${10 + (i % 50)}`);
    const found = await reading(`patient,topic,sent\n${rows.join("\n")}\n`);
    expect(found.names.topics).toEqual(["any"]);
    expect(faultsOf(found)).toMatchObject({ "free-text-topic": 100 });
  });
});

describe("a log of events", () => {
  const events = (rows: readonly string[]) =>
    `message_id,patient_id,event,at,staff_id,staff_role\n${rows.join("\n")}\n`;

  test("is folded to messages, whatever the order of its rows", async () => {
    const rows = [
      "m1,p1,sent,2026-03-02 09:00,,",
      "m2,p2,sent,2026-03-02 09:30,,",
      "m1,p1,opened,2026-03-02 10:00,s1,RN",
      "m1,p1,forwarded,2026-03-02 10:05,s1,RN",
      "m1,p1,opened,2026-03-02 11:00,s2,MD",
      "m1,p1,replied,2026-03-02 11:10,s2,MD",
      "m1,p1,closed,2026-03-02 11:10,s2,MD",
    ];
    const told = async (order: readonly string[]) => {
      const { sample, touches, names } = await reading(events(order));
      const at = (column: Float64Array) => [...column].map((time) => time - 540).sort();
      return {
        sent: at(sample.sent),
        read: at(sample.firstRead),
        replied: at(sample.replied),
        touches: [...touches.kind],
        staff: names.staff,
      };
    };
    const forwards = await told(rows);
    expect(forwards).toEqual({
      sent: [0, 30],
      read: [60, Number.NaN],
      replied: [130, Number.NaN],
      touches: [0, 1, 0, 2, 3],
      staff: ["nurse 1", "physician 1"],
    });
    expect(await told([...rows].reverse())).toMatchObject({ sent: [0, 30], read: [60, Number.NaN] });
  });

  test("events of a message that nobody sent, and events that are not known, are told of", async () => {
    const found = await reading(
      events([
        "m1,p1,sent,2026-03-02 09:00,,",
        "m2,p1,closed,2026-03-02 10:00,s1,RN",
        "m1,p1,sneezed,2026-03-02 10:00,,",
      ]),
    );
    expect(faultsOf(found)).toEqual({ "unknown-event": 1, "event-without-message": 1 });
    expect(found.counts.messages).toBe(1);
  });
});

describe("a roster", () => {
  const roster =
    "staff_id,staff_role,from,to\ns2,MD,2026-03-03 08:00,2026-03-03 12:00\ns1,RN,2026-03-02 09:00,2026-03-02 17:00\n";

  test("says when people of the log were to work, and who else there is", async () => {
    const found = await reading(withRows(), { roster: written(roster) });
    expect(found.names.staff).toEqual(["nurse 1", "physician 1"]);
    const { staff, from, to } = found.roster!;
    expect([[...staff], [...from], [...to]]).toEqual([
      [0, 1],
      [540, 1920],
      [1020, 2160],
    ]);
  });

  test("is refused without its columns; rows that are no shift are told of", async () => {
    expect(await refusalOf(reading(withRows(), { roster: written("who,from,to\n") }))).toMatch(
      /has no column staff_id/,
    );
    const bad = `${roster}s1,RN,2026-03-02 17:00,2026-03-02 09:00\ns1,RN,,\n`;
    expect(faultsOf(await reading(withRows(), { roster: written(bad) }))).toEqual({ "unusable-shift": 2 });
  });
});

describe("a sample of a long log", () => {
  // Patient i writes 1 to 5 messages, so that a sample of messages would be no sample of patients.
  const rows = Array.from({ length: 3000 }, (_, patient) =>
    Array.from(
      { length: 1 + (patient % 5) },
      (_, i) => `p${patient},2026-03-${10 + i} 12:00:${10 + (patient % 50)}`,
    ),
  ).flat();
  const long = `patient_id,sent\n${rows.join("\n")}\n`;

  test("has whole patients, as many as fit, and counts all rows", async () => {
    const { sample, counts } = await reading(long, { keepAtMost: 2000 });
    expect(counts.byHour[0]!.reduce((sum, count) => sum + count, 0)).toBe(9000);
    expect(sample.sent.length).toBeLessThanOrEqual(2000);
    expect(sample.sent.length).toBeGreaterThan(1000);
    const lengths = new Map<number, number>();
    for (const patient of sample.patient) lengths.set(patient, (lengths.get(patient) ?? 0) + 1);
    const kinds = [1, 2, 3, 4, 5].map(
      (length) => [...lengths.values()].filter((each) => each === length).length,
    );
    // 600 of each kind; of a sample of messages the last would be five times the first.
    const expected = 600 * sample.share;
    const spread = Math.sqrt(expected);
    for (const kind of kinds) expect(Math.abs(kind - expected)).toBeLessThan(4 * spread);
    expect(5 * kinds[0]!).toBeGreaterThan(kinds[4]! + 4 * spread);
    expect(Math.abs(counts.patients - 3000)).toBeLessThan(
      4 * 3000 * Math.sqrt((1 - sample.share) / lengths.size),
    );
  });

  test("is the same whenever the file is read, though the key of identifiers is not", async () => {
    const { sample } = await reading(long, { keepAtMost: 2000 });
    expect((await reading(long, { keepAtMost: 2000 })).sample).toEqual(sample);
  });

  test("says nothing of anybody to whoever does not have the file: another file with the same people has others", async () => {
    const [header = "", ...rows] = long.trimEnd().split("\n");
    const turned = `${[header, ...rows.reverse()].join("\n")}\n`;
    const [one, other] = [
      await reading(long, { keepAtMost: 2000 }),
      await reading(turned, { keepAtMost: 2000 }),
    ];
    expect(other.sample.share).not.toBe(one.sample.share);
  });

  test("counts the same by date and hour as without sampling", async () => {
    const whole = await reading(long);
    const sampled = await reading(long, { keepAtMost: 2000 });
    expect([whole.sample.share, sampled.counts.byHour]).toEqual([1, whole.counts.byHour]);
  });
});
