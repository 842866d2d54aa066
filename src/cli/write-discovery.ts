import { InputError } from "../errors.ts";
import {
  DiscoveryRows,
  type DiscoveryTerms,
  discover,
  FEWEST_POINTS,
  parseCondition,
  sweepId,
} from "../experiment/index.ts";
import type { Journal, ResultSink } from "../node/index.ts";
import {
  type DiscoverySummary,
  discoveryJson,
  discoveryPointsSheet,
  summariseDiscovery,
  tradeOffsSheet,
} from "../report/index.ts";
import { responsesOf } from "./all-responses.ts";

export const DISCOVERY_SUMMARY = "discovery.json";

/** What was found, and what it was found in. */
export interface FoundDiscovery {
  readonly table: ReturnType<DiscoveryRows["table"]>;
  readonly discovery: ReturnType<typeof discover>;
  readonly summary: DiscoverySummary;
}

/** Searches the points of a sweep that the terms name. Throws InputError for points that are too few. */
export async function discoveryOf(journal: Journal, terms: DiscoveryTerms): Promise<FoundDiscovery> {
  const { sweep, fails, judged, seed } = terms;
  const names = responsesOf(journal).map(({ name }) => name);
  const rows = new DiscoveryRows(sweep, parseCondition(fails, names), judged);
  let done = 0;
  for (const [from, to] of terms.points) {
    for (let point = from; point <= to; point++) {
      rows.add(await journal.record(point));
      done += 1;
    }
  }
  const table = rows.table();
  if (table.points.length < FEWEST_POINTS) {
    const message = `"${fails}" can be told of ${table.points.length} points only`;
    throw refusedDiscovery(
      "few-points",
      "--fails",
      message,
      "take a response that is defined at more points",
    );
  }
  const discovery = discover(table, terms);
  const parts = {
    scenario: (JSON.parse(sweep.scenario) as { readonly name: string }).name,
    sweep: sweepId(sweep),
    seed,
    fails,
    judged,
    factors: table.factors.map(({ path }) => path),
    points: { all: sweep.points, done, told: table.points.length },
    replications: rows.replications,
    discovery,
  };
  return { table, discovery, summary: summariseDiscovery(parts, sweep.scenario) };
}

export async function writeDiscovery(
  { table, discovery, summary }: FoundDiscovery,
  sink: ResultSink,
): Promise<void> {
  await sink.append(discoveryPointsSheet(table, discovery));
  await sink.append(tradeOffsSheet(discovery));
  await sink.write(DISCOVERY_SUMMARY, discoveryJson(summary));
}

export function refusedDiscovery(code: string, path: string, message: string, hint: string): InputError {
  return new InputError([{ code, path, message, hint, severity: "error" }]);
}
