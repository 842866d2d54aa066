import { describe, expect, test } from "vitest";
import { compile, drawWorld, type Round, rankOf, type Topic } from "../../src/model/index.ts";
import { normalQuantile, regularizedGammaP } from "../../src/random/index.ts";
import { CLINIC, TOPIC, withSpecialty } from "./plain-clinic.ts";
import { correlationOf, meanOf, sdOf } from "./statistics.ts";

const RUN = { ...CLINIC.run, warmUpDays: 0, lengthDays: 365, runOutDays: 0 };
const other: Topic = { ...TOPIC, name: "other", share: 0.3, urgent: 0.5, complexity: 0 };
const clinic = withSpecialty(
  { patients: 40_000, topics: [{ ...TOPIC, share: 0.7 }, other] },
  { ...CLINIC, run: RUN },
);
const { threads } = drawWorld(compile(clinic, []), 21, 0);

/** The share lies within four standard errors of p. */
function expectShare(share: number, p: number, n: number): void {
  expect(Math.abs(share - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
}

function shareOf<Item>(items: readonly Item[], condition: (item: Item) => boolean, p: number): void {
  expectShare(items.filter(condition).length / items.length, p, items.length);
}

describe("a thread's attributes", () => {
  const first = threads.filter(({ topic }) => topic === 0);
  const rounds = first.flatMap((thread) => thread.rounds);
  const later = first.flatMap((thread) => thread.rounds.slice(1));
  const needy = rounds.filter(({ needsReply }) => needsReply);

  test("have the shares the topics give", () => {
    expect(threads.length).toBeGreaterThan(19_000);
    shareOf(threads, ({ topic }) => topic === 0, 0.7);
    shareOf(first, ({ urgent }) => urgent, 0.1);
    shareOf(
      threads.filter(({ topic }) => topic === 1),
      ({ urgent }) => urgent,
      0.5,
    );
    shareOf(
      threads.filter(({ urgent }) => urgent),
      ({ flagged }) => flagged,
      0.6,
    );
    shareOf(
      threads.filter(({ urgent }) => !urgent),
      ({ flagged }) => flagged,
      0.05,
    );
    shareOf(
      threads.filter(({ urgent }) => urgent),
      ({ seenUrgent }) => seenUrgent,
      0.9,
    );
    shareOf(
      threads.filter(({ urgent }) => !urgent),
      ({ seenUrgent }) => seenUrgent,
      0.05,
    );
    shareOf(rounds, ({ lowestRole }) => lowestRole <= rankOf("nurse"), 0.6);
    shareOf(rounds, ({ asks }) => asks, 0.2);
    shareOf(first, (thread) => thread.rounds[0]!.needsVisit, 0.05);
    // A visit belongs to the thread, once: the volume of visits is share × threads, and a thank-you never asks for one.
    expect(later.some(({ needsVisit }) => needsVisit)).toBe(false);
    shareOf(later, ({ needsReply }) => !needsReply, 0.25);
    shareOf(
      needy.filter((_, i) => i > 0),
      ({ followUpDelay }) => !Number.isNaN(followUpDelay),
      0.3,
    );
  });

  test("have the handling times the topic gives, whatever the complexity", () => {
    const minutes = (of: (round: Round) => number) => Float64Array.from(needy, of);
    const n = Math.sqrt(needy.length);
    // Messages of one thread share its complexity, so the effective number is somewhat smaller.
    expect(Math.abs(meanOf(minutes((r) => r.triage)) - 2)).toBeLessThan((5 * 2) / n);
    expect(Math.abs(meanOf(minutes((r) => r.nurse)) - 5)).toBeLessThan((5 * 4) / n);
    expect(Math.abs(meanOf(minutes((r) => r.physician)) - 4)).toBeLessThan((5 * 3) / n);
    expect(sdOf(minutes((r) => r.physician)) / 3).toBeGreaterThan(0.94);
    expect(sdOf(minutes((r) => r.physician)) / 3).toBeLessThan(1.06);
    expect(new Set(needy.map(({ prepare }) => prepare))).toEqual(new Set([1]));
  });

  test("feel one complexity in every role, of the correlation given", () => {
    const scores = (of: readonly Round[], u: (round: Round) => number) =>
      Float64Array.from(of, (round) => normalQuantile(u(round)));
    const triage = (round: Round) => -Math.expm1(-round.triage / 2);
    const physician = (round: Round) => regularizedGammaP((4 / 3) ** 2, (round.physician * 4) / 9);
    const hard = first.map((thread) => thread.rounds[0]!);
    expect(Math.abs(correlationOf(scores(hard, triage), scores(hard, physician)) - 0.5)).toBeLessThan(0.03);
    const plain = threads.filter(({ topic }) => topic === 1).map((thread) => thread.rounds[0]!);
    expect(Math.abs(correlationOf(scores(plain, triage), scores(plain, physician)))).toBeLessThan(0.06);
    const two = first.filter((thread) => thread.rounds.length > 1 && thread.rounds[1]!.needsReply);
    const [one, next] = [0, 1].map((round) => two.map((thread) => thread.rounds[round]!));
    expect(Math.abs(correlationOf(scores(one!, triage), scores(next!, triage)) - 0.5)).toBeLessThan(0.06);
  });

  test("do not depend on the policies, but for what a policy draws itself", () => {
    const bare = drawWorld(
      compile({ ...clinic, policies: { ...clinic.policies, triage: { type: "none" } } }, []),
      21,
      0,
    );
    for (const [i, thread] of bare.threads.entries()) {
      if (i >= 500) break;
      const { seenUrgent, rounds: bareRounds, ...rest } = thread;
      const { seenUrgent: _, rounds: fullRounds, ...others } = threads[i]!;
      expect(rest).toEqual(others);
      expect(seenUrgent).toBe(thread.urgent);
      expect(bareRounds).toEqual(fullRounds.map((round) => ({ ...round, asks: false, prepare: 0 })));
    }
  });
});
