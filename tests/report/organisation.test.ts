import { describe, expect, it } from "vitest";
import { renderText, validationDocument } from "../../src/report/index.ts";
import type { Patch } from "../../src/scenario/index.ts";
import { parsed } from "../scenario/parsed.ts";
import { wholeScenario } from "../scenario/whole-scenario.ts";

/** The lines under a heading of what `validate` prints. */
function linesUnder(heading: string, text?: string, patch: Patch = {}): readonly string[] {
  const all = renderText(validationDocument(parsed(text, patch))).split("\n");
  const from = all.findIndex((line) => line.startsWith(heading));
  expect(from).toBeGreaterThan(0);
  const lines = all.slice(from + 2);
  return lines.slice(0, lines.indexOf("")).map((line) => line.trim().replace(/ {2,}/g, " | "));
}

const whole = JSON.stringify(wholeScenario());

describe("what validate says of who does what", () => {
  it("is a line for each team: its people, stages, specialties and topics", () => {
    expect(linesUnder("Who does what", whole)).toEqual([
      "team | stages | serves",
      "attendings | 3 physicians | reply | clinic, ward",
      "nurses | 3 nurses | triage, reply | clinic",
      "pharmacists | 1 pharmacist | triage, reply | clinic: only refills",
      "residents | 2 residents | draft | clinic",
    ]);
  });

  it("names the clinic's policies and what differs by specialty and team, defaults left out", () => {
    expect(linesUnder("By which policies", whole)).toEqual([
      "frontDoor | thanks-filter",
      "triage | nurse-first (bounces 0.05, prepare fixed value 2 min)",
      "protocol | standing-orders (topics refills, covers 0.5)",
      "drafts | ai-drafts (used 0.3, longerReading 0.2)",
      "routing | own-then-pool (after 4 h)",
      "queue | batch (times 13:00 and 08:30 and 13:00, order urgent-first)",
      "billing | time-threshold (least 6 min)",
      "threads | closed after 30 days",
      "none | for flag, sorting, conversion",
      "in clinic",
      "frontDoor | guidelines (averts 0.3, calls 0.2, visits 0.1); links (topics refills, used 0.4, role",
      "pharmacist); message-cap (messages 5, within 14 days)",
      "sorting | by-topic (roles refills pharmacist symptoms nurse, accuracy 0.9)",
      "conversion | to-visit (share 0.4)",
      "threads | closed after 14 days",
      "in ward",
      "flag | patient-flag",
      "triage | none",
      "in the team nurses",
      "queue | ageing (headStart 2 days)",
    ]);
  });

  it("is short where nothing is chosen, but for who reads", () => {
    expect(linesUnder("By which policies", undefined, { "policies.triage.type": "none" })).toEqual([
      "triage | none",
      "routing | own-physician",
      "queue | first-come",
      "billing | unpaid",
      "threads | closed after 30 days",
      "none | for frontDoor, flag, sorting, protocol, conversion, drafts",
    ]);
  });
});
