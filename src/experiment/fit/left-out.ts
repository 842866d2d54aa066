import { alikeKey } from "../extract/alike-names.ts";
import type { Extract } from "../extract/extract.ts";
import { FIRST, type OwnMessages } from "./own-messages.ts";
import { countText } from "./written-amounts.ts";

/** A specialty of the log of which the scenario has nothing, for want of threads. */
export interface LeftOut {
  readonly name: string;
  readonly patients: number;
  /** Threads that they began, and messages; estimates where the extract is a sample. */
  readonly threads: number;
  readonly messages: number;
  /** A specialty that is learned and has this name but for case, spaces and signs; absent: none. */
  readonly probably?: string;
}

const FEWEST_PATIENTS = 5;
const FEWEST_MESSAGES = 5;

/** What a log holds of a specialty that is left out; `learned` are the names of those that are not. */
export function leftOutOf(
  specialty: number,
  extract: Extract,
  own: OwnMessages,
  learned: readonly string[],
): LeftOut {
  const { share } = extract.sample;
  const patients = new Set<number>();
  let threads = 0;
  for (let i = 0; i < own.count; i += 1) {
    if (own.specialty[i] !== specialty) continue;
    patients.add(own.patient[i]!);
    if (own.kind[i] === FIRST) threads += 1;
  }
  const name = extract.names.specialties[specialty]!;
  const probably = learned.find((each) => alikeKey(each) === alikeKey(name));
  return {
    name,
    patients: patients.size / share,
    threads: threads / share,
    messages: extract.counts.byHour[specialty]!.reduce((sum, n) => sum + n, 0),
    ...(probably === undefined ? {} : { probably }),
  };
}

/** Messages that are left out, where their number may be told: none of fewer than five. */
export function tellable(leftOut: readonly LeftOut[]): number {
  return leftOut.reduce((sum, { messages }) => (messages < FEWEST_MESSAGES ? sum : sum + messages), 0);
}

/** A line for each specialty that is left out, the largest first; those of fewer than five patients in one, without their names. */
export function leftOutLines(leftOut: readonly LeftOut[]): readonly string[] {
  const named = leftOut
    .filter(({ patients }) => patients >= FEWEST_PATIENTS)
    .sort((a, b) => b.messages - a.messages);
  const small = leftOut.filter(({ patients }) => patients < FEWEST_PATIENTS);
  const total = (of: (each: LeftOut) => number) => small.reduce((sum, each) => sum + of(each), 0);
  const line = (name: string, threads: number, messages: number) =>
    `${name} is left out: ${countText(threads)} threads, ${countText(messages)} messages`;
  return [
    ...named.map(
      ({ name, threads, messages, probably }) =>
        `${line(`“${name}”`, threads, messages)}${probably === undefined ? "; too few to learn from" : `; it is probably “${probably}”, written in another way: write it alike, and fit again`}`,
    ),
    ...(small.length === 0
      ? []
      : [
          `${line(
            "what is of specialties of fewer than five patients",
            total(({ threads }) => threads),
            total(({ messages }) => messages),
          )}; too few to learn from`,
        ]),
  ];
}
