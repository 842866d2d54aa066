import { describe, expect, test } from "vitest";
import { cannotKeepUp } from "../../../src/experiment/staffing/cannot-keep-up.ts";
import { brokenByLeave } from "../../../src/experiment/staffing/leave-backlog.ts";
import { runReplication } from "../../../src/model/index.ts";
import { createStream } from "../../../src/random/index.ts";
import type { Patch } from "../../../src/scenario/index.ts";
import { staffingOf } from "./tiny-staffing.ts";

const volume = "specialties.clinic.demand.volume";
const isNurses = { "specialties.clinic.topics.question.lowestRole": { nurse: 1 } };
const month = "100 portal patients per month";

/** Of one, two, … nurses, how many there have to be by arithmetic. */
async function boundOf(patch: Patch, most: number) {
  const nurses = { vary: { "staff.nurse.count": `1..${most}` } };
  const { problem, variants } = await staffingOf(nurses, { ...isNurses, ...patch });
  const whys = variants.map((variant) => cannotKeepUp(variant, problem.requirements));
  expect(problem.plans.map(({ pruned }) => pruned)).toEqual(whys);
  const least = whys.indexOf(undefined);
  return { least: least < 0 ? most + 1 : least + 1, whys, variants };
}

/** The share of all messages of some worlds that keeps the promise. */
function keptShare({ model }: Awaited<ReturnType<typeof boundOf>>["variants"][number]): number {
  let [kept, made] = [0, 0];
  for (let replication = 1; replication <= 1; replication++) {
    const { promiseMonths } = runReplication(model, { seed: 3, replication, keep: "responses" });
    for (const tallied of promiseMonths[0]!) {
      kept += tallied.kept;
      made += tallied.made;
    }
  }
  return kept / made;
}

describe("the fluid bound", () => {
  test("is the share of the work that its hours can do, and 10 % of it thrown in", async () => {
    // By hand: 30 nurse hours a week, 7 minutes a thread, and two of these finished after each of five days, so 267 threads a week; 100 patients
    // with n threads a month each write n · 23.0 a week. Two business days of five, and a week for holidays, are 9.8 days beside the window's
    // 280. What would be done is 267 · 1.035 / 23n.
    const long = { "run.length": "40 weeks" };
    const share = (threads: number) => ((30 * 60 + 5 * 2 * 7) / 7 / (23 * threads)) * (1 + 9.8 / 280);
    for (const threads of [13, 14, 15, 18]) {
      const { whys } = await boundOf({ ...long, [volume]: `${100 * threads} per ${month}` }, 1);
      const told = /hours for (\d+) % of the work/.exec(whys[0] ?? "")?.[1];
      const expected = share(threads);
      if (expected >= 0.81) expect(whys).toEqual([undefined]);
      else expect(Math.abs(Number(told) - 100 * expected)).toBeLessThanOrEqual(1);
    }
  });

  test("takes the hours of absence out, and does not where somebody stands in", async () => {
    const half = { ...isNurses, "run.length": "40 weeks", [volume]: `950 per ${month}` };
    const away = { "staff.nurse.absence": { vacation: "12 weeks per year", cover: "none" } };
    const covered = { "staff.nurse.absence": { vacation: "12 weeks per year", cover: "float" } };
    expect((await boundOf(half, 1)).whys).toEqual([undefined]);
    expect((await boundOf({ ...half, [volume]: `1200 per ${month}`, ...covered }, 1)).whys).toEqual([
      undefined,
    ]);
    expect((await boundOf({ ...half, [volume]: `1200 per ${month}`, ...away }, 1)).whys[0]).toMatch(
      /^nurse would/,
    );
  });

  test("never asks for more people than the smallest team that keeps the promise, in whatever clinic", async () => {
    const draws = createStream(5, 0, "clinics");
    let [needed, near] = [0, 0];
    for (let clinic = 0; clinic < 6; clinic++) {
      const target = 0.5 + 0.45 * draws.uniform();
      const patch = {
        "run.length": "12 weeks",
        [volume]: `${Math.round(500 + 2000 * draws.uniform())} per ${month}`,
        "promises.two days.target": Number(target.toFixed(3)),
        "promises.two days.within": `end of business day ${1 + Math.floor(3 * draws.uniform())}`,
        "staff.nurse.absence": {
          vacation: `${Math.round(6 * draws.uniform())} weeks per year`,
          cover: "none",
        },
      };
      const { least, variants } = await boundOf(patch, 3);
      const feasible = variants.findIndex((variant) => keptShare(variant) >= target) + 1;
      expect([patch, least <= (feasible === 0 ? 4 : feasible)]).toEqual([patch, true]);
      if (least > 1) needed += 1;
      if (least > 1 && least >= feasible - 1) near += 1;
    }
    // Or it would say nothing.
    expect(needed).toBeGreaterThanOrEqual(2);
    expect(near).toBeGreaterThanOrEqual(1);
  });

  test("says nothing where not all messages come to who reads first", async () => {
    const flood = { [volume]: `5000 per ${month}` };
    const sorted = { "policies.sorting": { type: "by-algorithm", accuracy: 0.9 } };
    expect((await boundOf(flood, 1)).whys[0]).toMatch(/^nurse would/);
    expect((await boundOf({ ...flood, ...sorted }, 1)).whys).toEqual([undefined]);
  });

  test("says nothing of first messages where these are taken by due time, before or after what follows", async () => {
    const flood = { [volume]: `5000 per ${month}`, "promises.two days.of": "first message of every thread" };
    expect((await boundOf(flood, 1)).whys[0]).toMatch(/^nurse would/);
    for (const place of ["policies.queue", "staff.nurse.queue"]) {
      expect((await boundOf({ ...flood, [place]: { type: "earliest-due" } }, 1)).whys).toEqual([undefined]);
    }
  });

  test("grants what is finished after the hours, by the length of messages", async () => {
    // By hand, as above: 15 threads a month leave hours for 80 % of the work; of messages as uneven as these, more is finished after the hours.
    const long = { "run.length": "40 weeks", [volume]: `1500 per ${month}` };
    const minutes = "specialties.clinic.topics.question.minutes.nurse";
    expect((await boundOf(long, 1)).whys[0]).toMatch(/hours for 8[01] % of the work/);
    const uneven = { ...long, [minutes]: { lognormal: { mean: "5 min", sd: "20 min" } } };
    expect((await boundOf(uneven, 1)).whys).toEqual([undefined]);
  });

  test("says nothing of a promise to urgent messages, which may be kept before all others", async () => {
    const flood = { [volume]: `5000 per ${month}` };
    const urgent = { "promises.two days.of": "urgent messages" };
    expect((await boundOf(flood, 1)).whys[0]).toMatch(/^nurse would/);
    expect((await boundOf({ ...flood, ...urgent }, 1)).whys).toEqual([undefined]);
  });

  test("gives a short window the time that the promise leaves after it", async () => {
    const short = { "run.length": "1 week", [volume]: `1700 per ${month}` };
    const late = { "promises.two days.within": "end of business day 5" };
    expect((await boundOf({ ...short, ...late }, 1)).whys).toEqual([undefined]);
    expect((await boundOf({ ...short, ...late, "run.length": "40 weeks" }, 1)).whys[0]).toMatch(
      /^nurse would/,
    );
  });
});

describe("the backlog of leave", () => {
  // The window is 23 February to 17 May, in three months: to the end of March, April, May.
  const season = { ...isNurses, "run.length": "12 weeks", [volume]: `400 per ${month}` };
  const nobody = (from: string, to: string) => ({
    "staff.nurse.people": { Ann: { away: [`${from} to ${to}`] } },
  });

  /** What is said of one nurse with such leave, by what is promised to be kept. */
  async function saidOf(patch: Patch, keep: Partial<Record<"share" | "risk", number>>) {
    const { variants } = await staffingOf({ vary: { "staff.nurse.count": "1..1" } }, { ...season, ...patch });
    const { model } = variants[0]!;
    return brokenByLeave(model, 0, [{ promise: model.clinic.promises[0]!, ...keep }]);
  }

  test("makes a month fall short that a nurse is away for, and none that she is away for a few days of", async () => {
    const away = nobody("2026-04-01", "2026-04-30");
    expect(await saidOf(away, { risk: 0.05 })).toBe(
      "the leave of nurse would make 30 % of the months fall short at least",
    );
    expect(await saidOf(away, { risk: 0.35 })).toBeUndefined();
    expect(await saidOf(nobody("2026-04-13", "2026-04-15"), { risk: 0.05 })).toBeUndefined();
  });

  test("leaves time for what is sent when she is there, or on the two business days before", async () => {
    // By hand: 17 days of May, and 29 and 30 April, of 84 days, over 0.9 for a lucky year: 25 %.
    const away = nobody("2026-02-16", "2026-04-30");
    expect(await saidOf(away, { share: 0.9 })).toBe(
      "the leave of nurse would leave time for 25 % of the messages at most",
    );
    const covered = { ...away, "staff.nurse.absence": { vacation: "0 weeks per year", cover: "float" } };
    expect(await saidOf(covered, { share: 0.9 })).toBeUndefined();
  });

  test("is far less than what happens, and more than nothing, where vacations fall by chance", async () => {
    const leave = { vacation: "12 weeks per year", vacationStretch: "4 weeks", cover: "none" };
    const { variants } = await staffingOf(
      { vary: { "staff.nurse.count": "1..1" } },
      { ...season, "run.length": "52 weeks", "staff.nurse.absence": leave },
    );
    const { model } = variants[0]!;
    const said = brokenByLeave(model, 0, [{ promise: model.clinic.promises[0]!, risk: 0.05 }]);
    const least = Number(/make (\d+) % of the months/.exec(said ?? "")?.[1]) / 100;
    let [short, months] = [0, 0];
    for (let replication = 101; replication <= 104; replication++) {
      const { promiseMonths } = runReplication(model, { seed: 3, replication, keep: "responses" });
      for (const { kept, made } of promiseMonths[0]!) {
        months += 1;
        if (kept < 0.9 * made) short += 1;
      }
    }
    expect(least).toBeGreaterThan(0.05);
    expect(least).toBeLessThan(short / months);
  });

  test("is less sure where a few patients write most, for a month may bring far less than is expected", async () => {
    const away = nobody("2026-04-08", "2026-04-30");
    const leastOf = async (patch: Patch) =>
      Number(
        /make (\d+) % of the months/.exec((await saidOf({ ...away, ...patch }, { risk: 0.05 })) ?? "")?.[1],
      );
    // By hand: 10 days of April's 30 at the most, 39 of 100 with those thrown in, where 90 are asked for. Rates of 100 patients with a shape of 0.05
    // have a mean with a standard deviation of 0.45, so that a month is short by 1.3 of these, or with a chance of 0.9.
    expect(await leastOf({})).toBe(30);
    const uneven = await leastOf({ "specialties.clinic.demand.patientHeterogeneity": { shape: 0.05 } });
    expect(uneven).toBeGreaterThanOrEqual(25);
    expect(uneven).toBeLessThanOrEqual(28);
  });
});
