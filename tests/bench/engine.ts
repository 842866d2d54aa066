import { boundClinic } from "./bounds/clinic.ts";
import { BareHeap, BareSortedArray } from "./bounds/event-list.ts";
import { boundMarkov } from "./bounds/markov.ts";
import { measureCalendar } from "./calendar.ts";
import { type ClinicRequest, measureClinic } from "./clinic-engine.ts";
import { callbacksClinic } from "./engines/callbacks-clinic.ts";
import { callbacksMarkov } from "./engines/callbacks-markov.ts";
import { generatorsClinic } from "./engines/generators-clinic.ts";
import { generatorsMarkov } from "./engines/generators-markov.ts";
import { stationClinic } from "./engines/station-clinic.ts";
import { threadNanoseconds } from "./stopwatch.ts";
import type { Engine, Outcome } from "./workloads/workload.ts";

/** What the parent asks of this process, which runs one engine only so that no other engine disturbs its machine code. */
export type Request =
  | { readonly calendar: string }
  | ClinicRequest
  | { readonly workload: string; readonly engine: string; readonly customers: number; readonly seed: number };

export interface Reply {
  readonly outcome: Outcome;
  /** Time that the engine's thread had a processor [ns]. */
  readonly nanoseconds: number;
  /** Memory in use at the end, while the engine is still alive [bytes]; 0 where it was not asked for. */
  readonly bytes: number;
}

const markov: Readonly<Record<string, (servers: number) => Engine>> = {
  "bound, heap": (servers) => (n, seed, atEnd) => boundMarkov(new BareHeap(), servers, n, seed, atEnd),
  "bound, sorted array": (servers) => (n, seed, atEnd) =>
    boundMarkov(new BareSortedArray(), servers, n, seed, atEnd),
  callbacks: (servers) => (n, seed, atEnd) => callbacksMarkov(servers, n, seed, atEnd),
  generators: (servers) => (n, seed, atEnd) => generatorsMarkov(servers, n, seed, atEnd),
};

const clinic: Readonly<Record<string, Engine>> = {
  "bound, heap": (n, seed, atEnd) => boundClinic(new BareHeap(), n, seed, atEnd),
  "bound, sorted array": (n, seed, atEnd) => boundClinic(new BareSortedArray(), n, seed, atEnd),
  callbacks: callbacksClinic,
  generators: generatorsClinic,
  "full path": stationClinic,
};

function engineOf(workload: string, engine: string): Engine {
  if (workload === "W3") return clinic[engine]!;
  return markov[engine]!(workload === "W1" ? 1 : 10);
}

function run(workload: string, engine: string, customers: number, seed: number): Reply {
  const begin = threadNanoseconds();
  let bytes = 0;
  const outcome = engineOf(workload, engine)(customers, seed, () => {
    const collect = (globalThis as { gc?: () => void }).gc;
    if (collect === undefined) return;
    collect();
    const memory = process.memoryUsage();
    bytes = memory.heapUsed + memory.arrayBuffers;
  });
  return { outcome, nanoseconds: threadNanoseconds() - begin, bytes };
}

process.on("message", (request: Request) => {
  if ("calendar" in request) process.send!(measureCalendar(request.calendar));
  else if ("scenario" in request) process.send!(measureClinic(request));
  else process.send!(run(request.workload, request.engine, request.customers, request.seed));
});
