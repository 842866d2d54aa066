import { describe, expect, it } from "vitest";
import { MINUTES_PER_MONTH } from "../../src/units.ts";
import { parsed, saidOf } from "./parsed.ts";
import { smallText } from "./small-scenario.ts";
import { wholeScenario } from "./whole-scenario.ts";

const text = JSON.stringify(wholeScenario());
const { clinic, document } = parsed(text);
const [ambulatory, ward] = clinic.specialties;
const team = (name: string) => clinic.teams.find((each) => each.name === name)!;

describe("a whole clinic", () => {
  it("has neither faults nor warnings, but for who is there", () => {
    const said = saidOf(text).filter((line) => !/ overload/.test(line));
    expect(said).toEqual([]);
  });

  it("lets patients wait, call, and come to visits", () => {
    const minutes = { type: "fixed", value: 4 };
    expect(ambulatory).toMatchObject({
      calls: { source: 0, minutes },
      impatience: {
        chaser: { probability: 0.3, after: { type: "fixed", value: 2880 }, duplicates: 0.1 },
        call: { probability: 0.5, after: { type: "fixed", value: 480 } },
        emergency: { probability: 0.05, after: { type: "exponential", mean: 1440 } },
      },
      visitsPerYear: 2,
      bookAs: "phone",
      unknownPatient: 1.2,
      answerDelay: { type: "lognormal", mean: 300, sd: 480 },
    });
    expect(ambulatory!.slots).toEqual({
      phone: { perBusinessDay: 2.5, notice: 0 },
      video: { perBusinessDay: 1, notice: 2 },
    });
    expect(ward!.impatience).toEqual({});
    expect([ward!.calls, ward!.flares, ward!.bookAs, ward!.slots]).toEqual([
      undefined,
      undefined,
      "in person",
      {},
    ]);
  });

  it("has messages after events and in flares, each with its topic", () => {
    expect(ambulatory!.topics.map(({ name }) => name)).toEqual(["refills", "symptoms"]);
    expect(ambulatory!.triggers).toEqual([
      {
        name: "results released",
        perBusinessDay: 12,
        probability: 0.07,
        delay: { type: "exponential", mean: 360 },
        topic: 1,
      },
    ]);
    expect(ambulatory!.flares).toMatchObject({ messages: 3, over: 20_160, topic: 1 });
    expect(ambulatory!.flares!.perPatientYear).toBeCloseTo(0.3, 12);
    const together = parsed(text, { "specialties.clinic.flares.rate": "12.5 flares per month" }).clinic;
    // Of the 500 patients with an account each has 0.3 a year.
    expect(together.specialties[0]!.flares!.perPatientYear).toBeCloseTo(0.3, 12);
  });

  it("counts what the clerk does as the nurse's where nothing else is said", () => {
    expect(ambulatory!.topics[0]).toMatchObject({
      unsuitable: 0.1,
      incomplete: 0,
      lowestRole: { clerk: 0.1, "medical-assistant": 0, pharmacist: 0.3 },
      minutes: { clerk: { type: "fixed", value: 3 } },
    });
    const { nurse, clerk } = parsed().clinic.specialties[0]!.topics[0]!.minutes;
    expect(clerk).toEqual(nurse);
  });

  it("gives teams their stages by role, in one order, and topics where they have some", () => {
    expect(clinic.teams.map(({ role, stages, topics }) => [role, stages, topics])).toEqual([
      ["physician", ["reply"], undefined],
      ["nurse", ["triage", "reply"], undefined],
      ["pharmacist", ["triage", "reply"], ["refills"]],
      ["resident", ["draft"], undefined],
    ]);
    expect(team("residents").coSignature).toEqual({ share: 0.8, effort: 0.4 });
  });

  it("gives people panels, speeds and leave of their own, and the team's where they have none", () => {
    const { people, handovers, evenings } = team("attendings");
    expect(people).toMatchObject([
      {
        name: "Ann",
        panelShare: 0.5,
        speed: 1.2,
        vacationWeeks: 4,
        sickDays: 5,
        away: [
          { from: "2026-07-06", to: "2026-07-17" },
          { from: "2026-03-02", to: "2026-03-02" },
        ],
      },
      { name: "Bo", panelShare: 1, speed: 1, vacationWeeks: 8, vacationStretch: 1, sickDays: 5, away: [] },
    ]);
    expect(people[0]!.evenings).toEqual(evenings);
    expect(handovers).toEqual([
      { date: "2026-07-01", from: 0, to: 1 },
      { date: "2026-09-01", from: 1, to: 0 },
    ]);
    const named = parsed(text, { "staff.nurses.people": { Cy: {} } }).clinic.teams[1]!;
    expect(named.people[0]!.speed).toBe(0.9);
  });

  it("has evenings that end when nothing waits, at midnight at the latest", () => {
    expect(team("attendings").evenings).toMatchObject([
      { from: 1140, upTo: Number.POSITIVE_INFINITY, probability: 0.3 },
      { from: 1200, upTo: 45, probability: 0.5 },
    ]);
  });

  it("reads each policy's parameters by what they are", () => {
    expect(clinic.policies).toEqual({
      frontDoor: [{ type: "thanks-filter", catches: 1, falseAlarm: 0 }],
      flag: { type: "none" },
      sorting: { type: "none" },
      triage: {
        type: "nurse-first",
        asks: 0,
        askEffort: 1,
        bounces: 0.05,
        bounceEffort: 0.25,
        prepare: { type: "fixed", value: 2 },
        saves: 0,
        sensitivity: 1,
        specificity: 1,
      },
      protocol: { type: "standing-orders", topics: ["refills"], covers: 0.5, role: "nurse" },
      conversion: { type: "none" },
      drafts: { type: "ai-drafts", used: 0.3, reading: 0.4, longerReading: 0.2, saves: 0 },
      routing: { type: "own-then-pool", after: 240 },
      queue: { type: "batch", times: [510, 780], order: "urgent-first" },
      closeThreadAfter: 43_200,
      billing: { type: "time-threshold", least: 6, within: 10_080 },
    });
    expect(team("nurses").queue).toEqual({
      type: "ageing",
      headStart: 2880,
      escalateAfter: Number.POSITIVE_INFINITY,
    });
  });

  it("has of a specialty's own policies those that it states, whole", () => {
    expect(ambulatory!.policies).toEqual({
      frontDoor: [
        { type: "guidelines", averts: 0.3, calls: 0.2, visits: 0.1 },
        {
          type: "links",
          topics: ["refills"],
          used: 0.4,
          role: "pharmacist",
          minutes: { type: "fixed", value: 2 },
        },
        { type: "message-cap", messages: 5, within: 20_160, calls: 0, visits: 0 },
      ],
      sorting: { type: "by-topic", roles: { refills: "pharmacist", symptoms: "nurse" }, accuracy: 0.9 },
      conversion: { type: "to-visit", mode: "video", share: 0.4, fromMessage: 3, repeated: 0, booking: 2 },
      closeThreadAfter: 20_160,
    });
    expect(ward!.policies).toEqual({
      triage: { type: "none" },
      flag: { type: "patient-flag", sensitivity: 0.44, falseAlarm: 0 },
    });
    expect(parsed().clinic.specialties[0]).not.toHaveProperty("policies");
  });

  it("comes out of its own document again, defaults and all", () => {
    const again = parsed(JSON.stringify(document));
    expect(again.clinic).toEqual(clinic);
    expect(again.hash).toBe(parsed(text).hash);
    expect(JSON.stringify(again.document)).toBe(JSON.stringify(document));
  });

  it("writes what the definitions have in minutes as a planner would", () => {
    const { policies } = parsed(text, {
      "policies.queue": { type: "batch" },
      "policies.frontDoor": [{ type: "eligibility" }, { type: "message-cap" }],
      "policies.routing": { type: "own-then-pool" },
    }).document;
    expect(policies.queue).toMatchObject({ times: ["09:00", "13:00"] });
    expect(policies.frontDoor).toMatchObject([
      { seenWithin: "90 days", expectedWithin: "0 min" },
      { within: "30 days" },
    ]);
    expect(policies.routing).toMatchObject({ after: "9 h" });
  });

  it("counts a volume of all patients together for those with an account", () => {
    expect(ward!.demand.rate).toBeCloseTo(40 / 200 / MINUTES_PER_MONTH, 15);
  });
});

describe("policies of one specialty", () => {
  it("may name its own topics only, and the clinic's those of any specialty they are for", () => {
    const protocol = (topics: readonly string[]) => ({
      type: "standing-orders",
      topics: [...topics],
      covers: 0.5,
    });
    expect(saidOf(text, { "policies.protocol": protocol(["letters", "refills"]) }).join()).not.toContain(
      "unknown-name",
    );
    const own = { "specialties.ward.policies.protocol": protocol(["refills"]) };
    expect(saidOf(text, own).join()).toContain('"ward" has no topic "refills"');
    // Where one specialty has its own, the clinic's is not for it.
    const both = {
      "specialties.ward.policies.protocol": protocol(["letters"]),
      "policies.protocol": protocol(["letters"]),
    };
    expect(saidOf(text, both).join()).toContain('"clinic" has no topic "letters"');
  });
});

describe("who gets messages", () => {
  const said = (patch: Parameters<typeof saidOf>[1], base = text) =>
    saidOf(base, patch).filter((line) => /never-served|no-such-team|no-reader|no-physician/.test(line));

  it("is found by the ways that they really go", () => {
    // Pharmacists get what is sorted to them, what comes through links, and what only they may close.
    const pharmacists = ["specialties.clinic.policies.sorting", "specialties.clinic.policies.frontDoor"];
    expect(said({ [pharmacists[0]!]: null, [pharmacists[1]!]: null })).toEqual([]);
    const lowest = { nurse: 1 };
    const none = said({
      [pharmacists[0]!]: null,
      [pharmacists[1]!]: null,
      "specialties.clinic.topics.refills.lowestRole": lowest,
    });
    expect(none).toEqual([
      expect.stringContaining(
        'the team "pharmacists" never gets a message of "clinic": triage is nurse-first',
      ),
    ]);
    // Residents draft wherever something goes to physicians.
    expect(
      said({
        "specialties.clinic.topics.refills.lowestRole": lowest,
        "specialties.clinic.topics.symptoms.lowestRole": lowest,
      }).join(),
    ).toContain('"residents" never gets a message');
  });

  it("may be a team that answers the phone and nothing else", () => {
    const clerks = { role: "clerk", count: 1, serves: ["clinic"], shifts: ["Mon-Fri 09:00-12:00"] };
    expect(said({ "staff.clerks": clerks }, smallText()).join()).toContain('"clerks" never gets a message');
    const phones = { "staff.clerks": clerks, "specialties.clinic.otherWork.phone calls.team": "clerks" };
    expect(said(phones, smallText())).toEqual([]);
    expect(said({ "staff.clerks": clerks, "policies.triage.type": "clerk-first" }, smallText())).toEqual([]);
  });

  it("knows teams by topic", () => {
    const second = { role: "nurse", count: 1, serves: ["clinic"], shifts: ["Mon-Fri 09:00-12:00"] };
    expect(said({ "staff.nurses too": second }, smallText()).join()).toContain(
      '"nurse", the first team of nurses',
    );
    const shared = {
      "staff.nurses too": { ...second, topics: ["results"] },
      "staff.nurse.topics": ["questions"],
    };
    expect(said(shared, smallText())).toEqual([]);
    expect(said({ "staff.nurse.topics": ["questions"] }, smallText()).join()).toMatch(
      /no-reader .* reads messages of "clinic" about "results": physicians read first/,
    );
  });

  it("is nobody where there are no physicians and nobody else may close something", () => {
    const alone = { "staff.physician": null };
    expect(said(alone, smallText()).join()).toContain(
      'what would go to them about "questions" stays unanswered',
    );
    const nurses = { ...alone, "specialties.clinic.topics.questions.lowestRole": { nurse: 1 } };
    expect(said(nurses, smallText())).toEqual([]);
  });
});
