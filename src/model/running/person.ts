import type { EventHandle } from "../../kernel/index.ts";
import type { Team } from "../clinic.ts";
import { groupOf, mayAssess, type RoleGroup } from "../roles.ts";
import type { Line, OpenItem } from "./line.ts";

/** One of the staff. Times are [min since start]. */
export class Person {
  /** Index among all people of the clinic. */
  readonly index: number;
  readonly team: number;
  readonly ordinal: number;
  readonly group: RoleGroup;
  /** What this person has read is known to be urgent or not. */
  readonly assesses: boolean;
  /** Work done in a minute, against 1. */
  readonly speed: number;
  /** Goes on with the work in hand after hours, rather than putting it back. */
  readonly finishes: boolean;
  /** [min] */
  readonly reRead: number;

  inHours = false;
  inEvening = false;
  /** Within hours or an open evening. */
  onDuty = false;
  freeSince = 0;

  /** The lines worked from today, and whether the shared one is among them. */
  lines: readonly Line[] = [];
  worksShared = false;

  inHand: OpenItem | undefined;
  /** When the current stretch of work began, and when it will end. */
  began = Number.NaN;
  ends = Number.NaN;
  ending: EventHandle = -1;
  /** What was put aside for the call in hand. */
  held: OpenItem | undefined;

  constructor(index: number, team: number, ordinal: number, spec: Team) {
    this.index = index;
    this.team = team;
    this.ordinal = ordinal;
    this.group = groupOf(spec.role);
    this.assesses = this.group === "nurse" && mayAssess(spec.role);
    this.speed = spec.people[ordinal]?.speed ?? spec.speed;
    this.finishes = spec.endOfHours === "finish";
    this.reRead = spec.reRead;
  }
}
