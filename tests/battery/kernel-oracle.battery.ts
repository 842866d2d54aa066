/** Waits at a load of 0.8, where they are long and vary much: five to seven million customers each. */
import { createDistribution } from "../../src/random/index.ts";
import { agrees } from "../oracle/agreement.ts";
import { batchMeans } from "../oracle/batch-means.ts";
import { exponential, runStation } from "../oracle/station-run.ts";
import { cobhamTimes, erlangCOf, mg1Time, preemptiveTimes } from "../oracle/theory.ts";

const seed = 2026;

agrees("M/M/1 at 0.8", { wait: 0.8 / (1 - 0.8) }, ({ arrivalRate, serviceMean, customers }) => {
  const kinds = [{ rate: 0.8 * arrivalRate, service: exponential(serviceMean) }];
  const [visits] = runStation({ servers: 1, kinds, customers: 5_000_000 * customers, seed });
  return { wait: batchMeans(visits!.waits) };
});

agrees("M/M/5 at 0.8", { wait: erlangCOf(5, 4) / (5 - 4) }, ({ arrivalRate, serviceMean, customers }) => {
  const kinds = [{ rate: 4 * arrivalRate, service: exponential(serviceMean) }];
  const [visits] = runStation({ servers: 5, kinds, customers: 7_000_000 * customers, seed });
  return { wait: batchMeans(visits!.waits) };
});

agrees(
  "M/G/1 at 0.8 with lognormal services",
  { wait: mg1Time(0.8, 1, 0.64) - 1 },
  ({ arrivalRate, serviceMean, customers }) => {
    const service = createDistribution({ type: "lognormal", mean: serviceMean, sd: 0.8 * serviceMean });
    const kinds = [{ rate: 0.8 * arrivalRate, service }];
    const [visits] = runStation({ servers: 1, kinds, customers: 5_000_000 * customers, seed });
    return { wait: batchMeans(visits!.waits) };
  },
);

const classes = [
  { rate: 0.3, mean: 1, variance: 1 },
  { rate: 0.25, mean: 2, variance: 4 },
];

describeClasses("do not pre-empt", false, cobhamTimes(classes));
describeClasses("pre-empt", true, preemptiveTimes(classes));

function describeClasses(how: string, preempt: boolean, times: readonly number[]): void {
  agrees(
    `two priorities that ${how}, at 0.8`,
    { urgent: times[0]!, routine: times[1]! },
    ({ arrivalRate, serviceMean, customers }) => {
      const kinds = classes.map(({ rate, mean }) => ({
        rate: rate * arrivalRate,
        service: exponential(mean * serviceMean),
      }));
      const visits = runStation({ servers: 1, kinds, preempt, customers: 5_000_000 * customers, seed });
      return { urgent: batchMeans(visits[0]!.times), routine: batchMeans(visits[1]!.times) };
    },
  );
}
