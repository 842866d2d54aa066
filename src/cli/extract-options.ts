import { Option } from "commander";
import { repeated } from "./flags.ts";

/** Flags of every verb that reads a message log. */
export const extractOptions = () => [
  repeated("--map <field=column>", "which column holds a field; may be repeated", "by their names"),
  new Option(
    "--preset <name>",
    "names of columns by the shape of the export: canonical, mychart (Epic's MYC_MESG) or xes",
  ),
  new Option("--time-zone <name>", "the clinic's time zone, as America/Toronto"),
  repeated(
    "--time-format <format>",
    'how times are written, as "DD/MM/YYYY HH:mm"; of one field: sent=unix; may be repeated',
    "by the cells, if they leave no doubt",
  ),
  new Option("--encoding <name>", "utf-8, utf-16le, utf-16be or windows-1252 (default: by the file)"),
  new Option(
    "--delimiter <sign>",
    "what stands between cells: comma, semicolon, tab or bar (default: by the header)",
  ),
  new Option("--from <date>", "only messages sent on this date or later"),
  new Option("--to <date>", "only what happened before this date"),
];

/** Flags of files that stand beside a message log. */
export const secondFileOptions = () => [
  new Option("--roster <file>", "a second file, of the hours of the staff: staff_id, staff_role, from, to"),
  new Option(
    "--visits <file>",
    "a second file, of visits: at, booked, patient_id, thread_id, specialty, mode, staff_id",
  ),
  new Option(
    "--calls <file>",
    "a second file, of telephone calls: at, specialty, answered, waited, minutes, staff_role",
  ),
];
