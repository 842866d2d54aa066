import { ROLES, type Role, rankOf } from "../../model/index.ts";
import { createDistribution } from "../../random/index.ts";
import type { JsonObject } from "../../scenario/index.ts";
import { baseTopic } from "./base-places.ts";
import type { Bounds } from "./bounds.ts";
import { rangeEntry } from "./compose-demand.ts";
import type { Draft } from "./draft.ts";
import { type Fit, type MinutesScope, SCOPES, type SpecialtyFit, type TopicFit } from "./fit.ts";
import type { DelayFit } from "./fit-delay.ts";
import { lessReading, type MinutesFit } from "./fit-minutes.ts";
import type { LogTells } from "./log-tells.ts";
import {
  countText,
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
export function composeTopics(
  draft: Draft,
  { tells }: Pick<Fit, "tells">,
  specialty: SpecialtyFit,
  base: readonly string[],
): void {
  const { name, topics } = specialty;
  const shares = wholeShares(topics.map(({ share }) => share.estimate));
  topics.forEach((topic, i) => {
    const here = ["specialties", name, "topics", topic.name];
    const from = baseTopic(draft, base, topic.name);
    const about: TopicDraft = {
      draft,
      tells,
      specialty,
      topic,
      here,
      from,
      of: `${name}: ${topic.name}`,
    };
    draft.learn([...here, "share"], shares[i]!, {
      of: about.of,
      label: "share of threads",
      value: percentText(shares[i]!),
      interval: intervalOf(topic.share, percentText),
      ...rangeEntry(rangeOf(topic.share, shareFigure)),
      how: `${countText(topic.threads)} threads`,
    });
    composeShare(about, "urgent", topic.urgent, {
      label: "urgent",
      how: "threads marked urgent in the extract, rightly or not",
    });
    composeClosers(about);
    borrowForAll(about, "incomplete");
    composeShare(about, "needsVisit", topic.visits, {
      label: "lead to a visit",
      how: "threads that a visit names; those of the last month left out",
    });
    composeFollowUp(about);
    composeMinutes(about);
    borrowForAll(about, "complexity");
  });
}

/** A topic that is being written. */
interface TopicDraft {
  readonly draft: Draft;
  readonly tells: LogTells;
  readonly specialty: SpecialtyFit;
  readonly topic: TopicFit;
  /** Its place, and that of the base's topic that goes with it. */
  readonly here: readonly string[];
  readonly from: readonly string[];
  /** What a reader knows it by. */
  readonly of: string;
}

/** One entry of the ledger for what all topics take from the base. */
function borrowForAll({ draft, here, from }: TopicDraft, ...keys: readonly string[]): void {
  draft.borrow([...here, ...keys], [...from, ...keys], { entryAt: [...here.slice(0, 3), "*", ...keys] });
}

/** A share of threads, from the base where it is not told. */
function composeShare(
  about: TopicDraft,
  key: "urgent" | "needsVisit",
  share: Bounds,
  told: { readonly label: string; readonly how: string },
): void {
  if (Number.isNaN(share.estimate)) {
    borrowForAll(about, key);
    return;
  }
  about.draft.learn([...about.here, key], shareFigure(share.estimate), {
    of: about.of,
    value: percentText(share.estimate),
    interval: intervalOf(share, percentText),
    ...rangeEntry(rangeOf(share, shareFigure)),
    ...told,
  });
}

function composeClosers(about: TopicDraft): void {
  const { draft, topic, here, of } = about;
  const { closers } = topic;
  if (closers.replies === 0) {
    borrowForAll(about, "lowestRole");
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
      of,
      label: `answered by ${roleWords(role)}`,
      value: percentText(shares[r]!),
      ...(alone
        ? { interval: intervalOf(bounds, percentText), ...rangeEntry(rangeOf(bounds, shareFigure)) }
        : {}),
      how: `who replied to ${countText(closers.replies)} messages; what a lower role could have answered does not show`,
    });
  });
}

function roleWords(role: Role): string {
  return role === "physician" ? "physicians or residents" : `a ${role.replace("-", " ")}`;
}

function composeFollowUp(about: TopicDraft): void {
  const { draft, tells, specialty, topic, here, of } = about;
  const { followUp, thanks, delay } = topic;
  if (Number.isNaN(followUp.estimate)) {
    borrowForAll(about, "followUp");
    return;
  }
  draft.learn(
    [...here, "followUp", "probability"],
    Math.min(MOST_FOLLOW_UP, shareFigure(followUp.estimate)),
    {
      of,
      label: "a reply brings another message",
      value: percentText(followUp.estimate),
      interval: intervalOf(followUp, percentText),
      ...rangeEntry(rangeOf(followUp, (x) => Math.min(MOST_FOLLOW_UP, shareFigure(x)))),
      how: "replies after which the patient wrote again; those at the end of the extract censored",
    },
  );
  if (delay === undefined) borrowForAll(about, "followUp", "delay");
  else if (topic.ownDelay || draft.isFirst(here)) {
    learnLaw(draft, [...here, "followUp", "delay"], delay, {
      entryAt: topic.ownDelay ? here : [...here.slice(0, 3), "*"],
      keys: ["followUp", "delay"],
      of: topic.ownDelay ? of : specialty.name,
      label: "delay of the next message, awake",
    });
  } else draft.put([...here, "followUp", "delay"], writtenLaw(delay));
  if (Number.isNaN(thanks.estimate)) borrowForAll(about, "followUp", "thanks");
  else {
    draft.learn([...here, "followUp", "thanks"], shareFigure(thanks.estimate), {
      of,
      label: "next messages that need no reply",
      value: percentText(thanks.estimate),
      interval: intervalOf(thanks, percentText),
      ...rangeEntry(rangeOf(thanks, shareFigure)),
      ...(tells.closings
        ? { how: "later messages closed without a reply" }
        : {
            how: `later messages without a reply after ${timeText(tells.settledAfter)}`,
            weak: "without closings, what was forgotten looks like what needed no reply",
          }),
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
    how: `${law} by likelihood with censoring, ${countText(delay.came)} came and ${countText(delay.watched)} did not; largest difference from what was seen ${numberText(best.distance)}${others.length === 0 ? "" : ` (${others.join(", ")})`}`,
    ...(weak === undefined ? {} : { weak }),
  });
}

/**
 * Minutes by kind. Those of people who read first hold the reading, which is taken off. Where a log only says how long it took from one act to the next, the
 * base's minutes stand, unless they are above that.
 */
function composeMinutes(about: TopicDraft): void {
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
      interval: intervalOf(whole.mean, timeText),
      ...rangeEntry(alone ? rangeOf(whole.mean, (x) => `${figures(x)} min`) : undefined),
      how: `${seen.pieces} pieces of work within sessions, the longest quarter taken as at least that long${seen.pauses === 0 ? "" : `; ${countText(seen.pauses)} pauses left out`}`,
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
