import { WaitingLine } from "../../kernel/index.ts";
import { compareItems } from "./item.ts";
import type { OpenMessage } from "./open-message.ts";
import type { OpenWork } from "./open-work.ts";

export type OpenItem = OpenMessage | OpenWork;

/** The shared line of a team, or the own line of one person in it. */
export class Line {
  readonly index: number;
  readonly team: number;
  /** Ordinal of the person; −1: shared. */
  readonly person: number;
  readonly waiting = new WaitingLine<OpenItem>(compareItems);

  constructor(index: number, team: number, person: number) {
    this.index = index;
    this.team = team;
    this.person = person;
  }

  get startsWithCall(): boolean {
    return this.waiting.peek()?.activity === "call";
  }
}
