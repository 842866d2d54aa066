import { createDistribution } from "../../random/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import { type MinutesScope, SCOPES } from "./fit.ts";
import { isAtLeast, lessReading, type MinutesFit } from "./fit-minutes.ts";
import { borrowForAll, type TopicDraft } from "./topic-draft.ts";
import {
  countText,
  figures,
  intervalOf,
  percentText,
  rangeOf,
  timeText,
  writtenFamily,
} from "./written-amounts.ts";

/**
 * Minutes by kind. Those of people who read first hold the reading, which is taken off. Where a log only says how long it took from one act to the next, the
 * base's minutes stand, unless they are above that.
 */
export function composeMinutes(about: TopicDraft): void {
  const { draft, specialty, topic, here, from, of } = about;
  const readers = specialty.triage === "clerk-first" ? ["clerk", "nurse"] : ["nurse"];
  const saves = (draft.baseAt(["policies", "triage", "saves"]) as number | undefined) ?? 0;
  const reading = topic.minutes.triage;
  const triage =
    reading === undefined
      ? baseMean(draft, [...from, "minutes", "triage"])
      : { mean: reading.mean.estimate, sd: reading.sd };
  for (const scope of SCOPES) {
    const path = [...here, "minutes", scope];
    const seen = topic.minutes[scope];
    const place = [...from, "minutes", scope];
    const base = baseMean(draft, place);
    if (seen === undefined || (seen.isBound && base !== undefined)) {
      borrowMinutes(about, scope, { seen, base, triage });
      continue;
    }
    const own =
      scope === "triage" || !readers.includes(scope) || triage === undefined
        ? seen
        : lessReading(seen, triage);
    const whole = scope === "physician" && specialty.triage !== "none" ? raised(own, 1 / (1 - saves)) : own;
    const isOnlyReading = own !== seen && isAtLeast(own, seen);
    const alone = topic.ownMinutes.includes(scope);
    draft.put(
      path,
      writtenFamily("lognormal", whole.mean.estimate, Math.max(whole.sd, whole.mean.estimate * 0.05)),
    );
    if (!alone && !draft.isFirst(here, scope)) continue;
    draft.note(alone ? path : [...here.slice(0, 3), "*", "minutes", scope], {
      of: alone ? of : specialty.name,
      label: `minutes, ${WORDS[scope]}`,
      value: timeText(whole.mean.estimate),
      ...(isOnlyReading
        ? {}
        : {
            interval: intervalOf(whole.mean, timeText),
            ...rangeEntry(rangeOf(whole.mean, (x) => `${figures(x)} min`)),
          }),
      how: [
        `${seen.pieces} pieces of work within sessions, the longest quarter taken as at least that long`,
        ...(seen.forCalls < 0.005
          ? []
          : [
              `${percentText(figures(seen.forCalls, 2))} of them taken off for calls that interrupt, at any open minute alike`,
            ]),
        ...(seen.pauses === 0 ? [] : [`${countText(seen.pauses)} pauses left out`]),
      ].join("; "),
      weak: weaknessOf(scope, isOnlyReading),
    });
  }
}

const WEAK_MINUTES = "elapsed minutes: pauses may be in them";

const ONLY_READING =
  "hardly longer than reading alone, so that all of them may be replies to what belongs elsewhere: no interval says what another reply takes";

function weaknessOf(scope: MinutesScope, isOnlyReading: boolean): string {
  if (isOnlyReading) return ONLY_READING;
  const others =
    scope === "triage" ? "" : "; replies to what belongs elsewhere, done on reading, are among them";
  return `${WEAK_MINUTES}${others}`;
}

const WORDS: Readonly<Record<MinutesScope, string>> = {
  triage: "reading by who reads first",
  clerk: "a clerk's reply after reading",
  nurse: "a nurse's reply after reading",
  physician: "a physician's reading and reply",
};

interface BaseMinutes {
  readonly seen: MinutesFit | undefined;
  readonly base: { readonly mean: number; readonly sd: number } | undefined;
  readonly triage: { readonly mean: number } | undefined;
}

function borrowMinutes(about: TopicDraft, scope: MinutesScope, { seen, base, triage }: BaseMinutes): void {
  const { draft, here, from, of } = about;
  const keys = ["minutes", scope];
  if (seen === undefined || base === undefined) {
    borrowForAll(about, ...keys);
    return;
  }
  const most = Math.max(seen.mean.high - (scope === "nurse" ? (triage?.mean ?? 0) : 0), 0.5);
  if (base.mean <= most) borrowForAll(about, ...keys);
  else {
    draft.borrow([...here, ...keys], [...from, ...keys], {
      value: writtenFamily("lognormal", most, (base.sd * most) / base.mean),
      top: `${figures(most)} min`,
    });
  }
  draft.mention({
    of,
    label: `minutes, ${WORDS[scope]}`,
    value: `at most ${timeText(most)}`,
    how: `from one act of a person to the next within a session, ${seen.pieces} times; other work in between is in it, so the scenario has ${base.mean <= most ? "the evidence's" : "the evidence's, lowered to it"}`,
    weak: "a bound, not an estimate: an extract of events would say when work began",
  });
}

function raised(fit: MinutesFit, by: number): MinutesFit {
  const { estimate, low, high } = fit.mean;
  return { ...fit, mean: { estimate: estimate * by, low: low * by, high: high * by }, sd: fit.sd * by };
}

function baseMean(
  draft: Draft,
  path: readonly string[],
): { readonly mean: number; readonly sd: number } | undefined {
  const written = draft.baseAt(path);
  if (written === undefined) return undefined;
  const { mean, variance } = createDistribution(draft.specOf(written as JsonObject));
  return { mean, sd: Math.sqrt(variance) };
}
