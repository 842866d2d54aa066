import { describe, expect, test } from "vitest";
import {
  MESSAGE_CLASS,
  type PolicyDefinition,
  type QueueDiscipline,
  queuePolicies,
  type Round,
  type Routing,
  routingPolicies,
  type ServingTeam,
  type Thread,
  type Triage,
  triagePolicies,
} from "../../src/model/index.ts";

type AnyDefinition = PolicyDefinition<{ readonly type: string }, unknown>;

const seams: Readonly<Record<string, readonly AnyDefinition[]>> = {
  triage: triagePolicies,
  routing: routingPolicies,
  queue: queuePolicies,
};

const teams: readonly ServingTeam[] = [
  { role: "clerk", count: 2, serves: [0, 1, 2] },
  { role: "nurse", count: 0, serves: [0, 1] },
  { role: "nurse", count: 1, serves: [1] },
  { role: "physician", count: 3, serves: [0, 1, 2] },
];

/** What a scenario gets that says no more than the type. */
function plainSpec(definition: AnyDefinition): { readonly type: string } {
  const defaults = definition.params.map((param) => [param.name, param.default]);
  return { type: definition.type, ...Object.fromEntries(defaults) };
}

function named<Policy>(
  definitions: readonly PolicyDefinition<{ readonly type: string }, Policy>[],
): [string, Policy][] {
  return definitions.map((each) => [each.type, each.create(plainSpec(each), teams)]);
}

const yesOrNo = [true, false];
const rounds: readonly Round[] = yesOrNo.flatMap((needsReply) =>
  yesOrNo.flatMap((nurseCloses) =>
    yesOrNo.flatMap((asks) =>
      [0, 7].map((minutes) =>
        Object.freeze({
          needsReply,
          nurseCloses,
          asks,
          needsVisit: false,
          triage: minutes,
          nurse: 2 * minutes,
          physician: 3 * minutes,
          prepare: minutes / 7,
          followUpDelay: Number.NaN,
        }),
      ),
    ),
  ),
);

describe.each(Object.entries(seams))("every %s policy", (_, definitions) => {
  test("has a name of its own, as written in a scenario", () => {
    const types = definitions.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    for (const type of types) expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });

  test("says in sentences what it does, where it comes from, and what its parameters mean", () => {
    for (const { doc, source, params } of definitions) {
      expect(doc).toMatch(/^[A-Z].*\.$/);
      expect(source.length).toBeGreaterThan(10);
      expect(new Set(params.map(({ name }) => name)).size).toBe(params.length);
      for (const param of params) {
        expect(param.name).toMatch(/^[a-z][a-zA-Z]*$/);
        expect(param.doc.length).toBeGreaterThan(10);
        if (param.kind === "share") {
          expect(param.default).toBeGreaterThanOrEqual(0);
          expect(param.default).toBeLessThanOrEqual(1);
        } else expect(param.default).toHaveProperty("type");
      }
    }
  });

  test("can be made from its defaults, leaves them alone, and holds no state between two of them", () => {
    for (const definition of definitions) {
      const spec = Object.freeze(plainSpec(definition));
      expect(definition.create(spec, Object.freeze(teams))).not.toBe(definition.create(spec, teams));
    }
  });
});

describe.each(named<Triage>(triagePolicies))("triage %s", (_, triage) => {
  test("lets a team read that is there and serves the specialty, or sends the message to the physician", () => {
    for (const specialty of [0, 1, 2]) {
      const team = triage.firstReader(specialty);
      if (team === -1) continue;
      expect(teams[team]!.count).toBeGreaterThan(0);
      expect(teams[team]!.serves).toContain(specialty);
    }
  });

  test("knows for every message what comes of it, in minutes that can be worked", () => {
    for (const round of rounds) {
      const { minutes, outcome, physicianMinutes, replyMinutes } = triage.read(round);
      for (const each of [minutes, physicianMinutes, replyMinutes]) {
        expect(Number.isFinite(each) && each >= 0).toBe(true);
      }
      expect(["close", "reply", "ask", "forward"]).toContain(outcome);
      if (outcome === "close" || outcome === "reply") expect(physicianMinutes).toBe(0);
      if (outcome !== "ask") expect(replyMinutes).toBe(0);
    }
  });

  test("never closes without a reply what needs one, where anybody reads first", () => {
    if ([0, 1, 2].every((specialty) => triage.firstReader(specialty) === -1)) return;
    for (const round of rounds) {
      expect(triage.read(round).outcome === "close").toBe(!round.needsReply);
      if (!round.nurseCloses && round.needsReply) expect(triage.read(round).outcome).toBe("forward");
    }
  });

  test("decides the same message the same way each time", () => {
    for (const round of rounds) expect(triage.read(round)).toEqual(triage.read(round));
  });
});

describe.each(named<Routing>(routingPolicies))("routing %s", (_, routing) => {
  const days = Array.from({ length: 24 }, (_, i) => ({
    count: 3,
    openDaysBefore: i >> 3,
    isAway: (ordinal: number) => ((i >> ordinal) & 1) === 1,
  }));

  test("sends a message to the patient's own person or to the shared line", () => {
    for (const person of [0, 1, 2]) {
      expect([person, -1]).toContain(routing.personFor({ person } as Thread));
    }
  });

  test("leaves the shared line to somebody on every day on which anybody is there, where it uses that line", () => {
    if (routing.personFor({ person: 1 } as Thread) !== -1) return;
    for (const day of days) {
      const there = [0, 1, 2].filter((ordinal) => !day.isAway(ordinal));
      const serving = there.filter((ordinal) => routing.worksShared(ordinal, day));
      expect(serving.length > 0).toBe(there.length > 0);
    }
  });
});

describe.each(named<QueueDiscipline>(queuePolicies))("queue %s", (_, queue) => {
  test("keeps messages within their classes, and never puts the urgent behind", () => {
    for (const known of [true, false]) {
      expect(queue.messageClass(known)).toBeGreaterThanOrEqual(MESSAGE_CLASS.first);
      expect(queue.messageClass(known)).toBeLessThanOrEqual(MESSAGE_CLASS.last);
    }
    expect(queue.messageClass(true)).toBeLessThanOrEqual(queue.messageClass(false));
  });
});
