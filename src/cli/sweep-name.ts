import { type SweepTerms, sweepId } from "../experiment/index.ts";
import { folderName } from "../node/index.ts";
import type { SweepFormat } from "../report/index.ts";

/** The folder's name of a sweep in a format, or of a shard of it, which has none yet; `kind`: what else its points are for. */
export function sweepName(
  terms: SweepTerms,
  { format, shard }: { readonly format: SweepFormat; readonly shard?: readonly [number, number] },
  kind = "sweep",
): string {
  const { name } = JSON.parse(terms.scenario) as { readonly name: string };
  const stem = folderName(name, sweepId(terms), kind);
  if (shard !== undefined) return `${stem}-${shard[0]}-of-${shard[1]}`;
  return format === "csv" ? stem : `${stem}-${format}`;
}
