import type { ClinicRecorder } from "../clinic-recorder.ts";
import type { Model } from "../compile.ts";
import { type MessageColumns, messageColumns } from "./message-columns.ts";
import { type PromiseRecord, recordPromise } from "./promise-record.ts";
import { type Samples, samplesOf } from "./samples.ts";

/** A finished run as responses look at it: what several of them need is worked out once. */
export interface RecordedRun {
  readonly model: Model;
  readonly recorder: ClinicRecorder;
  readonly messages: MessageColumns;
  /** In ascending order. */
  readonly samples: Samples;
  /** In the order of the clinic's promises. */
  readonly promises: readonly PromiseRecord[];
}

export function recordedRun(recorder: ClinicRecorder): RecordedRun {
  const { model } = recorder;
  const messages = messageColumns(recorder.messages);
  return {
    model,
    recorder,
    messages,
    samples: samplesOf(messages, model.calendar.business, recorder.callWaits),
    promises: model.clinic.promises.map((promise) => recordPromise(promise, model, messages)),
  };
}
