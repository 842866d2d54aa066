import { describe, expect, test } from "vitest";
import {
  compile,
  drawWorld,
  PHYSICIANS,
  runReplication,
  type Stretch,
  type Wait,
  wayOf,
} from "../../src/model/index.ts";
import { watch } from "../model/watch-clinic.ts";
import { clockChangesOf, rheum } from "./rheum.ts";

const { clinic } = rheum();
const clockChanges = await clockChangesOf(clinic);
const { seed } = clinic.run;
const world = drawWorld(compile(clinic, clockChanges), seed, 1);
const { model, roster, messages, work, visits, waits, stretches, lineChanges } = watch({
  clinic,
  clockChanges,
  world,
});
const { end } = model;

type Line = { readonly team: number; readonly person: number };
const nameOf = ({ team, person }: Line): string => `${team}.${person}`;

function grouped<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}

const lines = grouped(lineChanges, nameOf);
const teams = model.teams.map(({ index }) => index);
const ofTeam = <T extends { readonly team: number }>(items: readonly T[], team: number): readonly T[] =>
  items.filter((item) => item.team === team);
/** One for every time that something was taken out of a line to be worked on: what is held for a call comes back without one. */
const takes = [
  ...grouped(stretches, (s) => `${s.activity} ${s.subject} ${s.round} ${s.cause} ${s.entered}`).values(),
].map((parts) => parts.reduce((first, part) => (part.from < first.from ? part : first)));
const lostCalls = work.filter(({ lost }) => lost);
const key = ({ thread, round, cause }: Pick<Wait, "thread" | "round" | "cause">) =>
  `${thread.id}/${round}/${cause}`;
const settled = new Map(
  messages.filter(({ settledByCall }) => settledByCall).map((each) => [key(each), each.closed]),
);
/** Waits in a line that ended with a call about the message. */
const waitedForCall = waits.filter((wait) => wait.for === "line" && wait.to === settled.get(key(wait)));
const teamOfWork = ({ item }: (typeof work)[number]): number => item.team;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const minutesOf = (parts: readonly Stretch[] = []): number => sum(parts.map(({ from, to }) => to - from));

describe("a year of rheum.json", () => {
  test("is a clinic in which nothing goes back into a line, so that takes can be counted", () => {
    expect(model.teams.map(({ team }) => team.endOfHours)).toEqual(["finish", "finish"]);
    expect(messages.length).toBeGreaterThan(3000);
    expect(lostCalls.length).toBeGreaterThan(300);
  });

  test("keeps its books: what was sent is closed or open, once each", () => {
    const { conservation, diagnostics, tables } = runReplication(model, {
      seed,
      replication: 1,
      keep: "full",
    });
    expect(conservation).toMatchObject({
      sent: messages.length,
      turnedAway: 0,
      closed: messages.filter(({ closed }) => closed < end).length,
      open: messages.filter(({ closed }) => Number.isNaN(closed)).length,
      work: work.length,
    });
    expect(new Set(messages.map(key)).size).toBe(messages.length);
    const first = messages
      .filter(({ round, cause }) => round === 0 && cause === "own")
      .map(({ thread }) => thread.id);
    expect(first.sort((a, b) => a - b)).toEqual(world.threads.map(({ id }) => id));
    const drawn = work.filter(({ about }) => about === undefined).map(({ item }) => item.id);
    expect(drawn.sort((a, b) => a - b)).toEqual(world.work.map(({ id }) => id));
    expect(tables!.map(({ name, rowCount }) => [name, rowCount]).slice(0, 5)).toEqual([
      ["messages", messages.length],
      ["other_work", work.length],
      ["visits", visits.length],
      ["stretches", stretches.length],
      ["lines", lineChanges.length],
    ]);
    expect(Math.abs(diagnostics.littlesLaw.residual)).toBeLessThan(1e-12);
  });

  test("loses nothing from any line: in is out and inside", () => {
    let inside = 0;
    const exitsOf = new Map(teams.map((team) => [team, 0]));
    for (const [, changes] of lines) {
      const steps = changes.map(({ length }, i) => length - (changes[i - 1]?.length ?? 0));
      expect(steps.every((step) => Math.abs(step) === 1)).toBe(true);
      const entries = steps.filter((step) => step === 1).length;
      const exits = steps.length - entries;
      const left = changes.at(-1)!.length;
      expect(entries).toBe(exits + left);
      const { team } = changes[0]!;
      exitsOf.set(team, exitsOf.get(team)! + exits);
      inside += left;
    }
    for (const team of teams) {
      const lost = lostCalls.filter((call) => teamOfWork(call) === team);
      expect(exitsOf.get(team)).toBe(
        ofTeam(takes, team).length + lost.length + ofTeam(waitedForCall, team).length,
      );
    }
    const inHand = stretches.filter(({ to }) => to === end).length;
    const open = messages.filter(({ closed }) => Number.isNaN(closed)).length;
    const unfinished = work.filter(({ ended }) => Number.isNaN(ended)).length;
    expect(inside + inHand).toBe(open + unfinished);
  });

  test("obeys Little's law line by line: what waited is the area under the length", () => {
    for (const team of teams) {
      let waiting = 0;
      let since = 0;
      let area = 0;
      let empty = { at: 0, area: 0 };
      const length = new Map<number, number>();
      for (const change of ofTeam(lineChanges, team)) {
        area += waiting * (change.time - since);
        since = change.time;
        waiting += change.length - (length.get(change.person) ?? 0);
        length.set(change.person, change.length);
        if (waiting === 0) empty = { at: since, area };
      }
      expect(empty.at).toBeGreaterThan(end / 2);
      const taken = ofTeam(takes, team).map(({ entered, from }) => (from <= empty.at ? from - entered : 0));
      const inVain = lostCalls.map((call) =>
        teamOfWork(call) === team && call.ended <= empty.at ? call.ended - call.item.at : 0,
      );
      const untilCall = ofTeam(waitedForCall, team).map(({ from, to }) => (to <= empty.at ? to - from : 0));
      expect(empty.area / (sum(taken) + sum(inVain) + sum(untilCall))).toBeCloseTo(1, 9);
    }
  });

  test("has nobody do two things at once", () => {
    for (const [, parts] of grouped(stretches, nameOf)) {
      const inOrder = [...parts].sort((a, b) => a.from - b.from || a.to - b.to);
      expect(inOrder.every(({ from, to }, i) => from <= to && from >= (inOrder[i - 1]?.to ?? 0))).toBe(true);
    }
  });

  test("adds up: stretches to a message's minutes, and those of work to what it takes", () => {
    const isWork = ({ activity }: Stretch) => activity === "call" || activity === "other work";
    const ofMessage = grouped(
      stretches.filter((part) => !isWork(part)),
      ({ subject, round, cause }) => `${subject}/${round}/${cause}`,
    );
    const { reRead } = clinic.teams.find(({ role }) => role === "nurse")!;
    const { unknownPatient } = clinic.specialties[0]!;
    const roleOf = ({ team }: Stretch) => model.teams[team]!.team.role;
    for (const message of messages) {
      const { thread, round, cause, nurseMinutes, physicianMinutes } = message;
      const parts = ofMessage.get(key(message)) ?? [];
      const byNurse = parts.filter((part) => roleOf(part) === "nurse");
      const byPhysician = parts.filter((part) => roleOf(part) === "physician");
      expect(minutesOf(byNurse)).toBeCloseTo(nurseMinutes, 8);
      expect(minutesOf(byPhysician)).toBeCloseTo(physicianMinutes, 8);
      if (Number.isNaN(message.closed) || message.settledByCall || cause !== "own") continue;
      const steps = wayOf(thread.rounds[round]!, model.specialties[0]!.ways[thread.topic]!);
      const ofNurse = steps.filter(({ team }) => team !== PHYSICIANS);
      // Calls interrupt the nurse, who reads again afterwards; nothing interrupts a physician.
      const again = (nurseMinutes - sum(ofNurse.map(({ minutes }) => minutes))) / reRead;
      expect(again).toBeCloseTo(Math.round(again), 6);
      expect(Math.round(again)).toBeGreaterThanOrEqual(byNurse.length - ofNurse.length);
      const ofPhysician = steps.filter(({ team }) => team === PHYSICIANS);
      expect(byPhysician).toHaveLength(ofPhysician.length);
      const expected = ofPhysician.map(
        ({ minutes }, i) => minutes * (byPhysician[i]!.person === thread.person ? 1 : unknownPatient),
      );
      expect(physicianMinutes).toBeCloseTo(sum(expected), 8);
    }
    const ofWork = grouped(stretches.filter(isWork), ({ subject }) => `${subject}`);
    for (const { item, started, ended } of work) {
      const parts = ofWork.get(`${item.id}`) ?? [];
      if (Number.isNaN(started)) expect(parts).toEqual([]);
      else if (!Number.isNaN(ended)) expect(minutesOf(parts)).toBeCloseTo(item.minutes, 8);
    }
  });

  test("has nobody free in hours while a line that person works from holds something", () => {
    for (const team of teams) {
      for (let ordinal = 0; ordinal < model.teams[team]!.team.count; ordinal += 1) {
        const free = freeTimeOf(team, ordinal);
        for (const { from, to, lines: worked } of free) {
          const waiting = worked.filter((line) => longestOf(line, from, to) > 0);
          if (waiting.length > 0)
            expect.fail(`${team}.${ordinal} is free from ${from} to ${to}, ${waiting} not empty`);
        }
        expect(free.length).toBeGreaterThan(200);
      }
    }
  });
});

interface FreeTime {
  readonly from: number;
  readonly to: number;
  /** The lines that the person works from then. */
  readonly lines: readonly string[];
}

/** Stretches of a person's hours without work in hand, cut at midnights. */
function freeTimeOf(team: number, ordinal: number): readonly FreeTime[] {
  const busy = stretches
    .filter((stretch) => stretch.team === team && stretch.person === ordinal)
    .sort((a, b) => a.from - b.from);
  const free: FreeTime[] = [];
  const hours = roster.hoursOf(team, ordinal);
  let next = 0;
  for (let i = 0; i < hours.stretchCount; i += 1) {
    const day = model.calendar.dayOf(hours.from(i));
    expect(hours.to(i)).toBeLessThanOrEqual(model.calendar.dayStart(day + 1));
    const owners = [ordinal, ...roster.coveredBy(team, ordinal, day)];
    const own = model.teams[team]!.hasOwnLines ? owners.map((owner) => `${team}.${owner}`) : [];
    const worked = roster.worksShared(team, ordinal, day) ? [`${team}.-1`, ...own] : own;
    let from = hours.from(i);
    while (next < busy.length && busy[next]!.to <= from) next += 1;
    for (let k = next; k < busy.length && busy[k]!.from < hours.to(i); k += 1) {
      if (busy[k]!.from > from) free.push({ from, to: busy[k]!.from, lines: worked });
      from = Math.max(from, busy[k]!.to);
    }
    if (from < hours.to(i)) free.push({ from, to: hours.to(i), lines: worked });
  }
  return free;
}

/** The greatest length of a line that lasts for some time within [from, to). */
function longestOf(line: string, from: number, to: number): number {
  const changes = lines.get(line) ?? [];
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (changes[middle]!.time <= from) low = middle + 1;
    else high = middle;
  }
  let longest = 0;
  for (let i = Math.max(0, low - 1); i < changes.length && changes[i]!.time < to; i += 1) {
    const until = Math.min(changes[i + 1]?.time ?? end, to);
    if (until > Math.max(changes[i]!.time, from)) longest = Math.max(longest, changes[i]!.length);
  }
  return longest;
}
