import { PRIORITY, Simulation, WaitingLine } from "../../../src/kernel/index.ts";
import { MarkovDraws } from "../workloads/markov.ts";
import type { Outcome } from "../workloads/workload.ts";

/** W1 and W2 on the kernel: two callbacks, one waiting line. */
class MarkovQueue {
  waited = 0;
  private readonly simulation: Simulation;
  private readonly draws: MarkovDraws;
  private readonly line = new WaitingLine<number>();
  private readonly joined = new Float64Array(ROOM);
  private readonly services = new Float64Array(ROOM);
  private free: number;
  private toBeBorn: number;
  private nextId = 0;

  constructor(simulation: Simulation, servers: number, customers: number, draws: MarkovDraws) {
    this.simulation = simulation;
    this.draws = draws;
    this.free = servers;
    this.toBeBorn = customers;
    this.scheduleArrival();
  }

  private readonly arrive = (): void => {
    const { simulation } = this;
    const id = this.nextId++ & (ROOM - 1);
    const service = this.draws.service();
    if (this.free > 0) {
      this.free -= 1;
      simulation.schedule(service, this.complete, id, PRIORITY.completion);
    } else {
      this.joined[id] = simulation.now;
      this.services[id] = service;
      this.line.push(id);
    }
    this.scheduleArrival();
  };

  private readonly complete = (): void => {
    const { simulation } = this;
    const next = this.line.pop();
    if (next === undefined) this.free += 1;
    else {
      this.waited += simulation.now - this.joined[next]!;
      simulation.schedule(this.services[next]!, this.complete, next, PRIORITY.completion);
    }
  };

  private scheduleArrival(): void {
    if (this.toBeBorn === 0) return;
    this.toBeBorn -= 1;
    this.simulation.schedule(this.draws.gap(), this.arrive, 0, PRIORITY.arrival);
  }
}

const ROOM = 0x10000;

export function callbacksMarkov(
  servers: number,
  customers: number,
  seed: number,
  atEnd: () => void,
): Outcome {
  const simulation = new Simulation();
  const queue = new MarkovQueue(simulation, servers, customers, new MarkovDraws(servers, seed));
  simulation.run();
  atEnd();
  return { customers, waits: { wait: queue.waited / customers } };
}
