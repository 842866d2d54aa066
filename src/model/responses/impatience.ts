import type { Model } from "../compile.ts";
import { weeksIn } from "../window-stretches.ts";
import type { RecordedRun } from "./recorded-run.ts";
import { NOT_NEGATIVE, type Response, SHARE } from "./response.ts";

/** What patients do who wait longer than they will; only what can happen in the clinic. */
export function impatienceResponses(model: Model): readonly Response[] {
  const { specialties } = model.clinic;
  const weeks = weeksIn(model);
  const perWeek = (
    name: string,
    label: string,
    doc: string,
    formula: string,
    headline: boolean,
    count: (run: RecordedRun) => number,
  ): Response => ({
    name,
    unit: "per week",
    label,
    group: "patients",
    estimand: { type: "mean" },
    range: NOT_NEGATIVE,
    better: "lower",
    doc,
    formula,
    headline,
    measure: (run) => count(run) / weeks,
  });
  const responses: Response[] = [];
  if (specialties.some(({ impatience }) => impatience.chaser !== undefined)) {
    responses.push(
      perWeek(
        "chasers_per_week",
        "chasers a week",
        "Messages that ask what became of an earlier one, let in or not.",
        "chasers sent in the window / weeks of the window",
        true,
        ({ tallies }) => tallies.all.chasers,
      ),
      perWeek(
        "duplicates_per_week",
        "duplicates a week",
        "Messages that say again what an earlier one said, for want of a reply, let in or not.",
        "duplicates sent in the window / weeks of the window",
        false,
        ({ tallies }) => tallies.all.duplicates,
      ),
    );
  }
  if (specialties.some(({ calls, impatience }) => calls !== undefined && impatience.call !== undefined)) {
    responses.push(
      perWeek(
        "calls_about_messages_per_week",
        "calls a week about messages",
        "Calls of patients who wait for a reply, taken up or not; calls of those turned away are told apart.",
        "calls about messages let in that come in the window / weeks of the window",
        false,
        ({ recorder }) => recorder.callsOfWaiting,
      ),
      {
        name: "settled_in_call_share",
        unit: "share",
        label: "answered in a call, not in writing",
        group: "patients",
        estimand: { type: "ratio" },
        range: SHARE,
        better: "lower",
        doc: "Messages that need a reply and are answered by whoever takes the patient's call about them.",
        formula:
          "those settled in a call / messages that need a reply and are let in, of patients' own sent in the window",
        headline: false,
        measure: ({ tallies: { all } }) => ({ numerator: all.settledInCall, denominator: all.taken }),
      },
    );
  }
  if (specialties.some(({ impatience }) => impatience.emergency !== undefined)) {
    responses.push(
      perWeek(
        "emergency_visits_per_week",
        "walk-ins and emergency visits a week for want of a reply",
        "Patients of truly urgent messages who seek help elsewhere, still without a reply.",
        "messages sent in the window whose patient sought help elsewhere / weeks of the window",
        true,
        ({ tallies }) => tallies.all.emergencies,
      ),
    );
  }
  return responses;
}
