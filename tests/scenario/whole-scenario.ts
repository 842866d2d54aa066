import type { JsonObject } from "../../src/scenario/index.ts";

/** A scenario without faults that has every key of the format once, written out anew for whoever wants to break it. */
export function wholeScenario(): JsonObject {
  return {
    name: "Whole clinic",
    run: { start: "2026-01-05", seed: 3 },
    specialties: {
      clinic: {
        patients: 1000,
        portalShare: 0.5,
        visits: {
          perPatientPerYear: 2,
          bookAs: "phone",
          slots: {
            phone: { perBusinessDay: 2.5, notice: 0 },
            video: { perBusinessDay: 1, notice: "2 business days" },
          },
        },
        demand: { volume: "20 per 100 portal patients per month", counts: "new threads" },
        topics: {
          refills: topic(
            0.4,
            { clerk: 0.1, nurse: 0.4, pharmacist: 0.3, physician: 0.2 },
            { unsuitable: 0.1 },
          ),
          symptoms: topic(
            0.6,
            { "medical-assistant": 0.1, nurse: 0.3, "nurse-practitioner": 0.2, physician: 0.4 },
            { urgent: 0.1, incomplete: 0.2, needsVisit: 0.3 },
          ),
        },
        triggers: {
          "results released": {
            events: "12 per business day",
            probability: 0.07,
            delay: { exponential: { mean: "6 h" } },
            topic: "symptoms",
          },
        },
        flares: { rate: "0.3 per patient per year", messages: 3, over: "2 weeks", topic: "symptoms" },
        otherWork: {
          "phone calls": {
            volume: "3 per nurse per business day",
            team: "nurses",
            minutes: { exponential: { mean: "5 min" } },
            interrupts: "messages",
            patience: { fixed: { value: "5 min" } },
          },
        },
        calls: { source: "phone calls", minutes: { fixed: { value: "4 min" } } },
        impatience: {
          chaser: { probability: 0.3, after: { fixed: { value: "2 days" } }, duplicates: 0.1 },
          call: { probability: 0.5, after: { fixed: { value: "8 h" } } },
          emergency: { probability: 0.05, after: { exponential: { mean: "1 day" } } },
        },
        answerDelay: { lognormal: { mean: "5 h", sd: "8 h" } },
        unknownPatient: 1.2,
        policies: {
          frontDoor: [
            { type: "guidelines", averts: 0.3, calls: 0.2, visits: 0.1 },
            { type: "links", topics: ["refills"], used: 0.4, role: "pharmacist" },
            { type: "message-cap", messages: 5, within: "14 days" },
          ],
          sorting: { type: "by-topic", roles: { refills: "pharmacist", symptoms: "nurse" }, accuracy: 0.9 },
          conversion: { type: "to-visit", mode: "video", share: 0.4 },
          closeThreadAfter: "14 days",
        },
      },
      ward: {
        patients: 500,
        portalShare: 0.4,
        demand: { volume: "40 per month", counts: "all patient messages" },
        topics: { letters: topic(1, { nurse: 1 }, {}) },
        policies: { triage: { type: "none" }, flag: { type: "patient-flag" } },
      },
    },
    staff: {
      attendings: {
        role: "physician",
        count: 3,
        serves: ["clinic", "ward"],
        shifts: ["Mon-Fri 12:00-17:00"],
        evenings: [
          { days: "Mon-Thu", from: "19:00", upTo: "until empty", probability: 0.3 },
          { days: "Mon-Sun", from: "20:00", upTo: "45 min", probability: 0.5 },
        ],
        people: {
          Ann: { panelShare: 0.5, speed: 1.2, away: ["2026-07-06 to 2026-07-17", "2026-03-02"] },
          Bo: { absence: { vacation: "8 weeks per year" } },
        },
        absence: { vacation: "4 weeks per year", sick: "5 days per year", cover: "buddy" },
        handovers: [
          { date: "2026-09-01", from: "Bo", to: "Ann" },
          { date: "2026-07-01", from: "Ann", to: "Bo" },
        ],
      },
      nurses: {
        role: "nurse",
        count: 3,
        serves: ["clinic"],
        shifts: ["Mon-Fri 09:00-15:00"],
        speed: 0.9,
        queue: { type: "ageing", headStart: "2 days" },
      },
      pharmacists: {
        role: "pharmacist",
        count: 1,
        serves: ["clinic"],
        topics: ["refills"],
        stages: ["reply", "triage"],
        shifts: ["Mon-Fri 09:00-12:00"],
      },
      residents: {
        role: "resident",
        count: 2,
        serves: ["clinic"],
        shifts: ["Mon-Fri 13:00-16:00"],
        coSignature: { share: 0.8, effort: 0.4 },
      },
    },
    policies: {
      frontDoor: [{ type: "thanks-filter" }],
      triage: { type: "nurse-first", prepare: { fixed: { value: "2 min" } }, bounces: 0.05 },
      protocol: { type: "standing-orders", topics: ["refills"], covers: 0.5 },
      drafts: { type: "ai-drafts", used: 0.3, longerReading: 0.2 },
      routing: { type: "own-then-pool", after: "4 h" },
      queue: { type: "batch", times: ["13:00", "08:30", "13:00"], order: "urgent-first" },
      billing: { type: "time-threshold", least: "6 min" },
    },
    promises: { "two days": { within: "end of business day 2" } },
    alternatives: { "one more nurse": { "staff.nurses.count": 4 } },
  };
}

function topic(share: number, lowestRole: JsonObject, more: JsonObject): JsonObject {
  return {
    share,
    lowestRole,
    ...more,
    minutes: {
      triage: { fixed: { value: "1 min" } },
      clerk: { fixed: { value: "3 min" } },
      nurse: { exponential: { mean: "4 min" } },
      physician: { exponential: { mean: "3 min" } },
    },
  };
}
