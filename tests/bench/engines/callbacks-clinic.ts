import { PRIORITY, Simulation, WaitingLine } from "../../../src/kernel/index.ts";
import { CLINIC, ClinicDraws } from "../workloads/clinic.ts";
import type { Outcome } from "../workloads/workload.ts";

const ROOM = 0x10000;
const URGENT = 0;
const ROUTINE = 1;
const PHYSICIAN = 2;

/** W3 on the kernel: four callbacks, three waiting lines. */
class Clinic {
  readonly counts = [0, 0, 0];
  readonly waited = [0, 0, 0];
  private readonly simulation: Simulation;
  private readonly draws: ClinicDraws;
  private readonly lines = [new WaitingLine<number>(), new WaitingLine<number>(), new WaitingLine<number>()];
  private readonly urgent = new Uint8Array(ROOM);
  private readonly joined = new Float64Array(ROOM);
  private readonly minutes = new Float64Array(ROOM);
  private readonly free: number[] = [];
  private used = 0;
  private nurses: number = CLINIC.nurses;
  private physicians: number = CLINIC.physicians;
  private toBeBorn: number;

  constructor(simulation: Simulation, customers: number, draws: ClinicDraws) {
    this.simulation = simulation;
    this.draws = draws;
    this.toBeBorn = customers;
    this.scheduleArrival();
  }

  private readonly arrive = (): void => {
    const id = this.free.pop() ?? this.used++;
    this.urgent[id] = this.draws.urgent() ? 1 : 0;
    this.scheduleArrival();
    this.joinTriage(id);
  };

  private readonly joinTriage = (id: number): void => {
    this.minutes[id] = this.draws.triageMinutes();
    this.joined[id] = this.simulation.now;
    const line = this.urgent[id] === 1 ? URGENT : ROUTINE;
    if (this.nurses > 0) {
      this.nurses -= 1;
      this.start(id, line, this.triaged);
    } else this.lines[line]!.push(id);
  };

  private readonly triaged = (id: number): void => {
    const urgent = this.lines[URGENT]!;
    const line = urgent.length > 0 ? URGENT : ROUTINE;
    const next = this.lines[line]!.pop();
    if (next === undefined) this.nurses += 1;
    else this.start(next, line, this.triaged);
    if (this.draws.resolved()) this.free.push(id);
    else this.joinPhysician(id);
  };

  private readonly seen = (id: number): void => {
    const next = this.lines[PHYSICIAN]!.pop();
    if (next === undefined) this.physicians += 1;
    else this.start(next, PHYSICIAN, this.seen);
    if (this.draws.returns()) {
      this.simulation.schedule(this.draws.returnDelay(), this.joinTriage, id, PRIORITY.arrival);
    } else this.free.push(id);
  };

  private joinPhysician(id: number): void {
    this.minutes[id] = this.draws.physicianMinutes();
    this.joined[id] = this.simulation.now;
    if (this.physicians > 0) {
      this.physicians -= 1;
      this.start(id, PHYSICIAN, this.seen);
    } else this.lines[PHYSICIAN]!.push(id);
  }

  private start(id: number, line: number, done: (id: number) => void): void {
    this.counts[line]! += 1;
    this.waited[line]! += this.simulation.now - this.joined[id]!;
    this.simulation.schedule(this.minutes[id]!, done, id, PRIORITY.completion);
  }

  private scheduleArrival(): void {
    if (this.toBeBorn === 0) return;
    this.toBeBorn -= 1;
    this.simulation.schedule(this.draws.gap(), this.arrive, 0, PRIORITY.arrival);
  }
}

export function callbacksClinic(customers: number, seed: number, atEnd: () => void): Outcome {
  const simulation = new Simulation();
  const clinic = new Clinic(simulation, customers, new ClinicDraws(seed));
  simulation.run();
  atEnd();
  const wait = (line: number) => clinic.waited[line]! / clinic.counts[line]!;
  return { customers, waits: { urgent: wait(URGENT), routine: wait(ROUTINE), physician: wait(PHYSICIAN) } };
}
