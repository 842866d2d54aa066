import type { Until } from "../../experiment/index.ts";

/** How the points of a design were chosen, how many there are, and what they vary. */
export interface StudyDesign {
  readonly method: string;
  readonly points: number;
  readonly columns: readonly string[];
}

/** What a result is the result of, as far as a report tells of it. `first` and `count` are of replications. */
export type StudyExperiment =
  | { readonly kind: "run"; readonly first: number; readonly count: number; readonly until?: Until }
  | { readonly kind: "comparison"; readonly first: number; readonly count: number }
  | {
      readonly kind: "stress";
      readonly first: number;
      readonly count: number;
      readonly names: readonly string[];
    }
  /** `count` replications of each point. */
  | { readonly kind: "sweep"; readonly count: number; readonly design: StudyDesign }
  /** As of a sweep; points come in sets, each with worlds of its own. */
  | {
      readonly kind: "sensitivity";
      readonly count: number;
      readonly sets: number;
      readonly design: StudyDesign;
    }
  | {
      readonly kind: "uncertainty";
      readonly draws: number;
      readonly inner: number;
      readonly inputs: readonly string[];
    }
  /** Of a sweep, in `there` of its points. */
  | {
      readonly kind: "discovery";
      readonly fails: string;
      readonly there: number;
      readonly count: number;
      readonly design: StudyDesign;
    }
  /** Replications of a plan at most, and worlds in which the answer is explained. */
  | { readonly kind: "staffing"; readonly atMost: number; readonly worlds: number };
