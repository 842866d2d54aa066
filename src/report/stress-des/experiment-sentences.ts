import type { Until } from "../../experiment/index.ts";
import { counted, listed } from "../words.ts";
import { exactly, perCent } from "./study.ts";
import type { StudyDesign, StudyExperiment } from "./study-experiment.ts";

/** What was tried beside the scenario as it is; nothing of a run, nor of alternatives, which are listed. */
export function experimentSentences(experiment: StudyExperiment): readonly string[] {
  switch (experiment.kind) {
    case "run":
    case "comparison":
      return [];
    case "stress": {
      const { names } = experiment;
      return [
        `This result puts the scenario under ${counted(names.length, "stress", "stresses")}, each in the same worlds as without: ${listed(names)}.`,
      ];
    }
    case "sweep":
      return [`This result is a sweep over ${pointsText(experiment.design)}.`];
    case "sensitivity":
      return [`This result is a sensitivity analysis over ${pointsText(experiment.design)}.`];
    case "uncertainty":
      return [
        `This result draws what is not known for sure from the ranges of the ledger (3.3): ${listed(experiment.inputs)}.`,
      ];
    case "discovery": {
      const { there, fails, design } = experiment;
      return [
        `This result looks for a rule by which the clinic fails, that is, ${fails}, by PRIM (Friedman & Fisher 1999; Bryant & Lempert 2010), among ${there} of the points of a sweep over ${pointsText(design)}.`,
      ];
    }
    case "staffing":
      return [
        "This result is the cheapest of the plans that the scenario's staffing section leaves open which keeps every promise and bound.",
      ];
  }
}

function pointsText({ points, method, columns }: StudyDesign): string {
  return `${counted(points, "design point")} (${method}), which vary ${listed(columns)}; the manifest has what they were made of`;
}

/** How many replications there are, of what, and how they are numbered. */
export function replicationSentences(experiment: StudyExperiment, seed: number): readonly string[] {
  switch (experiment.kind) {
    case "run": {
      const { count, first, until } = experiment;
      if (until !== undefined) {
        return [
          `${counted(count, "independent replication")} with seed ${seed}, as many as it took: ${untilText(until)}.`,
        ];
      }
      if (count === 1) return [`One replication alone, number ${first}, with seed ${seed}.`];
      return [numbered("", experiment, seed)];
    }
    case "comparison":
      return [numbered(" of each alternative", experiment, seed), SAME_WORLDS];
    case "stress":
      return [numbered(" without and under each stress", experiment, seed), SAME_WORLDS];
    case "sweep":
    case "discovery":
      return [numbered(" of each design point", { ...experiment, first: 1 }, seed), SAME_WORLDS];
    case "sensitivity": {
      const { count, sets, design } = experiment;
      if (sets === 1) return [numbered(" of each design point", { count, first: 1 }, seed), SAME_WORLDS];
      const what = design.method === "morris" ? "trajectories" : "rows";
      return [
        `${counted(count, "independent replication")} of each design point with seed ${seed}. The points come in ${sets} ${what}, each with replications of its own, numbered on from 1: the points of one meet the same worlds, those of different ones different worlds.`,
      ];
    }
    case "uncertainty": {
      const { draws, inner } = experiment;
      return [
        `${draws} independent draws of the inputs, with ${counted(inner, "independent replication")} for each, with seed ${seed}; draw d has those numbered from (d − 1) × ${inner} + 1.`,
        "Alternatives, where there are any, meet the same draws in the same worlds.",
      ];
    }
    case "staffing": {
      const { atMost, worlds } = experiment;
      return [
        `At most ${counted(atMost, "replication")} of a plan in the search, and as many to confirm the plan that was found, in worlds that the search had not seen; ${worlds} of those to say why less is not enough. The seed is ${seed}.`,
        SAME_WORLDS,
      ];
    }
  }
}

const SAME_WORLDS =
  "All that is compared uses the same random numbers for the same things: it is compared in the same worlds.";

function numbered(
  of: string,
  { count, first }: { readonly count: number; readonly first: number },
  seed: number,
): string {
  return `${counted(count, "independent replication")}${of} with seed ${seed}, numbered from ${first}.`;
}

const COVERAGE =
  "How often intervals cover was measured on systems with known answers: tests/README.md of clinicsim.";

/** How what is printed was estimated; undefined: of a scenario, as a run would. */
export function intervalSentences(experiment: StudyExperiment | undefined): readonly string[] {
  switch (experiment?.kind) {
    case undefined:
    case "run":
    case "comparison":
      return [
        "Intervals are of 95 %: Student's t for means over replications, a jackknife over replications for ratios of totals (on the logit scale for shares, Clopper and Pearson's on an effective number where an event is rare), a bootstrap over whole replications for pooled quantiles (expanded percentiles, or Student's t times its spread of fewer replications than span enough for these). Those of differences that decide hold together by max-t over replications.",
        COVERAGE,
      ];
    case "stress":
      return ["How it is decided whether a stress is stood is in scenarios/README.md of clinicsim."];
    case "sweep":
      return [
        "Intervals are of 95 %: Student's t for the mean over a point's replications of what each of them measured.",
        COVERAGE,
      ];
    case "sensitivity":
      return [
        `Intervals are of 95 %: ${SENSITIVITY_INTERVALS[experiment.design.method] ?? "as its method has them"}. What is measured, and how the noise of replications is kept out of it, is in src/experiment/sensitivity/README.md of clinicsim.`,
        COVERAGE,
      ];
    case "uncertainty":
      return [
        "Intervals are of 95 %, for the clinic's own figure: quantiles over the draws, corrected for the noise of few replications. The formulas are in src/stats/README.md of clinicsim.",
        COVERAGE,
      ];
    case "discovery":
      return [
        "A rule is told where the same search finds as much in at most 5 of 100 random permutations; what it is said to do is by tenfold cross-validation, with intervals of 95 %. src/experiment/discovery/README.md of clinicsim says how far to believe it.",
      ];
    case "staffing":
      return ["What the answer guarantees is in src/experiment/staffing/README.md of clinicsim."];
  }
}

const SENSITIVITY_INTERVALS: Readonly<Record<string, string>> = {
  tornado: "Student's t for paired differences in the same worlds",
  morris: "a bootstrap over trajectories",
  sobol: "a bootstrap over rows",
};

function untilText({ precisions, atLeast, atMost, lookAhead }: Until): string {
  const wanted = precisions.map(
    ({ response, halfWidth, relative }) =>
      `${response} to within ${relative ? `${perCent(halfWidth)} of itself` : exactly(halfWidth)}`,
  );
  return `${listed(wanted)}, by the rule of Hoad, Robinson and Davies (2010), at least ${exactly(atLeast)}, at most ${exactly(atMost)}, looking ahead by ${exactly(lookAhead)}`;
}
