import { describe, expect, test } from "vitest";
import {
  billingPolicies,
  type Clinic,
  compile,
  conversionPolicies,
  draftPolicies,
  drawWorld,
  flagPolicies,
  frontDoorPolicies,
  type MessageRecord,
  type Policies,
  protocolPolicies,
  queuePolicies,
  routingPolicies,
  runClinic,
  type Stretch,
  sortingPolicies,
  triagePolicies,
  type VisitRecord,
  type Wait,
  type WorkRecord,
} from "../../src/model/index.ts";
import { busyClinic } from "../model/busy-clinic.ts";
import { pairwise } from "./covering-array.ts";
import { CHOICES } from "./policy-choices.ts";

const seams = Object.entries(CHOICES);
const rows = pairwise(seams.map(([, choices]) => choices.length));

function clinicOf(row: readonly number[]): Clinic {
  const chosen = Object.fromEntries(seams.map(([seam, choices], i) => [seam, choices[row[i]!]]));
  const { cover, ...policies } = chosen as unknown as Policies & {
    cover: Clinic["teams"][0]["absence"]["cover"];
  };
  const clinic = busyClinic(policies);
  const teams = clinic.teams.map((team) => ({ ...team, absence: { ...team.absence, cover } }));
  return { ...clinic, teams };
}

/** What every observer is told of a run. */
function watched(clinic: Clinic, replication: number) {
  const model = compile(clinic, []);
  const world = drawWorld(model, 2026, replication);
  const messages: MessageRecord[] = [];
  const work: WorkRecord[] = [];
  const visits: VisitRecord[] = [];
  const waits: Wait[] = [];
  const stretches: Stretch[] = [];
  let open = 0;
  runClinic(model, world, {
    message: (record) => messages.push(record),
    work: (record) => work.push(record),
    visit: (record) => visits.push(record),
    waited: (wait) => waits.push(wait),
    handled: (stretch) => stretches.push(stretch),
    openChanged: (_, now) => {
      open = now;
    },
  });
  return { model, world, messages, work, visits, waits, stretches, open };
}

const keyOf = (thread: number, round: number, cause: string) => `${thread}.${round} ${cause}`;

function sums<T>(
  items: readonly T[],
  key: (item: T) => string,
  value: (item: T) => number,
): Map<string, number> {
  const result = new Map<string, number>();
  for (const item of items) result.set(key(item), (result.get(key(item)) ?? 0) + value(item));
  return result;
}

test("the choices have every policy there is", () => {
  const types = (list: readonly { readonly type: string }[]) => list.map(({ type }) => type).toSorted();
  const seen = (choices: readonly { readonly type: string }[]) => [...new Set(types(choices))];
  expect(seen(CHOICES.frontDoor.flat())).toEqual(types(frontDoorPolicies));
  expect(seen(CHOICES.flag)).toEqual(types(flagPolicies));
  expect(seen(CHOICES.sorting)).toEqual(types(sortingPolicies));
  expect(seen(CHOICES.triage)).toEqual(types(triagePolicies));
  expect(seen(CHOICES.protocol)).toEqual(types(protocolPolicies));
  expect(seen(CHOICES.conversion)).toEqual(types(conversionPolicies));
  expect(seen(CHOICES.drafts)).toEqual(types(draftPolicies));
  expect(seen(CHOICES.routing)).toEqual(types(routingPolicies));
  expect(seen(CHOICES.queue)).toEqual(types(queuePolicies));
  expect(seen(CHOICES.billing)).toEqual(types(billingPolicies));
});

describe(`under any two policies together (${rows.length} combinations)`, () => {
  const totals = { messages: 0, turnedAway: 0, chasers: 0, duplicates: 0, settled: 0, calls: 0, visits: 0 };

  test.each(rows.map((row, i) => [i, row] as const))(
    "nothing is lost or told twice: combination %i",
    (i, row) => {
      const { model, world, messages, work, visits, waits, stretches, open } = watched(clinicOf(row), i);
      const about = JSON.stringify(model.clinic.policies);

      // Every message is told once, and each thread's from its first on.
      const told = messages.map(({ thread, round, cause }) => keyOf(thread.id, round, cause));
      expect(new Set(told).size, about).toBe(told.length);
      const first = messages.filter(({ round, cause }) => round === 0 && cause === "own");
      expect(first.length).toBe(world.threads.filter(({ sent }) => sent < model.end).length);

      // What was let in is closed or open; what was turned away has been through nothing.
      const away = messages.filter(({ turnedAwayBy }) => turnedAwayBy >= 0);
      const closed = messages.filter((record) => !Number.isNaN(record.closed));
      expect(messages.length - away.length - closed.length).toBe(open);
      for (const record of away) expect([record.firstRead, record.closed]).toEqual([Number.NaN, Number.NaN]);

      // A message's minutes are those that people worked on it, and with its waits they make up the time to its reply.
      const worked = sums(
        stretches.filter(({ activity }) => activity !== "call" && activity !== "other work"),
        ({ subject, round, cause }) => keyOf(subject, round, cause),
        ({ from, to }) => to - from,
      );
      const waited = sums(
        waits,
        ({ thread, round, cause }) => keyOf(thread.id, round, cause),
        ({ from, to }) => to - from,
      );
      for (const record of messages) {
        const key = keyOf(record.thread.id, record.round, record.cause);
        const minutes = record.clerkMinutes + record.nurseMinutes + record.physicianMinutes;
        if (Math.abs(minutes - (worked.get(key) ?? 0)) > 1e-6)
          expect([key, minutes]).toEqual([key, worked.get(key)]);
        if (Number.isNaN(record.replied)) continue;
        const sum = (worked.get(key) ?? 0) + (waited.get(key) ?? 0);
        if (Math.abs(sum - (record.replied - record.sent)) > 1e-6) {
          expect([key, sum, about]).toEqual([key, record.replied - record.sent, about]);
        }
      }

      // Everybody who calls is told of, and other work is what the world holds.
      const calls = work.filter((record) => record.about !== undefined);
      expect(work.length - calls.length).toBe(world.work.filter(({ at }) => at < model.end).length);
      const displaced = away.filter(({ thread, round, cause, turnedAwayBy }) => {
        const { displacedTo, cappedTo } = thread.rounds[round]!;
        const capped = cause !== "own" || thread.rounds[round]!.turnedAwayBy !== turnedAwayBy;
        return (capped ? cappedTo : displacedTo) === "call";
      });
      expect(calls.length).toBeGreaterThanOrEqual(displaced.length);
      expect(visits.every(({ day }) => day === -1 || model.calendar.isOpenDay(day))).toBe(true);

      totals.messages += messages.length;
      totals.turnedAway += away.length;
      totals.chasers += messages.filter(({ cause }) => cause === "chaser").length;
      totals.duplicates += messages.filter(({ cause }) => cause === "duplicate").length;
      totals.settled += messages.filter(({ settledByCall }) => settledByCall).length;
      totals.calls += calls.length;
      totals.visits += visits.length;
    },
  );

  test("and all that can happen did", () => {
    for (const [what, count] of Object.entries(totals)) expect(count, what).toBeGreaterThan(50);
  });
});
