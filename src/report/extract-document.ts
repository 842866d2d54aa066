import {
  EXTRACT_FIELDS,
  type Extract,
  type ExtractFault,
  type ExtractField,
  type ExtractReading,
} from "../experiment/index.ts";
import { dayNumber, isoDate } from "../model/index.ts";
import type { Block, Document } from "./document.ts";
import { brief, percent } from "./number.ts";
import { counted } from "./words.ts";

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "bar",
};

/**
 * What is in an extract, how it was understood, and what is wrong with it: to be read before anything is believed that was learned from it. `besides` is what
 * turned out to be wrong when it was learned from.
 */
export function extractDocument(extract: Extract, besides: readonly string[] = []): Document {
  return [
    { type: "heading", text: "The extract" },
    { type: "text", sentences: sizeSentences(extract) },
    columnTable(extract.reading),
    { type: "text", sentences: readingSentences(extract) },
    { type: "heading", text: "Quality of the data", level: 2 },
    ...faultBlocks(extract, besides),
  ];
}

function sizeSentences({ counts, start, timeZone, names, sample, reading }: Extract): readonly string[] {
  const last = isoDate(dayNumber(start) + counts.days - 1);
  const isSampled = sample.share < 1;
  const patients = `${isSampled ? "about " : ""}${counted(counts.patients, "patient")}`.replace(
    String(counts.patients),
    brief(counts.patients, 0),
  );
  const whose = reading.columns.some(({ field }) => field === "patient_id")
    ? patients
    : patients.replace("patient", "thread");
  const sentences = [
    `${brief(counts.messages, 0)} messages of ${whose}, from ${start} to ${last}, in ${brief(counts.rows, 0)} rows; local times of ${timeZone}.`,
    `${counted(names.specialties.length, "specialty", "specialties")}, ${counted(names.topics.length, "topic")}, ${counted(names.staff.length, "person", "people")} of the staff.`,
  ];
  if (isSampled) {
    sentences.push(
      `Volumes are counts of every row. What goes by patient, thread or message is learned from a sample of whole patients: ${percent(sample.share)} of them.`,
    );
  }
  return sentences;
}

function columnTable({ columns }: ExtractReading): Block {
  return {
    type: "table",
    columns: [
      { title: "field", align: "left" },
      { title: "column", align: "left" },
      { title: "", align: "left" },
    ],
    sections: [
      {
        rows: columns.map(({ field, column, guessed, format, stated }) => [
          field,
          column,
          [
            ...(guessed ? ["guessed from its name"] : []),
            ...(format === undefined ? [] : [`${format}, ${stated ? "as stated" : "as its cells show"}`]),
          ].join("; "),
        ]),
      },
    ],
  };
}

/** Fields of a log by its form, without those of the other. */
const ONLY_IN: Readonly<Record<Extract["form"], readonly ExtractField[]>> = {
  messages: ["sent", "first_read", "replied", "closed"],
  events: ["event", "at"],
};

function readingSentences({ reading, counts, form }: Extract): readonly string[] {
  const { files, encoding, delimiter, otherColumns, columns } = reading;
  const sentences = [
    `${counted(files, "file")}, ${encoding}, cells between ${DELIMITER_NAMES[delimiter] ?? `"${delimiter}"`}s.`,
  ];
  if (otherColumns > 0)
    sentences.push(`${counted(otherColumns, "other column was", "other columns were")} never looked at.`);
  if (columns.some(({ guessed }) => guessed))
    sentences.push("A wrong guess is mended by --map field=column.");
  const other = ONLY_IN[form === "events" ? "messages" : "events"];
  const untold = EXTRACT_FIELDS.filter(
    (field) => !other.includes(field) && !columns.some((column) => column.field === field),
  );
  if (untold.length > 0) sentences.push(`No column was found of ${untold.join(", ")}.`);
  const missing = (Object.entries(counts.missing) as [ExtractField, number][]).filter(
    ([, count]) => count > 0,
  );
  if (missing.length > 0) {
    const parts = missing.map(([field, count]) => `${field} ${percent(count / Math.max(1, counts.rows))}`);
    sentences.push(`Empty cells: ${parts.join(", ")} of the rows.`);
  }
  return sentences;
}

function faultBlocks({ faults, reading }: Extract, besides: readonly string[]): readonly Block[] {
  if (faults.length + besides.length === 0)
    return [{ type: "text", sentences: ["Nothing was found that is wrong with it."] }];
  const of = (severity: ExtractFault["severity"]) => faults.filter((fault) => fault.severity === severity);
  const blocks: Block[] = [];
  const warnings = [...of("warning").map((fault) => faultText(fault, reading.files)), ...besides];
  const notes = of("note").map((fault) => faultText(fault, reading.files));
  if (warnings.length > 0) blocks.push({ type: "list", items: warnings, tone: "caution", mark: "!" });
  if (notes.length > 0) blocks.push({ type: "list", items: notes, tone: "faint", mark: "·" });
  return blocks;
}

/** `messages replied to before they were sent: 12 (rows 17, 40, …); that time was taken as empty` */
function faultText({ count, estimated, field, message, done, places }: ExtractFault, files: number): string {
  const rows = places.map(({ file, row }) => (files > 1 ? `${row} of file ${file}` : String(row)));
  const more = count > places.length ? ", …" : "";
  const where = rows.length === 0 ? "" : ` (${rows.length === 1 ? "row" : "rows"} ${rows.join(", ")}${more})`;
  const of = field === undefined ? "" : ` in ${field}`;
  return `${message}${of}: ${estimated ? "about " : ""}${brief(count, 0)}${where}; ${done}`;
}
