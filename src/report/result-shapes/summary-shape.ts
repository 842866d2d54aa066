import type { Shape } from "../shape.ts";
import { ENDS, INTERVAL, RESPONSE, WINDOW } from "./parts.ts";

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
