import { ROLES, type Role, VISIT_MODES, type VisitMode } from "../../model/index.ts";
import { SENDERS, TOUCHES } from "./extract-field.ts";

/** Cells that say that there is nothing. */
const NOTHING = new Set(["", "null", "none", "n/a", "na", "nan", "-", "--", "\\n", "nil", "(null)", "#n/a"]);

export function isNothing(cell: string): boolean {
  if (cell === "") return true;
  // Nearly all cells have something in them: most are told by length or first sign.
  if (cell.length > LONGEST_NOTHING || !BEGINNINGS.includes(cell[0]!)) return false;
  return NOTHING.has(cell.trim().toLowerCase());
}

const LONGEST_NOTHING = 6;
const BEGINNINGS = "nN-\\(# ";

/** `="2026-01-05"` is how some exports keep spreadsheets from changing a cell: what it says is text all the same. */
export function plainCell(cell: string): string {
  if (cell.charCodeAt(0) !== 0x3d) return cell;
  return /^="([^"]*)"$/.exec(cell)?.[1] ?? cell;
}

/** What names and identifiers do not have in them, unless something went wrong where they were written. */
export const STRAYS = ["control-characters", "stray-quote"] as const;
export const NO_STRAY = -1;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/;
const QUOTE_OR_END = /["\n\r]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const EITHER = /[\0-\x08\n-\x1f\x7f"]/;

/** Place in `STRAYS`; `NO_STRAY`: the cell has none. Quotes of a formula are its own. */
export function strayOf(cell: string): number {
  // Nearly all cells have neither: they are gone through once.
  if (!EITHER.test(cell)) return NO_STRAY;
  if (CONTROL.test(cell)) return STRAYS.indexOf("control-characters");
  const isFormula = cell.charCodeAt(0) === 0x3d;
  return !isFormula && QUOTE_OR_END.test(cell) ? STRAYS.indexOf("stray-quote") : NO_STRAY;
}

/** A word without case, spaces and signs. */
function plain(cell: string): string {
  return cell.toLowerCase().replace(/[^a-z0-9]/g, "");
}

const URGENT = new Set([
  "yes",
  "y",
  "true",
  "t",
  "1",
  "urgent",
  "high",
  "stat",
  "emergent",
  "asap",
  "critical",
]);
const NOT_URGENT = new Set([
  "no",
  "n",
  "false",
  "f",
  "0",
  "routine",
  "normal",
  "low",
  "nonurgent",
  "noturgent",
  "medium",
]);

/** 0, 1; −1: it says neither. */
export function urgentOf(cell: string): number {
  const word = plain(cell);
  if (URGENT.has(word)) return 1;
  return NOT_URGENT.has(word) ? 0 : -1;
}

const SENDER_WORDS: Readonly<Record<(typeof SENDERS)[number], readonly string[]>> = {
  patient: [
    "patient",
    "pt",
    "proxy",
    "caregiver",
    "parent",
    "guardian",
    "family",
    "inbound",
    "incoming",
    "frompatient",
    "patientmessage",
  ],
  staff: [
    "staff",
    "provider",
    "clinician",
    "careteam",
    "clinic",
    "user",
    "employee",
    "outbound",
    "outgoing",
    "nurse",
    "physician",
    "doctor",
    "topatient",
    "fromstaff",
  ],
  automated: ["automated", "automatic", "auto", "system", "autoreply", "bot", "reminder", "notification"],
};

const SENDER_OF = new Map(
  SENDERS.flatMap((sender, place) => SENDER_WORDS[sender].map((word): [string, number] => [word, place])),
);

/** Place in `SENDERS`; −1: it says none. */
export function senderOf(cell: string): number {
  return SENDER_OF.get(plain(cell)) ?? -1;
}

const ROLE_WORDS: Readonly<Record<Role, readonly string[]>> = {
  clerk: [
    "clerk",
    "clerical",
    "admin",
    "administrative",
    "administrativeassistant",
    "secretary",
    "receptionist",
    "frontdesk",
    "scheduler",
    "psr",
    "unitclerk",
    "registration",
    "officeassistant",
  ],
  "medical-assistant": ["medicalassistant", "ma", "cma", "rma", "clinicassistant"],
  nurse: [
    "nurse",
    "rn",
    "lpn",
    "rpn",
    "lvn",
    "registerednurse",
    "practicalnurse",
    "nursecoordinator",
    "triagenurse",
  ],
  pharmacist: ["pharmacist", "pharmd", "rph", "clinicalpharmacist"],
  "nurse-practitioner": [
    "nursepractitioner",
    "np",
    "aprn",
    "crnp",
    "fnp",
    "app",
    "pa",
    "pac",
    "physicianassistant",
    "advancedpracticeprovider",
  ],
  resident: ["resident", "fellow", "trainee", "registrar", "residentphysician"],
  physician: [
    "physician",
    "md",
    "do",
    "mbbs",
    "doctor",
    "attending",
    "consultant",
    "specialist",
    "surgeon",
    "attendingphysician",
    "staffphysician",
  ],
};

const ROLE_OF = new Map(
  ROLES.flatMap((role, place) =>
    [...ROLE_WORDS[role], plain(role)].map((word): [string, number] => [word, place]),
  ),
);

/** Place in `ROLES`; −1: it names none. */
export function roleOf(cell: string): number {
  return ROLE_OF.get(plain(cell)) ?? -1;
}

const MODE_WORDS: Readonly<Record<VisitMode, readonly string[]>> = {
  phone: ["phone", "telephone", "call", "audio", "phonevisit", "telephonevisit"],
  video: ["video", "virtual", "telehealth", "telemedicine", "videovisit", "online"],
  "in person": ["inperson", "office", "officevisit", "clinic", "onsite", "facetoface", "f2f"],
};

const MODE_OF = new Map(
  VISIT_MODES.flatMap((mode, place) => MODE_WORDS[mode].map((word): [string, number] => [word, place])),
);

/** Place in `VISIT_MODES`; −1: it names none. */
export function visitModeOf(cell: string): number {
  return MODE_OF.get(plain(cell)) ?? -1;
}

/** What an event may be: sent, or one of `TOUCHES`. */
export const EVENTS = ["sent", ...TOUCHES] as const;

const EVENT_WORDS: Readonly<Record<(typeof EVENTS)[number], readonly string[]>> = {
  sent: [
    "sent",
    "send",
    "created",
    "create",
    "received",
    "arrived",
    "new",
    "messagesent",
    "messagecreated",
    "submitted",
  ],
  read: ["read", "opened", "open", "viewed", "view", "firstread", "taken", "assigned", "start", "started"],
  forwarded: [
    "forwarded",
    "forward",
    "routed",
    "route",
    "reassigned",
    "transferred",
    "escalated",
    "handedover",
  ],
  replied: ["replied", "reply", "responded", "response", "answered", "answer", "sentreply"],
  closed: ["closed", "close", "done", "completed", "complete", "resolved", "finished", "filed"],
};

const EVENT_OF = new Map(
  EVENTS.flatMap((event, place) => EVENT_WORDS[event].map((word): [string, number] => [word, place])),
);

/** Place in `EVENTS`; −1: it is none that is known. */
export function eventOf(cell: string): number {
  return EVENT_OF.get(plain(cell)) ?? -1;
}

/** An answer to a question that is asked again and again, found once for each cell; of so many different ones at most. */
export function remembered(answer: (cell: string) => number, most = 1000): (cell: string) => number {
  const known = new Map<string, number>();
  return (cell) => {
    let value = known.get(cell);
    if (value === undefined) {
      value = answer(cell);
      if (known.size < most) known.set(cell, value);
    }
    return value;
  };
}
