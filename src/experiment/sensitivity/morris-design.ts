import { createStream, type Stream } from "../../random/index.ts";
import { choicesOf, type InputKind, middleOf, type SensitivityDesign } from "./sensitivity-design.ts";

/** The two ends of a step, as u of its input; numbers go half of their range up or down, between the middles of its quarters. */
interface Move {
  readonly from: number;
  readonly to: number;
  /** By which the effect is divided: the change of u; of a choice 1, or −1 to one that is listed before. */
  readonly change: number;
}

export interface MorrisDesign extends SensitivityDesign {
  readonly method: "morris";
  /** The step of a trajectory, both from 0, in which an input moves: its two points, and by how much. */
  stepOf(
    trajectory: number,
    input: number,
  ): { readonly from: number; readonly to: number; readonly change: number };
}

/**
 * Trajectories through the inputs' ranges, each from a random start through one step for every input, in random order. Over all trajectories an
 * input starts equally often from each quarter of its range (from each choice, to each other choice) as far as their number allows. Each
 * trajectory has worlds of its own. A function of (inputs, trajectories, seed) alone. Morris 1991; quarters' middles stand for the quarters, so
 * that the ends of a range, which are the least plausible, do not count for half of all.
 */
export function morrisDesign(inputs: readonly InputKind[], trajectories: number, seed: number): MorrisDesign {
  const stream = createStream(seed, 0, "morris trajectories");
  const moves = inputs.map((input) => shuffledMoves(choicesOf(input), trajectories, stream));
  const orders = Array.from({ length: trajectories }, () =>
    shuffled(
      inputs.map((_, i) => i),
      stream,
    ),
  );
  const places = orders.map((order) => inputs.map((_, input) => order.indexOf(input)));
  const length = inputs.length + 1;
  return {
    method: "morris",
    size: trajectories * length,
    sets: trajectories,
    setOf: (point) => Math.floor((point - 1) / length),
    at: (point) => {
      const trajectory = Math.floor((point - 1) / length);
      const moved = (point - 1) % length;
      return inputs.map((_, input) => {
        const { from, to } = moves[input]![trajectory]!;
        return places[trajectory]![input]! < moved ? to : from;
      });
    },
    stepOf: (trajectory, input) => {
      const from = trajectory * length + places[trajectory]![input]! + 1;
      return { from, to: from + 1, change: moves[input]![trajectory]!.change };
    },
  };
}

/** A move for every trajectory, each kind as often as any other, in random order. */
function shuffledMoves(choices: number | undefined, trajectories: number, stream: Stream): readonly Move[] {
  const kinds = shuffled(choices === undefined ? QUARTERS : choiceMoves(choices), stream);
  return shuffled(
    Array.from({ length: trajectories }, (_, t) => kinds[t % kinds.length]!),
    stream,
  );
}

const QUARTERS: readonly Move[] = [
  { from: 0.125, to: 0.625, change: 0.5 },
  { from: 0.375, to: 0.875, change: 0.5 },
  { from: 0.625, to: 0.125, change: -0.5 },
  { from: 0.875, to: 0.375, change: -0.5 },
];

function choiceMoves(choices: number): readonly Move[] {
  const all = Array.from({ length: choices }, (_, choice) => choice);
  return all.flatMap((a) =>
    all
      .filter((b) => b !== a)
      .map((b) => ({ from: middleOf(a, choices), to: middleOf(b, choices), change: b > a ? 1 : -1 })),
  );
}

function shuffled<T>(list: readonly T[], stream: Stream): readonly T[] {
  const result = [...list];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(stream.uniform() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}
