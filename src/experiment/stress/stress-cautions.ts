import type { Model, ReplicationResult } from "../../model/index.ts";
import type { Caution } from "../analysis.ts";
import { cautionsOf } from "../cautions.ts";
import { runKindOf } from "../run-kind.ts";
import { sanityOf } from "../sanity.ts";
import type { StressResult } from "./stress-result.ts";

/** What a reader must know before believing a battery. */
export function stressCautions(
  model: Model,
  base: readonly ReplicationResult[],
  stresses: readonly StressResult[],
): readonly Caution[] {
  const open = stresses.filter(({ verdict }) => verdict === "cannot tell");
  const needs = open.flatMap(({ promises }) => promises.flatMap((promise) => promise.needs ?? []));
  const most = needs.reduce((all, each) => Math.max(all, each), 0);
  const wanted = most > 0 ? `: some ${most} would tell how promises are kept (--replications)` : "";
  return [
    ...(open.length === 0
      ? []
      : [
          {
            code: "too-few-worlds",
            message: `${base.length} worlds are too few to tell whether the plan stands ${open.length} of the ${stresses.length} stresses${wanted}`,
          },
        ]),
    ...cautionsOf(model, base, runKindOf(model, base, sanityOf(model, base)), []),
  ];
}
