import { describe, expect, test } from "vitest";
import {
  type Clinic,
  ClinicRecorder,
  compile,
  drawWorld,
  type MessageRecord,
  type OtherWork,
  recordedRun,
  runClinic,
  runReplication,
} from "../../src/model/index.ts";
import { diagnostics } from "../../src/model/responses/diagnostics.ts";
import { Table } from "../../src/results/index.ts";
import { CLINIC, DEMAND, NURSE, PHYSICIAN, record, SPECIALTY, thread } from "./plain-clinic.ts";
import { stretch, worldByHand } from "./recorded.ts";

const calls: OtherWork = {
  name: "calls",
  team: 0,
  perBusinessDay: 10,
  perPerson: false,
  minutes: { type: "exponential", mean: 9 },
  interrupts: true,
  patience: { type: "exponential", mean: 6 },
  order: "with messages",
};
const mail: OtherWork = {
  name: "mail",
  team: 1,
  perBusinessDay: 5,
  perPerson: true,
  minutes: { type: "exponential", mean: 2 },
  interrupts: false,
  order: "after messages",
};
const busy: Clinic = {
  ...CLINIC,
  specialties: [
    {
      ...SPECIALTY,
      demand: { ...DEMAND, rate: 4 / 525_600, dayFactor: { cv: 0.2, carryOver: 0.3 } },
      otherWork: [calls, mail],
      openingBacklog: { messages: 10, age: 1440 },
    },
  ],
  teams: [
    { ...NURSE, reRead: 1, absence: { ...NURSE.absence, sickDays: 20 } },
    {
      ...PHYSICIAN,
      endOfHours: "finish",
      absence: { ...PHYSICIAN.absence, vacationWeeks: 6, cover: "buddy" },
      evenings: [
        { days: [true, true, true, true, false, false, true], from: 1140, upTo: 60, probability: 0.5 },
      ],
    },
  ],
};
const model = compile(busy, []);
const full = runReplication(model, { seed: 4, replication: 2, keep: "full" });
const tables = Object.fromEntries(full.tables!.map((table) => [table.name, Table.fromTransferable(table)]));
const column = (table: string, name: string) => tables[table]!.column(name);
const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

describe("what is kept", () => {
  test("does not change the answers", () => {
    const lean = runReplication(model, { seed: 4, replication: 2, keep: "responses" });
    const { tables: _, ...rest } = full;
    expect(lean).toEqual(rest);
    expect(lean.tables).toBeUndefined();
  });

  test("is the values alone where nothing else is asked for", () => {
    const { samples, regimes, tables, ...rest } = runReplication(model, {
      seed: 4,
      replication: 2,
      keep: "values",
    });
    expect(full).toMatchObject(rest);
    expect([Object.keys(samples), regimes, tables]).toEqual([[], [], undefined]);
  });

  test("is plain data that can be posted", () => {
    const { buffers, ...table } = full.tables![0]!;
    const copy = structuredClone({ ...table, buffers });
    expect(Table.fromTransferable(copy).column("sent_min")).toEqual(column("messages", "sent_min"));
  });

  test("costs nothing when it is not asked for: lines and duty are not even listened to", () => {
    const recorder = new ClinicRecorder(model, drawWorld(model, 1, 0));
    expect(recorder.lineChanged).toBeUndefined();
    expect(recorder.dutyChanged).toBeUndefined();
    expect(recorder.tables().map(({ name }) => name)).toEqual(["messages"]);
  });
});

describe("the warm-up", () => {
  test("is the recorder's alone: what two windows have in common is the same under both", () => {
    // Days 7 … 63 and 21 … 63 of one and the same run.
    const { run } = busy;
    const later = compile({ ...busy, run: { ...run, warmUpDays: 21, lengthDays: run.lengthDays - 14 } }, []);
    const short = runReplication(later, { seed: 4, replication: 2, keep: "full" });
    const others = Object.fromEntries(
      short.tables!.map((table) => [table.name, Table.fromTransferable(table)]),
    );
    for (const name of ["messages", "other_work", "visits", "stretches", "lines", "duty"]) {
      for (const spec of tables[name]!.specs) {
        const mine = column(name, spec.name);
        const theirs = others[name]!.column(spec.name);
        if (spec.name.startsWith("waited_")) {
          const counted = others[name]!.column("in_window");
          expect([...theirs], spec.name).toEqual(
            Array.from(mine, (minutes, i) => (counted[i] === 1 ? minutes : Number.NaN)),
          );
        } else if (spec.name === "in_window") {
          const sent = others[name]!.column("sent_min");
          expect([...theirs]).toEqual(
            Array.from(mine, (flag, i) => (sent[i]! < later.windowStart ? 0 : flag)),
          );
          expect(sum(theirs)).toBeLessThan(sum(mine));
        } else expect([...theirs], `${name}.${spec.name}`).toEqual([...mine]);
      }
    }
    // Minutes by person and week: the weeks of the later window are the third to the eighth of the earlier one.
    const weekly = (of: typeof tables, from: number, weeks: number) => {
      const minutes = of.staff!.column("messages_min");
      return minutes.filter((_, row) => row % weeks >= from);
    };
    expect(sum(weekly(tables, 2, 8))).toBeGreaterThan(0);
    expect([...weekly(others, 0, 6)]).toEqual([...weekly(tables, 2, 8)]);
  });
});

describe("the tables of a run", () => {
  test("hold every message once, the unfinished ones too", () => {
    const { sent, closed, open } = full.conservation;
    expect(tables.messages!.rowCount).toBe(sent);
    expect(closed + open).toBe(sent);
    expect(sum(column("messages", "closed_min").map((t) => (Number.isNaN(t) ? 1 : 0)))).toBe(open);
    const ids = Array.from(
      column("messages", "thread"),
      (id, i) => id * 100 + column("messages", "round")[i]!,
    );
    expect(new Set(ids).size).toBe(sent);
    expect(sent).toBeGreaterThan(800);
  });

  test("agree with each other on the minutes worked", () => {
    const minutes = (activities: readonly string[], team: number) => {
      const levels = tables.stretches!.specs.find(({ name }) => name === "activity")!.levels!;
      const from = column("stretches", "from_min");
      const to = column("stretches", "to_min");
      return sum(
        Array.from(from, (start, i) =>
          activities.includes(levels[column("stretches", "activity")[i]!]!) &&
          column("stretches", "team")[i] === team
            ? to[i]! - start
            : 0,
        ),
      );
    };
    expect(minutes(["triage", "reply"], 0)).toBeCloseTo(sum(column("messages", "nurse_min")), 6);
    expect(minutes(["question", "reply"], 1)).toBeCloseTo(sum(column("messages", "physician_min")), 6);
    const { windowStart, windowEnd } = model;
    const clipped = Array.from(column("stretches", "from_min"), (from, i) =>
      Math.max(0, Math.min(column("stretches", "to_min")[i]!, windowEnd) - Math.max(from, windowStart)),
    );
    const staff = ["messages_min", "calls_min", "other_work_min"].map((name) => sum(column("staff", name)));
    expect(sum(staff)).toBeCloseTo(sum(clipped), 6);
  });

  test("show each line empty or filling, and duty within the roster", () => {
    const lengths = column("lines", "length");
    expect(Math.min(...lengths)).toBe(0);
    const times = column("lines", "time_min");
    expect(times.every((t, i) => i === 0 || t >= times[i - 1]!)).toBe(true);
    expect(Math.max(...column("duty", "on_duty"))).toBe(2);
    const lost = column("other_work", "lost");
    const started = column("other_work", "started_min");
    expect(sum(lost)).toBeGreaterThan(0);
    expect(started.every((t, i) => lost[i] === 0 || Number.isNaN(t))).toBe(true);
  });

  test("obey Little's law line by line: what waited is the area under the length", () => {
    // Nobody is suspended or called away here, so that every stretch is one wait.
    const plain = { ...busy, specialties: [{ ...busy.specialties[0]!, otherWork: [mail] }] };
    const calm = compile(
      { ...plain, teams: busy.teams.map((team) => ({ ...team, endOfHours: "finish" as const })) },
      [],
    );
    const result = runReplication(calm, { seed: 4, replication: 2, keep: "full" });
    const [, , , stretches, lines] = result.tables!.map((table) => Table.fromTransferable(table));
    const current = new Map<string, number>();
    let waiting = 0;
    let since = 0;
    let area = 0;
    let allEmpty = { at: 0, area: 0 };
    for (let row = 0; row < lines!.rowCount; row += 1) {
      const [time, team, person, length] = [0, 1, 2, 3].map((i) => lines!.get(row, i)) as [
        number,
        number,
        number,
        number,
      ];
      area += waiting * (time - since);
      since = time;
      waiting += length - (current.get(`${team}/${person}`) ?? 0);
      current.set(`${team}/${person}`, length);
      if (waiting === 0) allEmpty = { at: time, area };
    }
    const entered = stretches!.column("entered_min");
    const waits = stretches!
      .column("from_min")
      .map((from, i) => (from <= allEmpty.at ? from - entered[i]! : 0));
    expect(allEmpty.at).toBeGreaterThan(calm.windowEnd);
    expect(allEmpty.area / sum(waits)).toBeCloseTo(1, 9);
  });
});

describe("the books", () => {
  test("do not balance when a message is lost or told twice", () => {
    const world = drawWorld(model, 4, 2);
    const balances = (tell: (recorder: ClinicRecorder, message: MessageRecord) => void) => {
      const recorder = new ClinicRecorder(model, world);
      runClinic(model, world, {
        openChanged: (time, open) => recorder.openChanged(time, open),
        message: (message) => tell(recorder, message),
      });
      const { sent, turnedAway, received, closed, open } = recorder.conservation();
      return sent === turnedAway + received && received === closed + open;
    };
    let told = 0;
    expect(balances((recorder, message) => recorder.message(message))).toBe(true);
    expect(balances((recorder, message) => (told++ === 10 ? undefined : recorder.message(message)))).toBe(
      false,
    );
    expect(
      balances((recorder, message) => {
        recorder.message(message);
        if (message.thread.id === 5 && message.round === 0) recorder.message(message);
      }),
    ).toBe(false);
  });

  test("obey Little's law to the last digits, and do not when a message is lost or has a wrong time", () => {
    const world = drawWorld(model, 4, 2);
    const residual = (tell: (message: MessageRecord) => MessageRecord | undefined) => {
      const recorder = new ClinicRecorder(model, world);
      runClinic(model, world, {
        openChanged: (time, open) => recorder.openChanged(time, open),
        message: (message) => {
          const told = tell(message);
          if (told !== undefined) recorder.message(told);
        },
      });
      return Math.abs(diagnostics(recordedRun(recorder)).littlesLaw.residual);
    };
    const chosen = ({ sent, closed }: MessageRecord) => sent > model.windowStart && closed < model.windowEnd;
    let first: MessageRecord | undefined;
    const once = (message: MessageRecord) => {
      if (first === undefined && chosen(message)) first = message;
      return message === first;
    };
    expect(residual((message) => message)).toBeLessThan(1e-12);
    expect(residual((message) => (once(message) ? undefined : message))).toBeGreaterThan(1e-6);
    first = undefined;
    expect(
      residual((message) => (once(message) ? { ...message, sent: message.sent - 1 } : message)),
    ).toBeGreaterThan(1e-7);
    expect(Math.abs(full.diagnostics.littlesLaw.residual)).toBeLessThan(1e-12);
  });

  test("count calls by when they came and whether anybody took them", () => {
    const threads = [thread(0, 100)];
    const work = [
      [10_090, 10_091, false],
      [10_100, Number.NaN, true],
      [20_000, 20_000, false],
      [90, 91, false],
      [92_000, 92_001, false],
    ] as const;
    const recorder = new ClinicRecorder(model, worldByHand(model, threads));
    work.forEach(([at, started, lost], id) => {
      const item = { id, specialty: 0, source: 0, team: 0, person: -1, at, minutes: 2, patience: 9 };
      recorder.work({ item, started, ended: started + 2, lost });
      recorder.work({ item: { ...item, source: 1 }, started, ended: started + 2, lost });
    });
    expect(recorder.callWaits).toEqual([1, Number.POSITIVE_INFINITY, 0]);
  });

  test("cut a stretch at both ends of the window and share it between weeks", () => {
    const recorder = new ClinicRecorder(model, worldByHand(model, [thread(0, 0)]));
    const { windowStart, windowEnd } = model;
    recorder.handled(stretch(0, 0, windowStart - 30, windowStart));
    recorder.handled(stretch(0, 0, windowStart - 30, windowStart + 7));
    recorder.handled(stretch(0, 0, windowEnd - 5, windowEnd + 50));
    recorder.handled(stretch(0, 0, windowStart + 10_080 - 3, windowStart + 10_080 + 4));
    recorder.handled(stretch(0, 0, windowEnd, windowEnd + 50));
    const staff = recorder.staff.toTable();
    const minutes = [...staff.column("messages_min")].slice(0, 8);
    expect(minutes).toEqual([10, 4, 0, 0, 0, 0, 0, 5]);
    expect(recorder.staff.ofTeam("messages", 0)).toBe(19);
    expect(recorder.staff.ofTeam("messages", 1)).toBe(0);
  });

  test("say what became of each message", () => {
    const sent = thread(0, 20_000, [{}, { needsReply: false }]);
    const recorder = new ClinicRecorder(model, worldByHand(model, [sent]));
    recorder.message(record(sent, 20_100));
    recorder.message(record(sent, 20_100, { physicianTouches: 1, nurseTouches: 2 }));
    recorder.message(record(sent, 20_100, { closedByTeam: 1, physicianTouches: 1 }));
    recorder.message(record(sent, Number.NaN, { round: 1, closed: 20_200, closedByTeam: 0 }));
    recorder.message(record(sent, Number.NaN));
    const outcomes = recorder.messages.specs.find(({ name }) => name === "outcome")!.levels!;
    expect(Array.from(recorder.messages.column("outcome"), (level) => outcomes[level])).toEqual([
      "nurse replied",
      "nurse replied after asking",
      "physician replied",
      "read, no reply needed",
      "open",
    ]);
  });
});
