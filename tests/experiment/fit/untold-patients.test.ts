import { expect, test } from "vitest";
import { composeScenario, fitExtract, type WrittenFit } from "../../../src/experiment/index.ts";
import { CLINIC } from "../../model/plain-clinic.ts";
import { reading } from "../../node/extract/written.ts";

/** Threads by patient after Fisher's logarithmic law, which goes with any number of patients, spread over half a year; each thread has a follow-up. */
const X = 0.8;
const threadsOf = Array.from({ length: 30 }, (_, i) => i + 1).flatMap((n) =>
  Array.from({ length: Math.round((300 * X ** n) / (n * -Math.log(1 - X))) }, () => n),
);
const patientOf = threadsOf.flatMap((n, patient) => Array.from({ length: n }, () => patient));
const DAYS = 182;
const rows = patientOf.flatMap((patient, i) => {
  const place = (i * 7919) % patientOf.length;
  const day = new Date(Date.UTC(2026, 0, 5 + Math.floor((place * (DAYS - 1)) / patientOf.length)))
    .toISOString()
    .slice(0, 10);
  const row = (sent: string, done: string) =>
    `t${i},p${patient},${day} ${sent},${day} ${done},${day} ${done},${day} ${done},s1,RN`;
  return i % 2 === 0 ? [row("10:00", "11:00"), row("12:00", "13:00")] : [row("10:00", "11:00")];
});
const log = `thread_id,patient_id,sent,first_read,replied,closed,staff_id,staff_role\n${rows.join("\n")}\n`;

async function fitted(accounts: Record<string, number>) {
  const extract = await reading(log);
  const fit = fitExtract(extract, { calendar: CLINIC.calendar, accounts });
  return composeScenario(fit, { name: "Some", records: "a made-up log" });
}

/** [1/min] */
function messagesOf({ scenario }: WrittenFit): number {
  const { patients, portalShare, demand } = scenario.clinic.specialties[0]!;
  return patients * portalShare * demand.rate;
}

test("where the log does not tell the number of patients one is assumed, first of what to give, and the volume does not hang on it", async () => {
  const untold = await fitted({});
  const [specialty] = untold.scenario.clinic.specialties;
  const portal = specialty!.patients * specialty!.portalShare;
  expect(portal).toBeGreaterThanOrEqual(threadsOf.length);
  expect(portal).toBeLessThan(20 * threadsOf.length);
  expect(untold.borrowed[0]).toMatchObject({ path: "specialties.clinic.patients", grade: "assumed" });
  expect(untold.remarks[0]).toMatch(/cannot be told from the log \(\d+ wrote.*--patients "clinic=…"/);
  expect(untold.fitted.some(({ label }) => /unevenness|account/.test(label))).toBe(false);
  expect(untold.text).not.toMatch(/[0-9]{6}/);
  for (const accounts of [1000, 900_000]) {
    const told = await fitted({ clinic: accounts });
    expect(messagesOf(told) / messagesOf(untold)).toBeCloseTo(1, 2);
  }
});
