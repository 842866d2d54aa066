import type { ReplicationResult } from "../../model/index.ts";
import type { Executor, StopSignal } from "../executor.ts";
import { contentHash, type Job, offsetsKey } from "../job.ts";
import type { PointResult } from "../sweep/point-result.ts";
import { type Measure, measureKey, observer } from "./measure.ts";
import type { Observation } from "./observation.ts";
import type { Variant } from "./variant.ts";

/** Where observed blocks are kept for whoever needs them again. */
export interface BlockStore {
  find(id: string): Promise<PointResult | undefined>;
  remember(result: PointResult): Promise<void>;
}

export interface SimulatedOptions {
  readonly engine: string;
  readonly seed: number;
  readonly measures: readonly Measure[];
  readonly executor: Executor;
  readonly signal?: StopSignal;
  readonly store: BlockStore;
  /** A replication was run, or `count` were found in the store. */
  readonly arrived?: (count: number) => void;
}

/** Observes variants by simulating them, in blocks that the store keeps: a search that was stopped finds what it has seen before. */
export class SimulatedWorlds {
  readonly #options: SimulatedOptions;

  constructor(options: SimulatedOptions) {
    this.#options = options;
  }

  /** What replications `first` … `first` + `count` − 1 of a variant say. Rejects as the executor does. */
  async observe(variant: Variant, first: number, count: number): Promise<readonly Observation[]> {
    const { store, arrived, executor, signal } = this.#options;
    const id = this.#idOf(variant, first, count);
    const known = await store.find(id);
    if (known !== undefined) {
      arrived?.(count);
      return known.values;
    }
    const read = observer(variant.model, this.#options.measures);
    const jobs = Array.from({ length: count }, (_, i) => this.#jobOf(variant, first + i));
    const values: Observation[] = [];
    const onResult = (job: Job, result: ReplicationResult) => {
      values[job.replication - first] = read(result);
      arrived?.(1);
    };
    await executor.run(jobs, onResult, signal);
    const { scenario } = variant;
    await store.remember({
      id,
      scenario: scenario.clinic.name,
      warnings: [],
      responses: this.#options.measures.flatMap((measure) =>
        ["numerator", "denominator"].map((part) => ({
          name: `${measureKey(measure)}, ${part}`,
          unit: "",
          label: "",
          group: "staff" as const,
          doc: "",
        })),
      ),
      values,
    });
    return values;
  }

  #jobOf({ scenario, offsets }: Variant, replication: number): Job {
    const { engine, seed } = this.#options;
    return { engine, scenario: scenario.canonicalText, offsets, seed, replication, keep: "responses" };
  }

  #idOf({ scenario, offsets }: Variant, first: number, count: number): string {
    const { engine, seed, measures } = this.#options;
    const key = [scenario.canonicalText, offsetsKey(offsets), seed, first, count, measures.map(measureKey)];
    return contentHash("clinicsim/block/1", engine, ...key);
  }
}
