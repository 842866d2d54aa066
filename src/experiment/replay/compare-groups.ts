import { energyAmong, quantile, sorted } from "../../stats/index.ts";
import { BAND, chanceOf } from "./check.ts";
import type { Outcomes } from "./outcomes.ts";
import type { Banded, ComparedGroup, QuantilePair } from "./replay-report.ts";
import type { ReplayView } from "./replay-view.ts";
import type { ReplyGroup } from "./reply-measures.ts";

/** Recorded and predicted first replies of a group, and how far the energy distance of each replication from all else is. */
export interface GroupComparison {
  readonly compared: ComparedGroup;
  readonly energies: readonly number[];
}

/** First replies of a group as recorded and as predicted. `scale` [open h] is the wait that counts as one half of for ever. */
export function compareGroup(
  view: ReplayView,
  { kind, name, arrivals }: ReplyGroup,
  recorded: Outcomes,
  replications: readonly Outcomes[],
  scale: number,
): GroupComparison {
  const all = [recorded, ...replications];
  const waits = all.map((outcomes) => sorted(Array.from(arrivals, (i) => view.openHours(i, outcomes))));
  const bounded = waits.map((each) =>
    each.map((wait) => (wait === Number.POSITIVE_INFINITY ? 1 : wait / (wait + scale))),
  );
  const [energy, ...energies] = energyAmong(bounded).map(({ coefficient }) => coefficient);
  return {
    compared: {
      kind,
      name,
      messages: arrivals.length,
      share: banded(all.map((outcomes) => view.shareKept(arrivals, outcomes))),
      median: banded(waits.map((each) => quantile(each, 0.5))),
      energy: energy!,
      chance: chanceOf(energy!, energies),
    },
    energies,
  };
}

/** Quantiles of the waits of first replies, recorded against predicted. */
export function quantilePairs(
  view: ReplayView,
  recorded: Outcomes,
  replications: readonly Outcomes[],
): readonly QuantilePair[] {
  const waits = [recorded, ...replications].map((outcomes) =>
    sorted(Array.from(view.firsts, (i) => view.openHours(i, outcomes))),
  );
  return Array.from({ length: 39 }, (_, i) => (i + 1) / 40).map((p) => ({
    p,
    ...banded(waits.map((each) => quantile(each, p))),
  }));
}

/** The first value is the record's, the others those of replications; NaN everywhere where one of them has none. */
export function banded([recorded, ...values]: readonly number[]): Banded {
  if (values.some((value) => Number.isNaN(value))) {
    return { recorded: recorded!, predicted: Number.NaN, low: Number.NaN, high: Number.NaN };
  }
  const all = sorted(values);
  return {
    recorded: recorded!,
    predicted: quantile(all, 0.5),
    low: quantile(all, (1 - BAND) / 2),
    high: quantile(all, (1 + BAND) / 2),
  };
}
