/** A clinic small enough that a replication takes a few milliseconds: a nurse, a physician, a hundred patients, four weeks. */
export const tinyScenario = `{
  "name": "A tiny clinic",
  "calendar": { "timeZone": "America/Toronto", "holidays": "none" },
  "run": { "start": "2026-02-16", "warmUp": "1 week", "length": "4 weeks", "runOut": "1 week", "seed": 7, "replications": 3 },
  "specialties": {
    "clinic": {
      "patients": 100,
      "portalShare": 1,
      "visits": { "perPatientPerYear": 5, "perSession": 10 },
      "demand": { "volume": "100 per 100 portal patients per month", "counts": "new threads" },
      "topics": {
        "question": {
          "share": 1,
          "lowestRole": { "nurse": 0.5, "physician": 0.5 },
          "minutes": { "triage": { "fixed": { "value": "2 min" } }, "nurse": { "fixed": { "value": "5 min" } }, "physician": { "exponential": { "mean": "5 min" } } }
        }
      },
      "otherWork": {
        "calls": { "volume": "3 per business day", "team": "nurse", "minutes": { "fixed": { "value": "5 min" } }, "interrupts": "messages", "patience": { "fixed": { "value": "3 min" } } }
      }
    }
  },
  "staff": {
    "nurse": { "role": "nurse", "count": 1, "serves": ["clinic"], "shifts": ["Mon-Fri 09:00-15:00"] },
    "physician": { "role": "physician", "count": 1, "serves": ["clinic"], "clinic": ["Mon 09:00-12:00"], "inbox": ["Mon-Fri 15:00-16:00"] }
  },
  "promises": { "two days": { "within": "end of business day 2", "target": 0.9 } }
}
`;
