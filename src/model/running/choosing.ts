import type { Duty } from "./duty.ts";
import { compareItems } from "./item.ts";
import type { Line, OpenItem } from "./line.ts";
import type { Lines } from "./lines.ts";
import type { Person } from "./person.ts";
import type { WorkInHand } from "./work-in-hand.ts";

/** How the people of a team come by their next work. */
export class Choosing {
  /** By team, then ordinal. */
  private readonly teams: readonly (readonly Person[])[];
  private readonly lines: Lines;
  private readonly hands: WorkInHand;
  private readonly duty: Duty;
  private readonly free: Person[] = [];

  constructor(teams: readonly (readonly Person[])[], lines: Lines, hands: WorkInHand, duty: Duty) {
    this.teams = teams;
    this.lines = lines;
    this.hands = hands;
    this.duty = duty;
  }

  choose(team: number): void {
    const people = this.teams[team]!;
    const shared = this.lines.shared(team);
    while (shared.startsWithCall) {
      const taker = longestFree(people) ?? firstToInterrupt(people);
      if (taker === undefined) break;
      this.hands.takeCall(taker, shared);
    }
    const free = this.free;
    const count = this.findFree(people);
    for (let i = 0; i < count; i++) {
      const person = free[i]!;
      const line = firstLine(person.lines);
      if (line !== undefined) this.hands.take(person, line);
      else if (person.inEvening) this.duty.leaveEvening(person);
    }
  }

  /** Lists those on duty with nothing in hand, longest free first, then by ordinal; says how many. */
  private findFree(people: readonly Person[]): number {
    const free = this.free;
    let count = 0;
    for (const person of people) {
      if (!person.onDuty || person.inHand !== undefined) continue;
      let at = count++;
      for (; at > 0 && free[at - 1]!.freeSince > person.freeSince; at--) free[at] = free[at - 1]!;
      free[at] = person;
    }
    return count;
  }
}

function longestFree(people: readonly Person[]): Person | undefined {
  let longest: Person | undefined;
  for (const person of people) {
    if (!person.onDuty || !person.worksShared || person.inHand !== undefined) continue;
    if (longest === undefined || person.freeSince < longest.freeSince) longest = person;
  }
  return longest;
}

function firstToInterrupt(people: readonly Person[]): Person | undefined {
  for (const person of people) {
    if (person.onDuty && person.worksShared && person.inHand?.activity !== "call") return person;
  }
  return undefined;
}

/** The line whose first item goes before those of all others. */
function firstLine(lines: readonly Line[]): Line | undefined {
  let first: OpenItem | undefined;
  let found: Line | undefined;
  for (const line of lines) {
    const item = line.waiting.peek();
    if (item === undefined || (first !== undefined && compareItems(first, item) < 0)) continue;
    first = item;
    found = line;
  }
  return found;
}
