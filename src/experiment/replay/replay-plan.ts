import { arrivalsKey, contentHash, type Offsets, offsetsKey } from "../job.ts";
import type { Plan } from "../plan.ts";
import type { RecordedMessages } from "./recorded-messages.ts";
import type { SeenRecord } from "./seen-record.ts";

/** A record through a model: what a result of `replay` is the result of. */
export interface ReplayPlan {
  readonly engine: string;
  /** Canonical text of the scenario as it is replayed: its run is the record's. */
  readonly scenario: string;
  readonly offsets: Offsets;
  readonly seed: number;
  readonly replications: readonly number[];
  readonly recorded: RecordedMessages;
  /** First local day of the record that is judged. */
  readonly from: number;
  /** The scenario was fitted to what is judged. */
  readonly fitted?: SeenRecord;
}

/** SHA-256 of a record, hexadecimal: of its times and classes, not of what it was read from. */
export function recordHash({
  arrivals,
  outcomes,
  end,
  days,
  tellsClosing,
  leftOut,
}: RecordedMessages): string {
  const { replied, role, person, chasers } = outcomes;
  const told = [replied, role, person, chasers].map((each) => [...each]);
  return contentHash("clinicsim/record/2", arrivalsKey(arrivals), told, end, days, tellsClosing, leftOut);
}

/** SHA-256 of a plan's content, hexadecimal: equal ids have results of the same bytes. */
export function replayId({
  engine,
  scenario,
  offsets,
  seed,
  replications,
  recorded,
  from,
  fitted,
}: ReplayPlan): string {
  const content = [engine, scenario, offsetsKey(offsets), seed, replications, from];
  return contentHash("clinicsim/replay/2", ...content, recordHash(recorded), fitted?.isSame ?? "unseen");
}

/** The replications of a replay: with the arrivals as they were recorded, and with those that the scenario draws. */
export function replayRuns({ recorded, from: _, fitted: __, ...shared }: ReplayPlan): {
  readonly recorded: Plan;
  readonly drawn: Plan;
} {
  const drawn: Plan = { ...shared, keep: "replies" };
  return { recorded: { ...drawn, arrivals: recorded.arrivals }, drawn };
}
