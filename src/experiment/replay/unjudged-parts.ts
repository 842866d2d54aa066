import type { NotJudged } from "./measure.ts";
import type { LeftOut } from "./recorded-messages.ts";

/** Specialties that are named in one line. */
const MOST_NAMED = 3;

/** Parts of clinic and scenario of which no comparison tells, whatever the record: what no log holds, and what of this one was not replayed. */
export function unjudgedParts({ specialties, frontDoors }: LeftOut): readonly NotJudged[] {
  const lacking = named(specialties.map(({ name }) => name));
  return [
    {
      what: "minutes of work, calls, visits and cost",
      why: "a log of messages does not hold them, so that they are judged only by how long messages wait",
      isPart: true,
    },
    ...(specialties.length === 0
      ? []
      : [
          {
            what: `what the clinic does for ${lacking}`,
            why: "the scenario does not have it, so that these messages were left out, and so is the time that staff spend on them",
            isPart: true,
          },
        ]),
    ...(frontDoors.length === 0
      ? []
      : [
          {
            what: `the front door of ${named(frontDoors)}`,
            why: "a record does not hold messages that were turned away",
            isPart: true,
          },
        ]),
  ];
}

function named(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return names.length > MOST_NAMED
    ? `${shown.join(", ")} and ${names.length - MOST_NAMED} more`
    : shown.join(", ");
}
