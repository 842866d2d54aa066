import type { Calendar, Scope } from "../../model/index.ts";
import type { Extract } from "../extract/extract.ts";
import type { CallsFit } from "./fit-calls.ts";
import type { Interruptions } from "./interruptions.ts";
import type { OwnMessages } from "./own-messages.ts";
import type { TouchTimes } from "./touch-times.ts";

/** What a specialty is fitted in. */
export interface Surroundings {
  readonly extract: Extract;
  readonly own: OwnMessages;
  readonly calendar: Calendar;
  readonly times: TouchTimes;
  /** By role: whether there is a post. */
  readonly posts: readonly boolean[];
  readonly span: { readonly from: number; readonly to: number };
  readonly accounts: number | undefined;
  readonly calls: CallsFit | undefined;
  /** Calls that take the specialty's people of a scope off their messages. */
  readonly interruptions: (scope: Scope) => Interruptions | undefined;
}
