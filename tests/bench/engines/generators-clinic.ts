import {
  type Process,
  type ProcessBody,
  Processes,
  Resource,
  Simulation,
} from "../../../src/kernel/index.ts";
import { CLINIC, ClinicDraws } from "../workloads/clinic.ts";
import type { Outcome } from "../workloads/workload.ts";

const URGENT = { priority: 0 };
const ROUTINE = { priority: 1 };
const PHYSICIAN = 2;

interface Clinic {
  readonly processes: Processes;
  readonly nurses: Resource;
  readonly physicians: Resource;
  readonly draws: ClinicDraws;
  readonly counts: number[];
  readonly waited: number[];
}

function* source(process: Process, clinic: Clinic, customers: number): ProcessBody {
  for (let i = 0; i < customers; i++) {
    yield process.hold(clinic.draws.gap());
    clinic.processes.start(message, clinic);
  }
}

function* message(process: Process, clinic: Clinic): ProcessBody {
  const { draws } = clinic;
  const urgency = draws.urgent() ? URGENT : ROUTINE;
  let joined: number;
  let minutes: number;
  for (;;) {
    joined = process.now;
    minutes = draws.triageMinutes();
    yield process.seize(clinic.nurses, urgency);
    note(clinic, urgency.priority, process.now - joined);
    yield process.hold(minutes);
    process.release(clinic.nurses);
    if (draws.resolved()) return;

    joined = process.now;
    minutes = draws.physicianMinutes();
    yield process.seize(clinic.physicians);
    note(clinic, PHYSICIAN, process.now - joined);
    yield process.hold(minutes);
    process.release(clinic.physicians);
    if (!draws.returns()) return;
    yield process.hold(draws.returnDelay());
  }
}

function note(clinic: Clinic, line: number, wait: number): void {
  clinic.counts[line]! += 1;
  clinic.waited[line]! += wait;
}

/** W3 as processes: a source, and one process a message. */
export function generatorsClinic(customers: number, seed: number, atEnd: () => void): Outcome {
  const simulation = new Simulation();
  const clinic: Clinic = {
    processes: new Processes(simulation),
    nurses: new Resource(simulation, { capacity: CLINIC.nurses }),
    physicians: new Resource(simulation, { capacity: CLINIC.physicians, discipline: "first-come" }),
    draws: new ClinicDraws(seed),
    counts: [0, 0, 0],
    waited: [0, 0, 0],
  };
  clinic.processes.start(source, clinic, customers);
  simulation.run();
  atEnd();
  const wait = (line: number) => clinic.waited[line]! / clinic.counts[line]!;
  return { customers, waits: { urgent: wait(0), routine: wait(1), physician: wait(PHYSICIAN) } };
}
