import { describe, expect, test } from "vitest";
import { type Clinic, compile, drawWorld, type Policies, runClinic } from "../../src/model/index.ts";
import { busyClinic } from "../model/busy-clinic.ts";
import { CHOICES } from "./policy-choices.ts";

const REPLICATIONS = 12;
/** Waits without end are cut off here, so that they have a mean [min]. */
const LONGEST = 10 * 1440;

/** Mean time to the reply over messages sent before `by` [min], by replication. */
function meanWaits(clinic: Clinic, by: number): number[] {
  const model = compile(clinic, []);
  return Array.from({ length: REPLICATIONS }, (_, replication) => {
    let sum = 0;
    let count = 0;
    runClinic(model, drawWorld(model, 7, replication), {
      message: ({ thread, round, cause, sent, replied }) => {
        if (cause !== "own" || sent >= by || !thread.rounds[round]!.needsReply) return;
        sum += Math.min(Number.isNaN(replied) ? LONGEST : replied - sent, LONGEST);
        count += 1;
      },
    });
    return sum / count;
  });
}

/** Student's t of the differences, pair by pair: positive where `b` is larger. */
function pairedT(a: readonly number[], b: readonly number[]): number {
  const differences = a.map((value, i) => b[i]! - value);
  const mean = differences.reduce((sum, d) => sum + d, 0) / differences.length;
  const squares = differences.reduce((sum, d) => sum + (d - mean) ** 2, 0) / (differences.length - 1);
  return mean === 0 ? 0 : mean / Math.sqrt(squares / differences.length);
}

function withMore(role: "nurse" | "physician", by: number, policies: Partial<Policies>): Clinic {
  const clinic = busyClinic(policies);
  return {
    ...clinic,
    teams: clinic.teams.map((team) => (team.role === role ? { ...team, count: team.count + by } : team)),
  };
}

/**
 * More people help in the mean, though no law says so where work is fed back, shared out and handed over: so a mean that is longer
 * is only told, and one that is longer beyond doubt (t > 4.4 with 11 degrees of freedom: p < 0.0005) is a fault.
 */
function expectHelp(what: string, fewer: readonly number[], more: readonly number[]): void {
  const t = pairedT(fewer, more);
  if (t > 0) console.warn(`${what}: more people, and the mean wait is longer (t = ${t.toFixed(2)})`);
  expect(t, what).toBeLessThan(4.4);
}

describe.each(CHOICES.routing.map((routing) => [routing.type, routing] as const))(
  "under %s",
  (name, routing) => {
    const by = 21 * 1440;
    const base = meanWaits(busyClinic({ routing }), by);

    test("one more nurse does not lengthen the mean wait", () => {
      expectHelp(`${name}, a nurse`, base, meanWaits(withMore("nurse", 1, { routing }), by));
    });

    test("two more physicians do not lengthen the mean wait", () => {
      expectHelp(`${name}, two physicians`, base, meanWaits(withMore("physician", 2, { routing }), by));
    });
  },
);

test("and having no nurse would be seen to lengthen it", () => {
  const by = 21 * 1440;
  const base = meanWaits(busyClinic(), by);
  expect(pairedT(base, meanWaits(withMore("nurse", -2, {}), by))).toBeGreaterThan(4.4);
});
