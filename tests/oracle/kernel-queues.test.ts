import { createDistribution } from "../../src/random/index.ts";
import { agrees } from "./agreement.ts";
import { batchMeans } from "./batch-means.ts";
import { delayed, exponential, runStation } from "./station-run.ts";
import { cobhamTimes, erlangAOf, erlangCOf, mg1Time } from "./theory.ts";

const fixed = (value: number) => createDistribution({ type: "fixed", value });
const lognormal = (mean: number, sd: number) => createDistribution({ type: "lognormal", mean, sd });
const seed = 2026;

agrees("M/M/1 at 0.5", { time: 1 / (1 - 0.5) }, ({ arrivalRate, serviceMean, customers }) => {
  const kinds = [{ rate: 0.5 * arrivalRate, service: exponential(serviceMean) }];
  const [visits] = runStation({ servers: 1, kinds, customers: 300_000 * customers, seed });
  return { time: batchMeans(visits!.times) };
});

agrees(
  "M/M/2 at 0.5",
  { time: 1 + erlangCOf(2, 1), delayed: erlangCOf(2, 1) },
  ({ arrivalRate, serviceMean, customers }) => {
    const kinds = [{ rate: arrivalRate, service: exponential(serviceMean) }];
    const [visits] = runStation({ servers: 2, kinds, customers: 300_000 * customers, seed });
    return { time: batchMeans(visits!.times), delayed: batchMeans(delayed(visits!)) };
  },
);

agrees("M/D/1 at 0.6", { time: mg1Time(0.6, 1, 0) }, ({ arrivalRate, serviceMean, customers }) => {
  const kinds = [{ rate: 0.6 * arrivalRate, service: fixed(serviceMean) }];
  const [visits] = runStation({ servers: 1, kinds, customers: 150_000 * customers, seed });
  return { time: batchMeans(visits!.times) };
});

agrees(
  "M/G/1 at 0.5 with lognormal services",
  { time: mg1Time(0.5, 1, 0.64) },
  ({ arrivalRate, serviceMean, customers }) => {
    const kinds = [{ rate: 0.5 * arrivalRate, service: lognormal(serviceMean, 0.8 * serviceMean) }];
    const [visits] = runStation({ servers: 1, kinds, customers: 250_000 * customers, seed });
    return { time: batchMeans(visits!.times) };
  },
);

agrees(
  "Erlang A: two servers at 0.8, patience of mean 1.5",
  erlangAOf(2, 1.6, 1, 1 / 1.5),
  ({ arrivalRate, serviceMean, customers }) => {
    const kinds = [
      { rate: 1.6 * arrivalRate, service: exponential(serviceMean), patience: exponential(1.5) },
    ];
    const [visits] = runStation({ servers: 2, kinds, customers: 350_000 * customers, seed });
    return { lost: batchMeans(visits!.lost), delayed: batchMeans(delayed(visits!)) };
  },
);

const [urgent, routine] = cobhamTimes([
  { rate: 0.3, mean: 0.8, variance: 0 },
  { rate: 0.25, mean: 1.1, variance: 0 },
]);
agrees(
  "two priorities that do not pre-empt, at 0.5",
  { urgent: urgent!, routine: routine! },
  ({ arrivalRate, serviceMean, customers }) => {
    const kinds = [
      { rate: 0.3 * arrivalRate, service: fixed(0.8 * serviceMean) },
      { rate: 0.25 * arrivalRate, service: fixed(1.1 * serviceMean) },
    ];
    const visits = runStation({ servers: 1, kinds, customers: 250_000 * customers, seed });
    return { urgent: batchMeans(visits[0]!.times), routine: batchMeans(visits[1]!.times) };
  },
);
