import { place, type StressItem, type Study, text } from "./study.ts";

export function implementation(study: Study): readonly StressItem[] {
  return [
    { number: "5.1", title: "Software or programming language", blocks: software(study) },
    { number: "5.2", title: "Random sampling", blocks: randomSampling(study) },
    { number: "5.3", title: "Model execution", blocks: execution },
    { number: "5.4", title: "System specification", blocks: system(study) },
    { number: "6.1", title: "Computer model sharing statement", blocks: sharing(study) },
  ];
}

function software({ software: { version, engine, node }, result }: Study): StressItem["blocks"] {
  const own = result ?? { version, engine };
  return [
    text(
      `clinicsim ${own.version}, engine ${own.engine}: a discrete-event simulation written in TypeScript, on Node.js. The hash names the very code that ran; the same seed gives the same bytes on every platform.`,
      ...(result === undefined ? [`This report was written with Node.js ${node}.`] : []),
    ),
  ];
}

function randomSampling({ scenario: { clinic }, result }: Study): StressItem["blocks"] {
  return [
    text(
      `Seed ${result?.seed ?? clinic.run.seed}. Every random attribute is a function of seed, replication and what it belongs to (a thread, a patient, a person's day): Threefry-2x32 with 20 rounds (Salmon et al. 2011) for attributes, alea streams of seedrandom for sequences, each with a name of its own; distributions by inversion.`,
      "Common random numbers therefore hold by construction: a change of staff or policy leaves every thread as it was, a higher volume adds threads and keeps those there.",
    ),
  ];
}

const execution: StressItem["blocks"] = [
  text(
    "Event scheduling on a calendar of events; those of one moment are ordered by (time, priority, sequence), with named priorities: work ends, patience ends, hours end, messages arrive, hours begin, people choose.",
    "People choose what to do next by the order of their lines (2.5.4); among people, whoever has been free longest takes work up first, then by number in the team.",
    "Replications are independent and run in threads or on several machines; results never depend on how many.",
  ),
];

function system({ result }: Study): StressItem["blocks"] {
  if (result?.machine !== undefined) return [text(...result.machine)];
  return [
    place(
      "the machine and the time that it took; a report of a result folder (clinicsim describe <folder>) fills this in.",
    ),
  ];
}

function sharing({ scenario, result }: Study): StressItem["blocks"] {
  const again =
    result === undefined
      ? "A result folder's manifest.json has all that is needed to make the result again."
      : "The manifest.json of this result has all that is needed to make it again: clinicsim verify <folder> does so and compares.";
  return [
    text(
      `clinicsim is free software under the MIT licence. The scenario is the file described here; SHA-256 of its content with defaults filled in: ${scenario.hash}.`,
      again,
    ),
    place("where the scenario and the results can be had: a repository, a DOI."),
  ];
}
