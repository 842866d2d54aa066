import {
  type Design,
  isSensitivityMethod,
  type LoadCrossing,
  loadCrossings,
  type PreparePoint,
  pointPreparer,
  remakeDesign,
  remakeSensitivity,
  type SweepTerms,
  sensitivityPreparer,
  sweepTerms,
} from "../../experiment/index.ts";
import { compile, responseDefinitions } from "../../model/index.ts";
import { badManifest } from "../../node/index.ts";
import { SweepTally } from "../../report/index.ts";
import type { JsonObject, Scenario } from "../../scenario/index.ts";
import type { PlannedSensitivity } from "../plan-sensitivity.ts";
import { rememberingClock } from "../resolve-clock.ts";
import { sensitivityReport } from "../sensitivity-report.ts";
import { type PointsReport, sweepReport } from "../write-sweep.ts";

/** What the points of a design are for, made again from its terms. */
export interface PointStudy {
  /** `sweep` */
  readonly kind: string;
  readonly design: Design;
  readonly prepare: PreparePoint;
  /** What is told of all points together, begun anew. */
  reportOf(): PointsReport;
}

/** The study that has these terms. Throws InputError where there is none, or its points are others. */
export function pointStudy(terms: SweepTerms, base: Scenario): PointStudy {
  return isSensitivityMethod(terms.method) ? sensitivityStudy(terms, base) : sweepStudy(terms, base);
}

function sweepStudy(terms: SweepTerms, base: Scenario): PointStudy {
  const { method, made, columns, points: size, engine } = terms;
  const design = remakeDesign({ method, made, columns, size }, base.document as unknown as JsonObject);
  checkPoints(terms, design);
  return {
    kind: "sweep",
    design,
    prepare: pointPreparer(base, design, engine, clockOf(terms, base)),
    reportOf: () => sweepReport(new SweepTally(terms)),
  };
}

function sensitivityStudy(terms: SweepTerms, base: Scenario): PointStudy {
  const { responses: names, ...remade } = remakeSensitivity(terms, base);
  const { inputs, design, points } = remade;
  checkPoints(terms, points);
  if (JSON.stringify(points.method) !== JSON.stringify(terms.method)) {
    throw badManifest("design", "it has other inputs than the scenario");
  }
  const definitions = responseDefinitions(compile(base.clinic, terms.offsets.changes));
  const responses = names.map((name) => {
    const found = definitions.find((each) => each.name === name);
    if (found === undefined) throw badManifest("design.responses", `there is no response ${name}`);
    return found;
  });
  const plan: PlannedSensitivity = { ...remade, responses };
  let crossings: readonly LoadCrossing[] | undefined;
  const { engine } = terms;
  return {
    kind: `sensitivity analysis (${design.method})`,
    design: points,
    prepare: sensitivityPreparer(base, inputs, design, { points, engine, clockOf: clockOf(terms, base) }),
    reportOf: () => {
      crossings ??= inputs.inputs.flatMap((_, input) => loadCrossings(base, inputs, input));
      return sensitivityReport(plan, base, crossings);
    },
  };
}

function checkPoints(told: SweepTerms, design: Design): void {
  const remade = sweepTerms(told, design);
  const textOf = ({ levels, columns, points }: SweepTerms) => JSON.stringify([levels, columns, points]);
  if (textOf(remade) !== textOf(told)) throw badManifest("design", "it has other points than it says");
}

function clockOf({ offsets }: SweepTerms, { clinic }: Scenario) {
  return rememberingClock({ clinic, offsets });
}
