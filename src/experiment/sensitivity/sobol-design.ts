import { latinHypercube } from "../designs/latin-hypercube.ts";
import { SOBOL_DIMENSIONS, sobolPoints } from "../designs/sobol.ts";
import type { InputKind, SensitivityDesign } from "./sensitivity-design.ts";

/**
 * Rows of points for Sobol' indices: A, B, and A with one input from B, for each input. A and B together are points of a Sobol' sequence in twice
 * as many dimensions as there are inputs; of more than it has directions for, a Latin hypercube. Each row has worlds of its own, which
 * all its points meet. A function of (inputs, rows, seed) alone. Saltelli et al. 2010.
 */
export function sobolDesign(inputs: readonly InputKind[], rows: number, seed: number): SensitivityDesign {
  const count = inputs.length;
  const points = 2 * count <= SOBOL_DIMENSIONS ? sobolPoints : latinHypercube;
  const cube = points(rows, 2 * count, seed);
  const length = count + 2;
  return {
    method: "sobol",
    size: rows * length,
    sets: rows,
    setOf: (point) => Math.floor((point - 1) / length),
    at: (point) => {
      const row = Math.floor((point - 1) / length);
      const place = (point - 1) % length;
      return inputs.map((_, input) => {
        const isSecond = place === 1 || place === input + 2;
        return cube.coordinate(row, isSecond ? count + input : input);
      });
    },
  };
}
