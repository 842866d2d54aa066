import { describe, expect, test } from "vitest";
import { compile, runReplication } from "../../src/model/index.ts";
import { tiny, tinyResults } from "../experiment/tiny-results.ts";
import { randomClinic } from "./random-clinic.ts";

const sum = (values: Iterable<number>) => [...values].reduce((total, each) => total + each, 0);

describe("what is kept by hour of the week", () => {
  test("adds up to what responses and tables count of the same window, in any clinic", () => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const { clinic, clockChanges } = randomClinic({ seed, days: 10 + seed, threads: 0, work: 0 });
      const specialties = clinic.specialties.map((each) => ({
        ...each,
        demand: { ...each.demand, rate: 0.00005 },
      }));
      const model = compile({ ...clinic, specialties }, clockChanges);
      const { weekHours, tables } = runReplication(model, { seed, replication: 1, keep: "full" });
      const staff = tables!.find(({ name }) => name === "staff")!;
      const column = (name: string) => staff.columns[staff.specs.findIndex((spec) => spec.name === name)]!;
      for (const [kind, name] of [
        ["messages", "messages_min"],
        ["calls", "calls_min"],
        ["other", "other_work_min"],
        ["afterHours", "after_hours_min"],
        ["hours", "hours_min"],
      ] as const) {
        const byHour = sum(weekHours.teams.flatMap((team) => [...team[kind]]));
        expect(byHour, `${kind} of clinic ${seed}`).toBeCloseTo(
          sum(column(name).subarray(0, staff.rowCount)),
          5,
        );
      }
      const messages = tables!.find(({ name }) => name === "messages")!;
      const of = (name: string) => messages.columns[messages.specs.findIndex((spec) => spec.name === name)]!;
      const letIn = [...of("in_window").subarray(0, messages.rowCount)].filter(
        (inWindow, i) => inWindow === 1 && of("turned_away_by")[i] === 0,
      );
      expect(sum(weekHours.sent)).toBe(letIn.length);
    }
  });

  test("falls into the hours in which it is: a nurse of 9 to 15 has none at other times", () => {
    const [{ weekHours }] = tinyResults(1) as [ReturnType<typeof tinyResults>[number]];
    const nurse = tiny.clinic.teams.findIndex(({ role }) => role === "nurse");
    weekHours.teams[nurse]!.hours.forEach((minutes, hour) => {
      const there = hour < 120 && hour % 24 >= 9 && hour % 24 < 15;
      // Four weeks of sixty minutes, whoever is absent.
      expect(minutes > 0, `hour ${hour}`).toBe(there);
      expect(minutes).toBeLessThanOrEqual(240 + 1e-9);
    });
  });
});
