import type { JsonObject } from "../../scenario/index.ts";

const lognormal = (mean: string, sd: string) => ({ lognormal: { mean, sd } });

/**
 * What a scenario takes where an extract cannot tell and no scenario was named to take it from: a clinic with a desk, nurses and physicians, each number with its
 * place in the ledger. Sources are ids in `scenarios/evidence.csv`.
 */
export const BASE_CLINIC: JsonObject = {
  formatVersion: 1,
  name: "A clinic",
  calendar: {
    timeZone: "America/Toronto",
    holidays: "CA-ON",
    open: ["Mon-Fri 08:00-17:00"],
    patientSleep: "22:00-07:00",
  },
  run: {
    start: "2026-01-05",
    warmUp: "6 weeks",
    length: "52 weeks",
    runOut: "2 weeks",
    seed: 1,
    replications: 30,
  },
  specialties: {
    clinic: {
      patients: 3000,
      portalShare: 0.47,
      demand: {
        volume: "19 per 100 portal patients per month",
        counts: "all patient messages",
        patientHeterogeneity: { shape: 0.13 },
      },
      topics: {
        everything: {
          share: 1,
          urgent: 0.03,
          lowestRole: { clerk: 0.1, nurse: 0.5, physician: 0.4 },
          incomplete: 0.1,
          needsVisit: 0.1,
          followUp: { probability: 0.35, delay: lognormal("9 h", "14 h"), thanks: 0.25 },
          minutes: {
            triage: lognormal("2 min", "1.5 min"),
            clerk: lognormal("3 min", "2 min"),
            nurse: lognormal("5 min", "4 min"),
            physician: lognormal("4 min", "3 min"),
          },
          complexity: 0.5,
        },
      },
      otherWork: {
        "phone calls": {
          volume: "13 per business day",
          team: "nurses",
          minutes: lognormal("8 min", "6 min"),
          interrupts: "messages",
          patience: { exponential: { mean: "15 min" } },
        },
        "results, refills, staff mail": {
          volume: "18 per physician per business day",
          team: "physicians",
          minutes: { exponential: { mean: "1.2 min" } },
        },
      },
      calls: { source: "phone calls", minutes: lognormal("6 min", "4 min") },
      impatience: {
        chaser: { probability: 0.3, after: lognormal("24 h", "16 h"), duplicates: 0.15 },
        call: { probability: 0.3, after: lognormal("12 h", "10 h") },
        emergency: { probability: 0.05, after: lognormal("36 h", "24 h") },
      },
      unknownPatient: 1.2,
    },
  },
  staff: {
    clerks: {
      role: "clerk",
      count: 1,
      serves: ["clinic"],
      shifts: ["Mon-Fri 08:00-16:00 except 12:00-12:30"],
      absence: {
        vacation: "4 weeks per year",
        vacationStretch: "2 weeks",
        sick: "8 days per year",
        cover: "none",
      },
      reRead: "1 min",
      costPerHour: "30 CAD",
      costBasis: "posts",
    },
    nurses: {
      role: "nurse",
      count: 1,
      serves: ["clinic"],
      shifts: ["Mon-Fri 08:30-16:30 except 12:00-12:30"],
      absence: {
        vacation: "4 weeks per year",
        vacationStretch: "2 weeks",
        sick: "8 days per year",
        cover: "none",
      },
      reRead: "1 min",
      costPerHour: "55 CAD",
      costBasis: "posts",
    },
    physicians: {
      role: "physician",
      count: 3,
      serves: ["clinic"],
      inbox: ["Mon-Fri 12:30-13:00", "Mon-Wed 16:00-16:30"],
      evenings: [{ days: "Mon-Thu,Sun", from: "19:00", upTo: "45 min", probability: 0.6 }],
      absence: {
        vacation: "6 weeks per year",
        vacationStretch: "2 weeks",
        sick: "4 days per year",
        cover: "buddy",
      },
      reRead: "1 min",
      costPerHour: "180 CAD",
      costBasis: "minutes",
    },
  },
  policies: {
    triage: {
      type: "nurse-first",
      asks: 0.1,
      askEffort: 0.3,
      prepare: lognormal("2 min", "1.5 min"),
      saves: 0.15,
      sensitivity: 0.76,
      specificity: 0.95,
    },
    routing: { type: "own-physician" },
    queue: { type: "urgent-first" },
    closeThreadAfter: "30 days",
  },
  promises: {
    "reply in two business days": { within: "end of business day 2", target: 0.9, per: "month", risk: 0.05 },
  },
  evidence: {
    "specialties.*.patients": { grade: "assumed", why: "a placeholder: count your own" },
    "specialties.*.portalShare": {
      grade: "assumed",
      why: "about half of a specialty's patients have an account",
      range: [0.3, 0.8],
    },
    "specialties.*.demand.patientHeterogeneity": {
      grade: "cited",
      source: "A12",
      why: "28 % of portal users sent any, 5.38 on average",
    },
    "specialties.*.demand.volume": {
      grade: "cited",
      source: "A11",
      value: 18.9,
      why: "all specialties of one system",
      range: ["10", "40"],
    },
    "specialties.*.topics.*": { grade: "assumed", why: "nothing published fits every clinic" },
    "specialties.*.topics.*.minutes.triage": {
      grade: "assumed",
      why: "no log of minutes of reading is published",
      range: ["0.5 min", "6 min"],
    },
    "specialties.*.topics.*.minutes.clerk": {
      grade: "assumed",
      why: "no log of a clerk's minutes is published",
      range: ["1 min", "8 min"],
    },
    "specialties.*.topics.*.minutes.nurse": {
      grade: "assumed",
      source: ["T39", "T40"],
      why: "well under a call on an advice line",
      range: ["2 min", "12 min"],
    },
    "specialties.*.topics.*.minutes.physician": {
      grade: "assumed",
      why: "less than a call, more than a glance",
      range: ["1 min", "10 min"],
    },
    "specialties.*.topics.*.complexity": {
      grade: "assumed",
      why: "what is hard for the nurse is mostly hard for the physician",
      range: [0, 0.9],
    },
    "specialties.*.topics.*.incomplete": {
      grade: "assumed",
      why: "some first messages lack what is needed to answer them",
      range: [0, 0.3],
    },
    "specialties.*.topics.*.needsVisit": {
      grade: "assumed",
      why: "depends on what is written about",
      range: [0, 0.35],
    },
    "specialties.*.otherWork.phone calls": {
      grade: "assumed",
      why: "count your calls for a month",
    },
    "specialties.*.otherWork.results, refills, staff mail": {
      grade: "assumed",
      why: "inbox messages that are not patients'",
    },
    "specialties.*.calls.minutes": {
      grade: "assumed",
      why: "a call about a message that was read",
      range: ["3 min", "13 min"],
    },
    "specialties.*.impatience": {
      grade: "assumed",
      source: "T41",
      why: "some ask again, most wait; no rate is published",
    },
    "specialties.*.unknownPatient": {
      grade: "assumed",
      why: "the chart has to be read first",
      range: [1, 2],
    },
    "staff.*.absence.vacation": {
      grade: "assumed",
      why: "four weeks after some years of service; six with conferences",
      range: ["2 weeks per year", "8 weeks per year"],
    },
    "staff.*.absence.vacationStretch": {
      grade: "assumed",
      why: "a summer and a winter holiday",
      range: ["1 week", "3 weeks"],
    },
    "staff.*.absence.sick": {
      grade: "assumed",
      why: "a usual figure for hospital staff; physicians report few",
      range: ["0 days per year", "15 days per year"],
    },
    "staff.*.absence.cover": {
      grade: "assumed",
      why: "physicians often have a colleague for it, desks and nurses nobody; none, buddy, pool and float are all plausible: ask them",
    },
    "staff.*.costBasis": {
      grade: "assumed",
      why: "physicians are paid for what they do, others for their posts; posts is as plausible for salaried ones",
    },
    "staff.*.evenings": { grade: "assumed", why: "ask them" },
    "staff.*.reRead": { grade: "assumed", why: "finding one's place again", range: ["0 min", "3 min"] },
    "staff.*.costPerHour": { grade: "assumed", why: "pay with what comes on top of it: put your own" },
    "policies.triage": {
      grade: "assumed",
      source: ["T15", "T41"],
      why: "how often nurses ask before they reply is not published for messages",
    },
    "policies.triage.sensitivity": {
      grade: "cited",
      source: "T21",
      value: 0.76,
      why: "nurses on out-of-hours lines",
      range: [0.5, 0.9],
    },
    "policies.triage.specificity": {
      grade: "cited",
      source: "T21",
      value: 0.95,
      why: "the same study",
      range: [0.85, 0.99],
    },
    "policies.closeThreadAfter": {
      grade: "assumed",
      why: "a usual setting of portals",
      range: ["14 days", "90 days"],
    },
    "promises.reply in two business days": {
      grade: "cited",
      source: ["S02", "G04"],
      why: "hospitals' own terms; the target is what would still be called keeping it",
    },
  },
};
