import { PRIORITY, Simulation, Station } from "../../src/kernel/index.ts";
import { createDistribution, createStream, type Distribution, type Stream } from "../../src/random/index.ts";

/** Customers of one kind, who arrive at random and for ever. */
interface Customers {
  /** [1/time] */
  readonly rate: number;
  /** Of their services [time]. */
  readonly service: Distribution;
  /** Of the longest time that they wait. */
  readonly patience?: Distribution;
}

export interface StationRun {
  readonly servers: number;
  /** Each kind has a line of its own; the first goes first. */
  readonly kinds: readonly Customers[];
  readonly preempt?: boolean;
  /** How many customers, of all kinds together, after a warm-up of a fiftieth of them. */
  readonly customers: number;
  readonly seed: number;
}

/** What became of the customers of one kind, in the order in which they went. */
export interface Visits {
  /** From arrival to the first start, or until they gave up. */
  readonly waits: readonly number[];
  /** From arrival to the end of the service, of those who were served. */
  readonly times: readonly number[];
  /** 1 for each who gave up, 0 for each who was served. */
  readonly lost: readonly number[];
}

export const exponential = (mean: number): Distribution => createDistribution({ type: "exponential", mean });

/** A station with Poisson arrivals, observed from outside by its hooks. */
export function runStation(plan: StationRun): readonly Visits[] {
  const simulation = new Simulation();
  const warmUp = plan.customers / 50;
  const visits = plan.kinds.map(() => ({
    waits: [] as number[],
    times: [] as number[],
    lost: [] as number[],
  }));
  const arrivals: number[] = [];
  const waits: number[] = [];
  const kinds: number[] = [];
  const free: number[] = [];
  let gone = 0;

  const leave = (job: number, lost: number): void => {
    free.push(job);
    gone += 1;
    if (gone <= warmUp) return;
    const own = visits[kinds[job]!]!;
    own.waits.push(waits[job]!);
    own.lost.push(lost);
    if (lost === 0) own.times.push(simulation.now - arrivals[job]!);
    if (gone >= warmUp + plan.customers) simulation.stop();
  };
  const station = new Station(simulation, {
    servers: plan.servers,
    lines: plan.kinds.map(() => ({})),
    preempt: plan.preempt ?? false,
    onStart: (job) => {
      if (Number.isNaN(waits[job]!)) waits[job] = simulation.now - arrivals[job]!;
    },
    onDone: (job) => leave(job, 0),
    onLeave: (job) => {
      waits[job] = simulation.now - arrivals[job]!;
      leave(job, 1);
    },
  });

  plan.kinds.forEach(({ rate, service, patience }, kind) => {
    const gap = exponential(1 / rate);
    const [gaps, services, patiences] = ["gaps", "services", "patience"].map((name) =>
      createStream(plan.seed, 0, `${name} ${kind}`),
    ) as [Stream, Stream, Stream];
    const arrive = (): void => {
      const job = free.pop() ?? arrivals.length;
      arrivals[job] = simulation.now;
      waits[job] = Number.NaN;
      kinds[job] = kind;
      simulation.schedule(gap.quantile(gaps.open()), arrive, 0, PRIORITY.arrival);
      station.enter(job, service.quantile(services.open()), kind, patience?.quantile(patiences.open()));
    };
    simulation.schedule(gap.quantile(gaps.open()), arrive, 0, PRIORITY.arrival);
  });
  simulation.run();
  return visits;
}

/** 1 for each who had to wait, 0 for the others. */
export function delayed({ waits }: Visits): readonly number[] {
  return waits.map((wait) => (wait > 0 ? 1 : 0));
}
