import { invariant } from "../errors.ts";
import { compile, responseDefinitions } from "../model/index.ts";
import { formatPath, type JsonObject, type Patch, patchScenario, type Scenario } from "../scenario/index.ts";
import { analyse } from "./analyse.ts";
import { valueAt } from "./designs/derived.ts";
import { quantityOf, quantityValue } from "./designs/quantity.ts";
import type { Executor, StopSignal } from "./executor.ts";
import type { Plan } from "./plan.ts";
import { isPromiseShare } from "./primary-responses.ts";
import { replicate } from "./replicate.ts";

/** What became of the promises at one volume. */
export interface HeadroomStep {
  /** What the volume of messages of every specialty is multiplied by. */
  readonly factor: number;
  /** By promise: the risk that a month falls short, with its interval, and what is allowed. */
  readonly risks: readonly {
    readonly promise: string;
    readonly estimate: number;
    readonly low: number;
    readonly high: number;
    readonly allowed: number;
  }[];
  /** Whether every risk is estimated to be within what is allowed. */
  readonly holds: boolean;
  /** Whether that is so, or is not, beyond the doubt of every interval. */
  readonly surely: boolean;
}

/** How much more volume a scenario bears before a promise breaks. Plain data. */
export interface Headroom {
  readonly replications: number;
  /** In order of volume; the first is the scenario as it is. */
  readonly steps: readonly HeadroomStep[];
}

export interface HeadroomOptions {
  readonly signal?: StopSignal;
  /** Called as replications come in. */
  readonly arrived?: () => void;
}

/** Growth that is tried first, and doubled until a promise breaks or the most is reached. */
const FIRST = 0.05;
const MOST = 3.2;
/** How close the largest growth that holds and the least that does not come to each other. */
const CLOSE = 0.02;

/**
 * Looks for the growth in volume at which a promise breaks, in the worlds of the plan: raising the volume adds threads to those that are there. Growth is
 * doubled until one breaks, then halved in between to within two percentage points, so that a dozen volumes are simulated at most. That a
 * promise once broken is not kept again at more is taken for granted between the volumes tried. Rejects as the executor does.
 */
export async function findHeadroom(
  scenario: Scenario,
  plan: Omit<Plan, "scenario" | "keep" | "until">,
  executor: Executor,
  options: HeadroomOptions = {},
): Promise<Headroom> {
  const steps = new Map<number, HeadroomStep>();
  /** Undefined where a scenario of that volume is refused, so that nobody can say. */
  const holdsAt = async (growth: number): Promise<boolean | undefined> => {
    const step = await stepAt(scenario, plan, 1 + growth, executor, options);
    if (step !== undefined) steps.set(growth, step);
    return step?.holds;
  };
  if ((await holdsAt(0)) === true) {
    let holding = 0;
    let breaking = Infinity;
    for (let growth = FIRST; growth <= MOST && breaking === Infinity; growth *= 2) {
      const held = await holdsAt(growth);
      if (held === undefined) break;
      if (held) holding = growth;
      else breaking = growth;
    }
    while (breaking < Infinity && breaking - holding > CLOSE + 1e-9) {
      const middle = Math.round(50 * (holding + breaking)) / 100;
      if ((await holdsAt(middle)) === true) holding = middle;
      else breaking = middle;
    }
  }
  const inOrder = [...steps].sort(([a], [b]) => a - b).map(([, step]) => step);
  return { replications: plan.replications.length, steps: inOrder };
}

async function stepAt(
  scenario: Scenario,
  plan: Omit<Plan, "scenario" | "keep" | "until">,
  factor: number,
  executor: Executor,
  { signal, arrived }: HeadroomOptions,
): Promise<HeadroomStep | undefined> {
  const { scenario: grown } = patchScenario(scenario, grownVolumes(scenario.document, factor));
  if (grown === undefined) return undefined;
  const model = compile(grown.clinic, plan.offsets.changes);
  const results = await replicate({ ...plan, scenario: grown.canonicalText, keep: "responses" }, executor, {
    ...(signal === undefined ? {} : { signal }),
    ...(arrived === undefined ? {} : { arrived }),
  });
  const names = responseDefinitions(model).filter(isPromiseShare).slice(0, grown.clinic.promises.length);
  const risks = grown.clinic.promises.map(({ name, risk }, i) => {
    const response = names[i]!.name.replace(/_share$/, "_month_risk");
    const [row] = analyse(model, results, { seed: plan.seed, only: (each) => each.name === response }).rows;
    invariant(row !== undefined, `there is no response ${response}`);
    return { promise: name, estimate: row.estimate, low: row.low, high: row.high, allowed: risk };
  });
  const holds = risks.every(({ estimate, allowed }) => estimate <= allowed);
  const surely = holds
    ? risks.every(({ high, allowed }) => high <= allowed)
    : risks.some(({ low, allowed }) => low > allowed);
  return { factor, risks, holds, surely };
}

/** The volume of every specialty, as its file says it, times the factor. */
function grownVolumes(document: Scenario["document"], factor: number): Patch {
  const specialties = Object.keys(document.specialties);
  return Object.fromEntries(
    specialties.map((name) => {
      const path = ["specialties", name, "demand", "volume"];
      const written = quantityOf(valueAt(document as unknown as JsonObject, path)!);
      invariant(written !== undefined, `the volume of ${name} is no quantity`);
      return [formatPath(path), quantityValue({ ...written, amount: written.amount * factor })];
    }),
  );
}
