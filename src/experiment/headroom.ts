import { invariant } from "../errors.ts";
import { compile, responseDefinitions } from "../model/index.ts";
import { formatPath, type JsonObject, type Patch, patchScenario, type Scenario } from "../scenario/index.ts";
import { analyse } from "./analyse.ts";
import { type CrossingVolume, crossingVolume } from "./crossing-volume.ts";
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
  readonly search: HeadroomSearch;
  readonly replications: number;
  /** In order of volume; the first is the scenario as it is. None of a quick search that would have taken long. */
  readonly steps: readonly HeadroomStep[];
  /** Of a quick search of which a promise broke at last: the growth in volume at which the first does. */
  readonly crossing?: CrossingVolume;
}

/** `quick`: few worlds and few volumes, for a figure that is about right; `thorough`: every world of the plan, to within two points. */
export type HeadroomSearch = "quick" | "thorough";

export interface HeadroomOptions {
  readonly signal?: StopSignal;
  /** Called as replications come in. */
  readonly arrived?: () => void;
}

interface SearchTerms {
  /** Growth that is tried first, and by what it is multiplied until a promise breaks or the most is reached. */
  readonly first: number;
  readonly times: number;
  /** How close the largest growth that holds and the least that does not come to each other: in volume, or as a part of the latter. */
  readonly close: number;
  readonly part: number;
  /** Worlds of the plan that are simulated, the first of them. */
  readonly worlds: number;
}

const MOST = 3.2;
const TERMS: Readonly<Record<HeadroomSearch, SearchTerms>> = {
  quick: { first: 0.2, times: 4, close: 0.03, part: 0.25, worlds: 10 },
  thorough: { first: 0.05, times: 2, close: 0.02, part: 0, worlds: Infinity },
};

/** Worlds of which a quick search simulates a volume. */
export const QUICK_WORLDS = TERMS.quick.worlds;

/**
 * Looks for the growth in volume at which a promise breaks, in the worlds of the plan: raising the volume adds threads to those that are there. Growth is
 * multiplied until one breaks, then halved in between: a thorough search doubles it from 5 % and ends within two percentage points, after a
 * dozen volumes at most; a quick one quadruples it from 20 %, simulates ten worlds at most, and ends within three points or a quarter of the growth, after
 * eight volumes at most. That a promise once broken is not kept again at more is taken for granted between the volumes tried. Rejects as the
 * executor does.
 */
export async function findHeadroom(
  scenario: Scenario,
  whole: Omit<Plan, "scenario" | "keep" | "until">,
  executor: Executor,
  search: HeadroomSearch,
  options: HeadroomOptions = {},
): Promise<Headroom> {
  const { first, times, close, part, worlds } = TERMS[search];
  const plan = { ...whole, replications: whole.replications.slice(0, worlds) };
  const steps = new Map<number, HeadroomStep>();
  /** Undefined where a scenario of that volume is refused, so that nobody can say. */
  const holdsAt = async (growth: number): Promise<boolean | undefined> => {
    const tried = await stepAt(scenario, plan, growth, executor, options);
    if (tried !== undefined) steps.set(growth, tried);
    return tried?.holds;
  };
  if ((await holdsAt(0)) === true) {
    let holding = 0;
    let breaking = Infinity;
    for (let growth = first; growth <= MOST + 1e-9 && breaking === Infinity; growth *= times) {
      const held = await holdsAt(growth);
      if (held === undefined) break;
      if (held) holding = growth;
      else breaking = growth;
    }
    while (breaking < Infinity && breaking - holding > Math.max(close, part * breaking) + 1e-9) {
      const middle = Math.round(50 * (holding + breaking)) / 100;
      if ((await holdsAt(middle)) === true) holding = middle;
      else breaking = middle;
    }
  }
  const inOrder = [...steps].sort(([a], [b]) => a - b).map(([, step]) => step);
  const isCrossed = inOrder.length > 1 && inOrder.some(({ holds }) => !holds);
  return {
    search,
    replications: plan.replications.length,
    steps: inOrder,
    ...(search === "quick" && isCrossed ? { crossing: crossingVolume(inOrder) } : {}),
  };
}

async function stepAt(
  scenario: Scenario,
  plan: Omit<Plan, "scenario" | "keep" | "until">,
  growth: number,
  executor: Executor,
  { signal, arrived }: HeadroomOptions,
): Promise<HeadroomStep | undefined> {
  const factor = 1 + growth;
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
