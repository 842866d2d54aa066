import { ROLES, type Role, rankOf } from "../../model/index.ts";
import { createDistribution } from "../../random/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import { baseTopic } from "./base-places.ts";
import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import { type MinutesScope, SCOPES, type SpecialtyFit, type TopicFit } from "./fit.ts";
import type { DelayFit } from "./fit-delay.ts";
import { lessReading, type MinutesFit } from "./fit-minutes.ts";
import {
  figures,
  intervalOf,
  numberText,
  percentText,
  rangeOf,
  shareFigure,
  timeText,
  wholeShares,
  writtenFamily,
  writtenLaw,
} from "./written-amounts.ts";

const MOST_FOLLOW_UP = 0.9;
const WEAK_MINUTES = "elapsed minutes: pauses and calls may be in them";

/** What messages are about, who answers them, what comes after, and what they take. */
export function composeTopics(draft: Draft, specialty: SpecialtyFit, base: readonly string[]): void {
  const { name, topics } = specialty;
  const shares = wholeShares(topics.map(({ share }) => share.estimate));
  topics.forEach((topic, i) => {
    const here = ["specialties", name, "topics", topic.name];
    const from = baseTopic(draft, base, topic.name);
    draft.learn([...here, "share"], shares[i]!, {
      of: about(specialty, topic),
      label: "share of threads",
      value: percentText(shares[i]!),
      interval: intervalOf(topic.share, percentText),
      ...rangeEntry(rangeOf(topic.share, shareFigure)),
      how: `${Math.round(topic.threads)} threads`,
    });
    composeUrgent(draft, specialty, topic, here, from);
    composeClosers(draft, specialty, topic, here, from);
    for (const key of ["incomplete", "needsVisit"]) borrowForAll(draft, here, from, key);
    composeFollowUp(draft, specialty, topic, here, from);
    composeMinutes(draft, specialty, topic, here, from);
    borrowForAll(draft, here, from, "complexity");
  });
}

function about({ name }: SpecialtyFit, topic: TopicFit): string {
  return `${name}: ${topic.name}`;
}

/** One entry of the ledger for what all topics take from the base. */
function borrowForAll(
  draft: Draft,
  here: readonly string[],
  from: readonly string[],
  ...keys: readonly string[]
): void {
  draft.borrow([...here, ...keys], [...from, ...keys], { entryAt: [...here.slice(0, 3), "*", ...keys] });
}

function composeUrgent(
  draft: Draft,
  specialty: SpecialtyFit,
  topic: TopicFit,
  here: readonly string[],
  from: readonly string[],
): void {
  const { urgent } = topic;
  if (Number.isNaN(urgent.estimate)) {
    borrowForAll(draft, here, from, "urgent");
    return;
  }
  draft.learn([...here, "urgent"], shareFigure(urgent.estimate), {
    of: about(specialty, topic),
    label: "urgent",
    value: percentText(urgent.estimate),
    interval: intervalOf(urgent, percentText),
    ...rangeEntry(rangeOf(urgent, shareFigure)),
    how: "threads marked urgent in the extract, rightly or not",
  });
}

function composeClosers(
  draft: Draft,
  specialty: SpecialtyFit,
  topic: TopicFit,
  here: readonly string[],
  from: readonly string[],
): void {
  const { closers } = topic;
  if (closers.replies === 0) {
    borrowForAll(draft, here, from, "lowestRole");
    return;
  }
  const physician = rankOf("physician");
  const resident = rankOf("resident");
  const merged = closers.shares.map(({ estimate }, role) =>
    role === physician ? estimate + closers.shares[resident]!.estimate : role === resident ? 0 : estimate,
  );
  const shares = wholeShares(merged);
  draft.put(
    [...here, "lowestRole"],
    Object.fromEntries(ROLES.map((role, r) => [role, shares[r]!] as const).filter(([, share]) => share > 0)),
  );
  ROLES.forEach((role, r) => {
    if (shares[r]! === 0) return;
    const bounds = closers.shares[r]!;
    const alone = role !== "physician" || closers.shares[resident]!.estimate === 0;
    draft.note([...here, "lowestRole", role], {
      of: about(specialty, topic),
      label: `answered by ${roleWords(role)}`,
      value: percentText(shares[r]!),
      ...(alone
        ? { interval: intervalOf(bounds, percentText), ...rangeEntry(rangeOf(bounds, shareFigure)) }
        : {}),
      how: `who replied to ${closers.replies} messages; what a lower role could have answered does not show`,
    });
  });
}

function roleWords(role: Role): string {
  return role === "physician" ? "physicians or residents" : `a ${role.replace("-", " ")}`;
}

function composeFollowUp(
  draft: Draft,
  specialty: SpecialtyFit,
  topic: TopicFit,
  here: readonly string[],
  from: readonly string[],
): void {
  const { followUp, thanks, delay } = topic;
  if (Number.isNaN(followUp.estimate)) {
    borrowForAll(draft, here, from, "followUp");
    return;
  }
  draft.learn(
    [...here, "followUp", "probability"],
    Math.min(MOST_FOLLOW_UP, shareFigure(followUp.estimate)),
    {
      of: about(specialty, topic),
      label: "a reply brings another message",
      value: percentText(followUp.estimate),
      interval: intervalOf(followUp, percentText),
      ...rangeEntry(rangeOf(followUp, (x) => Math.min(MOST_FOLLOW_UP, shareFigure(x)))),
      how: "replies after which the patient wrote again; those at the end of the extract censored",
    },
  );
  if (delay === undefined) borrowForAll(draft, here, from, "followUp", "delay");
  else if (topic.ownDelay || draft.isFirst(here)) {
    learnLaw(draft, [...here, "followUp", "delay"], delay, {
      entryAt: topic.ownDelay ? here : [...here.slice(0, 3), "*"],
      keys: ["followUp", "delay"],
      of: topic.ownDelay ? about(specialty, topic) : specialty.name,
      label: "delay of the next message, awake",
    });
  } else draft.put([...here, "followUp", "delay"], writtenLaw(delay));
  if (Number.isNaN(thanks.estimate)) borrowForAll(draft, here, from, "followUp", "thanks");
  else {
    draft.learn([...here, "followUp", "thanks"], shareFigure(thanks.estimate), {
      of: about(specialty, topic),
      label: "next messages that need no reply",
      value: percentText(thanks.estimate),
      interval: intervalOf(thanks, percentText),
      ...rangeEntry(rangeOf(thanks, shareFigure)),
      how: "later messages closed without a reply",
    });
  }
}

/** Puts the law of a delay, with how well it fits. */
export function learnLaw(
  draft: Draft,
  path: readonly string[],
  delay: DelayFit,
  told: {
    readonly of: string;
    readonly label: string;
    readonly entryAt?: readonly string[];
    readonly keys?: readonly string[];
    readonly weak?: string;
  },
): void {
  const { best, mean, fitsNone, families } = delay;
  const { entryAt = path, keys = [], weak, ...names } = told;
  const others = families.slice(1).map(({ family, distance }) => `${family} ${numberText(distance)}`);
  const law = fitsNone
    ? `as seen: no family comes near (${best.family} is off by ${percentText(best.distance)})`
    : best.family;
  draft.put(path, writtenLaw(delay));
  draft.note([...entryAt, ...keys], {
    ...names,
    value: `${fitsNone ? "as seen" : best.family}, mean ${timeText(best.mean)}, sd ${timeText(best.sd)}`,
    interval: intervalOf(mean, timeText),
    ...rangeEntry(fitsNone ? undefined : rangeOf(mean, (x) => `${figures(x)} min`)),
    how: `${law} by likelihood with censoring, ${delay.came} came and ${delay.watched} did not; largest difference from what was seen ${numberText(best.distance)}${others.length === 0 ? "" : ` (${others.join(", ")})`}`,
    ...(weak === undefined ? {} : { weak }),
  });
}

/**
 * Minutes by kind. Those of people who read first hold the reading, which is taken off. Where a log only says how long it took from one act to the next, the
 * base's minutes stand, unless they are above that.
 */
function composeMinutes(
  draft: Draft,
  specialty: SpecialtyFit,
  topic: TopicFit,
  here: readonly string[],
  from: readonly string[],
): void {
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
      borrowMinutes(draft, { here, from, scope, seen, base, triage });
      continue;
    }
    const own =
      scope === "triage" || !readers.includes(scope) || triage === undefined
        ? seen
        : lessReading(seen, triage);
    const whole = scope === "physician" && specialty.triage !== "none" ? raised(own, 1 / (1 - saves)) : own;
    const alone = topic.ownMinutes.includes(scope);
    draft.put(
      path,
      writtenFamily("lognormal", whole.mean.estimate, Math.max(whole.sd, whole.mean.estimate * 0.05)),
    );
    if (!alone && !draft.isFirst(here, scope)) continue;
    draft.note(alone ? path : [...here.slice(0, 3), "*", "minutes", scope], {
      of: alone ? about(specialty, topic) : specialty.name,
      label: `minutes, ${WORDS[scope]}`,
      value: timeText(whole.mean.estimate),
      interval: intervalOf(whole.mean, timeText),
      ...rangeEntry(alone ? rangeOf(whole.mean, (x) => `${figures(x)} min`) : undefined),
      how: `${seen.pieces} pieces of work within sessions, the longest quarter taken as at least that long${seen.pauses === 0 ? "" : `; ${seen.pauses} pauses left out`}`,
      weak: WEAK_MINUTES,
    });
  }
}

const WORDS: Readonly<Record<MinutesScope, string>> = {
  triage: "reading by who reads first",
  clerk: "a clerk's reply after reading",
  nurse: "a nurse's reply after reading",
  physician: "a physician's reading and reply",
};

interface BorrowedMinutes {
  readonly here: readonly string[];
  readonly from: readonly string[];
  readonly scope: MinutesScope;
  readonly seen: MinutesFit | undefined;
  readonly base: { readonly mean: number; readonly sd: number } | undefined;
  readonly triage: { readonly mean: number } | undefined;
}

function borrowMinutes(draft: Draft, { here, from, scope, seen, base, triage }: BorrowedMinutes): void {
  const keys = ["minutes", scope];
  if (seen === undefined || base === undefined) {
    borrowForAll(draft, here, from, ...keys);
    return;
  }
  const most = Math.max(seen.mean.high - (scope === "nurse" ? (triage?.mean ?? 0) : 0), 0.5);
  const topText = `${figures(most)} min`;
  if (base.mean <= most) {
    draft.borrow([...here, ...keys], [...from, ...keys], {
      entryAt: [...here.slice(0, 3), "*", ...keys],
    });
  } else {
    const factor = most / base.mean;
    draft.borrow([...here, ...keys], [...from, ...keys], {
      value: writtenFamily("lognormal", most, base.sd * factor),
      top: topText,
    });
  }
  draft.mention({
    of: `${here[1]!}: ${here[3]!}`,
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
