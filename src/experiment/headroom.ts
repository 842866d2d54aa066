import { invariant } from "../errors.ts";
import { compile, responseDefinitions } from "../model/index.ts";
import { createStream } from "../random/index.ts";
import { formatPath, type JsonObject, type Patch, patchScenario, type Scenario } from "../scenario/index.ts";
import { type CountedShare, designEffect, effectiveShareEnds } from "../stats/index.ts";
import { analyse } from "./analyse.ts";
import { type CrossingVolume, crossingVolume } from "./crossing-volume.ts";
import { valueAt } from "./designs/derived.ts";
import { quantityOf, quantityValue } from "./designs/quantity.ts";
import type { Executor, StopSignal } from "./executor.ts";
import { fittedCrossing } from "./fitted-crossing.ts";
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
  /** By promise, where the scenario was run already: its risks as they are now, which a quick search takes as they are. */
  readonly now?: readonly { readonly estimate: number; readonly low: number; readonly high: number }[];
}

interface SearchTerms {
  /** Growth that is tried first, and by what it is multiplied until a promise breaks or the most is reached. */
  readonly first: number;
  readonly times: number;
  /** How close the largest growth that holds and the least that does not come to each other: in volume, or as a part of the latter. */
  readonly close: number;
  readonly part: number;
  /** Worlds of the plan that are simulated, the first of them, and volumes of which they are, beside the present one. */
  readonly worlds: number;
  readonly volumes: number;
}

const MOST = 3.2;
const TERMS: Readonly<Record<HeadroomSearch, SearchTerms>> = {
  quick: { first: 0.2, times: 4, close: 0.03, part: 0.25, worlds: 8, volumes: 4 },
  thorough: { first: 0.05, times: 2, close: 0.02, part: 0, worlds: Infinity, volumes: Infinity },
};

/** Messages of a world above which nobody waits for a quick search: it simulates some thirty. The same on every machine, whatever its speed. */
const QUICK_MESSAGES = 100_000;

/** What a quick search of worlds of so many messages comes to: nothing where it would take too long, undefined where it is to be made. */
export function notLookedFor(messages: number): Headroom | undefined {
  return messages > QUICK_MESSAGES ? { search: "quick", replications: 0, steps: [] } : undefined;
}

/** Worlds of which a quick search simulates a volume. */
export const QUICK_WORLDS = TERMS.quick.worlds;

/**
 * Looks for the growth in volume at which a promise breaks, in the worlds of the plan: raising the volume adds threads to those that are there. Growth is
 * multiplied until one breaks, then halved in between: a thorough search doubles it from 5 % and ends within two percentage points, after a
 * dozen volumes at most; a quick one quadruples it from 20 %, and ends within three points or a quarter of the growth, or after four volumes: eight
 * worlds at most of each, so that it takes no longer than a run of thirty. Its intervals take the volumes together for what the months of a world have in
 * common. That a promise once broken is not kept again at more is taken for granted between the volumes tried. Rejects as the executor does.
 */
export async function findHeadroom(
  scenario: Scenario,
  whole: Omit<Plan, "scenario" | "keep" | "until">,
  executor: Executor,
  search: HeadroomSearch,
  options: HeadroomOptions = {},
): Promise<Headroom> {
  const { first, times, close, part, worlds, volumes } = TERMS[search];
  const plan = { ...whole, replications: whole.replications.slice(0, worlds) };
  const tries = new Map<number, Try>();
  /** Undefined where a scenario of that volume is refused, so that nobody can say. */
  const holdsAt = async (growth: number): Promise<boolean | undefined> => {
    const { now } = options;
    const tried =
      growth === 0 && search === "quick" && now !== undefined
        ? {
            step: stepOf(
              1,
              scenario.clinic.promises.map(({ name, risk }, i) => ({
                promise: name,
                ...now[i]!,
                allowed: risk,
              })),
            ),
          }
        : await tryVolume(scenario, plan, growth, executor, options);
    if (tried !== undefined) tries.set(growth, tried);
    return tried?.step.holds;
  };
  if ((await holdsAt(0)) === true) {
    let holding = 0;
    let breaking = Infinity;
    const isOpen = () => tries.size <= volumes;
    for (let growth = first; growth <= MOST + 1e-9 && breaking === Infinity && isOpen(); growth *= times) {
      const held = await holdsAt(growth);
      if (held === undefined) break;
      if (held) holding = growth;
      else breaking = growth;
    }
    while (breaking < Infinity && breaking - holding > Math.max(close, part * breaking) + 1e-9 && isOpen()) {
      const middle = Math.round(50 * (holding + breaking)) / 100;
      if ((await holdsAt(middle)) === true) holding = middle;
      else breaking = middle;
    }
  }
  const inOrder = [...tries].sort(([a], [b]) => a - b).map(([, tried]) => tried);
  const steps = search === "quick" ? takenTogether(inOrder) : inOrder.map(({ step }) => step);
  const isCrossed = steps.length > 1 && steps.some(({ holds }) => !holds);
  return {
    search,
    replications: plan.replications.length,
    steps,
    ...(search === "quick" && isCrossed ? { crossing: crossingOf(steps, inOrder, plan.seed) } : {}),
  };
}

/** A volume that was tried: what became of the promises, and months that fall short and all months by promise and world, where they are known. */
interface Try {
  readonly step: HeadroomStep;
  readonly months?: readonly CountedShare[];
}

/** Steps whose intervals rest on one design effect, of all volumes; with what is known only as an interval left as it is. */
function takenTogether(tries: readonly Try[]): readonly HeadroomStep[] {
  const effects = (tries[0]?.step.risks ?? []).map((_, i) =>
    designEffect(tries.flatMap(({ months }) => months?.[i] ?? [])),
  );
  return tries.map(({ step, months }) => {
    if (months === undefined || (months[0]?.numerators.length ?? 0) < 2) return step;
    const risks = step.risks.map((risk, i) => {
      const units = months[i]!.denominators.reduce((sum, each) => sum + each, 0);
      if (units === 0) return risk;
      const [low, high] = effectiveShareEnds(risk.estimate, units, effects[i]!);
      return { ...risk, low, high };
    });
    return stepOf(step.factor, risks);
  });
}

/** Where the first risk crosses what is allowed. A line through the months gives its interval, where there are enough; else the intervals of the risks do. */
function crossingOf(steps: readonly HeadroomStep[], tries: readonly Try[], seed: number): CrossingVolume {
  const crossing = crossingVolume(steps);
  const fitted = fittedCrossing(
    tries.flatMap(({ step, months }) => (months === undefined ? [] : [{ growth: step.factor - 1, months }])),
    steps[0]!.risks.map(({ allowed }) => allowed),
    createStream(seed, 0, "bootstrap of the volume at which a promise breaks"),
  );
  if (fitted === undefined) return crossing;
  const { estimate } = crossing;
  return { estimate, low: Math.min(fitted.low, estimate), high: Math.max(fitted.high, estimate) };
}

function stepOf(factor: number, risks: HeadroomStep["risks"]): HeadroomStep {
  const holds = risks.every(({ estimate, allowed }) => estimate <= allowed);
  const surely = holds
    ? risks.every(({ high, allowed }) => high <= allowed)
    : risks.some(({ low, allowed }) => low > allowed);
  return { factor, risks, holds, surely };
}

async function tryVolume(
  scenario: Scenario,
  plan: Omit<Plan, "scenario" | "keep" | "until">,
  growth: number,
  executor: Executor,
  { signal, arrived }: HeadroomOptions,
): Promise<Try | undefined> {
  const factor = 1 + growth;
  const { scenario: grown } = patchScenario(scenario, grownVolumes(scenario.document, factor));
  if (grown === undefined) return undefined;
  const model = compile(grown.clinic, plan.offsets.changes);
  const results = await replicate({ ...plan, scenario: grown.canonicalText, keep: "responses" }, executor, {
    ...(signal === undefined ? {} : { signal }),
    ...(arrived === undefined ? {} : { arrived }),
  });
  const definitions = responseDefinitions(model);
  const shares = definitions.filter(isPromiseShare).slice(0, grown.clinic.promises.length);
  const responses = shares.map(({ name }) => name.replace(/_share$/, "_month_risk"));
  const risks = grown.clinic.promises.map(({ name, risk }, i) => {
    const response = responses[i]!;
    const [row] = analyse(model, results, { seed: plan.seed, only: (each) => each.name === response }).rows;
    invariant(row !== undefined, `there is no response ${response}`);
    return { promise: name, estimate: row.estimate, low: row.low, high: row.high, allowed: risk };
  });
  const months = responses.map((response) => {
    const index = definitions.findIndex(({ name }) => name === response);
    return {
      numerators: results.map(({ numerators }) => numerators[index]!),
      denominators: results.map(({ denominators }) => denominators[index]!),
    };
  });
  return { step: stepOf(factor, risks), months };
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
