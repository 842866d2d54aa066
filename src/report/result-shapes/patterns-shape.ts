import type { Shape } from "../shape.ts";

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
