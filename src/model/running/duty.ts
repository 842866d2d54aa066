import type { Simulation } from "../../kernel/index.ts";
import type { MinuteClock } from "../minute-clock.ts";
import type { ClinicObserver } from "../observer.ts";
import type { Roster } from "../roster.ts";
import type { Dispatch } from "./dispatch.ts";
import { INSTANT } from "./instant.ts";
import type { Person } from "./person.ts";
import type { WorkInHand } from "./work-in-hand.ts";

/** Who is on duty: hours begin and end, evenings open and close. */
export class Duty {
  private readonly people: readonly Person[];
  private readonly sim: Simulation;
  private readonly hands: WorkInHand;
  private readonly dispatch: Dispatch;
  private readonly observer: ClinicObserver;
  private readonly hours: readonly MinuteClock[];
  private readonly evenings: readonly (readonly number[])[];
  /** By person: which stretch of hours, and which evening, is open or the next. */
  private readonly nextHours: Int32Array;
  private readonly nextEvening: Int32Array;
  /** By team. */
  private readonly onDuty: number[] = [];

  constructor(
    people: readonly Person[],
    roster: Roster,
    sim: Simulation,
    hands: WorkInHand,
    dispatch: Dispatch,
    observer: ClinicObserver,
  ) {
    this.people = people;
    this.sim = sim;
    this.hands = hands;
    this.dispatch = dispatch;
    this.observer = observer;
    this.hours = people.map(({ team, ordinal }) => roster.hoursOf(team, ordinal));
    this.evenings = people.map(({ team, ordinal }) => roster.eveningsOf(team, ordinal));
    this.nextHours = new Int32Array(people.length);
    this.nextEvening = new Int32Array(people.length);
  }

  start(): void {
    for (const { index } of this.people) {
      this.expectHours(index);
      this.expectEvening(index);
    }
  }

  /** The person, with nothing in hand, has found nothing more to do this evening. */
  leaveEvening(person: Person): void {
    person.inEvening = false;
    this.update(person);
  }

  private expectHours(index: number): void {
    const hours = this.hours[index]!;
    const next = this.nextHours[index]!;
    if (next < hours.stretchCount) {
      this.sim.scheduleAt(hours.from(next), this.hoursBegin, index, INSTANT.hoursBegin);
    }
  }

  private expectEvening(index: number): void {
    const from = this.evenings[index]![2 * this.nextEvening[index]!];
    if (from !== undefined) this.sim.scheduleAt(from, this.eveningBegins, index, INSTANT.hoursBegin);
  }

  private readonly hoursBegin = (index: number): void => {
    const end = this.hours[index]!.to(this.nextHours[index]!);
    this.sim.scheduleAt(end, this.hoursEnd, index, INSTANT.hoursEnd);
    this.people[index]!.inHours = true;
    this.update(this.people[index]!);
  };

  private readonly hoursEnd = (index: number): void => {
    this.nextHours[index]! += 1;
    this.expectHours(index);
    this.people[index]!.inHours = false;
    this.update(this.people[index]!);
  };

  private readonly eveningBegins = (index: number): void => {
    const end = this.evenings[index]![2 * this.nextEvening[index]! + 1]!;
    this.sim.scheduleAt(end, this.eveningEnds, index, INSTANT.hoursEnd);
    this.people[index]!.inEvening = true;
    this.update(this.people[index]!);
    this.dispatch.request(this.people[index]!.team);
  };

  private readonly eveningEnds = (index: number): void => {
    this.nextEvening[index]! += 1;
    this.expectEvening(index);
    this.people[index]!.inEvening = false;
    this.update(this.people[index]!);
  };

  private update(person: Person): void {
    const onDuty = person.inHours || person.inEvening;
    if (onDuty === person.onDuty) return;
    person.onDuty = onDuty;
    const { now } = this.sim;
    const { team, inHand } = person;
    const count = (this.onDuty[team] ?? 0) + (onDuty ? 1 : -1);
    this.onDuty[team] = count;
    this.observer.dutyChanged?.(now, team, count);
    if (onDuty) {
      person.freeSince = now;
      this.dispatch.request(team);
    } else if (inHand !== undefined && inHand.activity !== "call" && !person.finishes) {
      this.hands.putBack(person);
    }
  }
}
