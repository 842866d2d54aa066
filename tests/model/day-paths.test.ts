import { describe, expect, test } from "vitest";
import { responseDefinitions, runReplication, windowDays } from "../../src/model/index.ts";
import { tinyModel } from "../experiment/tiny-results.ts";

const result = runReplication(tinyModel, { seed: 7, replication: 1, keep: "days" });
const paths = result.paths!;
const place = (name: string) => responseDefinitions(tinyModel).findIndex((each) => each.name === name);
const { from, to } = windowDays(tinyModel);
const sum = (days: Float64Array) => days.slice(from, to).reduce((total, each) => total + each, 0);

describe("the paths of a run by day", () => {
  test("add up to what the responses say of the window", () => {
    const share = place("promise_two_days_share");
    expect(sum(paths.kept[0]!)).toBe(result.numerators[share]);
    expect(sum(paths.made[0]!)).toBe(result.denominators[share]);
    const weekly = result.values[place("physician_after_hours_min_per_week")]!;
    expect(sum(paths.afterHours)).toBeCloseTo(weekly * 4, 9);
    const mondays = paths.open
      .slice(from, to)
      .filter((_, day) => tinyModel.calendar.dayOfWeek(from + day) === 0);
    const mean = mondays.reduce((total, open) => total + open, 0) / mondays.length;
    expect(mean).toBeCloseTo(result.values[place("backlog_monday_open")]!, 9);
  });

  test("are only kept on request, and change nothing else", () => {
    const { paths: none, ...plain } = runReplication(tinyModel, {
      seed: 7,
      replication: 1,
      keep: "responses",
    });
    const { paths: _, ...rest } = result;
    expect(none).toBeUndefined();
    expect(rest).toEqual(plain);
  });
});
