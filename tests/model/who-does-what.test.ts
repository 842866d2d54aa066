import { describe, expect, test } from "vitest";
import { type Policies, rankOf, type TriagePolicy } from "../../src/model/index.ts";
import { named } from "./named-person.ts";
import {
  at,
  clerks,
  closedBy,
  nurseFirst,
  nurses,
  physicians,
  residents,
  round,
  run,
  thread,
} from "./tiny-clinic.ts";

const clerkFirst: Partial<Policies> = {
  triage: { ...nurseFirst, type: "clerk-first" } as TriagePolicy,
};
const eight = at(0, "8:00");
/** A thread of one such message, sent at 8:00. */
const of = (message = round()) => [thread(eight, { rounds: [message] })];
/** Clerk 0, nurse 1, physician 2. */
const everybody = [clerks(), nurses(), physicians()];

describe("clerk first", () => {
  test("the clerk replies to what a clerk may close, with a clerk's minutes", () => {
    const { log, messages } = run({ policies: clerkFirst, teams: everybody, threads: of(closedBy("clerk")) });
    expect(log).toEqual(["0.0 reply #0 480-487"]);
    expect(messages[0]).toMatchObject({ clerkMinutes: 7, clerkTouches: 1, nurseTouches: 0, replied: 487 });
  });

  test("forwards the rest to the nurse who reads, and she what she may not close to the physician", () => {
    const { log } = run({ policies: clerkFirst, teams: everybody, threads: of() });
    expect(log).toEqual(["0.0 triage #0 480-482", "1.0 triage #0 482-485", "2.0 reply #0 485-500"]);
  });

  test("judges no urgency, as a nurse would", () => {
    const threads = [0, 1, 2].map((id) => thread(eight, { id, seenUrgent: id === 2 }));
    const answered = (reader: ReturnType<typeof clerks>) =>
      run({ policies: reader.role === "clerk" ? clerkFirst : {}, teams: [reader, physicians()], threads })
        .stretches.filter(({ activity }) => activity === "reply")
        .map(({ subject }) => subject);
    expect(answered(clerks())).toEqual([0, 1, 2]);
    expect(answered(nurses())).toEqual([0, 2, 1]);
  });

  test("without clerks it goes straight to the physician", () => {
    const { log } = run({ policies: clerkFirst, teams: [nurses(), physicians()], threads: of() });
    expect(log).toEqual(["1.0 reply #0 480-500"]);
  });
});

describe("what a nurse may not close", () => {
  test("goes to the lowest role that may, where there is a team of it", () => {
    const practitioners = nurses({ name: "practitioners", role: "nurse-practitioner", stages: ["reply"] });
    const { log } = run({
      teams: [nurses(), practitioners, physicians()],
      threads: of(closedBy("nurse-practitioner")),
    });
    // A practitioner needs a physician's minutes, unprepared.
    expect(log).toEqual(["0.0 triage #0 480-482", "1.0 reply #0 482-502"]);
  });

  test("is drafted by a resident and signed by the patient's physician", () => {
    const { log, messages } = run({ teams: [nurses(), residents(), physicians()], threads: of() });
    expect(log).toEqual(["0.0 triage #0 480-483", "1.0 draft #0 483-498", "2.0 co-signature #0 498-501.75"]);
    expect(messages[0]).toMatchObject({ physicianTouches: 2, physicianMinutes: 18.75, closedByTeam: 2 });
  });

  test("is the resident's own reply where it needs no signature", () => {
    const { log } = run({
      teams: [nurses(), residents(), physicians()],
      threads: of(round({ coSigned: false })),
    });
    expect(log).toEqual(["0.0 triage #0 480-483", "1.0 reply #0 483-498"]);
  });

  test("comes back to her when she has forwarded it by mistake", () => {
    const { log, messages } = run({
      teams: [nurses(), physicians()],
      threads: of(closedBy("nurse", { bounces: true })),
    });
    expect(log).toEqual(["0.0 triage #0 480-482", "1.0 return #0 482-487", "0.0 reply #0 487-497"]);
    expect(messages[0]).toMatchObject({ nurseTouches: 2, physicianTouches: 1 });
  });
});

describe("teams", () => {
  test("that only read hand on to those that only reply", () => {
    const teams = [
      nurses({ name: "readers", stages: ["triage"] }),
      nurses({ name: "repliers", stages: ["reply"] }),
      physicians(),
    ];
    const { log } = run({ teams, threads: of(closedBy("nurse")) });
    expect(log).toEqual(["0.0 triage #0 480-482", "1.0 reply #0 482-492"]);
  });

  test("that do not know a topic leave it to those that do", () => {
    const teams = [nurses({ name: "a", topics: ["something else"] }), nurses({ name: "b" }), physicians()];
    expect(run({ teams, threads: of(closedBy("nurse")) }).log).toEqual(["1.0 reply #0 480-492"]);
  });
});

describe("a message that is sorted", () => {
  test("goes straight to the reading team of that role, or to the physician", () => {
    const sorted = (role: "clerk" | "physician") => of(closedBy("clerk", { sortedTo: rankOf(role) }));
    expect(run({ teams: everybody, threads: sorted("clerk") }).log).toEqual(["0.0 reply #0 480-487"]);
    expect(run({ teams: everybody, threads: sorted("physician") }).log).toEqual(["2.0 reply #0 480-500"]);
  });

  test("to the wrong team is sent on by it, at the cost of another reading", () => {
    const { log } = run({ teams: everybody, threads: of(closedBy("nurse", { sortedTo: rankOf("clerk") })) });
    expect(log).toEqual(["0.0 triage #0 480-482", "1.0 reply #0 482-494"]);
  });

  test("to a role without a team goes where it would have gone", () => {
    const { log } = run({ teams: [nurses(), physicians()], threads: of(closedBy("clerk", { sortedTo: 0 })) });
    expect(log).toEqual(["0.0 reply #0 480-492"]);
  });
});

describe("a message that", () => {
  test("belongs elsewhere is redirected by whoever reads it", () => {
    const { log, messages } = run({
      teams: [nurses(), physicians()],
      threads: of(round({ unsuitable: true })),
    });
    expect(log).toEqual(["0.0 reply #0 480-482"]);
    expect(messages[0]?.replied).toBe(482);
  });

  test("comes through a link takes what links take, and reading is spared", () => {
    const { log } = run({
      policies: {
        frontDoor: [
          { type: "links", topics: [], used: 1, role: "clerk", minutes: { type: "fixed", value: 4 } },
        ],
      },
      teams: everybody,
      threads: of(round({ linkMinutes: 4 })),
    });
    expect(log).toEqual(["0.0 link #0 480-484"]);
  });

  test("lacks something is the patient's turn until the answer comes, then waits in line again", () => {
    const { log, waits, messages } = run({
      teams: [nurses(), physicians()],
      threads: of(closedBy("nurse", { answerDelay: 60 })),
    });
    expect(log).toEqual(["0.0 triage #0 480-482", "0.0 reply #0 542-552"]);
    expect(waits).toMatchObject([{ for: "patient", from: 482, to: 542, step: 1 }]);
    expect(messages[0]).toMatchObject({ firstRead: 480, replied: 552, nurseTouches: 2 });
  });
});

describe("people", () => {
  test("work at their own speed", () => {
    const slow = nurses({ count: 2, speed: 0.5 });
    const fast = named(slow, "fast", { speed: 2 });
    const { log } = run({
      teams: [{ ...slow, people: [fast] }, physicians()],
      threads: [0, 1].map((id) => thread(eight, { id, rounds: [closedBy("nurse")] })),
    });
    expect(log).toEqual(["0.0 reply #0 480-486", "0.1 reply #1 480-504"]);
  });

  test("take longer over patients who are not theirs", () => {
    const teams = [physicians({ count: 2 })];
    const policies = { triage: { type: "none" }, routing: { type: "physician-pool" } } as const;
    const { log } = run({
      teams,
      policies,
      specialty: { unknownPatient: 1.5 },
      threads: [0, 1].map((id) => thread(eight, { id, person: 1 })),
    });
    expect(log).toEqual(["0.1 reply #1 480-500", "0.0 reply #0 480-510"]);
  });
});
