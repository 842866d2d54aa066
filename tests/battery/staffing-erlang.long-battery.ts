import { describe, expect, test } from "vitest";
import { mmcWaitExceeds } from "../../src/stats/index.ts";
import { answerOf } from "../experiment/staffing/tiny-staffing.ts";

/** Always open, always there, nothing to do but messages, first come, first served: 8 an hour at any hour, an hour each. */
const allDay = ["Mon-Sun 00:00-24:00"];
const mmc = {
  "calendar.open": allDay,
  "run.length": "2 weeks",
  "run.warmUp": "1 week",
  // 8 an hour are 5,844 a month of 30.4375 days.
  "specialties.clinic.demand.volume": "5844 per 100 portal patients per month",
  "specialties.clinic.otherWork": {},
  "specialties.clinic.topics.question.lowestRole": { nurse: 1 },
  "specialties.clinic.topics.question.minutes.triage": { fixed: { value: "0 min" } },
  "specialties.clinic.topics.question.minutes.nurse": { exponential: { mean: "60 min" } },
  "staff.nurse.shifts": allDay,
  "staff.nurse.costPerHour": "40 CAD",
  "promises.two days.within": "6 open hours",
  "promises.two days.target": 0.95,
  "promises.two days.risk": 0.4,
};
const staffing = {
  vary: { "staff.nurse.count": "7..10" },
  tolerance: { promise_two_days_share: "3pp", promise_two_days_month_risk: "35pp" },
  confidence: 0.9,
};

describe("where Erlang is right", () => {
  /** P(T > t) of the time to the reply in M/M/9 at a = 8, where c − 1 − a = 0: e^−μt · (1 + C · μt). Gross et al., § 3.3. */
  const late = Math.exp(-6) * (1 + mmcWaitExceeds(8, 1, 9, 0) * 6);

  test("the answer of a whole clinic is Erlang's, with the share that theory gives, and it says so", async () => {
    const { chosen, explanation } = await answerOf(staffing, mmc);
    expect(chosen?.levels).toEqual(["9"]);
    expect(explanation!.erlang).toMatchObject({ team: "nurse", erlang: 9, posts: 9, broken: [] });
    const [share] = chosen!.kept;
    expect(Math.abs(share!.estimate - (1 - late))).toBeLessThan(Math.max(0.006, share!.high - share!.low));
    expect(explanation!.fewer[0]).toMatchObject({ from: "9", to: "8" });
    expect(explanation!.fewer[0]!.broken).toContain(0);
  });

  test("and where people are away for a third of the time, it is not: Erlang says 9, we say more", async () => {
    const away = { ...mmc, "staff.nurse.absence": { vacation: "16 weeks per year", cover: "none" } };
    const { chosen, explanation } = await answerOf(
      { ...staffing, vary: { "staff.nurse.count": "9,14,18" } },
      away,
    );
    expect(Number(chosen?.levels[0])).toBeGreaterThan(9);
    expect(explanation!.erlang).toMatchObject({ erlang: 9, posts: Number(chosen!.levels[0]) });
    const { broken, without } = explanation!.erlang!;
    expect(broken).toContain(0);
    expect(without.find(({ what }) => what.includes("ever away"))).toMatchObject({ broken: [] });
  });
});
