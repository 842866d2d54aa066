import { agrees } from "../oracle/agreement.ts";
import { exponential, lognormal, RATE, type ReducedClinic, simulated } from "../oracle/reduced-clinic.ts";
import { cobhamTimes, erlangCOf, mg1Time } from "../oracle/theory.ts";

/** Most that may be asked of a queue whose mean wait is to be known to 2 %. */
const LOAD = 0.8;
const BUSY = { warmUp: 7, wrongRuns: 0.1 } as const;

for (const count of [1, 2, 3]) {
  const pool: ReducedClinic = {
    ...BUSY,
    team: "physicians",
    count,
    minutes: (count * LOAD) / RATE,
    distribution: exponential,
    runs: 340 + 90 * count,
  };
  agrees(
    `a scenario of a pool of physicians, which is M/M/${count}`,
    { messages: (erlangCOf(count, count * LOAD) * pool.minutes) / (count * (1 - LOAD)) },
    simulated(pool),
  );
}

const nurse: ReducedClinic = {
  ...BUSY,
  team: "nurses",
  count: 1,
  triage: 2,
  minutes: LOAD / RATE - 2,
  distribution: lognormal(1),
  runs: 420,
};
agrees(
  "a scenario of a nurse who reads and answers everything, which is M/G/1",
  { messages: mg1Time(RATE, LOAD / RATE, nurse.minutes ** 2) - LOAD / RATE },
  simulated(nurse),
);

const urgentFirst: ReducedClinic = {
  ...BUSY,
  team: "nurses",
  count: 1,
  triage: 2,
  minutes: LOAD / RATE - 2,
  distribution: lognormal(0.8),
  urgent: 0.3,
  runs: 420,
};
const [urgent, other] = cobhamTimes(
  [0.3, 0.7].map((share) => ({
    rate: share * RATE,
    mean: LOAD / RATE,
    variance: (0.8 * urgentFirst.minutes) ** 2,
  })),
);
agrees(
  "a scenario of a nurse who takes urgent messages first, which is Cobham's queue of two classes",
  { "urgent messages": urgent! - LOAD / RATE, messages: other! - LOAD / RATE },
  simulated(urgentFirst),
);
