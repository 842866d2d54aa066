import { type Process, type ProcessBody, Processes, Resource, Simulation } from "../../src/kernel/index.ts";
import { createStream, type Distribution, type Stream } from "../../src/random/index.ts";
import { agrees } from "./agreement.ts";
import { batchMeans } from "./batch-means.ts";
import { exponential } from "./station-run.ts";

interface Stage {
  readonly resource: Resource;
  readonly services: Stream;
}

interface Tandem {
  readonly processes: Processes;
  readonly stages: readonly Stage[];
  readonly times: number[];
  readonly gap: Distribution;
  readonly service: Distribution;
}

function* walkThrough(process: Process, { stages, service, times }: Tandem): ProcessBody {
  const came = process.now;
  for (const { resource, services } of stages) {
    yield process.seize(resource);
    yield process.hold(service.quantile(services.open()));
    process.release(resource);
  }
  times.push(process.now - came);
}

function* comeAtRandom(process: Process, tandem: Tandem, customers: number): ProcessBody {
  const gaps = createStream(2026, 0, "gaps");
  for (let i = 0; i < customers; i++) {
    yield process.hold(tandem.gap.quantile(gaps.open()));
    tandem.processes.start(walkThrough, tandem);
  }
}

// Burke: what leaves M/M/1 is as random as what came, so the second stage is M/M/1 too.
agrees(
  "a tandem of two servers at 0.5, told by processes",
  { time: 1 / (1 - 0.5) + 1 / (1 - 0.5) },
  ({ arrivalRate, serviceMean, customers }) => {
    const simulation = new Simulation();
    const stages = ["first", "second"].map((name) => ({
      resource: new Resource(simulation, { capacity: 1 }),
      services: createStream(2026, 0, name),
    }));
    const tandem = {
      processes: new Processes(simulation),
      stages,
      times: [],
      gap: exponential(2 / arrivalRate),
      service: exponential(serviceMean),
    };
    tandem.processes.start(comeAtRandom, tandem, 260_000 * customers);
    simulation.run();
    return { time: batchMeans(tandem.times) };
  },
);
