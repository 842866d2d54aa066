import type { Model } from "./compile.ts";
import { type DayStretch, windowDays } from "./window-stretches.ts";

/** Regimes of a window beyond this number are not told apart: each costs as much as the whole. */
const MOST_REGIMES = 12;

/** A stretch of the window in which the factors of the timelines stay as they are. */
export interface Regime extends DayStretch {
  /** By specialty: what its volume is multiplied by. */
  readonly factors: readonly number[];
}

/** The window by stretches between changes of any specialty's factor; one where nothing changes. */
export function regimesOfWindow(model: Model): readonly Regime[] {
  const window = windowDays(model);
  const regimes: Regime[] = [];
  for (let day = window.from; day < window.to; day += 1) {
    const factors = factorsOn(model, day);
    const last = regimes[regimes.length - 1];
    const same = last?.factors.every((factor, i) => factor === factors[i]) ?? false;
    if (last !== undefined && same) regimes[regimes.length - 1] = { ...last, to: day + 1 };
    else regimes.push({ from: day, to: day + 1, factors });
  }
  return regimes;
}

function factorsOn({ clinic, calendar }: Model, day: number): readonly number[] {
  return clinic.specialties.map(({ demand }) =>
    demand.timeline.reduce((product, { from, to, factor }) => {
      const within = day >= calendar.dayOfDate(from) && day <= calendar.dayOfDate(to);
      return within ? product * factor : product;
    }, 1),
  );
}

const MODELS = new WeakMap<Model, readonly Model[]>();

/**
 * The model again, once for each regime, with that as its window: what is measured by one of them is measured of the regime, by the
 * same definitions. Empty where the window has one regime, or more than twelve. They are for measuring: run `model`.
 */
export function regimeModels(model: Model): readonly Model[] {
  const known = MODELS.get(model);
  if (known !== undefined) return known;
  const regimes = regimesOfWindow(model);
  const told = regimes.length > 1 && regimes.length <= MOST_REGIMES ? regimes : [];
  const models = told.map((regime) => withWindow(model, regime));
  MODELS.set(model, models);
  return models;
}

function withWindow(model: Model, { from, to }: DayStretch): Model {
  const { clinic, calendar, days } = model;
  const run = { ...clinic.run, warmUpDays: from, lengthDays: to - from, runOutDays: days - to };
  return {
    ...model,
    clinic: { ...clinic, run },
    windowStart: calendar.dayStart(from),
    windowEnd: calendar.dayStart(to),
  };
}
