import { describe, expect, test } from "vitest";
import type { QueuePolicy, ServicePromise } from "../../src/model/index.ts";
import { compile, runClinic } from "../../src/model/index.ts";
import { at, physicians, round, run, thread, tinyClinic } from "./tiny-clinic.ts";

const none = { type: "none" } as const;
const nine = at(0, "9:00");

/** Subjects in the order in which one physician, busy until 10:00, takes them up. */
function order(queue: QueuePolicy, threads: readonly ReturnType<typeof thread>[]): number[] {
  const busy = thread(at(0, "8:00"), { rounds: [round({ physician: 120 })] });
  const all = [busy, ...threads].map((each, id) => ({ ...each, id }));
  const { stretches } = run({ teams: [physicians()], policies: { triage: none, queue }, threads: all });
  return stretches.slice(1).map(({ subject }) => subject);
}

const message = (sent: number, minutes = 5, flagged = false) =>
  thread(sent, { flagged, rounds: [round({ physician: minutes })] });

describe("shortest first", () => {
  test("takes the quick ones, whenever they came", () => {
    const threads = [message(nine, 30), message(nine + 1, 5), message(nine + 2, 10)];
    expect(order({ type: "shortest-first" }, threads)).toEqual([2, 3, 1]);
  });
});

describe("ageing", () => {
  const ageing = (headStart: number, escalateAfter = Number.POSITIVE_INFINITY) =>
    ({ type: "ageing", headStart, escalateAfter }) as const;
  const threads = [message(nine), message(nine + 20), message(nine + 30, 5, true)];

  test("lets an urgent message pass those that are not older by more than its head start", () => {
    expect(order(ageing(0), threads)).toEqual([1, 2, 3]);
    expect(order(ageing(15), threads)).toEqual([1, 3, 2]);
    expect(order(ageing(60), threads)).toEqual([3, 1, 2]);
  });

  test("without a head start puts urgent messages first", () => {
    expect(order(ageing(Number.POSITIVE_INFINITY), threads)).toEqual([3, 1, 2]);
  });

  test("lets what has waited too long pass even the urgent", () => {
    expect(order(ageing(Number.POSITIVE_INFINITY, 50), threads)).toEqual([1, 3, 2]);
  });

  test("counts opening hours only", () => {
    const busy = message(at(0, "15:00"), 90);
    const all = [busy, message(at(0, "15:30")), message(at(1, "8:01"), 5, true)];
    const subjects = (escalateAfter: number) =>
      run({
        teams: [physicians()],
        policies: { triage: none, queue: ageing(Number.POSITIVE_INFINITY, escalateAfter) },
        threads: all.map((each, id) => ({ ...each, id })),
      }).stretches.map(({ subject }) => subject);
    // Put back at 16:00, the long one ends at 8:30, when an hour of opening has passed since 15:30.
    expect(subjects(60)).toEqual([0, 0, 1, 2]);
    expect(subjects(61)).toEqual([0, 0, 2, 1]);
  });
});

describe("batches", () => {
  const batch = { type: "batch", times: [540, 780], order: "first-come" } as const;

  test("are delivered at set times of open dates, and wait until then in no line", () => {
    const { log, waits } = run({
      teams: [physicians()],
      policies: { triage: none, queue: batch },
      calendar: { closedDates: ["2026-01-06"] },
      threads: [message(at(0, "8:30")), message(at(0, "9:00")), message(at(0, "14:00"))].map((each, id) => ({
        ...each,
        id,
      })),
    });
    expect(log).toEqual([
      "0.0 reply #0 540-545",
      "0.0 reply #1 545-550",
      `0.0 reply #2 ${at(2, "9:00")}-${at(2, "9:05")}`,
    ]);
    expect(waits).toMatchObject([
      { for: "delivery", from: 510, to: 540 },
      { for: "line", from: 540, to: 545 },
      { for: "delivery", from: 840, to: at(2, "9:00") },
    ]);
  });
});

describe("earliest due", () => {
  const promise = (of: ServicePromise["of"], minutes: number): ServicePromise => ({
    name: of,
    of,
    within: { clock: "wall", minutes },
    starts: "when sent",
    target: 0.9,
    risk: 0.05,
  });

  test("goes by the promises made, as far as is known", () => {
    const queue = { type: "earliest-due" } as const;
    const busy = thread(at(0, "8:00"), { rounds: [round({ physician: 120 })] });
    const threads = [busy, message(nine), message(nine + 10, 5, true), thread(nine + 5, { urgent: true })];
    const { clinic, world } = tinyClinic({
      teams: [physicians()],
      policies: { triage: none, queue },
      threads: threads.toSorted((a, b) => a.sent - b.sent).map((each, id) => ({ ...each, id })),
    });
    const promises = [
      promise("every patient message that needs a reply", 600),
      promise("urgent messages", 60),
    ];
    const subjects: number[] = [];
    runClinic(compile({ ...clinic, promises }, []), world, {
      handled: ({ subject }) => subjects.push(subject),
    });
    // The flagged one is due first; that the other is urgent nobody knows.
    expect(subjects).toEqual([0, 3, 1, 2]);
  });
});
