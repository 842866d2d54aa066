import { describe, expect, test } from "vitest";
import { reading, refusalOf } from "./written.ts";

/** Columns as Epic documents them for its table of portal messages, with others of it in between. */
const HEADER =
  "MESSAGE_ID,CREATED_TIME,PARENT_MESSAGE_ID,INBASKET_MSG_ID,PAT_ID,FROM_USER_ID,FROM_USER_ID_NAME,TO_USER_ID,TOFROM_PAT_C_NAME,REQUEST_SUBJECT,DEPARTMENT_ID_EXTERNAL_NAME,SUBJECT";

/** Forty threads: a patient writes, a nurse answers after two hours, the patient writes again a day later, and nobody answers that. */
const rows = Array.from({ length: 40 }, (_, i) => {
  const day = `3/${1 + (i % 27)}/2026`;
  const next = `3/${2 + (i % 27)}/2026`;
  const [first, answer, again] = [1000 + 10 * i, 1001 + 10 * i, 1002 + 10 * i];
  return [
    `${first},${day} 9:00:00 AM,,77${i},Z${i},,,U1,From Patient,Test Results Question,Cardiology,secret ${i}`,
    `${answer},${day} 11:00:00 AM,${first},,Z${i},U1,"NURSE, ANN",,To Patient,,Cardiology,RE: secret ${i}`,
    `${again},${next} 3:00:00 PM,${first},,Z${i},,,U1,From Patient,Test Results Question,Cardiology,RE: secret`,
  ];
}).flat();
const table = `${HEADER}\n${rows.join("\n")}\n`;

describe("a table of portal messages as Epic exports it", () => {
  test("is read by its preset: the first message of a thread has no parent, its answers have it for one", async () => {
    const { sample, names, counts } = await reading(table, {}, { preset: "mychart" });
    expect(names.specialties).toEqual(["Cardiology"]);
    expect(names.topics).toEqual(["Test Results Question"]);
    expect(counts.messages).toBe(80);
    expect(new Set(sample.thread).size).toBe(40);
    const patients = Array.from(sample.sent.keys()).filter((i) => sample.sender[i] === 0);
    const waits = patients.map((i) => sample.replied[i]! - sample.sent[i]!);
    expect(waits.filter((wait) => wait === 120)).toHaveLength(40);
    expect(waits.filter(Number.isNaN)).toHaveLength(40);
    expect(JSON.stringify(names)).not.toMatch(/secret|ANN/);
  });

  test("is read as threads of one message without it", async () => {
    const { sample } = await reading(
      table,
      {},
      { map: { thread_id: "PARENT_MESSAGE_ID", sender: "TOFROM_PAT_C_NAME" } },
    );
    expect(new Set(sample.thread).size).toBeGreaterThan(40);
  });
});

test("a preset that is none is refused with those that there are", async () => {
  expect(await refusalOf(reading(table, {}, { preset: "mychrt" }))).toContain('did you mean "mychart"?');
});
