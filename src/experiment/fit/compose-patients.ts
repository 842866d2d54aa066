import type { Bounds } from "./bounds.ts";
import type { Draft } from "./draft.ts";
import type { Fit, SpecialtyFit } from "./fit.ts";
import { MOST_TIMES, patientsBehind } from "./fit-heterogeneity.ts";
import { countText, intervalOf, percentText, rangeOf, shareFigure } from "./written-amounts.ts";

/** What a scenario may have. */
const MOST_PATIENTS = 2_000_000;

/** Patients of a specialty and their accounts; gives the number of portal patients that was written. */
export function composePatients(
  draft: Draft,
  { tells }: Fit,
  specialty: SpecialtyFit,
  base: readonly string[],
): number {
  const { name, accounts, heterogeneity, writers, visits } = specialty;
  const here = ["specialties", name];
  const share = (draft.baseAt([...base, "portalShare"]) as number | undefined) ?? 0.5;
  if (accounts === undefined && !tells.patients) {
    draft.borrow([...here, "patients"], [...base, "patients"]);
    draft.borrow([...here, "portalShare"], [...base, "portalShare"]);
    return Math.round((draft.baseAt([...base, "patients"]) as number) * share);
  }
  if (accounts === undefined && heterogeneity?.isTold !== true)
    return composeUntold(draft, specialty, base, share);
  const portal = Math.round(accounts ?? Math.min(MOST_PATIENTS * share, heterogeneity!.patients.estimate));
  const panel = visits?.panel;
  // More accounts than patients are those of people who are not seen here at that pace.
  if (panel !== undefined && accounts !== undefined && accounts < panel.estimate) {
    composePanel(draft, here, name, accounts, panel);
    return portal;
  }
  const interval =
    heterogeneity === undefined ? "" : intervalOf(heterogeneity.patients, (x) => `${Math.round(x)}`);
  draft.learn([...here, "patients"], Math.max(1, Math.round(portal / share)), {
    of: name,
    label: "patients with an account",
    value: `${portal}`,
    ...(accounts === undefined
      ? {
          interval,
          how: `those who never wrote guessed from ${writers} who did (a zero-truncated law)`,
          weak: "nobody can count those who are silent: give the number with --patients",
        }
      : { how: "as given with --patients" }),
  });
  draft.borrow([...here, "portalShare"], [...base, "portalShare"]);
  return portal;
}

/**
 * Where who wrote how much goes with any number of patients: those of the visits, or as many as would let so many write at the unevenness that is borrowed. At least
 * those who wrote.
 */
function composeUntold(
  draft: Draft,
  { name, writers, threads, visits }: SpecialtyFit,
  base: readonly string[],
  share: number,
): number {
  const here = ["specialties", name];
  const panel = visits?.panel;
  const seen = `${countText(writers)} wrote`;
  const give = `give the number of patients with an account: --patients "${name}=…"`;
  if (panel !== undefined && panel.estimate > writers) {
    learnPanel(draft, here, name, panel);
    const portal = Math.max(writers, Math.round(share * panel.estimate));
    if (portal > share * panel.estimate)
      draft.assumeFirst([...here, "portalShare"], shareFigure(portal / Math.round(panel.estimate)), {
        value: `${portal} patients`,
        why: `the share of patients who wrote, as it is more than the evidence says of accounts; ${give}`,
      });
    else draft.borrow([...here, "portalShare"], [...base, "portalShare"]);
    draft.remarkFirst(
      `${name}: how many patients have an account cannot be told from the log (${seen}): ${portal} are taken, a part of the patients whom visits tell of; ${give}`,
    );
    return portal;
  }
  const shape = draft.baseAt([...base, "demand", "patientHeterogeneity", "shape"]) as number | undefined;
  const most = Math.floor(Math.min(MOST_PATIENTS * share, MOST_TIMES * writers));
  const portal = shape === undefined ? writers : Math.min(most, patientsBehind(writers, threads, shape));
  const elsewhere = `the unevenness that is taken from elsewhere (gamma shape ${shape})`;
  const reason =
    shape === undefined
      ? "so many are taken as wrote"
      : portal === most
        ? `so many are the most that is taken for ${writers} who wrote; at ${elsewhere} even of these fewer would write`
        : `so many would let as many write at ${elsewhere}`;
  draft.assumeFirst([...here, "patients"], Math.max(1, Math.round(portal / share)), {
    value: `${portal} with an account, at least ${writers}`,
    why: `cannot be told from the log: ${seen}, and far greater numbers of patients go as well with how much each of them did; ${reason}; ${give}`,
  });
  draft.borrow([...here, "portalShare"], [...base, "portalShare"]);
  draft.remarkFirst(
    `${name}: how many patients have an account cannot be told from the log (${seen}; far greater numbers go as well with how much each of them did): ${portal} are assumed, and so is how unevenly they write. Messages a week do not hang on it; what goes by patients, as visits do, hangs on it: ${give}`,
  );
  return portal;
}

/** The panel by its visits, and the share of it that has one of so many accounts. */
function composePanel(
  draft: Draft,
  here: readonly string[],
  of: string,
  accounts: number,
  panel: Bounds,
): void {
  learnPanel(draft, here, of, panel);
  const shares = {
    estimate: accounts / Math.round(panel.estimate),
    low: Math.min(1, accounts / panel.high),
    high: Math.min(1, accounts / panel.low),
  };
  draft.learn([...here, "portalShare"], shareFigure(shares.estimate), {
    of,
    label: "patients with an account",
    value: `${accounts}, ${percentText(shares.estimate)}`,
    interval: intervalOf(shares, percentText),
    range: rangeOf(shares, shareFigure),
    how: "as given with --patients, over all patients",
  });
}

function learnPanel(draft: Draft, here: readonly string[], of: string, panel: Bounds): void {
  draft.learn([...here, "patients"], Math.round(panel.estimate), {
    of,
    label: "patients",
    value: `${Math.round(panel.estimate)}`,
    interval: intervalOf(panel, (x) => `${Math.round(x)}`),
    range: rangeOf(panel, (x) => Math.round(x)),
    how: "regular visits, over how often a patient is seen",
  });
}
