import { describe, expect, test } from "vitest";
import {
  type Clinic,
  compile,
  drawWorld,
  type Policies,
  ROLES,
  type Role,
  type Round,
  rankOf,
  type Specialty,
  type Thread,
} from "../../src/model/index.ts";
import { CLINIC, DEMAND, SPECIALTY, TOPIC } from "./plain-clinic.ts";
import { chiSquareP, meanOf, shareError } from "./statistics.ts";
import { WHOLE, WHOLE_POLICIES, wholeClinic } from "./whole-clinic.ts";

/** A message with its thread and its place in it. */
interface Message extends Round {
  readonly thread: Thread;
  readonly round: number;
}

function messagesOf(clinic: Clinic): readonly Message[] {
  return drawWorld(compile(clinic, []), 31, 0).threads.flatMap((thread) =>
    thread.rounds.map((each, round) => ({ ...each, thread, round })),
  );
}

const RUN = { ...CLINIC.run, warmUpDays: 0, lengthDays: 56, runOutDays: 0 };

function clinic(patch: Partial<Specialty> = {}, policies: Partial<Policies> = {}): Clinic {
  const whole = wholeClinic("nurse-first", policies);
  return { ...whole, run: RUN, specialties: [{ ...WHOLE, patients: 15_000, ...patch }] };
}

const messages = messagesOf(clinic({ patients: 60_000 }));
const first = messages.filter(({ round }) => round === 0);
const needy = messages.filter(({ needsReply }) => needsReply);
const [refills, symptoms] = [0, 1].map((topic) => needy.filter(({ thread }) => thread.topic === topic));
const door = (type: Policies["frontDoor"][number]["type"]) =>
  WHOLE_POLICIES.frontDoor.findIndex((policy) => policy.type === type);
/** Those that come to a front door: let in by all before it. */
const reaching = (of: readonly Message[], type: Policies["frontDoor"][number]["type"]) =>
  of.filter(({ turnedAwayBy }) => turnedAwayBy < 0 || turnedAwayBy >= door(type));
const turnedAway = (type: Policies["frontDoor"][number]["type"]) => (message: Message) =>
  message.turnedAwayBy === door(type);
const letIn = ({ turnedAwayBy }: Message) => turnedAwayBy < 0;
const isSet = (minutes: number) => !Number.isNaN(minutes);

/** The share is p, and there are enough of them to tell that it is not a quarter less. */
function expectShare<Item>(items: readonly Item[], condition: (item: Item) => boolean, p: number): void {
  expect(shareError(items, condition, p)).toBeLessThan(4);
  expect(shareError(items, condition, 0.75 * p)).toBeGreaterThan(4);
}

/** Minutes of that mean, spread no more than an exponential: the mean is right, and a tenth less would be noticed. */
function expectMean(minutes: readonly number[], mean: number): void {
  const error = (value: number) => Math.abs(meanOf(minutes) - value) / (mean / Math.sqrt(minutes.length));
  expect(error(mean)).toBeLessThan(4);
  expect(error(0.75 * mean)).toBeGreaterThan(4);
}

describe("who may close a message, and to whom it goes", () => {
  const counts = (of: readonly Message[], value: (message: Message) => number, shares: readonly number[]) => {
    const seen = shares.map(() => 0);
    for (const message of of) seen[value(message)]! += 1;
    const expected = (by: readonly number[]) => by.map((share) => share * of.length);
    return { seen, expected: expected(shares), reversed: expected([...shares].reverse()) };
  };
  const byRole = (of: readonly Message[], shares: Partial<Record<Role, number>>) =>
    counts(
      of,
      ({ lowestRole }) => lowestRole,
      ROLES.map((role) => shares[role] ?? 0),
    );

  test("every role by its share", () => {
    const { seen, expected, reversed } = byRole(symptoms!, { clerk: 0.1, nurse: 0.4, physician: 0.5 });
    expect(chiSquareP(seen, expected)).toBeGreaterThan(0.001);
    expect(chiSquareP(seen, reversed)).toBeLessThan(0.001);
  });

  test("a protocol lowers it, for the topics and the share that it covers, never raises it", () => {
    // Half of a nurse practitioner's 0.1 and of the physician's 0.2 become the pharmacist's.
    const shares = { clerk: 0.3, nurse: 0.1, pharmacist: 0.45, "nurse-practitioner": 0.05, physician: 0.1 };
    const { seen, expected } = byRole(refills!, shares);
    expect(chiSquareP(seen, expected)).toBeGreaterThan(0.001);
    const uncovered = byRole(refills!, {
      ...shares,
      pharmacist: 0.3,
      "nurse-practitioner": 0.1,
      physician: 0.2,
    });
    expect(chiSquareP(uncovered.seen, uncovered.expected)).toBeLessThan(0.001);
  });

  test("an algorithm is right as often as stated, and wrong alike in all other ways", () => {
    const of = (role: Role) => needy.filter(({ lowestRole }) => lowestRole === rankOf(role));
    expectShare(of("nurse"), ({ sortedTo }) => sortedTo === rankOf("nurse"), 0.7);
    expectShare(of("nurse"), ({ sortedTo }) => sortedTo === rankOf("clerk"), 0.15);
    expectShare(of("nurse"), ({ sortedTo }) => sortedTo === rankOf("physician"), 0.15);
    expectShare(of("pharmacist"), ({ sortedTo }) => sortedTo === rankOf("clerk"), 0.1);
    expect(messages.every(({ needsReply, sortedTo }) => needsReply || sortedTo === -1)).toBe(true);
  });

  test("a nurse asks or bounces, and a physician signs drafts where there are any, by the shares given", () => {
    expectShare(needy, ({ asks }) => asks, 0.2);
    expectShare(needy, ({ bounces }) => bounces, 0.3);
    expectShare(symptoms!, ({ coSigned }) => coSigned, 0.6);
    expect(refills!.some(({ coSigned }) => coSigned)).toBe(false);
  });
});

describe("a first message", () => {
  const [refill, symptom] = [0, 1].map((topic) => first.filter(({ thread }) => thread.topic === topic));

  test("belongs elsewhere or lacks something, by the topic's shares; later ones never", () => {
    expectShare(refill!, ({ unsuitable }) => unsuitable, 0.05);
    expectShare(symptom!, ({ unsuitable }) => unsuitable, 0.3);
    const past = (of: readonly Message[]) =>
      of.filter(
        ({ turnedAwayBy }) => turnedAwayBy !== door("guidelines") && turnedAwayBy !== door("questions"),
      );
    // Questions complete six in ten of those that would lack something.
    expectShare(past(symptom!), ({ answerDelay }) => isSet(answerDelay), 0.3 * 0.4);
    const later = messages.filter(({ round }) => round > 0);
    expect(later.some(({ unsuitable, answerDelay }) => unsuitable || isSet(answerDelay))).toBe(false);
    const bare = messagesOf(clinic({}, { frontDoor: [] })).filter(
      ({ round, thread }) => round === 0 && thread.topic === 0,
    );
    expectShare(bare, ({ answerDelay }) => isSet(answerDelay), 0.2);
    expectMean(
      bare.map(({ answerDelay }) => answerDelay).filter(isSet),
      // A lognormal with a coefficient of variation above 1: fewer than an exponential would need.
      540,
    );
  });
});

describe("front doors", () => {
  test("guidelines avert a share of what belongs elsewhere, and some of those call or come", () => {
    const elsewhere = first.filter(({ unsuitable }) => unsuitable);
    expectShare(elsewhere, turnedAway("guidelines"), 0.4);
    expect(messages.some((message) => !message.unsuitable && turnedAway("guidelines")(message))).toBe(false);
    const gone = elsewhere.filter(turnedAway("guidelines"));
    expectShare(gone, ({ displacedTo }) => displacedTo === "call", 0.3);
    expectShare(gone, ({ displacedTo }) => displacedTo === "visit", 0.2);
    expectShare(gone, ({ displacedTo }) => displacedTo === "nothing", 0.5);
  });

  test("links take a share of first messages of their topics", () => {
    const coming = reaching(first, "links");
    const refill = coming.filter(({ thread }) => thread.topic === 0);
    expectShare(refill, ({ linkMinutes }) => isSet(linkMinutes), 0.3);
    expectMean(refill.map(({ linkMinutes }) => linkMinutes).filter(isSet), 3);
    const others = messages.filter(({ thread, round }) => thread.topic === 1 || round > 0);
    expect(others.some(({ linkMinutes }) => isSet(linkMinutes))).toBe(false);
  });

  test("questions, a fee and a filter each turn away their share of what comes to them", () => {
    expectShare(reaching(first, "questions"), turnedAway("questions"), 0.1);
    expectShare(reaching(first, "fee"), turnedAway("fee"), 0.1);
    const later = messages.filter(({ round }) => round > 0);
    expectShare(
      later.filter(({ needsReply }) => !needsReply),
      turnedAway("thanks-filter"),
      0.7,
    );
    expectShare(
      later.filter(({ needsReply }) => needsReply),
      turnedAway("thanks-filter"),
      0.1,
    );
    expect(
      later.every(({ turnedAwayBy }) => turnedAwayBy < 0 || turnedAwayBy === door("thanks-filter")),
    ).toBe(true);
  });

  test("only patients near a visit may open a thread: each has one every 183 days, on days as likely as any other", () => {
    // Of 183 days, those 101 to 152 after a visit are too late for the last one and too early for the next.
    expectShare(reaching(first, "eligibility"), turnedAway("eligibility"), 52 / 183);
    const only = clinic({}, { frontDoor: [WHOLE_POLICIES.frontDoor[door("eligibility")]!] });
    const year = { ...only, run: { ...RUN, lengthDays: 366 } };
    const small = { ...year, specialties: [{ ...WHOLE, patients: 3000 }] };
    const dates = new Map<number, [day: number, refused: boolean][]>();
    for (const { thread, turnedAwayBy, round } of messagesOf(small)) {
      if (round > 0) continue;
      const phase = Math.floor(thread.sent / 1440) % 183;
      dates.set(thread.patient, [...(dates.get(thread.patient) ?? []), [phase, turnedAwayBy >= 0]]);
    }
    // Round the year of 183 days nobody is refused on two days with a day between on which somebody is let in, but once.
    const changes = [...dates.values()].map((days) => {
      const inOrder = days.sort(([a], [b]) => a - b).map(([, refused]) => refused);
      return inOrder.filter((refused, i) => refused !== inOrder[(i + 1) % inOrder.length]).length;
    });
    expect(new Set(changes)).toEqual(new Set([0, 2]));
    const never = messagesOf(clinic({ visitsPerYear: 0 }));
    expect(never.filter(({ round }) => round === 0).some(letIn)).toBe(false);
  });

  test("of what is turned away nothing more comes, and whoever calls instead has something to say", () => {
    const last = ({ round, thread }: Message) => round === thread.rounds.length - 1;
    const gone = messages.filter((message) => !letIn(message));
    expect(gone.every((message) => last(message) && !isSet(message.followUpDelay))).toBe(true);
    expect(messages.every((message) => message.displacedTo === "nothing" || !letIn(message))).toBe(true);
    const calls = ({ displacedTo, callDelay }: Message) => displacedTo === "call" || isSet(callDelay);
    expect(messages.every((message) => message.callMinutes > 0 === calls(message))).toBe(true);
  });

  test("a cap has its own shares of what is done instead", () => {
    const cap = { type: "message-cap", messages: 2, within: 10_000, calls: 0.5, visits: 0.2 } as const;
    const capped = messagesOf(clinic({}, { frontDoor: [cap] }));
    expectShare(capped, ({ cappedTo }) => cappedTo === "call", 0.5);
    expectShare(capped, ({ cappedTo }) => cappedTo === "visit", 0.2);
    expect(capped.every(letIn)).toBe(true);
    expect(capped.every(({ cappedTo, callMinutes }) => cappedTo !== "call" || callMinutes > 0)).toBe(true);
    expect(new Set(messages.map(({ cappedTo }) => cappedTo))).toEqual(new Set(["nothing"]));
  });

  test("what waits at the start is in already", () => {
    const backlog = messagesOf(clinic({ openingBacklog: { messages: 500, age: 3000 } })).filter(
      ({ thread, round }) => thread.sent < 0 && round === 0,
    );
    expect(backlog).toHaveLength(500);
    expect(backlog.every((message) => letIn(message) && !isSet(message.linkMinutes))).toBe(true);
  });
});

describe("what becomes of a message that is let in", () => {
  test("its minutes are those of the topic, less what a limit and drafts save", () => {
    const shorter = 1 - 0.3 * 0.4;
    expectMean(
      needy.filter(letIn).map(({ triage }) => triage),
      2 * shorter,
    );
    expectMean(
      symptoms!.filter(letIn).map(({ nurse }) => nurse),
      5 * shorter,
    );
    expectMean(
      refills!.filter(letIn).map(({ clerk }) => clerk),
      3 * shorter,
    );
    expect(symptoms!.every(({ clerk, nurse }) => clerk === nurse)).toBe(true);
    // Reading takes 0.4 and a fifth more; of seven drafts in ten, four fifths of the writing is saved.
    const drafted = 0.4 * 1.2 + 0.6 * (0.3 + 0.7 * 0.2);
    expectMean(
      needy.filter(letIn).map(({ physician }) => physician),
      4 * shorter * drafted,
    );
  });

  test("some become visits: of those that would end in one at first, of the others from the third on", () => {
    const open = messages.filter(
      ({ needsReply, unsuitable, linkMinutes, turnedAwayBy }) =>
        needsReply && !unsuitable && !isSet(linkMinutes) && turnedAwayBy < 0,
    );
    const convert = ({ bookingMinutes }: Message) => isSet(bookingMinutes);
    const at = (round: number) => open.filter((message) => message.round === round);
    expectShare(
      at(0).filter(({ needsVisit }) => needsVisit),
      convert,
      0.5,
    );
    expect([...at(0).filter(({ needsVisit }) => !needsVisit), ...at(1)].some(convert)).toBe(false);
    expectShare(at(2), convert, 0.4);
    const visits = messages.filter(convert);
    expect(visits.every((message) => open.includes(message) && message.bookingMinutes === 2)).toBe(true);
    expect(visits.every(({ round, thread }) => round === thread.rounds.length - 1)).toBe(true);
  });

  test("others bring a next one: fewer where questions were asked before the first", () => {
    const goOn = ({ followUpDelay }: Message) => isSet(followUpDelay);
    const written = symptoms!.filter(
      (message) => letIn(message) && !isSet(message.bookingMinutes) && message.round < 19,
    );
    expectShare(
      written.filter(({ round }) => round === 0),
      goOn,
      0.6 * 0.7,
    );
    expectShare(
      written.filter(({ round }) => round > 0),
      goOn,
      0.6,
    );
  });

  test("a patient who waits chases, says it all again, calls, or flees", () => {
    expectShare(needy, ({ chaserDelay }) => isSet(chaserDelay), 0.4);
    const chasers = needy.filter(({ chaserDelay }) => isSet(chaserDelay));
    expectMean(
      chasers.map(({ chaserDelay }) => chaserDelay),
      2000,
    );
    expectShare(chasers, ({ duplicates }) => duplicates, 0.3);
    expectShare(chasers, ({ callDelay }) => isSet(callDelay), 0.5);
    const callers = chasers.filter(({ callDelay }) => isSet(callDelay));
    expectMean(
      callers.map(({ callDelay }) => callDelay),
      1000,
    );
    expectMean(
      callers.map(({ callMinutes }) => callMinutes),
      5,
    );
    expectMean(
      callers.map(({ callPatience }) => callPatience),
      10,
    );
    const quiet = messages.filter(({ needsReply, chaserDelay }) => !needsReply || !isSet(chaserDelay));
    expect(quiet.some(({ duplicates, callDelay }) => duplicates || isSet(callDelay))).toBe(false);
    const urgent = needy.filter(({ thread }) => thread.urgent);
    expectShare(urgent, ({ emergencyDelay }) => isSet(emergencyDelay), 0.2);
    expectMean(urgent.map(({ emergencyDelay }) => emergencyDelay).filter(isSet), 600);
    const rest = messages.filter(({ needsReply, thread }) => !thread.urgent || !needsReply);
    expect(rest.some(({ emergencyDelay }) => isSet(emergencyDelay))).toBe(false);
  });
});

test("nothing happens to messages of a clinic in which nothing is on", () => {
  const quiet: Clinic = {
    ...CLINIC,
    specialties: [
      { ...SPECIALTY, demand: { ...DEMAND, rate: 10 / 525_600 }, topics: [{ ...TOPIC, urgent: 1 }] },
    ],
    policies: { ...CLINIC.policies, flag: { type: "none" }, triage: { type: "none" } },
  };
  const untouched = {
    asks: false,
    bounces: false,
    unsuitable: false,
    answerDelay: Number.NaN,
    sortedTo: -1,
    bookingMinutes: Number.NaN,
    linkMinutes: Number.NaN,
    turnedAwayBy: -1,
    displacedTo: "nothing",
    cappedTo: "nothing",
    coSigned: false,
    prepare: 0,
    callMinutes: 0,
    callPatience: Number.NaN,
    chaserDelay: Number.NaN,
    duplicates: false,
    callDelay: Number.NaN,
    emergencyDelay: Number.NaN,
  };
  const all = messagesOf(quiet);
  expect(all.length).toBeGreaterThan(1000);
  for (const message of all) expect(message).toMatchObject(untouched);
  expect(all.some(({ thread }) => thread.flagged)).toBe(false);
  expect(all.every(({ thread }) => thread.urgent && thread.seenUrgent)).toBe(true);
});
