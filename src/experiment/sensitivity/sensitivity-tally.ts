import type { ResponseDefinition } from "../../model/index.ts";
import { createStream } from "../../random/index.ts";
import { meanInterval } from "../../stats/index.ts";
import type { UncertainInputs } from "../inputs/uncertain-inputs.ts";
import type { PointRecord } from "../sweep/point-result.ts";
import { elementaryEffects } from "./elementary-effects.ts";
import type { LoadCrossing } from "./load-crossings.ts";
import type { MorrisDesign } from "./morris-design.ts";
import { mean } from "./replicate-products.ts";
import { type InputEffect, type ResponseSensitivity, type Sensitivity, sizeOf } from "./sensitivity.ts";
import type { SensitivityDesign } from "./sensitivity-design.ts";
import { isUnbounded } from "./sensitivity-responses.ts";
import { sobolIndices } from "./sobol-indices.ts";
import type { TornadoDesign } from "./tornado-design.ts";
import { tornadoEffects } from "./tornado-effects.ts";

const CONFIDENCE = 0.95;
const RESAMPLES = 1000;

export interface SensitivityTerms {
  readonly inputs: UncertainInputs;
  readonly design: SensitivityDesign | TornadoDesign | MorrisDesign;
  readonly responses: readonly ResponseDefinition[];
  readonly crossings: readonly LoadCrossing[];
  /** Of the design; the bootstrap's streams depend on it. */
  readonly seed: number;
}

/** Takes the points of a design in order, keeps of them what is asked for, and says what moves it. */
export class SensitivityTally {
  readonly #terms: SensitivityTerms;
  /** By response, by point: the values of the replications. */
  readonly #values: readonly Float64Array[][];
  #overloaded = 0;

  constructor(terms: SensitivityTerms) {
    this.#terms = terms;
    this.#values = terms.responses.map(() => []);
  }

  add({ responses, values, warnings }: PointRecord): void {
    if (warnings.includes("overload")) this.#overloaded += 1;
    const places = new Map(responses.map(({ name }, i) => [name, i]));
    for (const [r, { name }] of this.#terms.responses.entries()) {
      const place = places.get(name);
      this.#values[r]!.push(
        Float64Array.from(values, (row) => (place === undefined ? Number.NaN : row[place]!)),
      );
    }
  }

  sensitivity(): Sensitivity {
    const { inputs, design, responses, crossings } = this.#terms;
    const gaps = this.#values.map((points) => points.filter((row) => !row.every(Number.isFinite)).length);
    return {
      method: design.method,
      confidence: CONFIDENCE,
      inputs: inputs.inputs,
      leftOut: inputs.leftOut,
      points: design.size,
      replications: this.#values[0]?.[0]?.length ?? 0,
      sets: design.sets,
      responses: responses.flatMap((definition, r) =>
        gaps[r] === 0 ? [this.#of(definition, this.#values[r]!)] : [],
      ),
      undefinedAt: responses.flatMap(({ name, label }, r) =>
        gaps[r] === 0 ? [] : [{ response: name, label, points: gaps[r]! }],
      ),
      crossings,
      overloadedPoints: this.#overloaded,
    };
  }

  #of(definition: ResponseDefinition, values: readonly Float64Array[]): ResponseSensitivity {
    const { name: response, label, unit, range } = definition;
    const { inputs, design, seed } = this.#terms;
    const count = inputs.inputs.length;
    const options = (what: string) => ({
      stream: createStream(seed, 0, `bootstrap of ${what} of ${response}`),
      confidence: CONFIDENCE,
      resamples: RESAMPLES,
    });
    const shared = { response, label, unit, unbounded: isUnbounded(definition) };
    if (design.method === "tornado") {
      const effects = tornadoEffects(
        design as TornadoDesign,
        inputs,
        values,
        CONFIDENCE,
        range[1] - range[0],
      );
      return { ...shared, mean: mean(values[0]!), effects: ranked(effects) };
    }
    if (design.method === "morris") {
      const { stepOf } = design as MorrisDesign;
      const effects = Array.from({ length: count }, (_, input): InputEffect => {
        const steps = Array.from({ length: design.sets }, (_, t) => {
          const { from, to, change } = stepOf(t, input);
          return { from: values[from - 1]!, to: values[to - 1]!, change };
        });
        return { input, ...elementaryEffects(steps, options(`input ${input + 1}`)) };
      });
      return { ...shared, mean: meanOf(values), effects: ranked(effects) };
    }
    const { first, total, variance, seedShare } = sobolIndices(values, count, options("indices"));
    const effects = first.map((index, input): InputEffect => ({ input, first: index, total: total[input]! }));
    return { ...shared, mean: meanOf(values), variance, seedShare, effects: ranked(effects) };
  }
}

function ranked(effects: readonly InputEffect[]): readonly InputEffect[] {
  const size = (effect: InputEffect) => (Number.isNaN(sizeOf(effect)) ? -Infinity : sizeOf(effect));
  return effects.toSorted((a, b) => size(b) - size(a) || a.input - b.input);
}

function meanOf(values: readonly Float64Array[]): number {
  return meanInterval(values.map(mean)).estimate;
}
