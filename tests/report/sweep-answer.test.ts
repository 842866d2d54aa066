import { describe, expect, test } from "vitest";
import { ranked } from "../../src/report/page/plan-facts.ts";
import { sweepAnswer } from "../../src/report/page/sweep-answer.ts";
import { givenOf, type SweepPoint, waysOf } from "../../src/report/page/sweep-ways.ts";
import type { SweepSummary } from "../../src/report/sweep-summary.ts";

const promise = { name: "fast", response: "promise_fast", target: 0.9, risk: 0.05 };
const PATHS = ["staff.nurse.count", "specialties.clinic.demand.volume"];
const factors = [
  { label: "nurse count", unit: "" },
  { label: "demand volume", unit: "" },
];

/** One nurse bears a volume of 50, two bear 100 as well. */
function pointsOf(cost: (nurses: number) => number): readonly SweepPoint[] {
  return [1, 2].flatMap((nurses, i) =>
    [50, 100].map((volume, j) => ({
      point: 2 * i + j + 1,
      levels: [nurses, volume],
      values: new Map([
        ["promise_fast_month_risk", nurses === 1 && volume === 100 ? 0.6 : 0],
        ["promise_fast_share", nurses === 1 && volume === 100 ? 0.5 : 1],
        ["cost_per_week", cost(nurses)],
      ]),
    })),
  );
}

function answerTo(points: readonly SweepPoint[], paths = PATHS) {
  const given = givenOf(points, paths);
  const ways = waysOf(points, factors, given, [promise]);
  const order = ranked(
    ways.map(({ facts }) => facts),
    [promise],
  );
  const best = ways.find(({ facts }) => facts === order[0])!;
  const summary = { scenario: "A clinic", points: points.length, replications: 12 } as SweepSummary;
  const block = sweepAnswer(summary, { order, best, factors, given }, [promise], []);
  if (block.type !== "answer") throw new Error("no answer");
  return { ...block, best };
}

describe("the answer of a sweep", () => {
  test("never recommends a volume of messages: it is a circumstance under which a choice must do", () => {
    const { answer, tone, best } = answerTo(pointsOf(() => 0));
    expect(best.facts.name).toBe("nurse count 2");
    expect(answer).toBe("Only one keeps the promise at every demand volume that was tried: nurse count 2.");
    expect(tone).toBe("caution");
  });

  test("says where a clinic of which only the volume was varied still keeps its promise", () => {
    const points = pointsOf(() => 0).filter(({ levels }) => levels[0] === 1);
    const { answer } = answerTo(points, ["specialties.a.demand.mix", PATHS[1]!]);
    expect(answer).toBe(
      "It keeps the promise at 1 of 2 levels that were tried: nurse count 1, demand volume 50.",
    );
  });

  test("takes panels, sick days and other work for circumstances, and shifts, policies and visits for choices", () => {
    const paths = {
      "specialties.clinic.patients": true,
      'specialties."a.b".topics.all.urgent': true,
      "specialties.clinic.otherWork.calls.volume": true,
      "specialties.policies.patients": true,
      "specialties.clinic.otherWork.phone calls.interrupts": false,
      "specialties.clinic.topics.all.lowestRole.nurse": false,
      "staff.nurse.absence.sick": true,
      "staff.nurse.people.Ann.speed": true,
      "run.seed": true,
      "specialties.clinic.policies.triage.type": false,
      "specialties.clinic.visits.slots": false,
      "staff.nurse.absence.cover": false,
      "policies.routing.type": false,
    };
    const levels = Object.keys(paths).map(() => 1);
    const given = givenOf([{ point: 1, levels, values: new Map() }], Object.keys(paths));
    expect(given).toEqual(Object.values(paths));
  });

  test("recommends none of choices that were tried under different circumstances", () => {
    const points = pointsOf(() => 0).filter((_, i) => i === 0 || i === 3);
    const { question, answer, sentences } = answerTo(points);
    expect(question).toBe("What does “A clinic” bear?");
    expect(answer).toContain("It keeps the promise at every nurse count and demand volume");
    expect(sentences.join(" ")).not.toMatch(/costs|confirm|Next in order/);
  });

  test("calls nothing the cheapest where all cost the same", () => {
    const points = (cost: (nurses: number) => number) =>
      pointsOf(cost).filter(({ levels }) => levels[1] === 50);
    expect(answerTo(points(() => 0)).answer).not.toContain("cheapest");
    expect(answerTo(points((nurses) => 100 * nurses)).answer).toContain("cheapest");
  });
});
