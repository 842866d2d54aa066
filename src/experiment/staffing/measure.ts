import { type Model, type ReplicationResult, responseDefinitions } from "../../model/index.ts";
import type { Observation } from "./observation.ts";

/** A response that is watched; a quantile is watched as the share of its sample that lies within a bound. */
export interface Measure {
  readonly response: string;
  readonly within?: number;
}

/** The name by which two measures are the same. */
export function measureKey({ response, within }: Measure): string {
  return within === undefined ? response : `${response} within ${within}`;
}

/** Reads the measures off results of a model; one that the model has nothing of is never defined. */
export function observer(
  model: Model,
  measures: readonly Measure[],
): (result: ReplicationResult) => Observation {
  const definitions = responseDefinitions(model);
  const readers = measures.map(({ response, within }) => {
    const place = definitions.findIndex(({ name }) => name === response);
    if (place < 0) return (): readonly [number, number] => [0, 0];
    const { estimand } = definitions[place]!;
    return (result: ReplicationResult): readonly [number, number] => {
      switch (estimand.type) {
        case "ratio":
          return [result.numerators[place]!, result.denominators[place]!];
        case "mean": {
          const value = result.values[place]!;
          return Number.isNaN(value) ? [0, 0] : [value, 1];
        }
        case "quantile": {
          const sample = result.samples[estimand.sample]!;
          let inside = 0;
          for (const value of sample) if (value <= (within ?? Infinity)) inside += 1;
          return [inside, sample.length];
        }
      }
    };
  });
  return (result) => Float64Array.from(readers.flatMap((read) => read(result)));
}
