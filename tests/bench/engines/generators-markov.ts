import {
  type Process,
  type ProcessBody,
  Processes,
  Resource,
  Simulation,
} from "../../../src/kernel/index.ts";
import { MarkovDraws } from "../workloads/markov.ts";
import type { Outcome } from "../workloads/workload.ts";

interface Queue {
  readonly processes: Processes;
  readonly servers: Resource;
  readonly draws: MarkovDraws;
  waited: number;
}

function* source(process: Process, queue: Queue, customers: number): ProcessBody {
  for (let i = 0; i < customers; i++) {
    yield process.hold(queue.draws.gap());
    queue.processes.start(customer, queue);
  }
}

function* customer(process: Process, queue: Queue): ProcessBody {
  const joined = process.now;
  const service = queue.draws.service();
  yield process.seize(queue.servers);
  queue.waited += process.now - joined;
  yield process.hold(service);
  process.release(queue.servers);
}

/** W1 and W2 as processes: a source, and one process a customer. */
export function generatorsMarkov(
  servers: number,
  customers: number,
  seed: number,
  atEnd: () => void,
): Outcome {
  const simulation = new Simulation();
  const queue: Queue = {
    processes: new Processes(simulation),
    servers: new Resource(simulation, { capacity: servers, discipline: "first-come" }),
    draws: new MarkovDraws(servers, seed),
    waited: 0,
  };
  queue.processes.start(source, queue, customers);
  simulation.run();
  atEnd();
  return { customers, waits: { wait: queue.waited / customers } };
}
