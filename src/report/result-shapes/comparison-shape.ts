import type { Shape } from "../shape.ts";
import { ENDS, INTERVAL, RESPONSE, WINDOW } from "./parts.ts";

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
