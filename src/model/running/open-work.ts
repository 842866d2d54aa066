import type { EventHandle } from "../../kernel/index.ts";
import type { Thread, WorkItem } from "../world.ts";
import { Item } from "./item.ts";
import type { OpenMessage } from "./open-message.ts";

/** What a call is about: a message of a thread, and that message where it was let in. */
export interface About {
  readonly thread: Thread;
  readonly round: number;
  readonly message?: OpenMessage;
}

/** A call or a piece of other work that has arrived. Times are [min since start], NaN for "not yet". */
export class OpenWork extends Item {
  readonly kind = 1;
  readonly work: WorkItem;
  readonly about: About | undefined;

  /** The moment the caller hangs up, if there is one. */
  patienceEnds: EventHandle | undefined;
  started = Number.NaN;

  constructor(work: WorkItem, about?: About) {
    super(work.id, 0, work.at, 0);
    this.work = work;
    this.about = about;
  }
}
