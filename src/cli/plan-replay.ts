import { InputError } from "../errors.ts";
import {
  type Extract,
  type RecordedAbsences,
  type ReplayPlan,
  recordedAbsences,
  recordedMessages,
  seenRecord,
} from "../experiment/index.ts";
import { compile, dayNumber, isoDate, type Model } from "../model/index.ts";
import { engineId } from "../node/index.ts";
import { patchScenario, type Scenario } from "../scenario/index.ts";
import type { ReplayFlags } from "./replay-flags.ts";
import { resolveClock } from "./resolve-clock.ts";

/** [days] Before what is judged, so that lines can fill; and of what is judged. */
const LEAST_BEFORE = 14;
const LEAST_JUDGED = 28;
/** Of first messages that are judged. */
const FEWEST = 50;

export interface PlannedReplay {
  readonly plan: ReplayPlan;
  /** As it is replayed: its run is the record's. */
  readonly scenario: Scenario;
  readonly model: Model;
  readonly absences: Pick<RecordedAbsences, "known" | "drawn">;
}

/** Throws InputError where a record is too short, not of this clinic, or not of all of its patients. */
export async function planReplay(
  scenario: Scenario,
  extract: Extract,
  { split, replications }: ReplayFlags,
): Promise<PlannedReplay> {
  const { days } = extract.counts;
  const from = splitDay(extract, split);
  const patched = patchScenario(scenario, {
    "run.start": extract.start,
    "run.warmUp": `${from} days`,
    "run.length": `${days - from} days`,
    "run.runOut": "0 days",
  });
  if (patched.scenario === undefined) throw new InputError(patched.issues);
  const { clinic, canonicalText } = patched.scenario;
  if (clinic.calendar.timeZone !== extract.timeZone) {
    const message = `the record was read as of ${extract.timeZone}, the scenario is of ${clinic.calendar.timeZone}`;
    throw fault("--time-zone", message, "read the record in the scenario's time zone");
  }
  const offsets = await resolveClock(clinic);
  const model = compile(clinic, offsets.changes);
  const messages = recordedMessages(extract, model);
  const { away, known, drawn } = recordedAbsences(model, messages);
  const recorded = { ...messages, arrivals: { ...messages.arrivals, away } };
  checkEnough(model, recorded, from);
  const fitted = seenRecord(scenario.document.fitted, extract, model.calendar.dateOf(from));
  return {
    plan: {
      engine: engineId(),
      scenario: canonicalText,
      offsets,
      seed: clinic.run.seed,
      replications: Array.from({ length: replications }, (_, i) => i + 1),
      recorded,
      from,
      ...(fitted === undefined ? {} : { fitted }),
    },
    scenario: patched.scenario,
    model,
    absences: { known, drawn },
  };
}

function splitDay({ start, counts: { days } }: Extract, split: string | undefined): number {
  const first = dayNumber(start);
  const last = isoDate(first + days - 1);
  if (days < LEAST_BEFORE + LEAST_JUDGED) {
    const message = `the record has ${days === 1 ? "1 day" : `${days} days`}, from ${start} to ${last}`;
    throw fault(
      "extract",
      message,
      `a replay needs ${LEAST_BEFORE + LEAST_JUDGED} days at least; a year is better`,
    );
  }
  const day = split === undefined ? Math.ceil((2 * days) / 3) : dayNumber(split) - first;
  if (split === undefined) return Math.max(LEAST_BEFORE, Math.min(day, days - LEAST_JUDGED));
  if (day >= LEAST_BEFORE && day <= days - LEAST_JUDGED) return day;
  const [early, late] = [isoDate(first + LEAST_BEFORE), isoDate(first + days - LEAST_JUDGED)];
  const message = `${split} leaves too few days before or after it in a record from ${start} to ${last}`;
  throw fault("--split", message, `from ${early} to ${late} there are enough on either side`);
}

function checkEnough(model: Model, { arrivals }: ReplayPlan["recorded"], from: number): void {
  const start = model.calendar.dayStart(from);
  const { sent, thread, needsReply } = arrivals;
  const judged = sent.filter(
    (moment, i) => moment >= start && needsReply[i] === 1 && thread[i] !== thread[i - 1],
  );
  if (judged.length >= FEWEST) return;
  const message = `only ${judged.length} first messages that need a reply can be judged`;
  throw fault(
    "extract",
    message,
    `a replay needs ${FEWEST} of them at least: take a longer record, or an earlier --split`,
  );
}

function fault(path: string, message: string, hint: string): InputError {
  return new InputError([{ code: "unfit-record", path, message, hint, severity: "error" }]);
}
