import { agrees } from "./agreement.ts";
import { exponential, fixed, lognormal, RATE, type ReducedClinic, simulated } from "./reduced-clinic.ts";
import { cobhamTimes, erlangCOf, mg1Time } from "./theory.ts";

const physician: ReducedClinic = {
  team: "physicians",
  count: 1,
  minutes: 0.35 / RATE,
  distribution: exponential,
  runs: 54,
  wrongRuns: 0.125,
};
agrees(
  "a scenario of a physician who answers at random length, which is M/M/1",
  { messages: (erlangCOf(1, 0.35) * physician.minutes) / (1 - 0.35) },
  simulated(physician),
);

const nurse: ReducedClinic = {
  team: "nurses",
  count: 1,
  triage: 1.5,
  minutes: 0.4 / RATE - 1.5,
  distribution: lognormal(0.2),
  runs: 36,
  wrongRuns: 0.125,
};
agrees(
  "a scenario of a nurse who reads and answers everything, which is M/G/1",
  { messages: mg1Time(RATE, 0.4 / RATE, (0.2 * nurse.minutes) ** 2) - 0.4 / RATE },
  simulated(nurse),
);

const urgentFirst: ReducedClinic = {
  team: "physicians",
  count: 1,
  minutes: 0.4 / RATE,
  distribution: fixed,
  urgent: 0.4,
  runs: 54,
  wrongRuns: 0.2,
};
const [urgent, other] = cobhamTimes(
  [0.4, 0.6].map((share) => ({ rate: share * RATE, mean: urgentFirst.minutes, variance: 0 })),
);
agrees(
  "a scenario of a physician who answers urgent messages first, which is Cobham's queue of two classes",
  { "urgent messages": urgent! - urgentFirst.minutes, messages: other! - urgentFirst.minutes },
  simulated(urgentFirst),
);
