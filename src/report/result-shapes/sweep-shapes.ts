import type { Shape } from "../shape.ts";
import { BOUNDED, CAUTIONS, ENDS } from "./parts.ts";

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
