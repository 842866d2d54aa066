import type { Issue } from "../../errors.ts";
import { didYouMean } from "../../scenario/index.ts";
import { EXTRACT_FIELDS, type ExtractField, type ExtractForm } from "./extract-field.ts";

/** Which column holds what. */
export interface ColumnMap {
  /** Place of each field's column. */
  readonly columns: ReadonlyMap<ExtractField, number>;
  /** Fields whose column was not named by the user, a preset, or its canonical name. */
  readonly guessed: readonly ExtractField[];
  readonly form: ExtractForm;
  /** Whether `thread_id` is the first message of a thread, which itself has none there. */
  readonly threadsByFirst: boolean;
}

export interface MappingRequest {
  /** By field: the column's name, or `#4` for the fourth from the left. */
  readonly map?: Readonly<Partial<Record<ExtractField, string>>>;
  readonly preset?: string;
}

interface Preset {
  readonly doc: string;
  readonly map: Readonly<Partial<Record<ExtractField, string>>>;
  /** As in `ColumnMap`; not unless told. */
  readonly threadsByFirst?: boolean;
}

/** Names of columns by the shape of an export. */
export const PRESETS: Readonly<Record<string, Preset>> = {
  canonical: {
    doc: "the names that need no mapping, as `clinicsim synth` writes them; nothing is guessed",
    map: Object.fromEntries(EXTRACT_FIELDS.map((field) => [field, field])),
  },
  mychart: {
    doc: "Epic's table MYC_MESG (portal messages), as its export of health information has it; subjects are not read, roles of staff are not in it",
    map: {
      message_id: "MESSAGE_ID",
      thread_id: "PARENT_MESSAGE_ID",
      patient_id: "PAT_ID",
      specialty: "DEPARTMENT_ID_EXTERNAL_NAME",
      topic: "REQUEST_SUBJECT",
      sender: "TOFROM_PAT_C_NAME",
      sent: "CREATED_TIME",
      staff_id: "FROM_USER_ID",
    },
    threadsByFirst: true,
  },
  xes: {
    doc: "an event log in the column names of the XES standard (IEEE 1849), as process-mining tools write them; a case is a message",
    map: {
      message_id: "case:concept:name",
      thread_id: "case:thread",
      patient_id: "case:patient",
      specialty: "case:specialty",
      topic: "case:topic",
      event: "concept:name",
      at: "time:timestamp",
      staff_id: "org:resource",
      staff_role: "org:role",
    },
  },
};

/** Other names of columns, without case, spaces and signs. Nothing that may hold what somebody wrote. */
const OTHER_NAMES: Readonly<Record<ExtractField, readonly string[]>> = {
  message_id: ["messageid", "msgid", "messageno", "messagenumber", "messagekey"],
  thread_id: ["threadid", "thread", "conversationid", "conversation", "encounterid", "threadkey"],
  patient_id: [
    "patientid",
    "patient",
    "mrn",
    "patientmrn",
    "ptid",
    "patid",
    "patientkey",
    "medicalrecordnumber",
  ],
  specialty: [
    "specialty",
    "speciality",
    "department",
    "departmentname",
    "dept",
    "clinic",
    "clinicname",
    "service",
  ],
  topic: ["topic", "category", "messagetype", "messagecategory", "requesttype", "reason", "type"],
  urgent: ["urgent", "isurgent", "urgency", "priority", "highpriority"],
  sender: ["sender", "sendertype", "senderrole", "direction", "fromtype", "sentby", "authortype"],
  sent: [
    "sent",
    "sentat",
    "senttime",
    "sentdate",
    "sentdatetime",
    "datesent",
    "timesent",
    "created",
    "createdat",
    "createdtime",
    "createddate",
    "messagetime",
    "messagedate",
    "receivedat",
    "datereceived",
    "received",
  ],
  first_read: [
    "firstread",
    "firstreadat",
    "read",
    "readat",
    "readtime",
    "opened",
    "openedat",
    "firstopened",
    "firstviewed",
    "viewedat",
  ],
  replied: [
    "replied",
    "repliedat",
    "replytime",
    "replydate",
    "firstreply",
    "firstreplyat",
    "respondedat",
    "responded",
    "firstresponse",
    "firstresponseat",
    "answered",
    "answeredat",
  ],
  closed: [
    "closed",
    "closedat",
    "closetime",
    "closeddate",
    "done",
    "doneat",
    "completed",
    "completedat",
    "completiontime",
    "resolved",
    "resolvedat",
  ],
  staff_id: [
    "staffid",
    "staff",
    "userid",
    "user",
    "providerid",
    "provider",
    "employeeid",
    "handledby",
    "repliedby",
    "closedby",
    "responder",
    "respondedby",
    "completedby",
    "resource",
  ],
  staff_role: [
    "staffrole",
    "role",
    "userrole",
    "usertype",
    "providertype",
    "credential",
    "credentials",
    "jobtitle",
    "stafftype",
  ],
  event: ["event", "eventtype", "eventname", "action", "activity", "activityname"],
  at: ["at", "time", "timestamp", "eventtime", "eventat", "eventdatetime", "datetime", "actiontime"],
};

/** Finds each field's column by its name. With faults there is no map. */
export function mapColumns(
  header: readonly string[],
  { map = {}, preset }: MappingRequest,
): { readonly map?: ColumnMap; readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  const names = header.map((name) => name.trim());
  const columns = new Map<ExtractField, number>();
  const guessed: ExtractField[] = [];
  const refuse = (path: string, message: string, hint: string) => {
    issues.push({ code: "column-mapping", path, message, hint, severity: "error" });
  };
  const asked = new Set<ExtractField>();
  const askWhich = (field: ExtractField, places: readonly number[], problem: string) => {
    asked.add(field);
    const alike = new Set(places.map((place) => names[place]!.toLowerCase())).size < places.length;
    const column = alike ? `#${places[0]! + 1}` : names[places[0]!]!;
    const why = alike ? ` for column ${places[0]! + 1} from the left, or rename one` : "";
    refuse("--map", problem, `say which: --map "${field}=${column}"${why}`);
  };
  const taken = new Set<number>();
  const take = (field: ExtractField, column: number) => {
    columns.set(field, column);
    taken.add(column);
  };
  for (const [field, name] of Object.entries(map) as [ExtractField, string][]) {
    const places = placesOf(names, name);
    if (places.length === 1) take(field, places[0]!);
    else if (places.length === 0) refuse("--map", `no column is named "${name}"`, didYouMean(name, names));
    else askWhich(field, places, `${places.length} columns are named "${name}" (${placesText(places)})`);
  }
  const named = preset === undefined ? PRESETS.canonical!.map : (PRESETS[preset]?.map ?? {});
  if (preset !== undefined && PRESETS[preset] === undefined) {
    refuse("--preset", `there is no preset "${preset}"`, didYouMean(preset, Object.keys(PRESETS)));
  }
  for (const [field, name] of Object.entries(named) as [ExtractField, string][]) {
    const places = placesOf(names, name).filter((each) => !taken.has(each));
    if (columns.has(field) || asked.has(field) || places.length === 0) continue;
    if (places.length === 1) take(field, places[0]!);
    else askWhich(field, places, `${places.length} columns are named "${name}" (${placesText(places)})`);
  }
  if (preset === undefined) {
    for (const field of EXTRACT_FIELDS) {
      if (columns.has(field) || asked.has(field)) continue;
      const places = names.flatMap((name, place) =>
        !taken.has(place) && OTHER_NAMES[field].includes(plain(name)) ? [place] : [],
      );
      if (places.length > 1) {
        const list = places.map((place) => `"${names[place]}"`).join(" and ");
        askWhich(field, places, `${list} may each be ${field}`);
      } else if (places.length === 1) {
        take(field, places[0]!);
        guessed.push(field);
      }
    }
  }
  const form = columns.has("event") && columns.has("at") && !columns.has("sent") ? "events" : "messages";
  if (form === "messages" && !columns.has("sent") && !asked.has("sent")) {
    // A first line that is a message has somebody's number or time in it: what stands in it is not told.
    const isHeader = columns.size > 0 && !names.some((name) => MAY_BE_A_VALUE.test(name));
    refuse(
      "",
      isHeader
        ? "no column says when a message was sent"
        : "no column has a name that is known: is the first line the names of the columns?",
      isHeader
        ? `name it: --map "sent=…", one of ${names.map((name) => `"${name}"`).join(", ")}`
        : `name the columns ${EXTRACT_FIELDS.slice(0, 13).join(", ")}, or say --map field=column`,
    );
  }
  if (issues.length > 0) return { issues };
  const threadsByFirst = preset !== undefined && PRESETS[preset]?.threadsByFirst === true;
  return { map: { columns, guessed, form, threadsByFirst }, issues };
}

const MAY_BE_A_VALUE = /\d{4,}|@/;

function placesText(places: readonly number[]): string {
  return `columns ${places.map((place) => place + 1).join(" and ")}`;
}

function placesOf(names: readonly string[], name: string): readonly number[] {
  const exact = names.flatMap((each, place) => (each === name ? [place] : []));
  if (exact.length > 0) return exact;
  const [, number] = /^#(\d{1,6})$/.exec(name) ?? [];
  if (number !== undefined)
    return Number(number) >= 1 && Number(number) <= names.length ? [Number(number) - 1] : [];
  return names.flatMap((each, place) => (each.toLowerCase() === name.toLowerCase() ? [place] : []));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, "");
}

/** `field=column`, as a flag has it. */
export function parseMapFlag(
  flag: string,
): { readonly field: ExtractField; readonly column: string } | string {
  const at = flag.indexOf("=");
  const field = flag.slice(0, Math.max(0, at)).trim() as ExtractField;
  const column = flag.slice(at + 1).trim();
  if (at < 1 || column === "") return 'write field=column, for example --map "sent=Date sent"';
  if (!EXTRACT_FIELDS.includes(field)) return didYouMean(field, EXTRACT_FIELDS);
  return { field, column };
}
