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

/** Replications that are kept together: of long work, no more than these is lost when it is stopped. */
const BLOCK = 10;

interface Block {
  readonly from: number;
  readonly size: number;
  /** Replications that are not there yet. */
  left: number;
  readonly values: Observation[];
}

/** Observes variants by simulating them, in blocks that the store keeps: a search that was stopped finds what it has seen before. */
export class SimulatedWorlds {
  readonly #options: SimulatedOptions;

  constructor(options: SimulatedOptions) {
    this.#options = options;
  }

  /** What replications `first` … `first` + `count` − 1 of a variant say, kept by tens. Rejects as the executor does. */
  async observe(variant: Variant, first: number, count: number): Promise<readonly Observation[]> {
    const { store, arrived, executor, signal } = this.#options;
    const blocks: Block[] = [];
    for (let from = first; from < first + count; from += BLOCK) {
      const size = Math.min(BLOCK, first + count - from);
      const known = await store.find(this.#idOf(variant, from, size));
      if (known !== undefined) arrived?.(size);
      blocks.push({
        from,
        size,
        left: known === undefined ? size : 0,
        values: [...(known?.values ?? [])],
      });
    }
    const missing = blocks.filter(({ left }) => left > 0);
    const read = observer(variant.model, this.#options.measures);
    const jobs = missing.flatMap(({ from, size }) =>
      Array.from({ length: size }, (_, i) => this.#jobOf(variant, from + i)),
    );
    const onResult = async (job: Job, result: ReplicationResult) => {
      const block = blocks[Math.floor((job.replication - first) / BLOCK)]!;
      block.values[job.replication - block.from] = read(result);
      block.left -= 1;
      arrived?.(1);
      if (block.left === 0) await this.#remember(variant, block);
    };
    if (jobs.length > 0) await executor.run(jobs, onResult, signal);
    return blocks.flatMap(({ values }) => values);
  }

  async #remember(variant: Variant, { from, size, values }: Block): Promise<void> {
    const { store, measures } = this.#options;
    await store.remember({
      id: this.#idOf(variant, from, size),
      scenario: variant.scenario.clinic.name,
      warnings: [],
      responses: measures.flatMap((measure) =>
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
