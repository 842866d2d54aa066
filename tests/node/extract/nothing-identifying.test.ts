import { describe, expect, test } from "vitest";
import { extractDocument, renderText } from "../../../src/report/index.ts";
import { reading, refusalOf } from "./written.ts";

/** Names and numbers of people, planted wherever an export may have them. */
const PLANTED = [
  "Wilhelmina",
  "Featherstonehaugh",
  "4165550199",
  "MRN88123",
  "jdoe@example.org",
  "Quackenbush",
  "biopsy",
];

const HEADER =
  "Message ID,Conversation ID,MRN,Patient Name,Department,Category,Subject,Body,Created At,Closed At,Handled By,User Type";

function row(i: number, topic: string, department = "Cardiology"): string {
  const time = `2026-03-${10 + (i % 19)} 12:${10 + (i % 40)}`;
  return [
    `jdoe@example.org-${i}`,
    `Featherstonehaugh-${i}`,
    i % 9 === 0 ? "MRN88123" : `MRN88123-${i}`,
    "Wilhelmina Featherstonehaugh",
    department,
    topic,
    "biopsy of Wilhelmina",
    '"call 4165550199, ""Quackenbush"""',
    time,
    time,
    "Dr Quackenbush",
    "MD",
  ].join(",");
}

/** Everything of an extract, numbers and names alike, and what is printed of it. */
async function outputsOf(rows: readonly string[]): Promise<string> {
  const extract = await reading(`${HEADER}\n${rows.join("\n")}\n`);
  const said = JSON.stringify(extract, (_, value) =>
    ArrayBuffer.isView(value) ? [...(value as Float64Array)] : value,
  );
  return `${said}\n${renderText(extractDocument(extract), { width: 100 })}`;
}

const refills = Array.from({ length: 60 }, (_, i) => row(i, "Refill"));

describe("nothing that names anybody is in what was read", () => {
  test("not identifiers, not free text, not who replied", async () => {
    const outputs = await outputsOf(refills);
    for (const planted of PLANTED) expect(outputs).not.toContain(planted);
    expect(outputs).toContain("Refill");
    expect(outputs).toContain("physician 1");
  });

  test("not a topic or a department of fewer than five patients, nor one with somebody's number in it", async () => {
    const outputs = await outputsOf([
      ...refills,
      ...Array.from({ length: 4 }, (_, i) => row(100 + i, "Wilhelmina asks")),
      ...Array.from({ length: 4 }, (_, i) => row(200 + i, "Refill", "Quackenbush clinic")),
      ...Array.from({ length: 20 }, (_, i) => row(300 + i, "re 4165550199")),
      // Many messages of one patient are still one patient.
      ...Array.from({ length: 20 }, (_, i) => row(900 + 9 * i, "Featherstonehaugh again")),
    ]);
    for (const planted of PLANTED) expect(outputs).not.toContain(planted);
    const five = await outputsOf([
      ...refills,
      ...Array.from({ length: 5 }, (_, i) => row(100 + 9 * i + 1, "Results")),
    ]);
    expect(five).toContain("Results");
  });

  test("not in what is said of a file that cannot be read", async () => {
    const broken = [
      `${HEADER}\n${refills.join("\n")}\nWilhelmina,"Feather"stonehaugh,x\n`,
      refills.join("\n"),
      `${HEADER}\n${refills.join("\n").replaceAll("2026-03", "Quackenbush")}\n`,
      `${HEADER}\n${refills.map((line) => line.slice(0, 40)).join("\n")}\n`,
    ];
    for (const text of broken) {
      const words = await refusalOf(reading(text));
      for (const planted of PLANTED) expect(words).not.toContain(planted);
    }
  });
});
