import type { EventHandle } from "../../kernel/index.ts";
import type { Role, Team } from "../clinic.ts";
import type { Line, OpenItem } from "./line.ts";

/** One of the staff. Times are [min since start]. */
export class Person {
  /** Index among all people of the clinic. */
  readonly index: number;
  readonly team: number;
  readonly ordinal: number;
  readonly role: Role;
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
    this.role = spec.role;
    this.finishes = spec.endOfHours === "finish";
    this.reRead = spec.reRead;
  }
}
