/**
 * A commented scenario to begin from: valid as it stands, small, and every number in it waiting for the
 * clinic's own.
 */
export function starterText(): string {
  return STARTER;
}

const STARTER = `// A clinic to begin from. Put your own numbers in, then run:  clinicsim validate my-clinic.json  and  clinicsim run my-clinic.json
// Comments like this one may stay. Durations and rates are texts with units; shares are numbers from 0 to 1.
{
  "$schema": "./scenario.schema.json",
  "formatVersion": 1,
  "name": "My clinic: today",

  // When you are open. Public holidays of Ontario are known; add the days on which you close besides.
  "calendar": {
    "timeZone": "America/Toronto",
    "holidays": "CA-ON",
    "extraClosed": [],
    "open": ["Mon-Fri 08:00-17:00"]
  },

  // The warm-up fills the clinic, then a year is measured. More replications give narrower intervals.
  "run": { "start": "2026-01-05", "warmUp": "6 weeks", "length": "52 weeks", "runOut": "2 weeks", "seed": 1, "replications": 30 },

  "specialties": {
    "my-specialty": {
      "patients": 3000,
      "portalShare": 0.5,
      "demand": {
        "volume": "19 per 100 portal patients per month", // or "540 per month" for everybody together
        "counts": "all patient messages" // "new threads" if follow-ups are not in that number
      },
      "topics": {
        "everything": {
          "share": 1, // several topics: their shares sum to 1
          "urgent": 0.03,
          "lowestRole": { "nurse": 0.6, "physician": 0.4 }, // the lowest role that may close a message
          "followUp": { "probability": 0.3 },
          "minutes": {
            "triage": { "lognormal": { "mean": "2 min", "sd": "1.5 min" } },
            "nurse": { "lognormal": { "mean": "6 min", "sd": "4 min" } },
            "physician": { "lognormal": { "mean": "4 min", "sd": "3 min" } }
          }
        }
      },
      // What else the same people do. Leave it out and the clinic looks better than it is.
      "otherWork": {
        "phone calls": {
          "volume": "8 per business day",
          "team": "nurses",
          "minutes": { "exponential": { "mean": "8 min" } },
          "interrupts": "messages",
          "patience": { "exponential": { "mean": "15 min" } }
        },
        "results and refills": {
          "volume": "15 per physician per business day",
          "team": "physicians",
          "minutes": { "exponential": { "mean": "1.2 min" } }
        }
      }
    }
  },

  "staff": {
    "nurses": {
      "role": "nurse",
      "count": 2,
      "serves": ["my-specialty"],
      "shifts": ["Mon-Fri 08:30-16:30 except 12:00-12:30"],
      "absence": { "vacation": "4 weeks per year", "sick": "8 days per year" },
      "costPerHour": "55 CAD"
    },
    "physicians": {
      "role": "physician",
      "count": 3,
      "serves": ["my-specialty"],
      "clinic": ["Mon-Wed 09:00-12:00", "Mon-Wed 13:00-16:00"],
      "inbox": ["Mon-Fri 12:30-13:00", "Mon-Wed 16:00-16:30"],
      "evenings": [{ "days": "Mon-Thu,Sun", "from": "19:00", "upTo": "45 min", "probability": 0.6 }],
      "absence": { "vacation": "6 weeks per year", "cover": "buddy" },
      "costPerHour": "180 CAD",
      "costBasis": "minutes"
    }
  },

  // Who reads first, which physician gets what, which message is next: \`clinicsim policies\` lists all that there is to choose.
  "policies": { "triage": { "type": "nurse-first" }, "routing": { "type": "own-physician" }, "queue": { "type": "urgent-first" } },

  "promises": {
    "reply in two business days": { "within": "end of business day 2", "target": 0.9, "risk": 0.05 }
  },

  // What you think of changing: paths and what they become.
  "alternatives": {
    "one more nurse": { "staff.nurses.count": 3 },
    "cover for the nurses": { "staff.nurses.absence.cover": "float" }
  },

  // What stands behind the numbers: "local" (your own records), "cited" (published) or "assumed". Validate lists what is missing here.
  "evidence": {
    "specialties.my-specialty.demand.volume": { "grade": "assumed", "why": "placeholder: count a year of your own", "range": ["10", "40"] },
    "staff.physicians.evenings": { "grade": "assumed", "why": "placeholder: ask them" }
  }
}
`;
