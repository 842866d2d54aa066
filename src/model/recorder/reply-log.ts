import type { Model } from "../compile.ts";
import type { ClinicObserver, MessageRecord, Stretch } from "../observer.ts";
import { rankOf } from "../roles.ts";
import type { World } from "../world.ts";
import { MessageNumbers } from "./message-numbers.ts";

/**
 * What became of patients' own messages: a column for each fact, an entry per message that was let in, threads in order of their first
 * messages, and messages of a thread in order. Times are [min since start], NaN for "not in this run". Plain data.
 */
export interface ReplyColumns {
  readonly specialty: Int32Array<ArrayBuffer>;
  readonly topic: Int32Array<ArrayBuffer>;
  /** 0 for the first message of a thread. */
  readonly round: Uint8Array<ArrayBuffer>;
  readonly needsReply: Uint8Array<ArrayBuffer>;
  readonly urgent: Uint8Array<ArrayBuffer>;
  /** Place among the recorded arrivals; −1: it is none of them. */
  readonly arrival: Int32Array<ArrayBuffer>;
  readonly sent: Float64Array<ArrayBuffer>;
  readonly replied: Float64Array<ArrayBuffer>;
  readonly closed: Float64Array<ArrayBuffer>;
  /** Role of whoever closed it, as an index into `ROLES`; −1: nobody has. */
  readonly role: Int8Array<ArrayBuffer>;
  /** Team, and ordinal in it, of whoever closed it; −1: nobody has, and an ordinal of −1: it was settled in a call. */
  readonly team: Int32Array<ArrayBuffer>;
  readonly person: Int32Array<ArrayBuffer>;
  /** When patients who had no reply yet wrote again, ascending [min since start]; these messages are in no other column. */
  readonly chasers: Float64Array<ArrayBuffer>;
}

/** Writes down what became of patients' own messages, and who saw to it. */
export class ReplyLog implements ClinicObserver {
  readonly #model: Model;
  readonly #numbers: MessageNumbers;
  readonly #records: (MessageRecord | undefined)[];
  /** By number of the message: who had it in hand last. */
  readonly #person: Int32Array;
  readonly #chasers: number[] = [];

  constructor(model: Model, world: World) {
    this.#model = model;
    this.#numbers = new MessageNumbers(world);
    this.#records = new Array(this.#numbers.count);
    this.#person = new Int32Array(this.#numbers.count).fill(-1);
  }

  handled({ activity, cause, subject, round, person }: Stretch): void {
    if (cause !== "own" || activity === "call" || activity === "other work") return;
    this.#person[this.#numbers.of(subject, round)] = person;
  }

  message(record: MessageRecord): void {
    if (record.turnedAwayBy >= 0) return;
    if (record.cause !== "own") this.#chasers.push(record.sent);
    else this.#records[this.#numbers.of(record.thread.id, record.round)] = record;
  }

  columns(): ReplyColumns {
    const all = this.#records.filter((record) => record !== undefined);
    const { teams } = this.#model.clinic;
    const isOpen = ({ closedByTeam }: MessageRecord) => closedByTeam < 0;
    const whole = (of: (record: MessageRecord) => number) => Int32Array.from(all, of);
    const moment = (of: (record: MessageRecord) => number) => Float64Array.from(all, of);
    return {
      specialty: whole(({ thread }) => thread.specialty),
      topic: whole(({ thread }) => thread.topic),
      round: Uint8Array.from(all, ({ round }) => round),
      needsReply: Uint8Array.from(all, ({ thread, round }) => (thread.rounds[round]!.needsReply ? 1 : 0)),
      urgent: Uint8Array.from(all, ({ thread }) => (thread.urgent ? 1 : 0)),
      arrival: whole(({ thread, round }) =>
        thread.recorded === undefined ? -1 : thread.recorded.first + round,
      ),
      sent: moment(({ sent }) => sent),
      replied: moment(({ replied }) => replied),
      closed: moment(({ closed }) => closed),
      role: Int8Array.from(all, (each) => (isOpen(each) ? -1 : rankOf(teams[each.closedByTeam]!.role))),
      team: whole(({ closedByTeam }) => closedByTeam),
      person: whole((each) =>
        isOpen(each) || each.settledByCall ? -1 : this.#person[this.#numbers.of(each.thread.id, each.round)]!,
      ),
      chasers: Float64Array.from(this.#chasers).sort(),
    };
  }
}
