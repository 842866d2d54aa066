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
const BOUNDED = { estimate: "number", ...ENDS } as const;

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
  "selection?": {
    ...{ response: "text", indifference: "number", probability: "number", left: ["text"] },
    spent: [{ name: "text", replications: "number" }],
    "why?": "text",
  },
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
  "search?": "text",
  "crossing?": { estimate: "number", ...ENDS },
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
  method: "text",
  confidence: "number",
  inputs: [{ path: "text", range: { kind: "text" } }],
  leftOut: [{}],
  points: "number",
  replications: "number",
  sets: "number",
  responses: [
    {
      ...{ response: "text", label: "text", unit: "text", unbounded: "flag", mean: "number" },
      "variance?": BOUNDED,
      "seedShare?": BOUNDED,
      effects: [
        {
          input: "number",
          "swing?": BOUNDED,
          "settings?": [{ setting: "text", value: "any", mean: "number", difference: BOUNDED }],
          "mu?": BOUNDED,
          "muStar?": BOUNDED,
          "sigma?": BOUNDED,
          "first?": BOUNDED,
          "total?": BOUNDED,
        },
      ],
    },
  ],
  undefinedAt: [{ response: "text", label: "text", points: "number" }],
  crossings: [{}],
  overloadedPoints: "number",
};

export const STRESS_SHAPE: Shape = {
  ...WINDOW,
  confidence: "number",
  replications: ["number"],
  base: "text",
  stresses: [
    {
      ...{ name: "text", doc: "text", from: "text", to: "text", verdict: "text" },
      peak: { ...BOUNDED, date: "text", base: "number", more: BOUNDED, highest: "number" },
      "worst?": "text",
      promises: [
        {
          ...{ promise: "text", target: "number", days: "number", verdict: "text" },
          share: BOUNDED,
          base: BOUNDED,
          change: BOUNDED,
          "worstWeek?": { from: "text", share: BOUNDED, base: "number" },
        },
      ],
      "evenings?": { ...BOUNDED, base: "number" },
      recovery: { ...BOUNDED, within: "number", verdict: "text" },
      path: [{ date: "text", base: "number", stressed: "number", more: BOUNDED }],
    },
  ],
  watched: "number",
  recoverWithin: "number",
  decidedAt: "number",
  leftOut: [{ name: "text" }],
};

const TOLD_ROWS: Shape = [
  { response: "text", label: "text", unit: "text", own: "number", difference: BOUNDED },
];
const STEPS: Shape = [{ decision: "text", from: "text", to: "text", broken: ["number"], rows: TOLD_ROWS }];

export const STAFFING_SHAPE: Shape = {
  scenario: "text",
  start: "text",
  warmUpDays: "number",
  lengthDays: "number",
  runOutDays: "number",
  seed: "number",
  confidence: "number",
  decisions: [{ name: "text", levels: ["text"], inOrder: "flag" }],
  objectives: [{ response: "text", label: "text", unit: "text", matters: "number" }],
  plans: [
    {
      name: "text",
      levels: ["text"],
      state: "text",
      "why?": "text",
      forced: "flag",
      expected: "number",
      hours: "number",
      replications: "number",
      objective: "number",
      requirements: [{ estimate: "number", verdict: "text" }],
    },
  ],
  requirements: [
    {
      response: "text",
      label: "text",
      unit: "text",
      direction: "text",
      bound: "number",
      tolerance: "number",
      "share?": "number",
      measure: "number",
    },
  ],
  "chosen?": {
    name: "text",
    levels: ["text"],
    objective: BOUNDED,
    hours: "number",
    kept: [{ response: "text", label: "text", unit: "text", direction: "text", bound: "number", ...ENDS }],
    binding: "number",
    faultless: "number",
    confirmedIn: "number",
  },
  "runnerUp?": { plan: "number", objective: BOUNDED },
  ties: ["number"],
  tieBreaks: ["text"],
  "noPlan?": "text",
  "infeasible?": { binding: "number", missed: ["number"], nearest: "text", value: "number", unit: "text" },
  failed: [{ name: "text", worlds: "number", isCapped: "flag", missed: ["number"] }],
  notMonotone: ["text"],
  "tradeOff?": [{ name: "text", values: ["number"] }],
  spent: { search: "number", confirmation: "number", explanation: "number", equal: "number" },
  "explanation?": {
    worlds: "number",
    today: { broken: ["number"], rows: TOLD_ROWS },
    "givenBack?": { messages: BOUNDED, afterHours: BOUNDED },
    fewer: STEPS,
    more: STEPS,
    hours: [{ team: "text", added: "text", hours: "number", rows: TOLD_ROWS }],
    points: [{ promise: "text", step: "text", estimate: "number", ...ENDS }],
    volume: { works: "number", breaks: "number", broken: ["number"], worlds: "number" },
    "erlang?": {
      team: "text",
      erlang: "number",
      posts: "number",
      busy: { messages: "number", calls: "number", otherWork: "number" },
      away: "number",
      plan: "text",
      isChosen: "flag",
      worlds: "number",
      broken: ["number"],
      "worst?": { requirement: "number", unit: "text", value: "number" },
      without: [{ what: "text", value: "number", broken: ["number"] }],
    },
  },
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
    notJudged: [{ what: "text", why: "text", isPart: "flag" }],
    "fitted?": { from: "text", to: "text", isSame: "flag" },
    groups: [{ kind: "text", name: "text", messages: "number", share: {}, median: {} }],
    quantiles: [{ p: "number" }],
    weekly: { share: {}, backlog: {}, threads: {} },
    people: [{ role: "text", rank: "number", minutes: { recorded: "number" } }],
    leftOut: { topics: ["any"], frontDoors: ["text"], roles: [{ role: "text", replies: "number" }] },
  },
};
