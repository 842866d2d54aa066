import {
  EXTRACT_FIELDS,
  type ExtractField,
  type MappingRequest,
  PRESETS,
  parseMapFlag,
} from "../experiment/index.ts";
import { ENCODINGS, type Encoding, type ReadExtractOptions } from "../node/index.ts";
import { dateFlag } from "./date-flag.ts";
import { type FlagFaults, flagFaults } from "./flag-faults.ts";
import type { Flags } from "./program.ts";

/** How a message log is to be read. */
export interface ExtractFlags {
  readonly mapping: MappingRequest;
  readonly options: ReadExtractOptions;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  comma: ",",
  semicolon: ";",
  tab: "\t",
  bar: "|",
  ",": ",",
  ";": ";",
  "\t": "\t",
  "|": "|",
};
const ALIASES: Readonly<Record<string, Encoding>> = {
  utf8: "utf-8",
  "utf-16": "utf-16le",
  latin1: "windows-1252",
  "iso-8859-1": "windows-1252",
  cp1252: "windows-1252",
};

/** The flags of reading a message log, checked. Throws InputError with every fault. */
export function extractFlags(flags: Flags): ExtractFlags {
  const faults = flagFaults(flags);
  const { text, finish } = faults;
  const map = mapOf(faults);
  const preset = text("--preset");
  if (preset !== undefined && PRESETS[preset] === undefined) {
    faults.refuse(
      "--preset",
      `there is no preset "${preset}"`,
      `there are: ${Object.keys(PRESETS).join(", ")}`,
    );
  }
  const timeZone = text("--time-zone");
  const timeFormats = formatsOf(faults);
  const encoding = encodingIn(faults);
  const delimiter = delimiterIn(faults);
  const [roster, visits, calls] = [text("--roster"), text("--visits"), text("--calls")];
  const from = dateFlag("--from", faults);
  const to = dateFlag("--to", faults);
  if (from !== undefined && to !== undefined && from >= to) {
    faults.refuse(
      "--to",
      `${to} is not after ${from}, the date of --from`,
      "--to is the first date left out",
    );
  }
  finish();
  return {
    mapping: { map, ...(preset === undefined ? {} : { preset }) },
    options: {
      timeFormats,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(encoding === undefined ? {} : { encoding }),
      ...(delimiter === undefined ? {} : { delimiter }),
      ...(roster === undefined ? {} : { roster }),
      ...(visits === undefined ? {} : { visits }),
      ...(calls === undefined ? {} : { calls }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    },
  };
}

function mapOf({ list, refuse }: FlagFaults): Partial<Record<ExtractField, string>> {
  const map: Partial<Record<ExtractField, string>> = {};
  for (const flag of list("--map")) {
    const parsed = parseMapFlag(flag);
    if (typeof parsed === "string") refuse("--map", `"${flag}" names no field and column`, parsed);
    else if (map[parsed.field] !== undefined) {
      refuse("--map", `${parsed.field} is mapped twice`, "give each field one column");
    } else map[parsed.field] = parsed.column;
  }
  return map;
}

function formatsOf({ list }: FlagFaults): Partial<Record<ExtractField | "all", string>> {
  const formats: Partial<Record<ExtractField | "all", string>> = {};
  for (const flag of list("--time-format")) {
    const field = EXTRACT_FIELDS.find((each) => flag.startsWith(`${each}=`));
    if (field === undefined) formats.all = flag;
    else formats[field] = flag.slice(field.length + 1);
  }
  return formats;
}

function encodingIn({ text, refuse }: FlagFaults): Encoding | undefined {
  const asked = text("--encoding")?.toLowerCase();
  if (asked === undefined) return undefined;
  const encoding = ALIASES[asked] ?? ENCODINGS.find((each) => each === asked);
  if (encoding === undefined) {
    refuse("--encoding", `"${asked}" is not known here`, `one of ${ENCODINGS.join(", ")}`);
  }
  return encoding;
}

function delimiterIn({ text, refuse }: FlagFaults): string | undefined {
  const asked = text("--delimiter");
  if (asked === undefined) return undefined;
  const delimiter = DELIMITERS[asked];
  if (delimiter === undefined) {
    refuse("--delimiter", `"${asked}" is not known here`, "one of comma, semicolon, tab, bar");
  }
  return delimiter;
}
