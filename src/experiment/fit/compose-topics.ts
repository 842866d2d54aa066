import { ROLES, type Role, rankOf } from "../../model/index.ts";
import { baseTopic } from "./base-places.ts";
import type { Bounds } from "./bounds.ts";
import { rangeEntry } from "./compose-demand.ts";
import { composeMinutes } from "./compose-minutes.ts";
import type { Draft } from "./draft.ts";
import type { Fit, SpecialtyFit } from "./fit.ts";
import { learnLaw } from "./learn-law.ts";
import { borrowForAll, type TopicDraft } from "./topic-draft.ts";
import {
  countText,
  intervalOf,
  percentText,
  rangeOf,
  shareFigure,
  timeText,
  wholeShares,
  writtenLaw,
} from "./written-amounts.ts";

const MOST_FOLLOW_UP = 0.9;

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
    const bounds = role === "physician" ? closers.doctors : closers.shares[r]!;
    draft.note([...here, "lowestRole", role], {
      of,
      label: `answered by ${roleWords(role)}`,
      value: percentText(shares[r]!),
      interval: intervalOf(bounds, percentText),
      ...rangeEntry(rangeOf(bounds, shareFigure)),
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
