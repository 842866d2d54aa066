import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import type { SpecialtyFit } from "./fit.ts";
import type { BookedKind } from "./fit-visits.ts";
import { countText, figures, intervalOf, numberText, rangeOf } from "./written-amounts.ts";

/** Visits as a file of them has it, what it does not tell as in the base. */
export function composeVisits(draft: Draft, { name, visits }: SpecialtyFit, base: readonly string[]): void {
  const here = ["specialties", name, "visits"];
  const from = [...base, "visits"];
  if (visits === undefined) {
    draft.borrow(here, from);
    return;
  }
  const { perPatientPerYear, gaps, perSession, sessions, bookAs, kinds, ofMessages } = visits;
  if (perPatientPerYear === undefined)
    draft.borrow([...here, "perPatientPerYear"], [...from, "perPatientPerYear"]);
  else {
    draft.learn([...here, "perPatientPerYear"], figures(perPatientPerYear.estimate), {
      of: name,
      label: "regular visits of a patient",
      value: `${numberText(perPatientPerYear.estimate)} a year`,
      interval: intervalOf(perPatientPerYear, numberText),
      ...rangeEntry(rangeOf(perPatientPerYear, (x) => figures(x))),
      how: `time from one visit to the next (${countText(gaps)} times); of those who have not come again, censored at the end`,
    });
  }
  if (perSession === undefined) draft.borrow([...here, "perSession"], [...from, "perSession"]);
  else {
    draft.learn([...here, "perSession"], figures(perSession.estimate), {
      of: name,
      label: "visits of a half-day",
      value: numberText(perSession.estimate),
      interval: intervalOf(perSession, numberText),
      ...rangeEntry(rangeOf(perSession, (x) => figures(x))),
      how: `visits of one person on one morning or afternoon (${sessions} with any)`,
    });
  }
  if (bookAs === undefined) {
    for (const key of ["bookAs", "slots"]) draft.borrow([...here, key], [...from, key]);
    return;
  }
  draft.learn([...here, "bookAs"], bookAs, {
    of: name,
    label: "visits that messages lead to",
    value: `${bookAs}, most of ${countText(ofMessages)}`,
    how: "the most frequent kind of those that came of threads",
  });
  for (const kind of kinds) composeSlots(draft, name, kind, [...from, "slots", kind.mode]);
}

/** What is free for messages of one kind: as many as were taken where all were, else at least so many. */
function composeSlots(
  draft: Draft,
  name: string,
  { mode, visits, perBusinessDay, notice, fullDays }: BookedKind,
  from: readonly string[],
): void {
  const here = ["specialties", name, "visits", "slots", mode];
  const used = figures(perBusinessDay.estimate);
  const base = draft.baseAt([...from, "perBusinessDay"]) as number | undefined;
  const told = {
    of: name,
    label: `slots for messages, ${mode}`,
    interval: intervalOf(perBusinessDay, numberText),
  };
  if (fullDays > 0) {
    draft.learn([...here, "perBusinessDay"], used, {
      ...told,
      value: `${numberText(used)} per business day`,
      ...rangeEntry(rangeOf(perBusinessDay, (x) => figures(x))),
      how: `visits that came of threads on ${fullDays} business days that a later one passed over: they were full`,
    });
  } else if (base !== undefined && base >= used) {
    draft.borrow([...here, "perBusinessDay"], [...from, "perBusinessDay"]);
    draft.mention({
      ...told,
      value: `at least ${numberText(used)} per business day`,
      how: `${countText(visits)} visits that came of threads, nearly all as early as can be: more may be free`,
    });
  } else {
    draft.learn([...here, "perBusinessDay"], used, {
      ...told,
      value: `at least ${numberText(used)} per business day`,
      how: `${countText(visits)} visits that came of threads`,
      weak: "nearly all came as early as can be: more may be free",
    });
  }
  draft.learn([...here, "notice"], notice, {
    of: name,
    label: `notice of such a visit, ${mode}`,
    value: `${notice} business days`,
    how: "from booking to visit, the earliest twentieth left out",
  });
}
