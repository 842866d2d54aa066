import { CapacitySchedule, PRIORITY, Simulation, Station } from "../../../src/kernel/index.ts";
import { CLINIC, ClinicDraws } from "../workloads/clinic.ts";
import type { Outcome } from "../workloads/workload.ts";

const ROOM = 0x10000;
const URGENT = 0;
const ROUTINE = 1;
const PHYSICIAN = 2;

/**
 * W3 on the kernel's full path: stations with two priority lines, shifts that are followed and time-weighted levels. The
 * shifts change hands every 480 min without a gap, so that the customers stay the same.
 */
class Clinic {
  readonly counts = [0, 0, 0];
  readonly waited = [0, 0, 0];
  readonly nurses: Station;
  readonly physicians: Station;
  private readonly simulation: Simulation;
  private readonly draws: ClinicDraws;
  private readonly urgent = new Uint8Array(ROOM);
  private readonly joined = new Float64Array(ROOM);
  private readonly free: number[] = [];
  private readonly endShifts: (() => void)[];
  private used = 0;
  private toBeBorn: number;
  private toBeDone: number;

  constructor(simulation: Simulation, customers: number, draws: ClinicDraws) {
    this.simulation = simulation;
    this.draws = draws;
    this.toBeBorn = customers;
    this.toBeDone = customers;
    this.nurses = new Station(simulation, {
      servers: CLINIC.nurses,
      lines: [{}, {}],
      onStart: this.noteTriageStart,
      onDone: this.triaged,
    });
    this.physicians = new Station(simulation, {
      servers: CLINIC.physicians,
      onStart: this.notePhysicianStart,
      onDone: this.seen,
    });
    this.endShifts = [
      shifts(CLINIC.nurses).follow(simulation, (n) => this.nurses.setCapacity(n)),
      shifts(CLINIC.physicians).follow(simulation, (n) => this.physicians.setCapacity(n)),
    ];
    this.scheduleArrival();
  }

  private readonly arrive = (): void => {
    const id = this.free.pop() ?? this.used++;
    this.urgent[id] = this.draws.urgent() ? 1 : 0;
    this.scheduleArrival();
    this.joinTriage(id);
  };

  private readonly joinTriage = (id: number): void => {
    this.joined[id] = this.simulation.now;
    this.nurses.enter(id, this.draws.triageMinutes(), this.urgent[id] === 1 ? URGENT : ROUTINE);
  };

  private readonly triaged = (id: number): void => {
    if (this.draws.resolved()) this.leave(id);
    else {
      this.joined[id] = this.simulation.now;
      this.physicians.enter(id, this.draws.physicianMinutes());
    }
  };

  private readonly seen = (id: number): void => {
    if (this.draws.returns()) {
      this.simulation.schedule(this.draws.returnDelay(), this.joinTriage, id, PRIORITY.arrival);
    } else this.leave(id);
  };

  private readonly noteTriageStart = (id: number, line: number): void => {
    this.counts[line]! += 1;
    this.waited[line]! += this.simulation.now - this.joined[id]!;
  };

  private readonly notePhysicianStart = (id: number): void => {
    this.counts[PHYSICIAN]! += 1;
    this.waited[PHYSICIAN]! += this.simulation.now - this.joined[id]!;
  };

  private leave(id: number): void {
    this.free.push(id);
    this.toBeDone -= 1;
    if (this.toBeDone === 0) for (const end of this.endShifts) end();
  }

  private scheduleArrival(): void {
    if (this.toBeBorn === 0) return;
    this.toBeBorn -= 1;
    this.simulation.schedule(this.draws.gap(), this.arrive, 0, PRIORITY.arrival);
  }
}

function shifts(capacity: number): CapacitySchedule {
  return new CapacitySchedule(
    [0, 480, 960].map((at) => ({ at, capacity })),
    1440,
  );
}

export function stationClinic(customers: number, seed: number, atEnd: () => void): Outcome {
  const simulation = new Simulation();
  const clinic = new Clinic(simulation, customers, new ClinicDraws(seed));
  simulation.run();
  atEnd();
  const wait = (line: number) => clinic.waited[line]! / clinic.counts[line]!;
  return { customers, waits: { urgent: wait(URGENT), routine: wait(ROUTINE), physician: wait(PHYSICIAN) } };
}
