import { describe, expect, test } from "vitest";
import { volumePatch } from "../../../src/experiment/staffing/breaking-volume.ts";
import { decisionOf } from "../../../src/experiment/staffing/decision.ts";
import { extraHour } from "../../../src/experiment/staffing/extra-hour.ts";
import { planGrid } from "../../../src/experiment/staffing/plan-grid.ts";
import { type JsonObject, parseScenario } from "../../../src/scenario/index.ts";
import { tinyScenario } from "../../cli/tiny-scenario.ts";

const { scenario } = parseScenario(tinyScenario);
const document = scenario!.document as unknown as JsonObject;

describe("decisions", () => {
  test("are places with values, in order if they are numbers", () => {
    expect(decisionOf({ kind: "values", name: "staff.nurse.count", values: "3,1,2" }, document)).toEqual({
      name: "staff.nurse.count",
      inOrder: true,
      levels: [1, 2, 3].map((count) => ({ text: `${count}`, patch: { "staff.nurse.count": count } })),
    });
    const routing = {
      kind: "values",
      name: "policies.routing.type",
      values: ["own-physician", "physician-pool"],
    } as const;
    expect(decisionOf(routing, document)).toMatchObject({ inOrder: false });
  });

  test("are posts in quarters, of which a part has its roster", () => {
    const rosters = { "0.5": { shifts: ["Mon-Fri 09:00-12:00"] } };
    const posts = decisionOf(
      { kind: "posts", name: "nurses", team: "nurse", steps: "0.5:1.5:0.5", rosters },
      document,
    );
    expect(posts).toEqual({
      name: "nurses",
      inOrder: true,
      levels: [
        {
          text: "0.5 FTE",
          patch: { "staff.nurse.count": 1, "staff.nurse.people": { "part-time": rosters["0.5"] } },
        },
        { text: "1 FTE", patch: { "staff.nurse.count": 1 } },
        {
          text: "1.5 FTE",
          patch: { "staff.nurse.count": 2, "staff.nurse.people": { "part-time": rosters["0.5"] } },
        },
      ],
    });
  });

  test("and no part of a post is worked without a roster", () => {
    const steps = () =>
      decisionOf({ kind: "posts", name: "nurses", team: "nurse", steps: "1:2:0.25", rosters: {} }, document);
    expect(steps).toThrow("there is no roster for 0.25 of a post");
  });

  test("make a plan of every combination, and no two change the same place", () => {
    const nurses = decisionOf({ kind: "values", name: "staff.nurse.count", values: "1..3" }, document);
    const policy = decisionOf(
      { kind: "values", name: "policies.routing.type", values: "own-physician,physician-pool" },
      document,
    );
    const grid = planGrid([nurses, policy]);
    expect(grid.size).toBe(6);
    for (let plan = 0; plan < grid.size; plan++) expect(grid.at(grid.levels(plan))).toBe(plan);
    expect(grid.patch(3)).toEqual({ "staff.nurse.count": 2, "policies.routing.type": "physician-pool" });
    expect(() => planGrid([nurses, { ...policy, levels: nurses.levels }])).toThrow(
      "both change staff.nurse.count",
    );
    expect(() => planGrid([])).toThrow("nothing to decide");
  });
});

test("an hour more is the first free one within opening hours", () => {
  const { teams, calendar } = scenario!.clinic;
  const staff = document.staff as Record<string, JsonObject>;
  const of = (name: string) =>
    extraHour(teams.find((team) => team.name === name)!, staff[name]!, calendar.open);
  expect(of("nurse")).toEqual({ "staff.nurse.shifts": ["Mon-Fri 09:00-15:00", "Mon 08:00-09:00"] });
  expect(of("physician")).toEqual({ "staff.physician.inbox": ["Mon-Fri 15:00-16:00", "Mon 08:00-09:00"] });
});

test("more volume is the same demand, times a factor", () => {
  expect(volumePatch(document, 1.25)).toEqual({
    "specialties.clinic.demand.volume": "125 per 100 portal patients per month",
  });
});
