import { describe, expect, test } from "vitest";
import { composeScenario, fitExtract } from "../../../src/experiment/index.ts";
import { fitDocument, renderText } from "../../../src/report/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";
import { reading } from "../../node/extract/written.ts";

const HEADER = "thread_id,patient_id,specialty,topic,sent,first_read,replied,closed,staff_id,staff_role";

/** A message of its own thread on every day but Sundays, of one of 60 patients, answered after an hour; `of` names the specialty. */
function log(of: (i: number) => string, patient = (i: number) => `p${i % 60}`): string {
  const rows = Array.from({ length: 400 }, (_, i) => {
    const day = new Date(Date.UTC(2026, 0, 5 + Math.floor(i / 4))).toISOString().slice(0, 10);
    const at = (hour: number) => `${day} ${hour + (i % 4)}:10`;
    return `t${i},${patient(i)},${of(i)},refill,${at(10)},${at(11)},${at(11)},${at(11)},s1,RN`;
  });
  return `${HEADER}\n${rows.join("\n")}\n`;
}

async function fitted(content: string) {
  const extract = await reading(content);
  const fit = fitExtract(extract, { calendar: CLINIC.calendar, accounts: {} });
  const written = composeScenario(fit, { name: "Some", records: "a made-up log" });
  const print = renderText(fitDocument({ extract, fit, written, file: "some.json" }), { width: 100 }).replace(
    /\s+/g,
    " ",
  );
  return { fit, print, comments: written.text.split("\n").filter((line) => line.trim().startsWith("//")) };
}

describe("a specialty of too few threads", () => {
  test("is named with its threads and messages in the print, the quality of the data and the scenario, and is in no count", async () => {
    const { fit, print, comments } = await fitted(
      log((i) => (i % 10 === 0 ? "lupus clinic" : "rheumatology")),
    );
    const line = "“lupus clinic” is left out: 40 threads, 40 messages; too few to learn from";
    expect(fit.specialties.map(({ name }) => name)).toEqual(["rheumatology"]);
    const [before, quality] = print.split("Quality of the data");
    expect(before).toContain(line);
    expect(quality).toContain(line);
    expect(quality).not.toContain("Nothing was found");
    expect(comments.join("\n")).toContain(line);
    expect(fit.messages).toBe(360);
    expect(print).toContain("learned from 360 messages");
  });

  test("is told to be another one's name where a NUL byte makes it one", async () => {
    const { print } = await fitted(log((i) => (i % 10 === 0 ? "rheum\0atology" : "rheumatology")));
    expect(print).toContain(
      "“rheum atology” is left out: 40 threads, 40 messages; it is probably “rheumatology”",
    );
    expect(print).toContain("cells with NUL bytes or other control characters in specialty: 40");
  });

  test("is not named where it is of fewer than five patients, and counts below five are not told", async () => {
    const few = await fitted(
      log(
        (i) => (i % 10 === 0 ? "Quackenbush" : "rheumatology"),
        (i) => (i % 10 === 0 ? `q${i % 4}` : `p${i % 60}`),
      ),
    );
    expect(few.print).toContain(
      "what is of specialties of fewer than five patients is left out: 40 threads, 40 messages",
    );
    expect(few.print + few.comments.join()).not.toContain("Quackenbush");
    const one = await fitted(log((i) => (i === 200 ? "Quackenbush" : "rheumatology")));
    expect(one.print).toContain("is left out: fewer than 5 threads, fewer than 5 messages");
    // The difference of two counts would tell it.
    expect(one.fit.messages).toBe(400);
    expect(one.print + one.comments.join()).not.toContain("Quackenbush");
  });
});
