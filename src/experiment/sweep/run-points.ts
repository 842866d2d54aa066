import { invariant } from "../../errors.ts";
import { compile, type ReplicationResult, responseDefinitions } from "../../model/index.ts";
import type { Executor, StopSignal } from "../executor.ts";
import type { Job } from "../job.ts";
import { jobsOf } from "../plan.ts";
import { ReplicationError } from "../replication-error.ts";
import { PointError } from "./point-error.ts";
import type { PointRecord, PointResult, ResponseColumn } from "./point-result.ts";
import type { PreparedPoint, PreparePoint } from "./prepare-point.ts";

/** Where results are kept. */
export interface PointStore {
  /** What was computed before under that id, in this sweep or another. */
  find(id: string): Promise<PointResult | undefined>;
  /** Keeps a point of this sweep for good: once that is done, no end of this process can take it back. */
  keep(record: PointRecord): Promise<void>;
  /** Keeps what was computed for whoever needs it again. */
  remember(result: PointResult): Promise<void>;
}

export interface RunPointsOptions {
  /** At most so many replications are to be run. */
  readonly replications: number;
  readonly signal?: StopSignal;
  readonly arrived?: (result: ReplicationResult) => void;
  /** A point is kept, with so many replications; `computed` is false where its result was known. */
  readonly kept?: (point: number, replications: number, computed: boolean) => void;
}

/** Where a point stands in its design. */
type Place = Pick<PreparedPoint, "point" | "levels">;

/** A point whose replications are under way: what its result needs beside their values, and all points that turned out to be the same. */
interface Flight {
  readonly result: Omit<PointResult, "values">;
  readonly values: Float64Array[];
  readonly places: Place[];
  /** The text of its scenario, by which a failure finds its point. */
  readonly text: string;
  readonly firstReplication: number;
  left: number;
}

/**
 * Runs design points, each prepared when its turn comes and kept as soon as its last replication is there, so that memory does not depend
 * on their number. What the store knows is not computed again, and equal points only once. Rejects as the executor does, with a PointError
 * where a replication failed.
 */
export async function runPoints(
  points: Iterable<number>,
  prepare: PreparePoint,
  executor: Executor,
  store: PointStore,
  { replications, signal, arrived, kept }: RunPointsOptions,
): Promise<void> {
  const flights = new Map<string, Flight>();
  const owners = new WeakMap<Job, Flight>();

  const keep = async ({ point, levels }: Place, result: PointResult, computed: boolean) => {
    await store.keep({ ...result, point, levels });
    kept?.(point, result.values.length, computed);
  };

  async function* jobs(): AsyncGenerator<Job> {
    for (const point of points) {
      const prepared = await prepare(point);
      const flight = flights.get(prepared.id);
      if (flight !== undefined) {
        flight.places.push({ point, levels: prepared.levels });
        continue;
      }
      const known = await store.find(prepared.id);
      if (known !== undefined) {
        await keep(prepared, known, false);
        continue;
      }
      const own = jobsOf(prepared.plan);
      const started = flightOf(prepared);
      flights.set(prepared.id, started);
      for (const job of own) {
        owners.set(job, started);
        yield job;
      }
    }
  }

  const onResult = async (job: Job, result: ReplicationResult) => {
    const flight = owners.get(job);
    invariant(flight !== undefined, "a result came for a job that was not given");
    arrived?.(result);
    flight.values[job.replication - flight.firstReplication] = result.values;
    flight.left -= 1;
    if (flight.left > 0) return;
    const done: PointResult = { ...flight.result, values: flight.values };
    // Others may join while these are being kept.
    for (const [i, place] of flight.places.entries()) {
      await keep(place, done, i === 0);
      if (i === 0) await store.remember(done);
    }
    flights.delete(done.id);
  };

  try {
    const lazily = { length: replications, [Symbol.asyncIterator]: jobs };
    await executor.run(lazily, onResult, signal);
  } catch (error) {
    throw error instanceof ReplicationError ? pointError(error, flights) : error;
  }
  invariant(flights.size === 0, "a point was left without its results");
}

/** What is told of the responses of a point. */
export function responseColumns({ scenario, plan }: PreparedPoint): readonly ResponseColumn[] {
  const model = compile(scenario.clinic, plan.offsets.changes);
  return responseDefinitions(model).map(({ name, unit, label, group, doc }) => ({
    name,
    unit,
    label,
    group,
    doc,
  }));
}

/** All that is needed of a prepared point while it is under way: its parsed scenario is not. */
function flightOf(prepared: PreparedPoint): Flight {
  const { point, levels, id, scenario, plan } = prepared;
  return {
    result: {
      id,
      scenario: scenario.clinic.name,
      warnings: [...new Set(scenario.warnings.map(({ code }) => code))].sort(),
      responses: responseColumns(prepared),
    },
    values: [],
    places: [{ point, levels }],
    text: plan.scenario,
    firstReplication: plan.replications[0]!,
    left: plan.replications.length,
  };
}

/** The failure with the point that it belongs to. */
function pointError(error: ReplicationError, flights: ReadonlyMap<string, Flight>): Error {
  const failed = [...flights.values()].find(({ text }) => text === error.scenario);
  const [place] = failed?.places ?? [];
  return place === undefined ? error : new PointError(place.point, place.levels, error);
}
