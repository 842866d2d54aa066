import { describe, expect, test } from "vitest";
import { createStream } from "../../src/random/index.ts";
import { fluidKept } from "../../src/stats/index.ts";

/** The most jobs that get a place of their own before they are due: a matching, by augmenting paths. */
function matched(
  inflow: readonly number[],
  capacity: readonly number[],
  due: readonly number[],
  { from, to }: { from: number; to: number },
) {
  const jobs = inflow.flatMap((count, day) => (from <= day && day < to ? new Array(count).fill(day) : []));
  const places = capacity.flatMap((count, day) => new Array(count).fill(day));
  const taken = new Map<number, number>();
  const placed = (job: number, seen: Set<number>): boolean => {
    const day = jobs[job]!;
    return places.some((at, place) => {
      if (at < day || at > due[day]! || seen.has(place)) return false;
      seen.add(place);
      const other = taken.get(place);
      if (other !== undefined && !placed(other, seen)) return false;
      taken.set(place, job);
      return true;
    });
  };
  return jobs.filter((_, job) => placed(job, new Set())).length;
}

describe("the most that can be done in time", () => {
  const week = { from: 0, to: 7 };
  const due = (days: number) => Array.from({ length: 14 }, (_, day) => day + days);

  test("is what comes on days of work and just before them, where there is leave in between", () => {
    // Ten a day, and nobody there on days 2 to 5: those of days 2, 3 and 4 are late on day 6, those of day 5 are not.
    const capacity = [20, 20, 0, 0, 0, 0, 20, 20, 20, 20, 20, 20, 20, 20];
    expect(fluidKept(new Array(14).fill(10), capacity, due(1), week)).toBe(10 + 10 + 10 + 10);
    expect(fluidKept(new Array(14).fill(10), capacity, due(3), week)).toBe(10 + 10 + 40);
    expect(fluidKept(new Array(14).fill(10), new Array(14).fill(0), due(3), week)).toBe(0);
  });

  test("is what the capacity is, where that is less than what comes, and a part of a day's is a part", () => {
    expect(fluidKept(new Array(14).fill(10), new Array(14).fill(2.5), due(0), week)).toBeCloseTo(17.5, 12);
    expect(fluidKept(new Array(14).fill(10), new Array(14).fill(2.5), due(2), week)).toBeCloseTo(22.5, 12);
  });

  test("is what a matching of jobs to places comes to, whatever the days are like", () => {
    const draws = createStream(1, 0, "fluid");
    const below = (most: number) => Math.floor(most * draws.uniform());
    for (let problem = 0; problem < 60; problem++) {
      const inflow = Array.from({ length: 9 }, () => below(4));
      const capacity = Array.from({ length: 9 }, () => (draws.uniform() < 0.4 ? 0 : below(5)));
      let last = 0;
      const until = inflow.map((_, day) => {
        last = Math.max(last, day + below(4));
        return last;
      });
      const stretch = { from: below(4), to: 5 + below(5) };
      expect(fluidKept(inflow, capacity, until, stretch)).toBe(matched(inflow, capacity, until, stretch));
    }
  });
});
