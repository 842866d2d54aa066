import { createDistribution } from "../../random/index.ts";
import type { Topic } from "../clinic.ts";
import type { Model } from "../compile.ts";
import { portalPatients } from "../draws/panel.ts";
import { worldPlanOf } from "../draws/world-plan.ts";
import { expectedRounds } from "../follow-ups.ts";
import type { Round } from "../world.ts";

/** Expected minutes of a team's work by day of the run on which it comes in. */
interface TeamWork {
  readonly messageMinutes: Float64Array;
  readonly callMinutes: Float64Array;
  readonly otherMinutes: Float64Array;
  /** Of those, what comes to each person alike. */
  readonly perPersonMinutes: Float64Array;
}

export interface ExpectedWork {
  /** New threads and all messages by day, follow-ups on the day of their thread. */
  readonly threads: Float64Array;
  readonly messages: Float64Array;
  readonly teams: readonly TeamWork[];
  /** By specialty: minutes its physicians' team needs for messages. */
  readonly physicianMinutes: readonly Float64Array[];
}

/** Expected minutes and messages per thread of a specialty. */
interface ThreadWork {
  readonly messages: number;
  readonly reader: number;
  readonly physician: number;
}

export function expectedWork(model: Model): ExpectedWork {
  const { clinic, calendar, days } = model;
  const plan = worldPlanOf(model);
  const threads = new Float64Array(days);
  const messages = new Float64Array(days);
  const teams = clinic.teams.map(() => ({
    messageMinutes: new Float64Array(days),
    callMinutes: new Float64Array(days),
    otherMinutes: new Float64Array(days),
    perPersonMinutes: new Float64Array(days),
  }));
  const physicianMinutes = clinic.specialties.map(() => new Float64Array(days));
  clinic.specialties.forEach((specialty, index) => {
    const { pattern, time, threadRate, physicianTeam } = plan.specialties[index]!;
    const reader = model.firstReaders[index]!;
    const perThread = threadWork(model, index, reader >= 0, physicianTeam >= 0);
    const rate = portalPatients(specialty) * threadRate;
    let counted = 0;
    for (let day = 0; day < days; day += 1) {
      const until = time.countedAtEndOf(day);
      const sent = rate * (until - counted) * pattern.byDay[day]!;
      counted = until;
      threads[day]! += sent;
      messages[day]! += sent * perThread.messages;
      if (reader >= 0) teams[reader]!.messageMinutes[day]! += sent * perThread.reader;
      if (physicianTeam < 0) continue;
      physicianMinutes[index]![day] = sent * perThread.physician;
      teams[physicianTeam]!.messageMinutes[day]! += sent * perThread.physician;
    }
    for (const work of specialty.otherWork) {
      const streams = work.perPerson ? clinic.teams[work.team]!.count : 1;
      const minutes = streams * work.perBusinessDay * createDistribution(work.minutes).mean;
      const team = teams[work.team]!;
      const byDay = work.interrupts ? team.callMinutes : team.otherMinutes;
      const own = work.perPerson && !work.interrupts && clinic.teams[work.team]!.role === "physician";
      for (let day = 0; day < days; day += 1) {
        if (!calendar.isOpenDay(day)) continue;
        byDay[day]! += minutes;
        if (own) team.perPersonMinutes[day]! += minutes;
      }
    }
  });
  return { threads, messages, teams, physicianMinutes };
}

function threadWork(model: Model, specialty: number, read: boolean, physicians: boolean): ThreadWork {
  const { topics } = model.clinic.specialties[specialty]!;
  const shares = topics.reduce((sum, { share }) => sum + share, 0);
  let messages = 0;
  let reader = 0;
  let physician = 0;
  for (const topic of topics) {
    const share = topic.share / shares;
    const kinds = roundKinds(model, topic);
    const answered = physicians ? 1 : read ? kinds.answeredByReader : 0;
    const rounds = expectedRounds(topic.followUp, answered);
    messages += share * (rounds.replies + rounds.thanks);
    if (read) {
      reader += share * (rounds.replies * kinds.reply.reader + rounds.thanks * kinds.triage);
      physician += share * rounds.replies * kinds.reply.physician;
    } else physician += share * (rounds.replies * kinds.physician + rounds.thanks * kinds.triage);
  }
  return { messages, reader, physician };
}

/**
 * Mean minutes of one message. What a policy asks for is linear in a message's minutes once its flags are known, and minutes
 * and flags are drawn independently: so its reading of the mean message of each kind is the mean of its readings.
 */
function roundKinds({ clinic, triage }: Model, { lowestRole, minutes }: Topic) {
  const policy = clinic.policies.triage;
  const asked = policy.type === "nurse-first" ? policy.asks : 0;
  const closes = lowestRole.clerk + lowestRole.nurse;
  const mean = {
    triage: createDistribution(minutes.triage).mean,
    nurse: createDistribution(minutes.nurse).mean,
    physician: createDistribution(minutes.physician).mean,
    prepare: policy.type === "nurse-first" ? createDistribution(policy.prepare).mean : 0,
  };
  const kinds: readonly (readonly [chance: number, nurseCloses: boolean, asks: boolean])[] = [
    [closes * (1 - asked), true, false],
    [closes * asked, true, true],
    [1 - closes, false, false],
  ];
  let reader = 0;
  let physician = 0;
  let answeredByReader = 0;
  for (const [chance, nurseCloses, asks] of kinds) {
    const round: Round = {
      ...mean,
      needsReply: true,
      nurseCloses,
      asks,
      needsVisit: false,
      followUpDelay: Number.NaN,
    };
    const reading = triage.read(round);
    reader += chance * (reading.minutes + reading.replyMinutes);
    physician += chance * reading.physicianMinutes;
    if (reading.outcome === "reply") answeredByReader += chance;
  }
  return { reply: { reader, physician }, triage: mean.triage, physician: mean.physician, answeredByReader };
}
