import type { Shape } from "./shape.ts";

/** What the JSON files of a result hold, as far as a page relies on it; numbers may be none, see `readJson`. */

const INTERVAL: Shape = {
  estimate: "number",
  low: "number",
  high: "number",
  "beyond?": { estimate: "number" },
};
const CAUTIONS: Shape = [{ code: "text", message: "text" }];
const WINDOW = {
  scenario: "text",
  start: "text",
  warmUpDays: "number",
  lengthDays: "number",
  runOutDays: "number",
  seed: "number",
  cautions: CAUTIONS,
} as const;
const RESPONSE = { response: "text", label: "text", unit: "text", group: "text" } as const;
const ENDS = { low: "number", high: "number" } as const;

export const SUMMARY_SHAPE: Shape = {
  ...WINDOW,
  scenarioHash: "text",
  promises: [{ name: "text", response: "text", target: "number", risk: "number" }],
  kind: {
    type: "text",
    because: ["any"],
    overloaded: [{ team: "text", load: "number" }],
    closedDates: "number",
    openingBacklog: "number",
    warmUp: {},
  },
  regimes: [
    {
      from: "text",
      to: "text",
      factors: {},
      rows: [{ ...RESPONSE, ...ENDS, estimate: "number", n: "number" }],
    },
  ],
  sanity: {
    teams: [{ team: "text", load: "number", peakLoad: "number", overloadedPeople: [{ name: "text" }] }],
    littlesLaw: {
      meanOpen: "number",
      sentPerWeek: "number",
      meanStay: "number",
      meanTime: "number",
      worst: "number",
    },
  },
  confidence: "number",
  replications: ["number"],
  responses: [
    {
      ...RESPONSE,
      ...ENDS,
      doc: "text",
      estimand: "text",
      headline: "flag",
      mean: "number",
      sd: "number",
      n: "number",
      "beyond?": INTERVAL,
    },
  ],
};

export const COMPARISON_SHAPE: Shape = {
  ...WINDOW,
  confidence: "number",
  jointConfidence: "number",
  replications: ["number"],
  base: "text",
  primary: ["text"],
  leftOut: [{ response: "text", having: ["text"] }],
  alternatives: [
    {
      name: "text",
      rows: [
        {
          ...RESPONSE,
          ...ENDS,
          estimand: "text",
          headline: "flag",
          primary: "flag",
          base: INTERVAL,
          own: INTERVAL,
          difference: "number",
          "joint?": ENDS,
          sd: "number",
          n: "number",
          wins: "number",
          ties: "number",
          losses: "number",
          endless: "number",
          varianceRatio: "number",
          conclusion: "text",
        },
      ],
    },
  ],
  "selection?": { response: "text", left: ["text"] },
};

const TEAM_WEEK: Shape = {
  name: "text",
  role: "text",
  count: "number",
  messages: ["number"],
  calls: ["number"],
  other: ["number"],
  afterHours: ["number"],
  hours: ["number"],
};

export const PATTERNS_SHAPE: Shape = {
  scenarios: [
    {
      name: "text",
      replications: "number",
      weeks: "number",
      firstReplies: { width: "number", counts: ["number"], later: "number", never: "number" },
      backlog: [{ date: "text", measured: "flag", mean: "number", p10: "number", p90: "number" }],
      sent: ["number"],
      teams: [TEAM_WEEK],
      promises: [
        {
          name: "text",
          months: [
            {
              from: "text",
              to: "text",
              made: "number",
              kept: "number",
              p10: "number",
              p90: "number",
              worlds: "number",
              short: "number",
            },
          ],
        },
      ],
    },
  ],
};

export const HEADROOM_SHAPE: Shape = {
  name: "text",
  result: "text",
  replications: "number",
  steps: [
    {
      factor: "number",
      holds: "flag",
      surely: "flag",
      risks: [{ promise: "text", estimate: "number", ...ENDS, allowed: "number" }],
    },
  ],
};

export const SWEEP_SHAPE: Shape = {
  scenario: "text",
  seed: "number",
  columns: [{ path: "text", "unit?": "text" }],
  method: { type: "text" },
  points: "number",
  replications: "number",
  confidence: "number",
  everyPoint: "flag",
  responses: [
    {
      ...{ response: "text", label: "text", unit: "text" },
      rows: [{ point: "number", levels: ["any"], ...ENDS }],
    },
  ],
  cautions: CAUTIONS,
};

export const SENSITIVITY_SHAPE: Shape = {
  scenario: "text",
  seed: "number",
  method: "any",
  confidence: "number",
  inputs: ["any"],
  leftOut: ["any"],
  points: "number",
  replications: "number",
  sets: "number",
  responses: [
    { response: "text", label: "text", unit: "text", mean: "number", effects: [{ input: "number" }] },
  ],
  undefinedAt: [{ response: "text", label: "text", points: "number" }],
  crossings: ["any"],
  overloadedPoints: "number",
};

export const STRESS_SHAPE: Shape = {
  ...WINDOW,
  confidence: "number",
  replications: ["number"],
  base: "text",
  stresses: [
    { name: "text", doc: "text", from: "text", to: "text", peak: {}, promises: ["any"], path: ["any"] },
  ],
  leftOut: ["any"],
};

const CHECK: Shape = { stage: "text", label: "text", scale: "text", off: "number", mend: "text" };

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
    groups: [{ kind: "text", name: "text", messages: "number", share: {}, median: {} }],
    quantiles: [{ p: "number" }],
    weekly: { share: {}, backlog: {}, threads: {} },
    people: [{ role: "text", rank: "number", minutes: { recorded: "number" } }],
    leftOut: { topics: ["any"], frontDoors: ["text"] },
  },
};
