import { describe, expect, test } from "vitest";
import { VISIT_MODES } from "../../../src/model/index.ts";
import { faultsOf, HEADER, plainRows, reading, refusalOf, written } from "./written.ts";

const log = `${HEADER}\n${plainRows(30)}`;
const lines = (...rows: readonly string[]) => written(`${rows.join("\n")}\n`);

describe("visits beside a log", () => {
  test("go with its specialties and threads; what cannot be used is counted", async () => {
    const visits = lines(
      "Patient_ID,specialty,booked,at,mode,thread_id,staff_id,staff_role",
      "p3,Cardiology,2026-03-05 13:00,2026-03-09 10:00,Video,t3,s1,RN",
      "p4,cardiology,,2026-03-08 10:00,office visit,,s1,RN",
      "p5,cardiology,2026-03-05 13:00,2026-03-10 10:00,by pigeon,t-of-nobody,,",
      "p6,dermatology,2026-03-05 13:00,2026-03-10 10:00,phone,,,",
      "p7,cardiology,2026-03-05 13:00,2026-03-04 10:00,phone,,,",
      "p8,cardiology,2026-03-05 13:00,,phone,,,",
    );
    const found = await reading(log, { visits });
    const { specialty, patient, at, booked, mode, staff, ofThread, thread } = found.visits!;
    expect([...specialty]).toEqual([0, 0, 0]);
    expect([...patient]).toEqual([0, 1, 2]);
    expect([...mode]).toEqual([VISIT_MODES.indexOf("in person"), VISIT_MODES.indexOf("video"), -1]);
    expect([...ofThread]).toEqual([0, 1, 1]);
    expect([...thread].map((each) => found.sample.sent[found.sample.thread.indexOf(each)])).toEqual([
      undefined,
      (3 * 24 + 12) * 60,
      undefined,
    ]);
    expect([...staff]).toEqual([0, 0, -1]);
    // The clock was put on on 8 March at 2:00.
    expect([...at]).toEqual([(6 * 24 + 9) * 60, (7 * 24 + 9) * 60, (8 * 24 + 9) * 60]);
    expect(booked[1]).toBe((3 * 24 + 13) * 60);
    expect(faultsOf(found)).toEqual({
      "unusable-visit": 2,
      "unknown-visit-mode": 1,
      "specialty-without-messages": 1,
    });
  });

  test("of a file that is none are refused, with the columns that it needs, and nothing that stands in it", async () => {
    const refused = await refusalOf(reading(log, { visits: lines("MRN88123,2026-03-09 10:00") }));
    expect(refused).toMatch(
      /^second-file-column --visits: .* has no column at \(name its columns so: at, and any of/,
    );
    expect(refused).not.toContain("MRN88123");
    expect(await refusalOf(reading(log, { calls: lines("at", "03/04/2026 10:00") }))).toContain(
      "leaves the format of its times in doubt",
    );
  });
});

describe("calls beside a log", () => {
  test("are those of its time; answered ones have minutes, and minutes that are none are counted", async () => {
    const calls = lines(
      "specialty,at,answered,waited,minutes,staff_role",
      "cardiology,2026-03-05 10:00,yes,0.5,7,RN",
      "cardiology,2026-03-05 11:00,no,4,,RN",
      "cardiology,2026-03-05 12:00,,,12,",
      "cardiology,2026-03-05 13:00,yes,1,long,RN",
      "cardiology,2025-03-05 13:00,yes,1,5,RN",
    );
    const found = await reading(log, { calls });
    const { answered, waited, minutes } = found.calls!;
    expect([[...answered], [...waited], [...minutes]]).toEqual([
      [1, 0, 1],
      [0.5, 4, Number.NaN],
      [7, Number.NaN, 12],
    ]);
    expect(faultsOf(found)).toEqual({ "unusable-call": 1 });
  });
});
