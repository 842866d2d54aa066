import type { EventHandle } from "../../kernel/index.ts";
import type { WorkItem } from "../world.ts";
import { Item } from "./item.ts";

/** A call or a piece of other work that has arrived. Times are [min since start], NaN for "not yet". */
export class OpenWork extends Item {
  readonly kind = 1;
  readonly work: WorkItem;

  /** The moment the caller hangs up, if there is one. */
  patienceEnds: EventHandle | undefined;
  started = Number.NaN;

  constructor(work: WorkItem) {
    super(work.id, 0, work.at);
    this.work = work;
  }
}
