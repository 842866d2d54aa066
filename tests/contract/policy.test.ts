import { describe, expect, test } from "vitest";
import {
  type Billing,
  billingPolicies,
  type Conversion,
  conversionPolicies,
  type Drafts,
  draftPolicies,
  type Flag,
  type FrontDoor,
  flagPolicies,
  frontDoorPolicies,
  MESSAGE_CLASS,
  type PolicyDefinition,
  type Protocol,
  protocolPolicies,
  type QueueDiscipline,
  queuePolicies,
  ROLES,
  type Routing,
  rankOf,
  routingPolicies,
  type Sorting,
  sortingPolicies,
  type Triage,
  triagePolicies,
  VISIT_MODES,
  type Weighted,
} from "../../src/model/index.ts";
import { type AnyDefinition, type AnySpec, exampleSpecs, plainSpec } from "./policy-examples.ts";

const seams: Readonly<Record<string, readonly AnyDefinition[]>> = {
  frontDoor: frontDoorPolicies as readonly AnyDefinition[],
  flag: flagPolicies as readonly AnyDefinition[],
  sorting: sortingPolicies as readonly AnyDefinition[],
  triage: triagePolicies as readonly AnyDefinition[],
  protocol: protocolPolicies as readonly AnyDefinition[],
  conversion: conversionPolicies as readonly AnyDefinition[],
  drafts: draftPolicies as readonly AnyDefinition[],
  routing: routingPolicies as readonly AnyDefinition[],
  queue: queuePolicies as readonly AnyDefinition[],
  billing: billingPolicies as readonly AnyDefinition[],
};

/** Every policy of a seam with every example of its parameters. */
function made<Policy>(
  definitions: readonly PolicyDefinition<never, Policy>[],
): [name: string, policies: readonly (readonly [AnySpec, Policy])[]][] {
  return definitions.map((definition) => {
    const any = definition as unknown as AnyDefinition;
    return [
      any.type,
      exampleSpecs(any).map((spec) => [Object.freeze(spec), any.create(spec) as Policy] as const),
    ];
  });
}

const topics = ["refills", "symptoms", "results"];
const yesOrNo = [true, false];

/** Whether chances are such, and sum to 1. */
function isDistribution(outcomes: readonly Weighted<unknown>[]): boolean {
  const sum = outcomes.reduce((all, { chance }) => all + chance, 0);
  return outcomes.length > 0 && outcomes.every(({ chance }) => isShare(chance)) && Math.abs(sum - 1) < 1e-12;
}

const isShare = (value: number) => value >= 0 && value <= 1;

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
        expect(param.doc).toMatch(/^[^A-Z].{10,}[^.]$/);
      }
    }
  });

  test("has defaults that its parameters may take", () => {
    for (const { params } of definitions) {
      for (const param of params) {
        if (param.kind === "share") expect(isShare(param.default)).toBe(true);
        if (param.kind === "duration") expect(param.default).toBeGreaterThanOrEqual(param.least ?? 0);
        if (param.kind === "choice") expect(param.values).toContain(param.default);
        if (param.kind === "count" || param.kind === "factor") {
          expect(param.default).toBeGreaterThanOrEqual(param.least);
          expect(param.default).toBeLessThanOrEqual(param.most);
        }
        if (param.kind === "count") expect(Number.isInteger(param.default)).toBe(true);
      }
    }
  });

  test("is made from plain data, which it leaves as it was", () => {
    for (const definition of definitions) {
      const spec = plainSpec(definition);
      const before = JSON.stringify(spec);
      definition.create(spec);
      expect(JSON.stringify(spec)).toBe(before);
    }
  });
});

describe.each(made<FrontDoor>(frontDoorPolicies as never))("front door %s", (type, policies) => {
  const incoming = topics.flatMap((topic) =>
    [0, 1, 5].flatMap((round) =>
      yesOrNo.flatMap((needsReply) =>
        yesOrNo.flatMap((unsuitable) =>
          yesOrNo.flatMap((incomplete) =>
            [
              [0, 10],
              [300, 20],
              [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
            ].map(([sinceVisit, untilVisit]) => ({
              topic,
              round,
              needsReply,
              unsuitable,
              incomplete,
              sinceVisit: sinceVisit!,
              untilVisit: untilVisit!,
            })),
          ),
        ),
      ),
    ),
  );

  test("says what may happen to any message, in chances that sum to 1, the same each time", () => {
    for (const [spec, door] of policies) {
      for (const message of incoming) {
        const outcomes = door.outcomes(message);
        const again = door.outcomes(message);
        const sound =
          isDistribution(outcomes) &&
          JSON.stringify(again) === JSON.stringify(outcomes) &&
          outcomes.every(
            ({ of }) =>
              ["nothing", "call", "visit"].includes(of.turnedAway ?? "nothing") &&
              isShare(of.minutes ?? 1) &&
              isShare(of.followUps ?? 1),
          );
        if (!sound) expect(outcomes, JSON.stringify({ spec, message })).toEqual("sound outcomes");
      }
    }
  });

  test("keeps no follow-up that needs a reply out, unless it is a filter", () => {
    if (type === "thanks-filter") return;
    for (const [, door] of policies) {
      const later = incoming.filter(({ round }) => round > 0).flatMap((message) => door.outcomes(message));
      expect(later.filter(({ chance, of }) => chance > 0 && of.turnedAway !== undefined)).toEqual([]);
    }
  });
});

describe.each(made<Flag>(flagPolicies as never))("flag %s", (_, policies) => {
  test("marks by a chance that depends on nothing but true urgency", () => {
    for (const [, flag] of policies) {
      for (const urgent of yesOrNo) expect(isShare(flag.chance(urgent))).toBe(true);
    }
  });
});

describe.each(made<Sorting>(sortingPolicies as never))("sorting %s", (_, policies) => {
  test("sends any message to a role, or to nobody, in chances that sum to 1", () => {
    for (const [, sorting] of policies) {
      for (const topic of topics) {
        for (let lowestRole = 0; lowestRole < ROLES.length; lowestRole += 1) {
          const outcomes = sorting.outcomes({ topic, topics, lowestRole });
          expect(isDistribution(outcomes)).toBe(true);
          for (const { of } of outcomes) expect(of === -1 || ROLES[of] !== undefined).toBe(true);
        }
      }
    }
  });
});

test("a topic chosen by mistake is any other, also one that has no role of its own", () => {
  const by = sortingPolicies.find(({ type }) => type === "by-topic")!;
  const sorting = by.create({ type: "by-topic", roles: { refills: "clerk" }, accuracy: 0.4 } as never);
  const clerk = rankOf("clerk");
  const chanceOf = (topic: string, role: number) =>
    sorting
      .outcomes({ topic, topics, lowestRole: clerk })
      .reduce((sum, { chance, of }) => sum + (of === role ? chance : 0), 0);
  expect(chanceOf("refills", clerk)).toBeCloseTo(0.4, 12);
  expect(chanceOf("symptoms", clerk)).toBeCloseTo(0.3, 12);
  expect(chanceOf("symptoms", -1)).toBeCloseTo(0.7, 12);
});

describe.each(made<Triage>(triagePolicies as never))("triage %s", (_, policies) => {
  test("has read by those who may read for others", () => {
    for (const [, { readers, rules }] of policies) {
      for (const role of readers) expect(rankOf(role)).toBeLessThan(rankOf("resident"));
      const { asks, bounces, askEffort, bounceEffort, saves, sensitivity, specificity } = rules;
      for (const share of [asks, bounces, askEffort, bounceEffort, saves, sensitivity, specificity]) {
        expect(isShare(share)).toBe(true);
      }
    }
  });
});

describe.each(made<Protocol>(protocolPolicies as never))("protocol %s", (_, policies) => {
  test("covers a share of each topic, for a role that works without a physician", () => {
    for (const [, protocol] of policies) {
      for (const topic of topics) expect(isShare(protocol.chance(topic))).toBe(true);
      expect(rankOf(protocol.role)).toBeLessThan(rankOf("resident"));
    }
  });
});

describe.each(made<Conversion>(conversionPolicies as never))("conversion %s", (_, policies) => {
  test("turns a share of messages into a kind of visit that there is", () => {
    for (const [, conversion] of policies) {
      for (const ends of yesOrNo) {
        for (const round of [0, 1, 2, 19]) expect(isShare(conversion.chance(ends, round))).toBe(true);
      }
      expect(VISIT_MODES).toContain(conversion.mode);
      expect(conversion.bookingMinutes).toBeGreaterThanOrEqual(0);
    }
  });
});

describe.each(made<Drafts>(draftPolicies as never))("drafts %s", (_, policies) => {
  test("never make a message take less than nothing, nor a used draft more than one that is not", () => {
    for (const [, drafts] of policies) {
      expect(isShare(drafts.used)).toBe(true);
      expect(drafts.factor(true)).toBeGreaterThanOrEqual(0);
      expect(drafts.factor(true)).toBeLessThanOrEqual(drafts.factor(false));
    }
  });
});

describe.each(made<Routing>(routingPolicies as never))("routing %s", (_, policies) => {
  const burdens = [3, 0, 2, 0, 5];

  test("sends every message to a line that there is", () => {
    for (const [, routing] of policies) {
      for (const away of [[], [0], [1, 2, 3], [0, 1, 2, 3, 4]]) {
        for (let owner = 0; owner < burdens.length; owner += 1) {
          const person = routing.personFor(owner, {
            count: burdens.length,
            isAway: (ordinal) => away.includes(ordinal),
            burden: (ordinal) => burdens[ordinal]!,
          });
          expect(person).toBeGreaterThanOrEqual(-1);
          expect(person).toBeLessThan(burdens.length);
          expect(Number.isInteger(person)).toBe(true);
        }
      }
      expect(routing.releaseAfter).toBeGreaterThanOrEqual(0);
    }
  });

  test("has somebody who is there work from the shared line, every day", () => {
    for (const [, routing] of policies) {
      for (let openDaysBefore = 0; openDaysBefore < 30; openDaysBefore += 1) {
        const isAway = (ordinal: number) => ordinal === openDaysBefore % 5;
        const working = burdens
          .map((_, ordinal) => ordinal)
          .filter((ordinal) => !isAway(ordinal))
          .filter((ordinal) =>
            routing.worksShared(ordinal, { count: burdens.length, openDaysBefore, isAway }),
          );
        expect(working.length).toBeGreaterThan(0);
      }
    }
  });
});

describe.each(made<QueueDiscipline>(queuePolicies as never))("queue %s", (_, policies) => {
  test("gives every message a class of messages and a finite place", () => {
    for (const [, queue] of policies) {
      for (const knownUrgent of yesOrNo) {
        const place = queue.messageClass(knownUrgent);
        expect(place).toBeGreaterThanOrEqual(MESSAGE_CLASS.first);
        expect(place).toBeLessThanOrEqual(MESSAGE_CLASS.last);
        for (const due of [500, Number.POSITIVE_INFINITY]) {
          expect(Number.isFinite(queue.orderOf({ entered: 100, knownUrgent, minutes: 5, due }))).toBe(true);
        }
      }
    }
  });

  test("never puts what is known to be urgent behind what is not, all else alike", () => {
    for (const [, queue] of policies) {
      const of = (knownUrgent: boolean) => [
        queue.messageClass(knownUrgent),
        queue.orderOf({ entered: 100, knownUrgent, minutes: 5, due: 500 }),
      ];
      const [urgent, routine] = [of(true), of(false)];
      expect(urgent[0]! < routine[0]! || (urgent[0] === routine[0] && urgent[1]! <= routine[1]!)).toBe(true);
    }
  });

  test("delivers at times of the day, in order, and escalates after some time or never", () => {
    for (const [, { deliveries, escalateAfter }] of policies) {
      expect(deliveries).toEqual(deliveries.toSorted((a, b) => a - b));
      for (const minute of deliveries) expect(minute >= 0 && minute < 1440).toBe(true);
      expect(escalateAfter).toBeGreaterThanOrEqual(0);
    }
  });
});

describe.each(made<Billing>(billingPolicies as never))("billing %s", (_, policies) => {
  test("pays for no more than was worked", () => {
    for (const [, billing] of policies) {
      for (const minutes of [[], [0], [3], [3, 4], [10, 0, 90]]) {
        const sent = minutes.map((__, i) => i * 20_000);
        const billed = billing.billed({ minutes, sent });
        expect(billed).toBeGreaterThanOrEqual(0);
        expect(billed).toBeLessThanOrEqual(minutes.reduce((sum, each) => sum + each, 0));
      }
    }
  });
});
