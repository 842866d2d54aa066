import { expect, test } from "vitest";
import { FIRST, type OwnMessages } from "../../../src/experiment/fit/own-messages.ts";
import { topicGroups } from "../../../src/experiment/fit/topic-groups.ts";
import { countText } from "../../../src/experiment/fit/written-amounts.ts";

/** First messages of patients about topics, all of one specialty. */
function firsts(of: readonly (readonly [patient: number, topic: number, specialty: number])[]): OwnMessages {
  return {
    count: of.length,
    patient: Int32Array.from(of, ([patient]) => patient),
    topic: Int16Array.from(of, ([, topic]) => topic),
    specialty: Int16Array.from(of, ([, , specialty]) => specialty),
    kind: new Int8Array(of.length).fill(FIRST),
  } as unknown as OwnMessages;
}

const messages = (patients: number, each: number, topic: number, specialty = 0, first = 0) =>
  Array.from({ length: patients * each }, (_, i) => [first + (i % patients), topic, specialty] as const);

test("a topic rests on five patients of its specialty, however many messages or patients elsewhere it has", () => {
  const own = firsts([
    ...messages(20, 3, 0),
    ...messages(4, 30, 1),
    ...messages(2, 9, 2, 0, 50),
    ...messages(30, 2, 1, 1, 100),
  ]);
  const names = ["refills", "results", "forms"];
  const here = topicGroups(own, 0, names);
  expect(here.map(({ name }) => name)).toEqual(["refills", "other"]);
  expect([0, 1, 2].map((topic) => here.findIndex(({ is }) => is(topic)))).toEqual([0, 1, 1]);
  expect(topicGroups(own, 1, names).map(({ name }) => name)).toEqual(["results"]);
});

test("what few patients wrote about is left out where all of it together is of fewer than five", () => {
  const own = firsts([...messages(20, 3, 0), ...messages(4, 30, 1)]);
  expect(topicGroups(own, 0, ["refills", "results"]).map(({ name }) => name)).toEqual(["refills"]);
});

test("counts below five are not told, none and five are", () => {
  expect([0, 1, 4, 5].map(countText)).toEqual(["0", "fewer than 5", "fewer than 5", "5"]);
});
