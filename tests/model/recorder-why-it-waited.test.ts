import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ClinicRecorder, compile, runClinic, type Wait } from "../../src/model/index.ts";
import { type ClinicCase, caseSizes, randomClinic } from "./random-clinic.ts";
import {
  at,
  CALL,
  closedBy,
  hours,
  nurses,
  physicians,
  round,
  type TinyClinic,
  thread,
  tinyClinic,
  work,
} from "./tiny-clinic.ts";
import { watch } from "./watch-clinic.ts";

const LABELS = [
  "handled",
  "patient",
  "closed",
  "between_handovers",
  "owner_absent",
  "owner_in_clinic",
  "triage_queue",
  "inbox_queue",
] as const;
type Labels = Partial<Record<(typeof LABELS)[number], number>>;

interface Row {
  readonly key: string;
  /** [min] Until the reply, or the end of the run. */
  readonly wait: number;
  readonly minutes: readonly number[];
}

/** The labels of every message that has any, as the recorder writes them down. */
function rowsOf({ clinic, clockChanges, world }: ClinicCase): readonly Row[] {
  const model = compile(clinic, clockChanges);
  const recorder = new ClinicRecorder(model, world);
  runClinic(model, world, recorder);
  const column = (name: string) => recorder.messages.column(name);
  const until = column("replied_min").map((replied) => (Number.isNaN(replied) ? model.end : replied));
  const labels = LABELS.map((label) => column(`waited_${label}_min`));
  const rows = Array.from({ length: recorder.messages.rowCount }, (_, i) => ({
    key: `${column("thread")[i]}/${column("round")[i]}`,
    wait: until[i]! - column("sent_min")[i]!,
    minutes: labels.map((label) => label[i]!),
  }));
  return rows.filter(({ minutes }) => !Number.isNaN(minutes[0]!));
}

/** The labels of the messages of a tiny clinic that take any time, in the order of threads. */
function labelsOf(tiny: TinyClinic): readonly Labels[] {
  const rows = rowsOf({ ...tinyClinic(tiny), clockChanges: [] });
  return rows
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ minutes }) =>
      Object.fromEntries(LABELS.map((label, i) => [label, minutes[i]!] as const).filter(([, m]) => m > 0)),
    );
}

const alone = { rounds: [closedBy("nurse")] };
/** Nurses 9:00-15:00, a physician with an inbox hour at noon; open 8:00-16:00. */
const teams = [
  nurses({ shifts: hours("9:00-15:00") }),
  physicians({ inbox: hours("12:00-13:00"), count: 2 }),
];

describe("why a message waited", () => {
  test("before opening it is closed, before her shift the nurse has no hours, behind another it is in her queue", () => {
    const threads = [thread(at(0, "7:00"), alone), thread(at(0, "7:00"), alone)];
    expect(labelsOf({ teams, threads })).toEqual([
      { closed: 60, owner_in_clinic: 60, handled: 12 },
      { closed: 60, owner_in_clinic: 60, triage_queue: 12, handled: 12 },
    ]);
  });

  test("in a physician's own line it waits for the inbox hour, then for its turn", () => {
    // Triage and preparation take three minutes each, the replies fifteen.
    const threads = [thread(at(0, "10:00")), thread(at(0, "10:00"))];
    expect(labelsOf({ teams, threads })).toEqual([
      { handled: 3 + 15, owner_in_clinic: 117 },
      { handled: 3 + 15, triage_queue: 3, owner_in_clinic: 114, inbox_queue: 15 },
    ]);
  });

  test("the owner's days away count in opening hours, nights and weekends outside them as closed", () => {
    const people = { "1.0": { away: [0, 1] } };
    const [labels] = labelsOf({ teams, threads: [thread(at(0, "10:00"))], people });
    // Away from 10:03 to 16:00 and a day of eight hours; two nights; on the third day four hours without inbox.
    expect(labels).toEqual({
      handled: 18,
      owner_absent: 357 + 480,
      closed: 2 * 16 * 60,
      owner_in_clinic: 240,
    });
  });

  test("in a shared line somebody there is enough, and all must be away to be absent", () => {
    const two = [nurses({ count: 2, shifts: hours("9:00-15:00") }), ...teams.slice(1)];
    const threads = [thread(at(0, "8:30"), alone)];
    expect(labelsOf({ teams: two, threads, people: { "0.0": { away: [0] } } })).toEqual([
      { owner_in_clinic: 30, handled: 12 },
    ]);
    const [away] = labelsOf({
      teams: two,
      threads,
      people: { "0.0": { away: [0] }, "0.1": { away: [0] } },
    });
    expect(away).toEqual({ owner_absent: 450, closed: 960, owner_in_clinic: 60, handled: 12 });
  });

  test("a patient who is asked has the turn, night and day", () => {
    const rounds = [closedBy("nurse", { answerDelay: 1440 })];
    const [labels] = labelsOf({ teams, threads: [thread(at(0, "10:00"), { rounds })] });
    expect(labels).toEqual({ handled: 12, patient: 1440 });
  });

  test("in a shared line for a later piece of work it is between hand-overs, in hours or not", () => {
    const policies = { routing: { type: "physician-pool" } } as const;
    const [labels] = labelsOf({ teams, policies, threads: [thread(at(0, "10:00"))] });
    expect(labels).toEqual({ handled: 18, between_handovers: 117 });
  });

  test("what waits for the next delivery is between hand-overs in opening hours", () => {
    const policies = { queue: { type: "batch", times: [660], order: "first-come" } } as const;
    const threads = [thread(at(0, "7:30"), alone)];
    expect(labelsOf({ teams, policies, threads })).toEqual([
      { closed: 30, between_handovers: 180, handled: 12 },
    ]);
  });

  test("held for a call it stands in the line it was taken from", () => {
    const calls = [work(at(0, "10:05"), 7, { source: CALL })];
    const [labels] = labelsOf({ teams, threads: [thread(at(0, "10:00"), alone)], work: calls });
    expect(labels).toEqual({ handled: 12, triage_queue: 7 });
  });

  test("without a physician it waits in nobody's line, until a call settles it", () => {
    const rounds = [round({ chaserDelay: 60, callDelay: 60, callMinutes: 4 })];
    const nobodys = thread(at(0, "10:00"), { team: -1, rounds });
    expect(labelsOf({ teams: [physicians()], threads: [nobodys] })).toEqual([{ inbox_queue: 124 }]);
  });

  test("is told of nothing but patients' own messages of the window that need a reply", () => {
    const { clinic, world } = tinyClinic({
      teams,
      threads: [
        thread(at(0, "10:00"), alone),
        thread(at(1, "10:00"), {
          rounds: [closedBy("nurse", { followUpDelay: 60 }), round({ needsReply: false })],
        }),
      ],
    });
    const run = { ...clinic.run, warmUpDays: 1, lengthDays: 6 };
    const rows = rowsOf({ clinic: { ...clinic, run }, clockChanges: [], world });
    expect(rows.map(({ key }) => key)).toEqual(["1/0"]);
  });
});

/** The label of a moment in a wait, by asking the roster and the calendar alone; and the moments at which it may change. */
function labelAt(moment: number, wait: Wait, clinic: ReturnType<typeof watch>): (typeof LABELS)[number] {
  const { model, roster } = clinic;
  const { calendar } = model;
  const day = calendar.dayOf(moment);
  if (wait.for === "patient") return "patient";
  if (!calendar.business.isCounting(moment)) return "closed";
  if (wait.for === "delivery") return "between_handovers";
  if (wait.team < 0) return "inbox_queue";
  const isShared = wait.person < 0;
  if (isShared && wait.step > 0) return "between_handovers";
  const { count, role } = model.clinic.teams[wait.team]!;
  const people = isShared ? Array.from({ length: count }, (_, person) => person) : [wait.person];
  if (people.every((person) => roster.isAway(wait.team, person, day))) return "owner_absent";
  const isThere = people.some((person) => roster.hoursOf(wait.team, person).isCounting(moment));
  if (!isThere) return "owner_in_clinic";
  return isShared && role !== "physician" ? "triage_queue" : "inbox_queue";
}

function changesOf({ model, roster }: ReturnType<typeof watch>): readonly number[] {
  const { calendar, days, clinic } = model;
  const bounds = Array.from({ length: days }, (_, day) => calendar.dayStart(day));
  const clocks = [
    calendar.business,
    ...clinic.teams.flatMap(({ count }, team) =>
      Array.from({ length: count }, (_, person) => roster.hoursOf(team, person)),
    ),
  ];
  for (const clock of clocks) {
    for (let i = 0; i < clock.stretchCount; i += 1) bounds.push(clock.from(i), clock.to(i));
  }
  return [...new Set(bounds)].sort((a, b) => a - b);
}

describe("the labels of any clinic", () => {
  const told: Record<string, number> = {};

  test("add up to every wait, and are what the roster says piece by piece", () => {
    fc.assert(
      fc.property(caseSizes, (size) => {
        const clinic = randomClinic(size);
        const seen = watch(clinic);
        const changes = changesOf(seen);
        const expected = new Map<string, number[]>();
        const add = (key: string, label: (typeof LABELS)[number], minutes: number) => {
          const minutesOf = expected.get(key) ?? LABELS.map(() => 0);
          minutesOf[LABELS.indexOf(label)]! += minutes;
          expected.set(key, minutesOf);
          told[label] = (told[label] ?? 0) + minutes;
        };
        for (const wait of seen.waits.filter(({ cause }) => cause === "own")) {
          const cuts = [wait.from, ...changes.filter((t) => t > wait.from && t < wait.to), wait.to];
          cuts.slice(1).forEach((to, i) => {
            const label = labelAt((cuts[i]! + to) / 2, wait, seen);
            add(`${wait.thread.id}/${wait.round}`, label, to - cuts[i]!);
          });
        }
        for (const { activity, cause, subject, round: number, from, to } of seen.stretches) {
          if (activity !== "call" && activity !== "other work" && cause === "own") {
            add(`${subject}/${number}`, "handled", to - from);
          }
        }
        for (const { key, wait, minutes } of rowsOf(clinic)) {
          const sum = minutes.reduce((total, each) => total + each, 0);
          expect(Math.abs(sum - wait), key).toBeLessThan(1e-6);
          minutes.forEach((each, i) => {
            expect(Math.abs(each - (expected.get(key)?.[i] ?? 0)), `${key} ${LABELS[i]}`).toBeLessThan(1e-6);
          });
        }
      }),
      { seed: 20260105, numRuns: 150 },
    );
    // All eight come about.
    for (const label of LABELS) expect(told[label], label).toBeGreaterThan(1000);
  });
});
