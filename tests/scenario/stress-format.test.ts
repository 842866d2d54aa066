import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/scenario/index.ts";
import { parsed, saidOf } from "./parsed.ts";
import { smallScenario } from "./small-scenario.ts";

const withOutages = (...outages: readonly object[]) =>
  JSON.stringify({ ...smallScenario(), calendar: { portalOutages: outages } });
const withStress = (stress: object) => JSON.stringify({ ...smallScenario(), stresses: { storm: stress } });
const errors = (text: string) => saidOf(text).filter((line) => line.includes("error"));

describe("outages of the portal", () => {
  test("are local moments and minutes", () => {
    const text = withOutages({ from: "2026-03-02 07:00", to: "2026-03-03 24:00", rebound: "90 min" });
    expect(parsed(text).clinic.calendar.outages).toEqual([
      { from: { date: "2026-03-02", minute: 420 }, to: { date: "2026-03-03", minute: 1440 }, rebound: 90 },
    ]);
    expect(parsed().clinic.calendar).not.toHaveProperty("outages");
  });

  test.each([
    [
      "that end before they begin",
      { from: "2026-03-03 07:00", to: "2026-03-02 07:00" },
      "not after it went down",
    ],
    ["of months", { from: "2026-03-03 07:00", to: "2026-06-02 07:00" }, "more than 31 days"],
    ["on no date", { from: "2026-02-30 07:00", to: "2026-03-02 07:00" }, "is not a date"],
    ["at no time", { from: "2026-02-27", to: "2026-03-02 07:00" }, "is not a date with a time"],
  ])("%s are refused", (_, outage, said) => {
    expect(saidOf(withOutages(outage)).join("\n")).toContain(said);
  });

  test("that begin before the rebound of the one before is over are refused", () => {
    const first = { from: "2026-03-02 07:00", to: "2026-03-02 12:00", rebound: "3 h" };
    const second = (at: string) => ({ from: `2026-03-02 ${at}`, to: "2026-03-02 20:00" });
    expect(saidOf(withOutages(first, second("14:59"))).join("\n")).toContain("has been sent");
    expect(parsed(withOutages(first, second("15:00"))).clinic.calendar.outages).toHaveLength(2);
  });
});

describe("stresses of a scenario", () => {
  const changes = { "staff.nurse.count": 1 };

  test("stand where they are no part of what is run", () => {
    const scenario = parsed(withStress({ from: "2026-03-02", to: "2026-03-06", changes }));
    expect(scenario.clinic).toEqual(parsed().clinic);
  });

  test("that change what is not there are told as alternatives are", () => {
    const text = withStress({ from: "2026-03-02", to: "2026-03-06", changes: { "staff.nurse.cuont": 1 } });
    expect(saidOf(text).join("\n")).toMatch(/stresses\.storm\.changes.*cuont[\s\S]*count/);
  });

  test("in the warm-up, or that end before they begin, are refused", () => {
    expect(saidOf(withStress({ from: "2026-01-12", to: "2026-01-13", changes })).join("\n")).toContain(
      "2026-01-12 is before the measured window, which begins on 2026-02-16",
    );
    expect(saidOf(withStress({ from: "2026-03-06", to: "2026-03-02", changes })).join("\n")).toContain(
      "from 2026-03-06 is after to 2026-03-02",
    );
  });
});

test("a trigger whose dates are in the wrong order is refused", () => {
  const { specialties, ...rest } = smallScenario() as { specialties: { clinic: JsonObject } };
  const trigger = {
    events: "3 per business day",
    probability: 0.1,
    delay: { fixed: { value: "1 h" } },
    topic: "results",
  };
  const text = (from: string, to: string) =>
    JSON.stringify({
      ...rest,
      specialties: { clinic: { ...specialties.clinic, triggers: { release: { ...trigger, from, to } } } },
    });
  expect(errors(text("2026-03-06", "2026-03-02")).length).toBe(1);
  expect(parsed(text("2026-03-02", "2026-03-06")).clinic.specialties[0]!.triggers[0]).toMatchObject({
    from: "2026-03-02",
    to: "2026-03-06",
  });
});
