import { InputError, type Issue } from "../../errors.ts";
import {
  EXTRACT_FIELDS,
  type Extract,
  type ExtractBuilder,
  type ExtractFault,
  SLIP_SHARE,
} from "../../experiment/index.ts";

/** Of rows that must be left out, or replies before the message: more, and something else is wrong. */
const MOST_LOST = 0.2;
/** Of cells of a time that hold something: more that cannot be read, and messages would seem to wait that were answered. */
const MOST_UNREADABLE = 0.05;
/** Of rows that name another message. */
const OF_ROWS = 0.05;
/** Messages a patient, from so many messages on. */
const MANY_MESSAGES = 500;
const MOST_OF_PATIENT = 100;
/** Of messages read after their reply, or closed before it. */
const MOST_LATE = 0.5;

/** Throws InputError where what could be read is not what the files hold. */
export function refuseUselessRows(builder: ExtractBuilder, paths: readonly string[]): void {
  const { rows, faults } = builder;
  if (rows === 0) throw nothingLeft(builder, "there is no row below the header", paths);
  const lost = faults.count("wrong-width") + faults.count("unknown-sender") + builder.rowsWithoutTime;
  if (lost > MOST_LOST * rows) {
    throw nothingLeft(builder, `${lost} of ${rows} rows cannot be used`, paths);
  }
  for (const field of EXTRACT_FIELDS) {
    const slips = faults.count("other-date-order", field);
    if (slips > SLIP_SHARE * rows) {
      const problem = `${slips} cells of ${field} have day and month the other way round than the others: dates that read both ways cannot be told`;
      throw nothingLeft(builder, problem, paths, "export them in one format, YYYY-MM-DD");
    }
  }
  for (const field of ["first_read", "replied", "closed"] as const) {
    const unreadable = faults.count("unreadable-time", field);
    const cells = rows - builder.missing(field) + unreadable;
    if (unreadable > MOST_UNREADABLE * cells) {
      const problem = `${unreadable} of ${cells} times of ${field} cannot be read: such messages would seem to wait`;
      throw nothingLeft(builder, problem, paths, "export them in one format, YYYY-MM-DD HH:mm");
    }
  }
  for (const code of ["read-before-sent", "replied-before-sent", "closed-before-sent"] as const) {
    const early = faults.count(code);
    if (early > MOST_LOST * rows) {
      const problem = `${early} of ${rows} messages were ${code.replaceAll("-", " ")}: are columns swapped?`;
      throw nothingLeft(builder, problem, paths, "look at the columns, and say --map field=column");
    }
  }
}

/**
 * Throws InputError where columns hold what another one should: threads with a few names, one message that was sent at many times, a few patients who wrote
 * everything, readings after replies, closings before them.
 */
export function refuseSwappedColumns(
  builder: ExtractBuilder,
  { counts, fields }: Extract,
  paths: readonly string[],
): void {
  const { rows, faults } = builder;
  const refuse = (problem: string) => {
    throw nothingLeft(builder, problem, paths, "look at the columns, and say --map field=column");
  };
  if (rows >= MANY_MESSAGES && builder.hasNamesForThreads) {
    refuse(`thread_id has next to no different cells in ${rows} rows: is it a column of threads?`);
  }
  const told = faults.count("message-told-differently");
  if (told > OF_ROWS * rows) {
    refuse(
      `${Math.round(told)} of ${rows} rows have the message_id of one that was sent at another time: is it a column of messages?`,
    );
  }
  if (
    fields.includes("patient_id") &&
    counts.messages >= MANY_MESSAGES &&
    counts.messages > MOST_OF_PATIENT * counts.patients
  ) {
    refuse(
      `${counts.messages} messages are those of ${counts.patients === 1 ? "1 patient" : `${counts.patients} patients`}: is patient_id a column of patients?`,
    );
  }
  const orders = [
    { code: "read-after-reply", what: "first read after they were replied to" },
    { code: "closed-before-replied", what: "closed before they were replied to" },
  ] as const;
  for (const { code, what } of orders) {
    const wrong = faults.count(code);
    if (wrong > MOST_LATE * rows) {
      refuse(`${Math.round(wrong)} of ${rows} messages were ${what}: are columns swapped?`);
    }
  }
}

/** Throws InputError where the time zone is not known by the times. */
export function refuseLooseTimes({ withoutOffset, faults }: ExtractBuilder, timeZone: string): void {
  const others =
    faults.count("offset-of-another-zone", "sent") + faults.count("offset-of-another-zone", "at");
  if (withoutOffset + others === 0) return;
  const message =
    others > 0
      ? `${others} times of sending have offsets that are not those of ${timeZone}, the time zone of this computer`
      : "the times do not say in which time zone they are";
  const hint = "say it: --time-zone America/Toronto, or wherever the clinic is";
  throw new InputError([
    {
      code: "no-time-zone",
      path: "--time-zone",
      message,
      hint,
      severity: "error",
    },
  ]);
}

/** All that was found, so that it can be mended at once. */
export function nothingLeft(
  builder: ExtractBuilder,
  message: string,
  paths: readonly string[],
  hint?: string,
): InputError {
  const found = builder.faults.faults().map((fault) => faultIssue(fault, paths));
  const usual = found.length > 0 ? "see what was found, below" : "export it again, with the messages";
  const first: Issue = {
    code: "unusable-extract",
    path: "",
    message,
    hint: hint ?? usual,
    severity: "error",
  };
  return new InputError([first, ...found]);
}

function faultIssue(
  { code, field, count, places, message, done }: ExtractFault,
  paths: readonly string[],
): Issue {
  const where = places
    .map(({ file, row }) => (paths.length > 1 ? `${paths[file - 1]} row ${row}` : `row ${row}`))
    .join(", ");
  return {
    code,
    path: field ?? "",
    message: `${message}: ${count}${where === "" ? "" : ` (${where})`}`,
    hint: done,
    severity: "warning",
  };
}
