import { describe, expect, test } from "vitest";
import { type ExtractField, parseMapFlag } from "../../../src/experiment/index.ts";
import { readExtract } from "../../../src/node/index.ts";
import { faultsOf, HEADER, plainRows, reading, refusalOf, TORONTO, written } from "./written.ts";

const plain = `${HEADER}\n${plainRows(20)}`;

/** All that a reading says in words and numbers, but for how it was read. */
async function saidOf(content: string | Buffer, options = {}) {
  const { reading: _, ...said } = await reading(content, options);
  return JSON.stringify(said, (_, value) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)].map(String) : value,
  );
}

describe("encodings", () => {
  const accented = plain.replaceAll("question", "médicament à renouveler");
  const utf16 = (bigEndian: boolean, mark: boolean) => {
    const bytes = Buffer.from((mark ? "\uFEFF" : "") + accented, "utf16le");
    return bigEndian ? bytes.swap16() : bytes;
  };
  test.each([
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${accented}`)],
    ["UTF-16, little end first, with a mark", utf16(false, true)],
    ["UTF-16, big end first, with a mark", utf16(true, true)],
    ["UTF-16 without a mark", utf16(false, false)],
    ["UTF-16, big end first, without a mark", utf16(true, false)],
  ])("%s says the same as UTF-8", async (_, bytes) => {
    expect(await saidOf(bytes)).toBe(await saidOf(accented));
  });

  test("Windows-1252 is read as such where it is no UTF-8, and that is said, with the row", async () => {
    const bytes = Buffer.from(accented, "latin1");
    const found = await reading(bytes);
    expect(found.names.topics).toEqual(["médicament à renouveler"]);
    expect(found.reading.encoding).toBe("Windows-1252");
    expect(found.faults).toMatchObject([{ code: "read-as-windows-1252", places: [{ file: 1, row: 2 }] }]);
    expect(faultsOf(await reading(bytes, { encoding: "windows-1252" }))).toEqual({});
  });

  test("bytes that are no text are counted by row, wherever chunks are cut", async () => {
    const rows = plainRows(4_000).split("\n");
    const at = 3_500;
    const before = Buffer.from(`${HEADER}\n${rows.slice(0, at).join("\n")}\n`);
    const bad = Buffer.from("m,t,p,cardi\xffology,q,2026-03-02 12:00,,,,,\n", "latin1");
    const { faults } = await reading(Buffer.concat([before, bad, Buffer.from(rows.slice(at).join("\n"))]), {
      now: Date.parse("2100-01-01"),
    });
    expect(faults.find(({ code }) => code === "undecodable-bytes")).toMatchObject({
      count: 1,
      places: [{ file: 1, row: at + 2 }],
    });
  });
});

describe("shapes", () => {
  test.each([
    ["semicolons", plain.replaceAll(",", ";")],
    ["tabs", plain.replaceAll(",", "\t")],
    ["bars", plain.replaceAll(",", "|")],
    ["carriage returns", plain.replaceAll("\n", "\r\n")],
    ["quotes around every cell", plain.replaceAll(/[^,\n]+/g, '"$&"')],
    ["empty lines", plain.replaceAll("\n", "\n\n")],
    ["Excel's first line", `sep=,\n${plain}`],
    ["cells that keep Excel from changing times", plain.replaceAll(/(2026[^,]*)/g, '"=""$1"""')],
  ])("with %s say the same", async (_, text) => {
    expect(await saidOf(text)).toBe(await saidOf(plain));
  });

  test("one row is an extract", async () => {
    const { counts, sample, names } = await reading(`${HEADER}\n${plainRows(1)}`);
    expect(counts).toMatchObject({ days: 1, rows: 1, messages: 1, patients: 1 });
    expect([...sample.replied].map((time, i) => time - sample.sent[i]!)).toEqual([60]);
    expect(names.topics).toEqual(["any"]);
  });

  test.each([
    ["nothing at all", "", /^empty-file : .* is empty/],
    [
      "a header alone",
      `${HEADER}\n`,
      /^unusable-extract : there is no row below the header \(export it again/,
    ],
    [
      "a first line that is a message, in which a cell happens to be a name of a column",
      "MRN88123,patient,2026-03-05 12:00\n",
      /^(?!.*MRN88123).*no column has a name that is known/s,
    ],
    [
      "one reply in ten in another format",
      `${HEADER}\n${Array.from({ length: 30 }, (_, i) => `m${i},t,p,c,q,2026-03-${(i % 9) + 10} 12:00,,${i % 10 === 0 ? "5 o'clock" : `2026-03-${(i % 9) + 10} 13:00`},,s,RN\n`).join("")}`,
      /^unusable-extract : 3 of 30 times of replied cannot be read: such messages would seem to wait/,
    ],
    ["rows without a header", plainRows(5), /no column has a name that is known: is the first line/],
    [
      "no time of sending",
      "message_id,replied\nm,2026-03-02 12:00\n",
      /no column says when a message was sent .*--map/,
    ],
    ["a spreadsheet file", Buffer.from("PK\u0003\u0004rest"), /^not-csv : .* is a spreadsheet or an archive/],
    ["UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x73, 0, 0, 0]), /^not-csv : .* is in UTF-32/],
    ["a packed file", Buffer.from([0x1f, 0x8b, 8, 0]), /is compressed/],
    [
      "text after a quote",
      `${HEADER}\nm,"t"t,p,c,q,2026-03-02 12:00,,,,,\n`,
      /^bad-csv : .* a quote stands in the wrong place/,
    ],
    [
      "a quote that never closes",
      `${HEADER}\nm,"t,p,c,q,2026-03-02 12:00,,,,,\n${"x".repeat(100)}`,
      /^bad-csv/,
    ],
    [
      "two columns of one meaning",
      "sent,created,patient_id\n2026-03-02 12:00,2026-03-02 12:00,p\n",
      undefined,
    ],
    [
      "two columns that may be one",
      "Created at,Date sent\n2026-03-02 12:00,2026-03-02 12:00\n",
      /"Created at" and "Date sent" may each be sent .*--map "sent=Created at"/,
    ],
  ])("%s", async (_, content, refused) => {
    if (refused === undefined) expect((await reading(content)).counts.rows).toBe(1);
    else {
      const words = await refusalOf(reading(content));
      expect(words).toMatch(refused);
      expect(words).not.toMatch(/m,|"t/);
    }
  });

  test("rows of another width are left out and counted; too many of them, and the file is refused", async () => {
    expect(faultsOf(await reading(`${plain}a,b,c\n${"x,".repeat(15)}x\n`))).toEqual({ "wrong-width": 2 });
    expect(await refusalOf(reading(`${plain}${"a,b,c\n".repeat(10)}`))).toMatch(
      /^unusable-extract : 10 of 30 rows cannot be used .*\nwrong-width : rows with .*: 10 \(row 22, row 23/,
    );
  });

  test.each(["sent", "replied"])(
    "two columns named %s are asked about, and the answer that is advised works",
    async (name) => {
      const doubled = plain
        .split("\n")
        .map((line, i) => (line === "" ? "" : `${line},${i === 0 ? name : ""}`))
        .join("\n");
      const refused = await refusalOf(reading(doubled));
      const place = HEADER.split(",").indexOf(name) + 1;
      expect(refused.split("\n")).toHaveLength(1);
      expect(refused).toContain(`2 columns are named "${name}" (columns ${place} and 12)`);
      const advised = /--map "(\w+=#\d+)"/.exec(refused)![1]!;
      expect(advised).toBe(`${name}=#${place}`);
      const { field, column } = parseMapFlag(advised) as { field: ExtractField; column: string };
      const { sample } = await reading(doubled, {}, { map: { [field]: column } });
      expect(sample).toEqual((await reading(plain)).sample);
      expect(await refusalOf(reading(doubled, {}, { map: { [field]: name } }))).toContain(
        `--map "${advised}"`,
      );
      expect(await refusalOf(reading(doubled, {}, { map: { [field]: "#99" } }))).toContain(
        'no column is named "#99"',
      );
      expect(await refusalOf(reading(doubled, {}, { preset: "canonical" }))).toContain(
        `2 columns are named "${name}"`,
      );
    },
  );

  test("columns that have been swapped are refused, not misread", async () => {
    const swapped = plain.replace("topic,sent", "sent,topic");
    expect(await refusalOf(reading(swapped))).toMatch(/^time-format sent: most cells are in no format/);
    const backwards = plain.replace("sent,first_read,replied", "replied,first_read,sent");
    expect(await refusalOf(reading(backwards))).toMatch(
      /messages were (read|replied) before sent: are columns swapped\?/,
    );
  });

  /** Six hundred messages of two hundred patients, each thread with a second message a day later. */
  const many = Array.from({ length: 300 }, (_, i) => {
    const day = (more: number) => new Date(Date.UTC(2026, 2, 2 + (i % 90) + more)).toISOString().slice(0, 10);
    const at = (more: number) =>
      `${day(more)} 12:00,${day(more)} 12:30,${day(more)} 13:00,${day(more)} 13:00`;
    const who = `p${i % 200},cardiology,question ${i % 4}`;
    return `m${i}a,t${i},${who},${at(0)},s${i % 3},RN\nm${i}b,t${i},${who},${at(1)},s${i % 3},RN\n`;
  }).join("");

  test.each([
    ["patient_id", "topic", /600 messages are those of 4 patients: is patient_id a column of patients\?/],
    ["patient_id", "staff_id", /600 messages are those of 3 patients/],
    ["patient_id", "specialty", /600 messages are those of 1 patient: is patient_id/],
    ["thread_id", "topic", /thread_id has next to no different cells in 600 rows/],
    ["message_id", "patient_id", /rows have the message_id of one that was sent at another time/],
    ["message_id", "thread_id", /300 of 600 rows have the message_id of one that was sent at another time/],
    [
      "first_read",
      "replied",
      /600 of 600 messages were first read after they were replied to: are columns swapped\?/,
    ],
    [
      "first_read",
      "closed",
      /600 of 600 messages were closed before they were replied to: are columns swapped\?/,
    ],
  ])("%s and %s swapped are refused", async (one, other, refused) => {
    const names = HEADER.split(",");
    const header = names.map((name) => (name === one ? other : name === other ? one : name)).join(",");
    expect((await reading(`${HEADER}\n${many}`)).counts).toMatchObject({ messages: 600, patients: 200 });
    expect(await refusalOf(reading(`${header}\n${many}`))).toMatch(refused);
  });

  test("threads that are numbered for each patient are no names, and rows of several receivers one message", async () => {
    const numbered = many.replaceAll(/,t(\d+),/g, (_, digits: string) => `,${Number(digits) % 3},`);
    expect((await reading(`${HEADER}\n${numbered}`)).counts.messages).toBe(600);
    const twice = many.replaceAll(/^.*$/gm, (row) => (row === "" ? row : `${row}\n${row}`));
    const found = await reading(`${HEADER}\n${twice}`);
    expect(faultsOf(found)).toEqual({ "duplicate-row": 600 });
  });

  test("formulas are text like any other, and leave no sign of theirs in a name", async () => {
    const { names } = await reading(plain.replaceAll("cardiology", `"=HYPERLINK(""http://x"",""clinic"")"`));
    expect(names.specialties).toHaveLength(1);
    expect(names.specialties[0]).toMatch(/^[A-Za-z]/);
  });

  test("several files are one log, whatever the order of their columns", async () => {
    const lines = plain.trimEnd().split("\n");
    const turned = lines.map((line) => line.split(",").reverse().join(","));
    const first = written(`${lines.slice(0, 11).join("\n")}\n`);
    const second = written(`${[turned[0], ...turned.slice(11)].join("\n")}\n`);
    const { reading: _, ...both } = await readExtract([first, second], {}, TORONTO);
    const { reading: __, ...whole } = await reading(plain);
    expect(both.sample).toEqual(whole.sample);
    expect(both.counts).toEqual(whole.counts);
  });
});
