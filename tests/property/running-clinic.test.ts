import { describe, expect, test } from "vitest";
import { type Activity, type Clinic, compile, runClinic, type Stretch } from "../../src/model/index.ts";
import { randomClinic } from "../model/random-clinic.ts";
import { watch } from "../model/watch-clinic.ts";
import { always, grouped } from "./always.ts";

const personOf = ({ team, person }: Stretch) => `${team}.${person}`;
const lineOf = ({ team, person }: { readonly team: number; readonly person: number }) => `${team}.${person}`;

describe("in any small clinic", () => {
  test("nobody does two things at once", () => {
    always(({ stretches }) => {
      for (const [, ofPerson] of grouped(stretches, personOf)) {
        const inOrder = [...ofPerson].sort((a, b) => a.from - b.from || a.to - b.to);
        inOrder.forEach(({ from, to }, i) => {
          expect(to).toBeGreaterThanOrEqual(from);
          if (i > 0) expect(from).toBeGreaterThanOrEqual(inOrder[i - 1]!.to);
        });
      }
    });
  });

  test("nobody is idle in hours while something waits in a line that person works from", () => {
    always(({ model, roster, stretches, lineChanges }) => {
      const { end } = model;
      const lengths = minuteByMinute(
        end,
        lineChanges.map((change) => ({ key: lineOf(change), from: change.time, value: change.length })),
      );
      const busy = new Map<string, Uint8Array>();
      for (const stretch of stretches) {
        const ofPerson = busy.get(personOf(stretch)) ?? new Uint8Array(end);
        ofPerson.fill(stretch.activity === "call" ? 2 : 1, stretch.from, stretch.to);
        busy.set(personOf(stretch), ofPerson);
      }
      for (const { index: team, team: spec, hasOwnLines } of model.teams) {
        for (let ordinal = 0; ordinal < spec.count; ordinal++) {
          const hours = roster.hoursOf(team, ordinal);
          const working = busy.get(`${team}.${ordinal}`);
          for (let i = 0; i < hours.stretchCount; i++) {
            for (let minute = hours.from(i); minute < hours.to(i); minute++) {
              const doing = working?.[minute] ?? 0;
              if (doing === 2) continue;
              const day = model.calendar.dayOf(minute);
              const shared = roster.worksShared(team, ordinal, day) ? `${team}.-1` : "none";
              if (doing === 0 && (lengths.get(shared)?.[minute] ?? 0) > 0) {
                expect.fail(`${team}.${ordinal} is idle at ${minute} though the shared line is not empty`);
              }
              if (doing !== 0 || !hasOwnLines) continue;
              for (const owner of [ordinal, ...roster.coveredBy(team, ordinal, day)]) {
                if ((lengths.get(`${team}.${owner}`)?.[minute] ?? 0) === 0) continue;
                expect.fail(
                  `${team}.${ordinal} is idle at ${minute} though the line of ${owner} is not empty`,
                );
              }
            }
          }
        }
      }
    });
  });

  test("while a call waits, everybody on duty who could take it is on the telephone", () => {
    always(({ model, roster, stretches, work }, { clinic }) => {
      for (const { item, started, ended, lost } of work) {
        if (!clinic.specialties[item.specialty]!.otherWork[item.source]!.interrupts) continue;
        const until = lost ? ended : Number.isNaN(started) ? model.end : started;
        for (let minute = item.at; minute < until; minute++) {
          const day = model.calendar.dayOf(minute);
          for (let ordinal = 0; ordinal < clinic.teams[item.team]!.count; ordinal++) {
            if (!roster.hoursOf(item.team, ordinal).isCounting(minute)) continue;
            if (!roster.worksShared(item.team, ordinal, day)) continue;
            const calling = stretches.some(
              ({ team, person, activity, from, to }) =>
                team === item.team &&
                person === ordinal &&
                activity === "call" &&
                from <= minute &&
                minute < to,
            );
            expect(calling).toBe(true);
          }
        }
      }
    }, 40);
  });

  test("work is taken up in hours or an evening only, from a line that person works from", () => {
    always(({ model, roster, stretches }) => {
      const seen = new Set<string>();
      for (const stretch of stretches) {
        const { team, person, from, to, activity, subject, round, cause, entered, evening } = stretch;
        const key = `${activity} ${subject} ${round} ${cause} ${entered}`;
        const first = !seen.has(key);
        seen.add(key);
        if (!first) continue;
        const inHours = roster.hoursOf(team, person).isCounting(from);
        const evenings = roster.eveningsOf(team, person);
        const inEvening = evenings.some(
          (bound, i) => i % 2 === 0 && bound <= from && from < evenings[i + 1]!,
        );
        expect(inHours || inEvening).toBe(true);
        expect(evening).toBe(!inHours);
        expect(roster.isAway(team, person, model.calendar.dayOf(from))).toBe(false);
        expect(to).toBeLessThanOrEqual(model.end);
      }
    });
  });

  test("the people on duty are between none and all, and as many as the roster says when no evening is open", () => {
    always(({ model, roster, duty }) => {
      for (const [team, changes] of grouped(duty, (change) => `${change.team}`)) {
        const { count } = model.teams[Number(team)]!.team;
        let before = 0;
        for (const { onDuty } of changes) {
          expect(Math.abs(onDuty - before)).toBe(1);
          expect(onDuty >= 0 && onDuty <= count).toBe(true);
          before = onDuty;
        }
      }
      const after = new Map<string, number>();
      for (const { time, team, onDuty } of duty) after.set(`${time} ${team}`, onDuty);
      for (const [key, onDuty] of after) {
        const [time, team] = key.split(" ").map(Number) as [number, number];
        const ordinals = Array.from({ length: model.teams[team]!.team.count }, (_, k) => k);
        const inHours = ordinals.filter((k) => roster.hoursOf(team, k).isCounting(time)).length;
        expect(onDuty).toBeGreaterThanOrEqual(inHours);
        if (ordinals.every((k) => roster.eveningsOf(team, k).length === 0)) expect(onDuty).toBe(inHours);
      }
    });
  });

  test("Little's law: the waits in a team's lines add up to their lengths over time", () => {
    let checked = 0;
    always((_, drawn) => {
      // Without calls and suspension everything leaves a line once, to be worked on in one stretch.
      const { model, stretches, lineChanges } = watch({
        ...drawn,
        clinic: withoutInterruptions(drawn.clinic),
      });
      const byLine = grouped(lineChanges, lineOf);
      for (const { index, team } of model.teams) {
        const persons = Array.from({ length: team.count + 1 }, (_, i) => `${index}.${i - 1}`);
        const lines = persons.flatMap((line) => byLine.get(line) ?? []);
        // What never leaves is not told when it entered.
        if (persons.some((line) => (byLine.get(line)?.at(-1)?.length ?? 0) > 0) || lines.length === 0)
          continue;
        let length = 0;
        for (const line of persons) {
          const changes = byLine.get(line) ?? [];
          changes.forEach((change, i) => {
            length += change.length * ((changes[i + 1]?.time ?? model.end) - change.time);
          });
        }
        const waits = stretches
          .filter((stretch) => stretch.team === index)
          .map(({ entered, from }) => from - entered);
        expect(length).toBe(waits.reduce((sum, wait) => sum + wait, 0));
        checked += 1;
      }
    });
    expect(checked).toBeGreaterThan(30);
  });

  test("a longer run changes nothing of what was before its end", () => {
    always(({ messages }, drawn) => {
      const { run } = drawn.clinic;
      const days = run.warmUpDays + run.lengthDays + run.runOutDays;
      if (days === 1) return;
      const clinic = { ...drawn.clinic, run: { ...run, warmUpDays: 0, lengthDays: days - 1, runOutDays: 0 } };
      const shorter = watch({ ...drawn, clinic });
      const { end } = shorter.model;
      const early = messages.filter(({ closed }) => closed < end);
      expect(shorter.messages.filter(({ closed }) => !Number.isNaN(closed))).toEqual(early);
    });
  });

  test("the same world gives the same events, watched or not, and stays as it was", () => {
    always((seen, drawn) => {
      const before = structuredClone({ clinic: drawn.clinic, world: drawn.world });
      const trace: string[] = [];
      const model = compile(deepFreeze(drawn.clinic), drawn.clockChanges);
      const world = deepFreeze(drawn.world);
      runClinic(
        model,
        world,
        {},
        {
          trace: (time, priority, sequence, _, subject) =>
            trace.push(`${time} ${priority} ${sequence} ${subject}`),
        },
      );
      expect(trace).toEqual(seen.trace);
      expect({ clinic: drawn.clinic, world: drawn.world }).toEqual(before);
    }, 30);
  });

  test("the cases reach every corner: holding, suspending, evenings, cover, losses, closed dates, odd days", () => {
    const counts = new Map<string, number>();
    const count = (corner: string, times = 1) => counts.set(corner, (counts.get(corner) ?? 0) + times);
    for (let seed = 0; seed < 80; seed++) {
      const drawn = randomClinic({ seed, days: 4, threads: 20, work: 20 });
      const { model, stretches, work } = watch(drawn);
      for (const { item, lost } of work) if (lost && item.patience > 0) count("lost");
      const parts = grouped(
        stretches,
        ({ activity, subject, round, cause, entered }) =>
          `${activity} ${subject} ${round} ${cause} ${entered}`,
      );
      for (const [, list] of parts) {
        list.slice(1).forEach((part, i) => {
          const gap = stretches.some(
            ({ team, person, activity, from, to }) =>
              activity === "call" &&
              team === part.team &&
              person === part.person &&
              from === list[i]!.to &&
              to <= part.from,
          );
          count(gap ? "held" : "put back");
        });
      }
      for (const { evening, activity, from, to, team, person, subject } of stretches) {
        count(activity);
        if (evening) count("evening");
        if (from === to) count("no time");
        if (activity === "reply" && drawn.clinic.policies.routing.type === "own-physician") {
          const own = drawn.world.threads[subject]!;
          if (own.team === team && own.person !== person) count("covered");
        }
      }
      if (model.end !== model.days * 1440) count("odd days");
    }
    const corners = ["lost", "held", "put back", "evening", "no time", "covered", "odd days", ...ACTIVITIES];
    for (const corner of corners) expect(counts.get(corner) ?? 0, corner).toBeGreaterThan(5);
  });
});

const ACTIVITIES: readonly Activity[] = [
  "triage",
  "reply",
  "question",
  "return",
  "draft",
  "co-signature",
  "link",
  "call",
  "other work",
];

/** The value in force during every minute, by key; 0 before the first. */
function minuteByMinute(
  end: number,
  steps: readonly { readonly key: string; readonly from: number; readonly value: number }[],
): ReadonlyMap<string, Int32Array> {
  const series = new Map<string, Int32Array>();
  for (const { key, from, value } of steps) {
    const values = series.get(key) ?? new Int32Array(end);
    values.fill(value, from);
    series.set(key, values);
  }
  return series;
}

function withoutInterruptions(clinic: Clinic): Clinic {
  return {
    ...clinic,
    teams: clinic.teams.map((team) => ({ ...team, endOfHours: "finish" })),
    specialties: clinic.specialties.map(({ calls: _, ...specialty }) => ({
      ...specialty,
      otherWork: specialty.otherWork.map((source) => ({ ...source, interrupts: false })),
    })),
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  for (const each of Object.values(value)) deepFreeze(each);
  return Object.freeze(value);
}
