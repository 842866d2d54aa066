import type { ClinicRecorder } from "../clinic-recorder.ts";
import type { Model } from "../compile.ts";
import type { MessageLog } from "../recorder/message-log.ts";
import { type FirstWaits, firstWaits } from "./first-waits.ts";
import { type PromiseRecord, recordPromise } from "./promise-record.ts";
import { type Samples, samplesOf } from "./samples.ts";
import { type MessageTallies, tallyMessages } from "./tallies.ts";
import { unpaidMinutes } from "./unpaid.ts";

/** A finished run as responses look at it: what several of them need is worked out once. */
export interface RecordedRun {
  readonly model: Model;
  readonly recorder: ClinicRecorder;
  readonly messages: MessageLog;
  readonly tallies: MessageTallies;
  readonly firstWaits: FirstWaits;
  /** In ascending order. */
  readonly samples: Samples;
  /** In the order of the clinic's promises. */
  readonly promises: readonly PromiseRecord[];
  /** Of physicians, on messages in the window [min]. */
  readonly unpaidMinutes: readonly number[];
}

export function recordedRun(recorder: ClinicRecorder): RecordedRun {
  const { model } = recorder;
  const messages = recorder.log;
  return {
    model,
    recorder,
    messages,
    tallies: tallyMessages(model, messages),
    firstWaits: firstWaits(messages, recorder.labels),
    samples: samplesOf(model, messages, recorder),
    promises: model.clinic.promises.map((promise) => recordPromise(promise, model, messages)),
    unpaidMinutes: unpaidMinutes(model, recorder, messages),
  };
}
