import type { Shape } from "../shape.ts";
import { ENDS } from "./parts.ts";

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
