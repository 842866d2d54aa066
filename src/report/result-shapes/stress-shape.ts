import type { Shape } from "../shape.ts";
import { BOUNDED, WINDOW } from "./parts.ts";

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
