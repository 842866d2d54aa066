import type { Model } from "../compile.ts";
import type { Thread } from "../world.ts";

/** How many messages each patient has sent lately, where a front door has a cap. */
export class MessageCaps {
  private readonly model: Model;
  /** By specialty and patient: when messages that were let in were sent, in order. */
  private readonly sent: readonly Map<number, number[]>[];

  constructor(model: Model) {
    this.model = model;
    this.sent = model.specialties.map(() => new Map());
  }

  /** Whether a message sent at `sent` goes beyond the cap; else it is counted as let in. What waits since before the run is in already. */
  turnsAway({ specialty, patient }: Thread, sent: number): boolean {
    const { cap } = this.model.specialties[specialty]!;
    if (cap === undefined) return false;
    const letIn = this.sent[specialty]!.get(patient) ?? [];
    let count = 0;
    for (let i = letIn.length - 1; i >= 0 && letIn[i]! >= sent - cap.within; i -= 1) {
      if (letIn[i]! < sent) count += 1;
    }
    if (sent >= 0 && count >= cap.messages) return true;
    letIn.push(sent);
    this.sent[specialty]!.set(patient, letIn);
    return false;
  }
}
