import { type ColumnSpec, Table } from "../../results/index.ts";
import type { Model } from "../compile.ts";
import type { MinuteClock } from "../minute-clock.ts";
import type { Stretch } from "../observer.ts";
import { weeksOfWindow } from "../window-stretches.ts";
import type { StaffClocks } from "./staff-clocks.ts";

/** What is counted of a person in a week of the window [min]. */
export type MinuteKind =
  | "messages"
  | "calls"
  | "other"
  /** Worked within the person's hours. */
  | "within"
  /** Worked outside opening hours and the person's scheduled hours. */
  | "afterHours"
  /** Worked on Saturdays and Sundays. */
  | "weekend"
  /** The person's hours, absence and overruns taken out. */
  | "hours";

const KINDS: readonly MinuteKind[] = [
  "messages",
  "calls",
  "other",
  "within",
  "afterHours",
  "weekend",
  "hours",
];

interface Person {
  readonly team: number;
  readonly ordinal: number;
  readonly hours: MinuteClock;
  /** Opening hours and what the person is scheduled for. */
  readonly regular: MinuteClock;
}

/** Everybody's minutes in the measured window, by week: stretches are cut at its beginning, at its end and between weeks. */
export class StaffMinutes {
  /** By team: the row of its first person; one entry more than teams. */
  readonly #firstPerson: number[] = [0];
  readonly #people: Person[] = [];
  /** Beginning of each week, and the end of the last [min since start]. */
  readonly #bounds: readonly number[];
  readonly #minutes: Readonly<Record<MinuteKind, Float64Array>>;
  readonly #model: Model;
  readonly #weekend: MinuteClock;

  constructor(model: Model, clocks: StaffClocks) {
    model.teams.forEach(({ people }, team) => {
      people.forEach((_, ordinal) => {
        const hours = clocks.hoursOf(team, ordinal);
        this.#people.push({ team, ordinal, hours, regular: clocks.regularOf(team, ordinal) });
      });
      this.#firstPerson.push(this.#people.length);
    });
    this.#model = model;
    this.#weekend = clocks.weekend;
    const weeks = weeksOfWindow(model);
    this.#bounds = [...weeks.map(({ from }) => model.calendar.dayStart(from)), model.windowEnd];
    const cells = this.#people.length * weeks.length;
    this.#minutes = {
      messages: new Float64Array(cells),
      calls: new Float64Array(cells),
      other: new Float64Array(cells),
      within: new Float64Array(cells),
      afterHours: new Float64Array(cells),
      weekend: new Float64Array(cells),
      hours: new Float64Array(cells),
    };
    this.#people.forEach(({ hours }, person) => {
      for (let week = 0; week < weeks.length; week += 1) {
        const minutes = hours.between(this.#bounds[week]!, this.#bounds[week + 1]!);
        this.#minutes.hours[person * weeks.length + week] = minutes;
      }
    });
  }

  get weeks(): number {
    return this.#bounds.length - 1;
  }

  add({ team, person, activity, from, to }: Stretch): void {
    if (to <= this.#model.windowStart || from >= this.#model.windowEnd) return;
    const row = this.#firstPerson[team]! + person;
    const byKind =
      activity === "call"
        ? this.#minutes.calls
        : activity === "other work"
          ? this.#minutes.other
          : this.#minutes.messages;
    const { hours, regular } = this.#people[row]!;
    for (let week = this.#weekOf(from); week < this.weeks && to > this.#bounds[week]!; week += 1) {
      const begin = Math.max(from, this.#bounds[week]!);
      const end = Math.min(to, this.#bounds[week + 1]!);
      const cell = row * this.weeks + week;
      byKind[cell]! += end - begin;
      this.#minutes.within[cell]! += hours.between(begin, end);
      this.#minutes.afterHours[cell]! += end - begin - regular.between(begin, end);
      this.#minutes.weekend[cell]! += this.#weekend.between(begin, end);
    }
  }

  /** Minutes of a kind of one person over the window [min]. */
  ofPerson(kind: MinuteKind, team: number, ordinal: number): number {
    const row = this.#firstPerson[team]! + ordinal;
    let sum = 0;
    for (let week = 0; week < this.weeks; week += 1) sum += this.#minutes[kind][row * this.weeks + week]!;
    return sum;
  }

  /** Minutes of a kind of a whole team over the window [min]. */
  ofTeam(kind: MinuteKind, team: number): number {
    let sum = 0;
    const count = this.#firstPerson[team + 1]! - this.#firstPerson[team]!;
    for (let ordinal = 0; ordinal < count; ordinal += 1) sum += this.ofPerson(kind, team, ordinal);
    return sum;
  }

  /** Whether anybody of a team has hours on a day of the run. */
  anybodyOn(team: number, day: number): boolean {
    const from = this.#model.calendar.dayStart(day);
    const to = this.#model.calendar.dayStart(day + 1);
    return this.#people.some((person) => person.team === team && person.hours.between(from, to) > 0);
  }

  /** One row per person and week of the window. */
  toTable(): Table {
    const { teams } = this.#model.clinic;
    const table = new Table("staff", [
      { name: "team", type: "int32", doc: "team", levels: teams.map(({ name }) => name) },
      { name: "person", type: "int32", doc: "ordinal in the team" },
      { name: "week", type: "int32", doc: "week of the window, from 1" },
      { name: "from_min", unit: "min", type: "float64", doc: "beginning of the week" },
      ...KINDS.map(minuteColumn),
    ]);
    this.#people.forEach(({ team, ordinal }, row) => {
      for (let week = 0; week < this.weeks; week += 1) {
        const cell = row * this.weeks + week;
        const minutes = KINDS.map((kind) => this.#minutes[kind][cell]!);
        table.append(team, ordinal, week + 1, this.#bounds[week]!, ...minutes);
      }
    });
    return table;
  }

  /** The last week that begins at or before `t`, 0 before the window. */
  #weekOf(t: number): number {
    const day = this.#model.calendar.dayOf(t) - this.#model.clinic.run.warmUpDays;
    return Math.min(Math.max(0, Math.floor(day / 7)), this.weeks - 1);
  }
}

const MINUTE_COLUMNS: Readonly<Record<MinuteKind, readonly [name: string, doc: string]>> = {
  messages: ["messages_min", "worked on messages"],
  calls: ["calls_min", "worked on calls"],
  other: ["other_work_min", "worked on other work"],
  within: ["within_hours_min", "of all that, within the person's hours"],
  afterHours: ["after_hours_min", "of all that, outside opening and scheduled hours"],
  weekend: ["weekend_min", "of all that, on Saturdays and Sundays"],
  hours: ["hours_min", "the person's hours, absence and overruns taken out"],
};

function minuteColumn(kind: MinuteKind): ColumnSpec {
  const [name, doc] = MINUTE_COLUMNS[kind];
  return { name, unit: "min", type: "float64", doc };
}
