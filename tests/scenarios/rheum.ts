import { readFileSync } from "node:fs";
import { type Clinic, type ClockChange, calendarDays } from "../../src/model/index.ts";
import { resolveOffsets } from "../../src/node/index.ts";
import type { Patch, Scenario } from "../../src/scenario/index.ts";
import { parsed } from "../scenario/parsed.ts";

const text = readFileSync(new URL("../../scenarios/rheum.json", import.meta.url), "utf8");

/** The shipped clinic, with some changes. */
export function rheum(patch: Patch = {}): Scenario {
  return parsed(text, patch);
}

export async function clockChangesOf({ calendar, run }: Clinic): Promise<readonly ClockChange[]> {
  return (await resolveOffsets(calendar.timeZone, run.start, calendarDays(run))).changes;
}
