import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Extract } from "../../../src/experiment/extract/extract.ts";
import { composeScenario, fitExtract, localOffsets } from "../../../src/experiment/index.ts";
import { calendarDays } from "../../../src/model/index.ts";
import * as zone from "../../../src/node/zone.ts";
import { parseScenario } from "../../../src/scenario/index.ts";
import { extractOfScenario } from "./extract-of-log.ts";

const { scenario } = parseScenario(
  readFileSync(join(import.meta.dirname, "../../../scenarios/rheum.json"), "utf8"),
);
const { clinic } = scenario!;
const truth = clinic.specialties[0]!;
const offsets = localOffsets(zone, clinic.calendar.timeZone, clinic.run.start, calendarDays(clinic.run));
const whole = extractOfScenario(scenario!, { offsets, seed: 11 });
const accounts = { [truth.name]: Math.round(truth.patients * truth.portalShare) };

type Sample = Extract["sample"];

function fitted(
  drop: Partial<Sample>,
  more: Partial<Extract> = {},
  given: Record<string, number> = accounts,
) {
  const extract = { ...whole, ...more, sample: { ...whole.sample, ...drop } };
  const fit = fitExtract(extract, { calendar: clinic.calendar, accounts: given });
  const written = composeScenario(fit, { name: "Dropped", records: "a made-up log" });
  const [specialty] = fit.specialties;
  return { fit, written, specialty: specialty!, borrowed: written.borrowed.map(({ path }) => path) };
}

const full = fitted({});
const times = (): Float64Array => new Float64Array(whole.sample.sent.length).fill(Number.NaN);
const near = (found: number, other: number, off: number) =>
  expect(Math.abs(found / other - 1)).toBeLessThan(off);

test("without closings, volume, chasers, next messages and how many only thank are near the truth, and what they rest on is said", () => {
  const { specialty, written } = fitted({ closed: times() });
  near(specialty.volume.estimate, full.specialty.volume.estimate, 0.02);
  near(specialty.chasers.probability.estimate, truth.impatience.chaser!.probability, 0.15);
  near(specialty.chasers.duplicates.estimate, full.specialty.chasers.duplicates.estimate, 0.05);
  specialty.topics.forEach((topic, t) => {
    near(topic.followUp.estimate, full.specialty.topics[t]!.followUp.estimate, 0.03);
    near(topic.thanks.estimate, full.specialty.topics[t]!.thanks.estimate, 0.06);
  });
  expect(written.remarks.join("\n")).toMatch(/does not say when messages without a reply were closed/);
  const thanks = written.fitted.find(({ path }) => path.endsWith("followUp.thanks"))!;
  expect(thanks.weak).toMatch(/without closings/);
});

test("without replies, volume and next messages are near the truth, and thanks and duplicates are the evidence's", () => {
  const { specialty, written, borrowed } = fitted({ replied: times() });
  near(specialty.volume.estimate, full.specialty.volume.estimate, 0.03);
  specialty.topics.forEach((topic, t) => {
    near(topic.followUp.estimate, full.specialty.topics[t]!.followUp.estimate, 0.1);
  });
  expect(borrowed).toEqual(
    expect.arrayContaining([
      'specialties.rheumatology.topics."*".followUp.thanks',
      "specialties.rheumatology.impatience.chaser.duplicates",
    ]),
  );
  expect(written.remarks.join("\n")).toMatch(/a closing stands for the reply/);
});

test("without threads or patients, what goes by them is the evidence's, not nought", () => {
  const each = Int32Array.from(whole.sample.thread, (_, i) => i);
  const loose = fitted({ thread: each });
  expect(loose.borrowed).toEqual(
    expect.arrayContaining([
      'specialties.rheumatology.topics."*".followUp',
      "specialties.rheumatology.impatience.chaser",
      "specialties.rheumatology.demand.patientHeterogeneity",
    ]),
  );
  expect(Number.isNaN(loose.specialty.dayFactor.cv.estimate)).toBe(true);
  const nobody = fitted({ patient: whole.sample.thread }, {}, {});
  expect(nobody.specialty.heterogeneity).toBeUndefined();
  expect(nobody.borrowed).toContain("specialties.rheumatology.patients");
});

test("without staff, teams and who reads first are the evidence's; without topics or urgency there is one topic, and the evidence's urgency", () => {
  const none = { staff: whole.sample.staff.map(() => -1), role: whole.sample.role.map(() => -1) };
  const names = { ...whole.names, staff: [] };
  const touches = { ...whole.touches, staff: whole.touches.staff.map(() => -1) };
  const counts = { ...whole.counts, staffByHour: [] };
  const { written, borrowed } = fitted(none, { names, touches, counts });
  expect(written.scenario.clinic.teams.map(({ role }) => role)).toEqual(["clerk", "nurse", "physician"]);
  expect(borrowed).toEqual(expect.arrayContaining(["staff.nurses.count", "policies.triage"]));
  expect(written.remarks.join("\n")).toMatch(/does not say who of the staff works for rheumatology/);
  const bare = fitted({
    topic: whole.sample.topic.map(() => -1),
    urgent: whole.sample.urgent.map(() => -1),
  });
  expect(bare.specialty.topics.map(({ name }) => name)).toEqual(["everything"]);
  expect(bare.borrowed).toContain('specialties.rheumatology.topics."*".urgent');
});

test("with neither replies nor closings, only what messages themselves say is learned", () => {
  const { written, specialty, borrowed } = fitted({ replied: times(), closed: times(), firstRead: times() });
  near(specialty.messages, full.specialty.messages, 0.001);
  expect(borrowed).toContain('specialties.rheumatology.topics."*".followUp');
  expect(written.remarks.join("\n")).toMatch(/says neither when messages were replied to/);
});
