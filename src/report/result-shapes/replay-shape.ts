import type { Shape } from "../shape.ts";

const CHECK: Shape = {
  stage: "text",
  label: "text",
  scale: "text",
  off: "number",
  apart: "number",
  mend: "text",
};

export const REPLAY_SHAPE: Shape = {
  scenario: "text",
  of: "text",
  seed: "number",
  absences: { known: "number", drawn: "number" },
  report: {
    start: "text",
    from: "text",
    to: "text",
    replications: ["number"],
    messages: "number",
    judged: "number",
    promise: "text",
    grade: "text",
    checks: [CHECK],
    faults: [CHECK],
    blurred: [CHECK],
    notJudged: [{ what: "text", why: "text", isPart: "flag" }],
    "fitted?": { from: "text", to: "text", isSame: "flag" },
    groups: [{ kind: "text", name: "text", messages: "number", share: {}, median: {} }],
    quantiles: [{ p: "number" }],
    weekly: { share: {}, backlog: {}, threads: {} },
    people: [{ role: "text", rank: "number", minutes: { recorded: "number" } }],
    leftOut: {
      specialties: ["any"],
      topics: ["any"],
      frontDoors: ["text"],
      roles: [{ role: "text", replies: "number" }],
    },
  },
};
