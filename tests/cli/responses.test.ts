import { describe, expect, test } from "vitest";
import { clinicsim, newOut, resultIn, tiny } from "./clinicsim.ts";

describe("clinicsim responses", () => {
  test("says of every response what it is, in what unit, and how it is computed", async () => {
    const { code, out, err } = await clinicsim(["responses", tiny]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^A tiny clinic: \d+ responses\n/);
    expect(out).toContain("\n\nWhy it waited\n\n  first_reply_mean_wall_h  h\n");
    expect(out.replace(/\s+/g, " ")).toContain(
      "first_reply_p90_business_h h * first reply, opening hours, 9 of 10 within. = 0.9-quantile over first messages of threads that need a reply, sent in the window; +∞ for what never came",
    );
    expect(out).toContain("promise_two_days_share  share *");
  });

  test("lists those of the starter when no scenario is named", async () => {
    const { code, out } = await clinicsim(["responses"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^My clinic: today: \d+ responses\n/);
  });

  test("lists as JSON exactly what a run measures, by the same names and units", async () => {
    const { out } = await clinicsim(["responses", tiny, "--json"]);
    const { format, scenario, responses } = JSON.parse(out);
    expect([format, scenario]).toEqual(["clinicsim/responses/1", "A tiny clinic"]);
    const folder = newOut();
    await clinicsim(["run", tiny, "--out", folder, "--quiet"]);
    const rows = resultIn(folder).get("summary.csv")!.trim().split("\n").slice(1);
    expect(responses.map((each: { response: string }) => each.response)).toEqual(
      rows.map((row) => row.split(",")[0]),
    );
    const [first] = responses;
    expect(Object.keys(first).sort()).toEqual(
      "better doc estimand formula group headline label least most response unit".split(" "),
    );
    expect([first.least, first.most]).toEqual([0, "Infinity"]);
  });

  test("follows what --set makes of the scenario", async () => {
    const chaser = '{"probability":0.2,"after":{"fixed":{"value":"8 h"}}}';
    const path = "specialties.clinic.impatience.chaser";
    expect((await clinicsim(["responses", tiny])).out).not.toContain("chasers_per_week");
    const { code, out } = await clinicsim(["responses", tiny, "--set", `${path}=${chaser}`]);
    expect(code).toBe(0);
    expect(out).toContain("chasers_per_week  per week *");
  });

  test("says what is wrong with a scenario that cannot be used", async () => {
    const { code, out, err } = await clinicsim(["responses", tiny, "--set", "staff.nurse.count=-1"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("staff.nurse.count");
  });
});
