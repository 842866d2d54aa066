import { describe, expect, test } from "vitest";
import { answerOf } from "./tiny-staffing.ts";

/** Two physicians with evenings, urgent messages, and prices. */
const clinic = {
  "run.length": "2 weeks",
  "specialties.clinic.demand.volume": "600 per 100 portal patients per month",
  "staff.physician.inbox": ["Mon-Fri 15:00-15:30"],
  "specialties.clinic.topics.question.urgent": 0.2,
  "staff.nurse.costPerHour": "40 CAD",
  "staff.physician.costPerHour": "150 CAD",
  "staff.physician.count": 2,
  "staff.physician.evenings": [{ days: "Mon-Fri", from: "19:00", upTo: "30 min", probability: 0.5 }],
};
const vary = { "staff.nurse.count": "1..2" };
/** Wide, so that few replications decide. */
const wide = {
  promise_two_days_share: "9pp",
  promise_two_days_month_risk: "35pp",
  physician_after_hours_min_per_week: "5 min",
  physician_after_hours_worst_min_per_week: "5 min",
  utilisation_nurse: "4pp",
};
/** All the room that there is beyond a tight bound. */
const all = {
  promise_two_days_share: "1pp",
  physician_after_hours_min_per_week: "1 min",
  physician_after_hours_worst_min_per_week: "1 min",
  message_minutes_max_to_mean: "0.02 ratio",
};
const slack = { ...clinic, "promises.two days.risk": 0.4, "promises.two days.target": 0.4 };

/** Of each kind of bound: one that nothing keeps, and one that everything does. */
const kinds = [
  ["a service level", "promise_two_days_share", ">= 99 %", ">= 50 %"],
  ["after-hours minutes in the mean", "physician_after_hours_min_per_week", "<= 1 min", "<= 500 min"],
  [
    "after-hours minutes of the worst-off",
    "physician_after_hours_worst_min_per_week",
    "<= 1 min",
    "<= 500 min",
  ],
  ["a load that is not to be exceeded", "utilisation_nurse", "<= 4 %", "<= 30 %"],
  ["a load that is to be reached", "utilisation_nurse", ">= 95 %", ">= 5 %"],
  ["a safety tail", "urgent_read_p90_wall_h", "<= 0.01 h", "<= 100 h"],
  ["fairness", "message_minutes_max_to_mean", "<= 1.02 ratio", "<= 1.8 ratio"],
  ["a budget", "cost_per_week", "<= 1201 CAD", "<= 90000 CAD"],
] as const;

describe("what is to be kept", () => {
  test.each(kinds)("may be %s: it binds where nothing keeps it", async (_, response, tight) => {
    const own = Object.entries(all).filter(([name]) => name === response);
    const tolerance = { ...wide, ...Object.fromEntries(own) };
    const keep = [`${response} ${tight}`];
    const { chosen, infeasible, plans, requirements } = await answerOf(
      { vary, keep, tolerance, confidence: 0.8 },
      slack,
      { atMost: 120 },
    );
    expect(chosen).toBeUndefined();
    const last = requirements.findLastIndex((each) => each.response === response);
    if (infeasible === undefined)
      expect(plans.map(({ why }) => why)).toEqual(plans.map(() => expect.stringContaining("budget")));
    else {
      expect(infeasible.binding).toBe(last);
      expect(infeasible.missed[last]).toBe(2);
      expect(plans.map((plan) => plan.requirements[last]!.verdict)).toEqual(["missed", "missed"]);
    }
  });

  test("may be all of that at once: of two plans, the dearer is taken where the cheaper breaks one of them", async () => {
    const keep = kinds.map(([, response, , easy]) => `${response} ${easy}`);
    const { chosen, plans, explanation, requirements } = await answerOf(
      { vary, keep, tolerance: wide, confidence: 0.8 },
      slack,
      {
        atMost: 40,
      },
    );
    expect(chosen).toMatchObject({ levels: ["2"], patch: { "staff.nurse.count": 2 } });
    expect(plans.map(({ state }) => state)).toEqual(["infeasible", "chosen"]);
    // The load of 30 % is what one nurse breaks, not that of 5 %, which is of the same response.
    const most = requirements.findIndex(
      ({ response, direction }) => response === "utilisation_nurse" && direction === "at most",
    );
    expect(explanation!.fewer[0]!.broken).toEqual([most]);
    for (const [, response] of kinds) {
      const own = chosen!.kept.filter((each) => each.response === response);
      expect([response, own.length > 0 && own.every(({ slack: least }) => least > 0)]).toEqual([
        response,
        true,
      ]);
    }
  });
});
