import { deriveKey, keyedUniform } from "../../random/index.ts";
import type { Specialty } from "../clinic.ts";
import { consistentChoice } from "./consistent-choice.ts";
import { portalPatients } from "./panel.ts";
import { PURPOSE, worldKey } from "./purpose.ts";
import type { ThreadBirths } from "./thread-births.ts";

/** Threads that already wait at minute 0: sent at any moment of the `age` before it alike, by any portal patient alike. */
export function drawOpeningBacklog(
  specialty: Specialty,
  index: number,
  seed: number,
  replication: number,
  births: ThreadBirths,
): void {
  const { messages, age } = specialty.openingBacklog;
  const patients = portalPatients(specialty);
  if (patients === 0) return;
  const key = worldKey(seed, replication, ["opening backlog", specialty.name]);
  for (let ordinal = 0; ordinal < Math.round(messages); ordinal += 1) {
    const thread = deriveKey(key, PURPOSE.backlogAge, ordinal);
    const patient = consistentChoice(thread, PURPOSE.backlogPatient, patients);
    const sent = 0 - age * keyedUniform(thread, PURPOSE.backlogAge, 0);
    births.add(index, patient, sent, thread.hi, thread.lo);
  }
}
