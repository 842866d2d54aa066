import type { Shape } from "../shape.ts";
import { BOUNDED, ENDS, RUN } from "./parts.ts";

const TOLD_ROWS: Shape = [
  { response: "text", label: "text", unit: "text", own: "number", difference: BOUNDED },
];
const STEPS: Shape = [{ decision: "text", from: "text", to: "text", broken: ["number"], rows: TOLD_ROWS }];

export const STAFFING_SHAPE: Shape = {
  ...RUN,
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
