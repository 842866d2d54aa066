import type {
  Clinic,
  Policies,
  PortalOutage,
  Round,
  Specialty,
  Team,
  Thread,
  WorkItem,
  World,
} from "../../src/model/index.ts";
import type { ClinicCase } from "../model/random-clinic.ts";

/** A case in which a rule no longer has what it goes by: the model must be seen to disagree with the reference there. */
export type Mutation = (clinicCase: ClinicCase) => ClinicCase;

const withClinic =
  (change: (clinic: Clinic) => Partial<Clinic>): Mutation =>
  (c) => ({ ...c, clinic: { ...c.clinic, ...change(c.clinic) } });

const withWorld =
  (change: (world: World) => Partial<World>): Mutation =>
  (c) => ({ ...c, world: { ...c.world, ...change(c.world) } });

const withTeams = (change: (team: Team) => Partial<Team>): Mutation =>
  withClinic(({ teams }) => ({ teams: teams.map((team) => ({ ...team, ...change(team) })) }));

const withSpecialties = (change: (specialty: Specialty) => Partial<Specialty>): Mutation =>
  withClinic(({ specialties }) => ({
    specialties: specialties.map((specialty) => ({ ...specialty, ...change(specialty) })),
  }));

/** A policy that is of some type, wherever it is chosen. */
function withPolicy<Seam extends "triage" | "conversion" | "routing" | "closeThreadAfter" | "frontDoor">(
  seam: Seam,
  change: (policy: Policies[Seam]) => Policies[Seam],
): Mutation {
  return withClinic(({ policies, specialties }) => ({
    policies: { ...policies, [seam]: change(policies[seam]) },
    specialties: specialties.map((specialty) => {
      const own: Partial<Policies> = specialty.policies ?? {};
      if (own[seam] === undefined) return specialty;
      return { ...specialty, policies: { ...specialty.policies, [seam]: change(own[seam]) } };
    }),
  }));
}

const withQueues = (change: (queue: Policies["queue"]) => Policies["queue"]): Mutation =>
  withClinic(({ policies, teams }) => ({
    policies: { ...policies, queue: change(policies.queue) },
    teams: teams.map((team) => ({ ...team, ...(team.queue ? { queue: change(team.queue) } : {}) })),
  }));

const withThreads = (change: (thread: Thread) => Partial<Thread>): Mutation =>
  withWorld(({ threads }) => ({ threads: threads.map((thread) => ({ ...thread, ...change(thread) })) }));

const withRounds = (change: (round: Round) => Partial<Round>): Mutation =>
  withThreads(({ rounds }) => ({ rounds: rounds.map((round) => ({ ...round, ...change(round) })) }));

const withWork = (change: (item: WorkItem) => Partial<WorkItem>): Mutation =>
  withWorld(({ work }) => ({ work: work.map((item) => ({ ...item, ...change(item) })) }));

const nan = Number.NaN;
const never = Number.POSITIVE_INFINITY;

const HOURS: readonly (readonly [string, Mutation])[] = [
  [
    "finish and suspend exchanged",
    withTeams((t) => ({ endOfHours: t.endOfHours === "finish" ? "suspend" : "finish" })),
  ],
  ["a minute more to read again", withTeams((t) => ({ reRead: t.reRead + 2 }))],
  ["breaks worked through", withTeams((t) => ({ duties: t.duties.map(() => []) }))],
  [
    "no evenings",
    withTeams((t) => ({ evenings: [], people: t.people.map((p) => ({ ...p, evenings: [] })) })),
  ],
  [
    "every evening that of the first habit",
    withWorld(({ people }) => ({
      people: people.map((team) =>
        team.map((person) => ({ ...person, evening: person.evening.map((habit) => Math.min(habit, 1)) })),
      ),
    })),
  ],
  [
    "evenings a quarter of an hour shorter",
    withTeams((t) => ({
      evenings: t.evenings.map((habit) => ({ ...habit, upTo: Math.min(1440 - habit.from, habit.upTo) - 15 })),
    })),
  ],
  ["everybody on the team's hours", withTeams(() => ({ people: [] }))],
  [
    "no duties on dates",
    withTeams((t) => ({ datedDuties: [], people: t.people.map((p) => ({ ...p, datedDuties: [] })) })),
  ],
  ["cover by the pool", withTeams((t) => ({ absence: { ...t.absence, cover: "pool" } }))],
  ["no cover", withTeams((t) => ({ absence: { ...t.absence, cover: "none" } }))],
  ["no clock changes", (c) => ({ ...c, clockChanges: [] })],
  ["no closed dates", withClinic(({ calendar }) => ({ calendar: { ...calendar, closedDates: [] } }))],
  [
    "patients who never sleep",
    withClinic(({ calendar }) => ({ calendar: { ...calendar, patientSleep: { from: 0, to: 0 } } })),
  ],
  [
    "sessions that end in time",
    withWorld(({ people }) => ({
      people: people.map((team) =>
        team.map((person) => ({ ...person, overrun: person.overrun.map((day) => day.map(() => 0)) })),
      ),
    })),
  ],
  [
    "everybody equally fast",
    withTeams((t) => ({ speed: 1, people: t.people.map((p) => ({ ...p, speed: 1 })) })),
  ],
  [
    "everybody as fast as the team",
    withTeams((t) => ({ people: t.people.map((p) => ({ ...p, speed: t.speed })) })),
  ],
];

const ROLES_AND_WAYS: readonly (readonly [string, Mutation])[] = [
  [
    "teams that know every topic",
    withTeams(({ topics: _, ...team }) => ({ ...team, topics: undefined }) as never),
  ],
  [
    "teams with one stage more",
    withTeams(({ role, stages }) => ({
      stages: role === "physician" || role === "resident" ? stages : ["triage", "reply"],
    })),
  ],
  [
    "residents who do not draft",
    withTeams((t) => ({ stages: t.stages.filter((stage) => stage !== "draft") })),
  ],
  [
    "co-signatures that take twice the effort",
    withTeams((t) => ({ coSignature: { share: 0, effort: 2 * t.coSignature.effort } })),
  ],
  ["drafts that nobody signs", withRounds(() => ({ coSigned: false }))],
  [
    "nurses before clerks",
    withPolicy("triage", (p) => (p.type === "clerk-first" ? { ...p, type: "nurse-first" } : p)),
  ],
  [
    "clerks before nurses",
    withPolicy("triage", (p) => (p.type === "nurse-first" ? { ...p, type: "clerk-first" } : p)),
  ],
  ["nobody who reads first", withPolicy("triage", () => ({ type: "none" }))],
  ["nothing sorted", withRounds(() => ({ sortedTo: -1 }))],
  ["a role more to close", withRounds((r) => ({ lowestRole: Math.min(6, r.lowestRole + 1) }))],
  ["nobody asks", withRounds(() => ({ asks: false }))],
  ["nothing bounces", withRounds(() => ({ bounces: false }))],
  ["questions without effort", withPolicy("triage", (p) => (p.type === "none" ? p : { ...p, askEffort: 0 }))],
  [
    "bounces without effort",
    withPolicy("triage", (p) => (p.type === "none" ? p : { ...p, bounceEffort: 0 })),
  ],
  ["no savings", withPolicy("triage", (p) => (p.type === "none" ? p : { ...p, saves: 0 }))],
  ["longer preparation", withRounds((r) => ({ prepare: r.prepare + 2 }))],
  ["longer reading", withRounds((r) => ({ triage: r.triage + 2 }))],
  ["longer replies by clerks", withRounds((r) => ({ clerk: r.clerk + 2 }))],
  ["longer replies by nurses", withRounds((r) => ({ nurse: r.nurse + 2 }))],
  ["longer replies by physicians", withRounds((r) => ({ physician: r.physician + 8 }))],
  ["nothing unsuitable", withRounds(() => ({ unsuitable: false }))],
  ["nothing missing", withRounds(() => ({ answerDelay: nan }))],
  ["answers a minute later", withRounds((r) => ({ answerDelay: r.answerDelay + 1 }))],
  ["no visits in place of writing", withRounds(() => ({ bookingMinutes: nan }))],
  ["no links", withRounds(() => ({ linkMinutes: nan }))],
  [
    "links to another role",
    withPolicy("frontDoor", (doors) =>
      doors.map((door) =>
        door.type === "links" ? { ...door, role: door.role === "nurse" ? "clerk" : "nurse" } : door,
      ),
    ),
  ],
  [
    "specialties without policies of their own",
    // Its front door stays: the world says who was turned away by it.
    withSpecialties(({ policies: { frontDoor } = {} }) => ({
      policies: frontDoor === undefined ? {} : { frontDoor },
    })),
  ],
];

const ROUTING: readonly (readonly [string, Mutation])[] = [
  [
    "own physicians for a pool",
    withPolicy("routing", (p) => (p.type === "physician-pool" ? { type: "own-physician" } : p)),
  ],
  [
    "a pool for own physicians",
    withPolicy("routing", (p) => (p.type === "own-physician" ? { type: "physician-pool" } : p)),
  ],
  ["no release", withPolicy("routing", (p) => (p.type === "own-then-pool" ? { type: "own-physician" } : p))],
  [
    "release a minute later",
    withPolicy("routing", (p) => (p.type === "own-then-pool" ? { ...p, after: p.after + 1 } : p)),
  ],
  [
    "a pool for the inbox physician",
    withPolicy("routing", (p) => (p.type === "rotating-physician" ? { type: "physician-pool" } : p)),
  ],
  [
    "turns of another day",
    withPolicy("routing", (p) => (p.type === "rotating-physician" ? { ...p, turn: p.turn + 1 } : p)),
  ],
  [
    "one inbox more to cover",
    withPolicy("routing", (p) => (p.type === "covering-physician" ? { ...p, inboxes: p.inboxes + 1 } : p)),
  ],
  [
    "own physicians for the least loaded",
    withPolicy("routing", (p) => (p.type === "least-loaded" ? { type: "own-physician" } : p)),
  ],
  ["every patient known", withSpecialties(() => ({ unknownPatient: 1 }))],
  ["no handovers", withTeams(() => ({ handovers: [] }))],
  ["handovers in another order", withTeams((t) => ({ handovers: [...t.handovers].reverse() }))],
];

const firstCome = { type: "first-come" } as const;
const ORDER: readonly (readonly [string, Mutation])[] = [
  ["first come for urgent first", withQueues((q) => (q.type === "urgent-first" ? firstCome : q))],
  [
    "urgent first for first come",
    withQueues((q) => (q.type === "first-come" ? { type: "urgent-first" } : q)),
  ],
  ["first come for earliest due", withQueues((q) => (q.type === "earliest-due" ? firstCome : q))],
  ["first come for shortest first", withQueues((q) => (q.type === "shortest-first" ? firstCome : q))],
  ["no deliveries", withQueues((q) => (q.type === "batch" ? firstCome : q))],
  [
    "deliveries in another order",
    withQueues((q) =>
      q.type === "batch" ? { ...q, order: q.order === "first-come" ? "urgent-first" : "first-come" } : q,
    ),
  ],
  ["no escalation", withQueues((q) => (q.type === "ageing" ? { ...q, escalateAfter: never } : q))],
  [
    "escalation twice as late",
    withQueues((q) => (q.type === "ageing" ? { ...q, escalateAfter: 2 * q.escalateAfter } : q)),
  ],
  ["no head start", withQueues((q) => (q.type === "ageing" ? { ...q, headStart: 0 } : q))],
  ["no promises", withClinic(() => ({ promises: [] }))],
  [
    "teams without a queue of their own",
    withClinic(({ teams }) => ({ teams: teams.map(({ queue: _, ...team }) => team) })),
  ],
  ["nothing flagged", withThreads(() => ({ flagged: false }))],
  ["nothing seen as urgent", withThreads(() => ({ seenUrgent: false }))],
];

const PATIENTS: readonly (readonly [string, Mutation])[] = [
  ["follow-ups a minute later", withRounds((r) => ({ followUpDelay: r.followUpDelay + 1 }))],
  ["threads never closed", withPolicy("closeThreadAfter", () => never)],
  ["everybody let in", withRounds(() => ({ turnedAwayBy: -1 }))],
  ["those turned away do nothing", withRounds(() => ({ displacedTo: "nothing" }))],
  ["those capped do nothing", withRounds(() => ({ cappedTo: "nothing" }))],
  [
    "a cap of one more",
    withPolicy("frontDoor", (doors) =>
      doors.map((door) => (door.type === "message-cap" ? { ...door, messages: door.messages + 1 } : door)),
    ),
  ],
  [
    "a cap within an hour more",
    withPolicy("frontDoor", (doors) =>
      doors.map((door) => (door.type === "message-cap" ? { ...door, within: door.within + 60 } : door)),
    ),
  ],
  ["no chasers", withRounds(() => ({ chaserDelay: nan }))],
  ["chasers a minute later", withRounds((r) => ({ chaserDelay: r.chaserDelay + 1 }))],
  ["chasers for duplicates", withRounds((r) => ({ duplicates: !r.duplicates }))],
  ["nobody calls", withRounds(() => ({ callDelay: nan }))],
  ["calls a minute longer", withRounds((r) => ({ callMinutes: r.callMinutes + 2 }))],
  ["callers of more patience", withRounds((r) => ({ callPatience: r.callPatience + 1 }))],
  [
    "nowhere to call",
    withSpecialties(({ calls: _, ...specialty }) => ({ ...specialty, calls: undefined }) as never),
  ],
  ["no emergencies", withRounds(() => ({ emergencyDelay: nan }))],
  ["emergencies a minute later", withRounds((r) => ({ emergencyDelay: r.emergencyDelay + 1 }))],
  ["no visits after writing", withRounds(() => ({ needsVisit: false }))],
  [
    "visits of another kind in place of writing",
    withPolicy("conversion", (p) =>
      p.type === "none" ? p : { ...p, mode: p.mode === "phone" ? "video" : "phone" },
    ),
  ],
  ["visits booked as others", withSpecialties((s) => ({ bookAs: s.bookAs === "phone" ? "video" : "phone" }))],
  ["twice the slots", withSlots((slot) => ({ ...slot, perBusinessDay: 2 * slot.perBusinessDay }))],
  ["a day more of notice", withSlots((slot) => ({ ...slot, notice: slot.notice + 1 }))],
];

function withSlots(
  change: (slots: { perBusinessDay: number; notice: number }) => { perBusinessDay: number; notice: number },
): Mutation {
  return withSpecialties(({ slots }) => ({
    slots: Object.fromEntries(Object.entries(slots).map(([mode, each]) => [mode, change(each)])),
  }));
}

const PORTAL: readonly (readonly [string, Mutation])[] = [
  ["a portal that is never down", withOutages(() => undefined)],
  ["everything held back sent at once", withOutages((outage) => ({ ...outage, rebound: 0 }))],
];

function withOutages(change: (outage: PortalOutage) => PortalOutage | undefined): Mutation {
  return withClinic(({ calendar }) => ({
    calendar: {
      ...calendar,
      outages: (calendar.outages ?? []).flatMap((outage) => change(outage) ?? []),
    },
  }));
}

const OTHER_WORK: readonly (readonly [string, Mutation])[] = [
  ["a minute more of patience", withWork((item) => ({ patience: item.patience + 1 }))],
  ["work for nobody by name", withWork(() => ({ person: -1 }))],
  ["longer work", withWork((item) => ({ minutes: item.minutes + 2 }))],
  [
    "all work before messages",
    withSpecialties(({ otherWork }) => ({
      otherWork: otherWork.map((source) => ({ ...source, order: "before messages" as const })),
    })),
  ],
  [
    "all work after messages",
    withSpecialties(({ otherWork }) => ({
      otherWork: otherWork.map((source) => ({ ...source, order: "after messages" as const })),
    })),
  ],
  [
    "nothing that interrupts",
    withSpecialties(({ otherWork }) => ({
      otherWork: otherWork.map((source) => ({ ...source, interrupts: false })),
    })),
  ],
];

/** By the rule that each one changes. */
export const MUTATIONS: readonly (readonly [string, Mutation])[] = [
  ...HOURS,
  ...ROLES_AND_WAYS,
  ...ROUTING,
  ...ORDER,
  ...PATIENTS,
  ...PORTAL,
  ...OTHER_WORK,
];
