import { describe, expect, test } from "vitest";
import { fitCover } from "../../../src/experiment/fit/fit-cover.ts";
import type { OwnMessages } from "../../../src/experiment/fit/own-messages.ts";
import type { Person } from "../../../src/experiment/fit/staff-acts.ts";
import { Calendar } from "../../../src/model/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";

const DAY = 1440;
const NOON = 12 * 60;
/** From a Monday on: days 5 and 6 of each week are closed. */
const calendar = new Calendar({ ...CLINIC.calendar, timeZone: "UTC" }, "2026-01-05", 364, []);
const team = [0, 1, 2].map((staff) => ({ staff })) as unknown as readonly Person[];
/** The first is away in the weeks that begin on days 70 and 77; nobody else ever is. */
const away = [new Set([70, 71, 72, 73, 74, 77, 78, 79, 80, 81]), new Set<number>(), new Set<number>()];
const BACK = 84;

interface Told {
  readonly patient: number;
  readonly sent: number;
  readonly by: number;
  readonly done: number;
}

function logOf(messages: readonly Told[]): OwnMessages {
  const at = (of: (m: Told) => number) => Float64Array.from(messages, (m) => of(m) * DAY + NOON);
  return {
    count: messages.length,
    patient: Int32Array.from(messages, ({ patient }) => patient),
    staff: Int16Array.from(messages, ({ by }) => by),
    sent: at(({ sent }) => sent),
    replied: at(({ done }) => done),
    closed: at(({ done }) => done),
  } as unknown as OwnMessages;
}

/** Thirty patients of the first, each of whom writes twice when that person is there, and once, on the absence's third day, when not. */
function written(answer: (patient: number) => Pick<Told, "by" | "done">, sent = 72): readonly Told[] {
  return Array.from({ length: 30 }, (_, patient) => [
    { patient, sent: 7, by: 0, done: 8 },
    { patient, sent: 14, by: 0, done: 15 },
    { patient, sent, ...answer(patient) },
  ]).flat();
}

const found = (messages: readonly Told[]) => fitCover(team, logOf(messages), calendar, away);

describe("who answers the patients of somebody who is away", () => {
  test("is nobody where they wait for the return", () => {
    expect(found(written(() => ({ by: 0, done: BACK })))).toMatchObject({ messages: 30, cover: "none" });
    // A colleague who answers when everybody is back covers nothing.
    expect(found(written(() => ({ by: 1, done: BACK })))).toMatchObject({ cover: "none" });
  });

  test("is a buddy where one colleague does, and the pool where several do", () => {
    const buddy = found(written(() => ({ by: 1, done: 73 })))!;
    expect(buddy).toMatchObject({ messages: 30, cover: "buddy" });
    expect(buddy.byColleagues.estimate).toBe(1);
    expect(found(written((patient) => ({ by: 1 + (patient % 2), done: 73 })))).toMatchObject({
      cover: "pool",
    });
  });

  test("is by whom nobody can tell where each absence has few messages, one of which somebody always did most of", () => {
    const weeks = [70, 98, 126, 154, 182, 210, 238, 266];
    const days = new Set(weeks.flatMap((week) => [0, 1, 2, 3, 4].map((day) => week + day)));
    const answered = weeks.flatMap((week, i) =>
      Array.from({ length: 3 }, (_, j) => {
        const patient = 3 * i + j;
        return [
          { patient, sent: 7, by: 0, done: 8 },
          { patient, sent: 14, by: 0, done: 15 },
          { patient, sent: week + 1, by: 1 + (j % 2), done: week + 2 },
        ];
      }).flat(),
    );
    const seen = (people: readonly Person[], messages: readonly Told[]) =>
      fitCover(people, logOf(messages), calendar, [days, new Set<number>(), new Set<number>()]);
    expect(seen(team, answered)).toMatchObject({ messages: 24, cover: "buddy", isWayTold: false });
    // Two people have no other colleague.
    const byOne = answered.map((m) => ({ ...m, by: Math.min(1, m.by) }));
    expect(seen(team.slice(0, 2), byOne)).toMatchObject({ cover: "buddy", isWayTold: true });
  });

  test("is not told by half of them, by few, or by messages at the end of the absence, which need not wait for anybody", () => {
    const half = written((patient) => (patient % 2 === 0 ? { by: 1, done: 73 } : { by: 0, done: BACK }));
    expect(found(half)).toMatchObject({ messages: 30, cover: undefined });
    expect(found(half.slice(0, 30))).toMatchObject({ messages: 10, cover: undefined });
    expect(found(written(() => ({ by: 0, done: BACK }), 80))).toBeUndefined();
  });

  test("is not told of patients of whom it is not sure whose they are, nor in a team of one", () => {
    const shared = written(() => ({ by: 1, done: 73 })).map((m, i) => (i % 3 === 1 ? { ...m, by: 2 } : m));
    expect(found(shared)).toBeUndefined();
    const all = logOf(written(() => ({ by: 1, done: 73 })));
    expect(fitCover(team.slice(0, 1), all, calendar, away.slice(0, 1))).toBeUndefined();
  });
});
