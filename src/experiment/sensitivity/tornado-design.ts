import { type InputKind, middleOf, type SensitivityDesign } from "./sensitivity-design.ts";

/** A point of a tornado: one input somewhere else than it is written. */
interface TornadoPoint {
  readonly input: number;
  readonly u: number;
  /** The end of the range, or which of the choices. */
  readonly setting: "low" | "high" | number;
}

export interface TornadoDesign extends SensitivityDesign {
  readonly method: "tornado";
  /** What the points after the first, where all is as written, have changed. */
  readonly changes: readonly TornadoPoint[];
}

/** One at a time: all as written, then each input at either end of its range, or at each other choice; all points in the same worlds. */
export function tornadoDesign(inputs: readonly InputKind[]): TornadoDesign {
  const changes = inputs.flatMap(({ range }, input): readonly TornadoPoint[] => {
    if (range.kind === "number") {
      return [
        { input, u: 0, setting: "low" },
        { input, u: 1, setting: "high" },
      ];
    }
    const { values, written } = range;
    return values.flatMap((_, choice) =>
      choice === written ? [] : [{ input, u: middleOf(choice, values.length), setting: choice }],
    );
  });
  return {
    method: "tornado",
    size: changes.length + 1,
    sets: 1,
    setOf: () => 0,
    changes,
    at: (point) => {
      const change = changes[point - 2];
      return inputs.map((_, input) => (input === change?.input ? change.u : undefined));
    },
  };
}
