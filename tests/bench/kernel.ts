import { type ChildProcess, fork } from "node:child_process";
import type { Reply, Request } from "./engine.ts";
import { median } from "./median.ts";

/** An engine in a process of its own, which does one run at a time. */
export class Runner {
  private readonly child: ChildProcess;

  constructor(enginePath: string, options: readonly string[] = []) {
    this.child = fork(enginePath, [], { execArgv: [...options] });
  }

  ask<T = Reply>(request: Request): Promise<T> {
    return new Promise((resolve, reject) => {
      const failed = (code: number | null) => reject(new Error(`an engine ended with code ${code}`));
      this.child.once("exit", failed);
      this.child.once("message", (reply) => {
        this.child.off("exit", failed);
        resolve(reply as T);
      });
      this.child.send(request);
    });
  }

  end(): void {
    this.child.disconnect();
  }
}

export interface WorkloadPlan {
  readonly name: string;
  readonly customers: number;
  readonly engines: readonly string[];
  /** Shares of the bound's rate to reach, by engine. */
  readonly targets: Readonly<Record<string, number>>;
}

const ENGINES = ["bound, heap", "bound, sorted array", "callbacks", "generators"];

export const plans: readonly WorkloadPlan[] = [
  { name: "W1", customers: 250_000, engines: ENGINES, targets: { callbacks: 0.6 } },
  { name: "W2", customers: 200_000, engines: ENGINES, targets: { callbacks: 0.7 } },
  {
    name: "W3",
    customers: 100_000,
    engines: [...ENGINES, "full path"],
    targets: { callbacks: 0.85, generators: 0.5, "full path": 0.7 },
  },
];

export interface EngineResult {
  readonly engine: string;
  /** Millions of customers a CPU second: the first run of a fresh process, and the median of warm rounds. */
  readonly cold: number;
  readonly warm: number;
  /** Median over rounds of this engine's warm rate over the bound's in the same round. */
  readonly share: number;
  readonly target: number | undefined;
  readonly waits: Readonly<Record<string, number>>;
}

const WARM_UPS = 12;
const ROUNDS = 9;

/** Runs the engines of a workload in interleaved rounds. Throws when they do not serve the same customers. */
export async function measureWorkload(enginePath: string, plan: WorkloadPlan): Promise<EngineResult[]> {
  const { name: workload, customers, engines } = plan;
  const runners = engines.map(() => new Runner(enginePath));
  const rates = engines.map((): number[] => []);
  const cold: number[] = [];
  const waits: Readonly<Record<string, number>>[] = [];
  const ask = (i: number, n: number) =>
    runners[i]!.ask({ workload, engine: engines[i]!, customers: n, seed: 1 });
  for (let i = 0; i < engines.length; i++) {
    const first = await ask(i, customers);
    cold.push(rate(first, customers));
    waits.push(first.outcome.waits);
    for (let k = 0; k < WARM_UPS; k++) await ask(i, customers / 10);
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = 0; i < engines.length; i++) rates[i]!.push(rate(await ask(i, customers), customers));
  }
  for (const runner of runners) runner.end();
  if (new Set(waits.map((w) => JSON.stringify(w))).size > 1) {
    throw new Error(`${workload}: the engines do not serve the same customers: ${JSON.stringify(waits)}`);
  }
  return engines.map((engine, i) => ({
    engine,
    cold: cold[i]!,
    warm: median(rates[i]!),
    share: median(rates[i]!.map((r, round) => r / rates[0]![round]!)),
    target: plan.targets[engine],
    waits: waits[i]!,
  }));
}

/** Memory in use at the end of a run of each length [MB], with the engine still alive. */
export async function measureMemory(
  enginePath: string,
  engine: string,
  lengths: readonly number[],
): Promise<number[]> {
  const megabytes: number[] = [];
  for (const customers of lengths) {
    const runner = new Runner(enginePath, ["--expose-gc"]);
    await runner.ask({ workload: "W3", engine, customers: 1_000, seed: 1 });
    megabytes.push((await runner.ask({ workload: "W3", engine, customers, seed: 1 })).bytes / 1e6);
    runner.end();
  }
  return megabytes;
}

function rate(reply: Reply, customers: number): number {
  return (customers / reply.nanoseconds) * 1_000;
}
