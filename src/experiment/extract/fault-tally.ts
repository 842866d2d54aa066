import type { ExtractFault, FaultPlace } from "./extract-fault.ts";
import type { ExtractField } from "./extract-field.ts";

/** Examples of a fault at most. */
export const PLACES = 5;

interface FaultKind {
  readonly severity: ExtractFault["severity"];
  readonly message: string;
  readonly done: string;
}

/** Every class of fault that is found row by row, or in the sample: what it is, and what is made of such rows. In the order in which they are told. */
const FAULT_KINDS = {
  "undecodable-bytes": {
    severity: "warning",
    message: "rows with bytes that are no text in this encoding",
    done: "such letters were replaced; if there are many, say --encoding",
  },
  "read-as-windows-1252": {
    severity: "note",
    message: "files that are not UTF-8; the first place at which they are not",
    done: "read as Windows-1252; --encoding says otherwise",
  },
  "wrong-width": {
    severity: "warning",
    message: "rows with more or fewer cells than there are columns",
    done: "left out",
  },
  "unreadable-time": {
    severity: "warning",
    message: "cells that are no time in the format of their column",
    done: "taken as empty; rows without a time of sending are left out",
  },
  "other-date-order": {
    severity: "warning",
    message: "times with day and month the other way round than the rest of their column",
    done: "taken as empty: others like them may have been misread, where both readings are dates",
  },
  "missing-sent": {
    severity: "warning",
    message: "rows that do not say when the message was sent, or the event happened",
    done: "left out",
  },
  "impossible-time": {
    severity: "warning",
    message: "times in the future, or before 2000",
    done: "taken as empty; rows sent at such a time are left out. Of a made-up log, --to says until when it goes",
  },
  "far-from-the-rest": {
    severity: "warning",
    message: "messages more than a year away from nearly all others",
    done: "left out",
  },
  "read-before-sent": {
    severity: "warning",
    message: "messages read before they were sent",
    done: "that time was taken as empty",
  },
  "replied-before-sent": {
    severity: "warning",
    message: "messages replied to before they were sent",
    done: "that time was taken as empty",
  },
  "closed-before-sent": {
    severity: "warning",
    message: "messages closed before they were sent",
    done: "that time was taken as empty",
  },
  "closed-before-replied": {
    severity: "note",
    message: "messages closed before they were replied to",
    done: "kept as they are",
  },
  "read-after-reply": {
    severity: "note",
    message: "messages first read after they were replied to",
    done: "kept as they are",
  },
  "clock-shows-twice": {
    severity: "note",
    message: "local times in an hour that the clock shows twice, when it is put back",
    done: "taken as the first of the two, or the second where the first would be before the message; times with an offset would be exact",
  },
  "clock-never-shows": {
    severity: "warning",
    message: "local times in an hour that the clock skips, when it is put on",
    done: "taken as the moment of the change; is the time zone right?",
  },
  "offset-of-another-zone": {
    severity: "warning",
    message: "times of sending whose offset is not that of the time zone",
    done: "the moment was taken as written; is the time zone right?",
  },
  "offset-in-part": {
    severity: "warning",
    message: "times without an offset from UTC in a column in which others have one",
    done: "taken as local times of the time zone: if they are UTC, or another system's, every wait is off by the difference. Export them all in one way",
  },
  "unknown-sender": {
    severity: "warning",
    message: "rows whose sender is neither patient, staff nor automated",
    done: "left out",
  },
  "unknown-role": {
    severity: "note",
    message: "rows with a role of staff that is not known",
    done: "taken as empty",
  },
  "unknown-urgency": {
    severity: "note",
    message: "rows whose urgency is neither yes nor no",
    done: "taken as empty",
  },
  "unknown-event": { severity: "note", message: "rows with an event that is not known", done: "left out" },
  "control-characters": {
    severity: "warning",
    message: "cells with NUL bytes or other control characters",
    done: "taken as they are: what differs by them alone counts as another. Export the file again",
  },
  "stray-quote": {
    severity: "warning",
    message: "cells with a quote or an end of line in them",
    done: "taken as they are: has a quote gone astray? What differs by it alone counts as another",
  },
  "names-alike": {
    severity: "warning",
    message:
      "rows with a name that differs from a more frequent one only by case, spaces, quotes or control characters",
    done: "probably the same, and yet kept apart: write it in one way",
  },
  "too-many-staff": {
    severity: "warning",
    message: "rows of staff beyond the first 2000 people",
    done: "taken as nobody in particular: is it a column of people?",
  },
  "free-text-topic": {
    severity: "warning",
    message: "rows of topics beyond the first 500: this looks like free text, not like topics",
    done: "no topic was taken from them; map another column",
  },
  "free-text-specialty": {
    severity: "warning",
    message: "rows of specialties beyond the first 500: this looks like free text",
    done: 'taken as "other"; map another column',
  },
  "unusable-visit": {
    severity: "warning",
    message: "rows of the file of visits without a time, or booked after it took place",
    done: "left out",
  },
  "unusable-call": {
    severity: "warning",
    message: "rows of the file of calls without a time, or with minutes that are no number from 0 to 600",
    done: "left out",
  },
  "unknown-visit-mode": {
    severity: "note",
    message: "rows of visits that are neither phone, video nor in person",
    done: "taken as visits of no kind in particular",
  },
  "specialty-without-messages": {
    severity: "note",
    message: "rows of visits or calls of a specialty that no message is about",
    done: "left out",
  },
  "second-file-cut": {
    severity: "warning",
    message: "second files with more than 500,000 rows",
    done: "what comes after was not read: take a shorter stretch of time",
  },
  "unusable-shift": {
    severity: "warning",
    message:
      "rows of the roster without a person, a beginning or an end, or with the end before the beginning",
    done: "left out",
  },
  "automated-mail": { severity: "note", message: "automated messages", done: "in no volume" },
  "duplicate-row": {
    severity: "warning",
    message: "rows that tell of a message that another row has told of",
    done: "joined with it: the first read, reply and closing count",
  },
  "message-told-differently": {
    severity: "warning",
    message: "rows of a message that another row has as sent at another time",
    done: "joined with it: is it a column of messages?",
  },
  "reply-without-message": {
    severity: "warning",
    message: "messages of staff in threads in which no patient had written",
    done: "in no volume, and a reply to nothing",
  },
  "event-without-message": {
    severity: "warning",
    message: "messages with events, but none that says when they were sent",
    done: "left out",
  },
  "week-without-messages": {
    severity: "warning",
    message: "weeks in the middle without any message of a patient",
    done: "an outage, a change of system, or a hole in the export? What is learned of volume leaves out those that chance would not make",
  },
  "hours-to-twelve": {
    severity: "warning",
    message: "times without one hour above 12: have AM and PM been lost?",
    done: "taken as they are written",
  },
  "one-patient": {
    severity: "warning",
    message: "rows beyond what is kept of a single patient",
    done: "counted, and not learned from: is it a column of patients?",
  },
  "many-at-once": {
    severity: "note",
    message: "messages of patients that share their very moment with 19 others or more",
    done: "kept: are they automated, or an import?",
  },
} as const satisfies Readonly<Record<string, FaultKind>>;

export type FaultCode = keyof typeof FAULT_KINDS;

/** Counts what is not right while rows go by. */
export class FaultTally {
  readonly #found = new Map<
    string,
    {
      code: FaultCode;
      field: ExtractField | undefined;
      count: number;
      estimated: boolean;
      places: FaultPlace[];
    }
  >();

  /** A row, or so many of them; `share` < 1 if only the sample was looked through. */
  add(code: FaultCode, place?: FaultPlace, field?: ExtractField, count = 1, share = 1): void {
    const key = `${code} ${field ?? ""}`;
    let found = this.#found.get(key);
    if (found === undefined) {
      found = { code, field, count: 0, estimated: false, places: [] };
      this.#found.set(key, found);
    }
    found.count += count / share;
    if (share < 1) found.estimated = true;
    if (place !== undefined && found.places.length < PLACES) found.places.push(place);
  }

  count(code: FaultCode, field?: ExtractField): number {
    return this.#found.get(`${code} ${field ?? ""}`)?.count ?? 0;
  }

  faults(): readonly ExtractFault[] {
    const order = Object.keys(FAULT_KINDS);
    return [...this.#found.values()]
      .sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))
      .map(({ code, field, count, estimated, places }) => ({
        code,
        ...(field === undefined ? {} : { field }),
        count: Math.round(count),
        estimated,
        places,
        ...FAULT_KINDS[code],
      }));
  }
}
