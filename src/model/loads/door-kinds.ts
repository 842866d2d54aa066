import { type DoorOutcome, LET_IN, withEffect } from "../draws/door-draws.ts";
import { NO_VISITS, type VisitDistance } from "../draws/patient-visits.ts";
import type { DoorEffect, FrontDoor, Incoming, Weighted } from "../policies/index.ts";

/** A message as far as a front door may tell it from others of its topic and place in the thread. */
export type Sent = Pick<Incoming, "needsReply" | "unsuitable" | "incomplete">;

/** What front doors together make of a topic's messages, over all patients, whose last visits are as likely to be any time ago as any other. */
export class DoorKinds {
  readonly #doors: readonly FrontDoor[];
  readonly #topic: string;
  readonly #distances: readonly VisitDistance[];
  readonly #known = new Map<string, Weighted<DoorOutcome>[]>();

  /** `interval` [days] between a patient's visits; Infinity where there are none. */
  constructor(doors: readonly FrontDoor[], topic: string, interval: number) {
    this.#doors = doors;
    this.#topic = topic;
    this.#distances =
      interval === Number.POSITIVE_INFINITY
        ? [NO_VISITS]
        : Array.from({ length: interval }, (_, sinceVisit) => ({
            sinceVisit,
            untilVisit: interval - sinceVisit,
          }));
  }

  /** Outcomes and their chances, which sum to 1. */
  of(round: number, { needsReply, unsuitable, incomplete }: Sent): readonly Weighted<DoorOutcome>[] {
    const key = [round, needsReply, unsuitable, incomplete].join();
    const known = this.#known.get(key) ?? this.#outcomes(round, needsReply, unsuitable, incomplete);
    this.#known.set(key, known);
    return known;
  }

  #outcomes(
    round: number,
    needsReply: boolean,
    unsuitable: boolean,
    incomplete: boolean,
  ): Weighted<DoorOutcome>[] {
    const topic = this.#topic;
    const alike: { count: number; readonly effects: readonly (readonly Weighted<DoorEffect>[])[] }[] = [];
    for (const { sinceVisit, untilVisit } of this.#distances) {
      const message = { topic, round, needsReply, unsuitable, incomplete, sinceVisit, untilVisit };
      const effects = this.#doors.map((door) => door.outcomes(message));
      const known = alike.find((one) => one.effects.every((among, by) => among === effects[by]));
      if (known === undefined) alike.push({ count: 1, effects });
      else known.count += 1;
    }
    return alike.flatMap(({ count, effects }) => together(count / this.#distances.length, effects));
  }
}

/** One front door after the other, for messages of that chance. */
function together(
  chance: number,
  effects: readonly (readonly Weighted<DoorEffect>[])[],
): Weighted<DoorOutcome>[] {
  let outcomes: Weighted<DoorOutcome>[] = [{ chance, of: LET_IN }];
  effects.forEach((among, by) => {
    outcomes = outcomes.flatMap((before) =>
      before.of.turnedAwayBy >= 0
        ? [before]
        : among.map((effect) => ({
            chance: before.chance * effect.chance,
            of: withEffect(before.of, by, effect.of),
          })),
    );
  });
  return outcomes.filter((outcome) => outcome.chance > 0);
}
